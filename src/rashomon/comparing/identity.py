"""Who is who across reports (to be built): chains of one kind and one name are one entity."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.records import Entity, Member, MentionKind, Reading


def identity(readings: Mapping[str, Reading]) -> tuple[Entity, ...]:
    """Gather the mentions of one thing across `readings` (report id → reading)."""
    groups: dict[tuple[MentionKind, str], list[Member]] = {}
    names: dict[tuple[MentionKind, str], str] = {}
    for report in sorted(readings):
        chains = {c.id: c for c in readings[report].chains}
        for mention in readings[report].mentions:
            chain = chains[mention.chain]
            key = (chain.kind, chain.name.casefold())
            groups.setdefault(key, []).append((report, mention.id))
            names.setdefault(key, chain.name)
    return tuple(
        Entity(f"n{i}", names[key], key[0], (names[key],), tuple(groups[key]), ("same-name",))
        for i, key in enumerate(sorted(groups), 1)
    )
