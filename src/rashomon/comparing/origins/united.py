"""One voice of a claim is one origin, with every way that it came: nobody is counted, or shown, twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.records import Member, Origin, by_voice, chains

_PEOPLE = " ("  # behind the name of a body, in front of those who spoke for it
_SHOWN = 2  # people who spoke for one body


def united(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Give one origin a voice: its chains one behind the other, one for each report, sure where any of them is."""
    return tuple(_one(same) for same in by_voice(origins).values())


def spoken_for(origin: Origin) -> str:
    """Give the name of a voice without the people who spoke for it: which of them said one thing is not told by it."""
    return origin.name.partition(_PEOPLE)[0]


def _one(same: list[Origin]) -> Origin:
    best = next((o for o in same if o.certain), same[0])
    first: dict[str, tuple[Member, ...]] = {}
    for origin in (best, *same):
        for chain in chains(origin):
            first.setdefault(chain[0][0], chain)
    ordered = dict.fromkeys(member[0] for origin in same for member in origin.chain)
    return replace(
        best,
        name=_name(best, same),
        chain=tuple(member for report in ordered for member in first[report]),
        apart=tuple(sorted({key for origin in same for key in origin.apart})),
    )


def _name(best: Origin, same: list[Origin]) -> str:
    """The name of a voice: of a body that spoke both by itself and by people, its own and theirs."""
    body = next((o.name for o in same if o.kind == "institution"), "")
    people = list(dict.fromkeys(o.name for o in same if o.kind == "named_person" and o.name != body))
    return f"{body}{_PEOPLE}{', '.join(people[:_SHOWN])})" if body and people else best.name
