"""The reports that stand behind a claim: those of its statements and events, and those it is quoted from."""

from __future__ import annotations

from rashomon.records import Claim


def standing(claim: Claim) -> tuple[str, ...]:
    """Give their ids, sorted."""
    return tuple(sorted({m[0] for m in claim.members} | {e[0] for e in claim.evidence}))
