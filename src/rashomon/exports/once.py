"""Quotations that stand beside each other, each character of a report once."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.exports.lookup import Quote


def once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Keep the first of several quotations of the same characters, and none that lies inside one before it."""
    kept: list[Quote] = []
    for quote in quotes:
        if quote.text and not any(
            q.report == quote.report and q.start <= quote.start and quote.end <= q.end for q in kept
        ):
            kept.append(quote)
    return tuple(kept)
