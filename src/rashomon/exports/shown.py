"""Which claims an account shows: those of its lines and those that its conflicts stand between."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.exports.account import Account


def shown(account: Account) -> Iterator[str]:
    """Give the ids of the claims that are shown, some of them more than once."""
    for chapter in account.chapters:
        for line in chapter.lines:
            yield from (side.id for side in line.claims)
        for dispute in chapter.disputes:
            yield from (side.id for side in dispute.sides)
