"""An entity that several parts of a case know is told as one: the same from the same parts, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.records import Entity, MentionKind


def of_parts(known: Sequence[Entity]) -> Entity:
    """Give one entity for what parts know under one id: the name, kind and names that most mentions have."""
    if len(known) == 1:
        return known[0]
    called: Counter[str] = Counter()
    kinds: Counter[MentionKind] = Counter()
    names: Counter[str] = Counter()
    for one in known:
        called[one.name] += len(one.mentions)
        kinds[one.kind] += len(one.mentions)
        names.update(dict.fromkeys(one.names, len(one.mentions)))
    return Entity(
        known[0].id,
        min(called, key=lambda name: (-called[name], name)),
        min(kinds, key=lambda kind: (-kinds[kind], kind)),
        tuple(sorted(names, key=lambda name: (-names[name], name))),
        tuple(sorted((m for one in known for m in one.mentions), key=lambda m: (m[0], len(m[1]), m[1]))),
        tuple(sorted({why for one in known for why in one.because}, key=str)),
    )
