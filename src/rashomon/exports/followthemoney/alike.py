"""Entities that were not taken for one though their names may be one name, each pair with how far they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rashomon.comparing.similarity import SAME_NAME, similarity
from rashomon.records import Entity

_SHORTEST, _MOST = 4, 30
"""Letters of a word by which names are held against each other; entities of one word, beyond which it tells nothing."""


def alike(entities: Iterable[Entity], names: Mapping[str, str]) -> Iterator[tuple[Entity, Entity, float]]:
    """Give pairs of one kind, by their names, that share a rare word and reach the published threshold, in their order.

    `names` are what each is called, by id.
    """
    listed = list(entities)
    by_word: dict[str, list[int]] = {}
    for at, entity in enumerate(listed):
        for word in {w for w in names[entity.id].casefold().split() if len(w) >= _SHORTEST}:
            by_word.setdefault(word, []).append(at)
    pairs = {(a, b) for same in by_word.values() if len(same) <= _MOST for a in same for b in same if a < b}
    for a, b in sorted(pairs):
        one, other = listed[a], listed[b]
        if one.kind == other.kind:
            score = similarity(names[one.id], names[other.id], one.kind)
            if score >= SAME_NAME:
                yield one, other, score
