"""One voice of a claim is one origin, with every way that it came: nobody is counted, or shown, twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.records import Member, Origin, by_voice, chains


def united(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Give one origin a voice: its chains one behind the other, one for each report, sure where any of them is."""
    return tuple(_one(same) for same in by_voice(origins).values())


def _one(same: list[Origin]) -> Origin:
    best = next((o for o in same if o.certain), same[0])
    first: dict[str, tuple[Member, ...]] = {}
    for origin in (best, *same):
        for chain in chains(origin):
            first.setdefault(chain[0][0], chain)
    ordered = dict.fromkeys(member[0] for origin in same for member in origin.chain)
    return replace(
        best,
        chain=tuple(member for report in ordered for member in first[report]),
        apart=tuple(sorted({key for origin in same for key in origin.apart})),
    )
