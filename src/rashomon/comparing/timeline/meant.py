"""Which entities a name can mean: by id, by a name of theirs, else by the most similar spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.comparing.similarity import SAME_NAME, similarity
from rashomon.comparing.timeline.forms import forms, plain
from rashomon.records import Entity


def meant(name: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Give the entities with this id; else those that bear the name or an end of it; else the nearest spelling's.

    More than one entity may bear a name: all are given, so that whoever asks sees it and can ask by id.
    """
    known = tuple(entities)
    by_id = tuple(e for e in known if e.id == name)
    if by_id:
        return by_id
    wanted = {plain(form) for form in forms(name)} - {""}
    bearing = tuple(e for e in known if wanted & {plain(n) for n in (e.name, *e.names)})
    return bearing or _nearest(name, known)


def _nearest(name: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """A spelling has as many words as the name, and its numbers: "Vest 40" is neither "Vest" nor "Vest 50"."""
    count, numbers = _shape(name)
    scored = [
        (similarity(name, written, kind=e.kind), e)
        for e in entities
        for written in dict.fromkeys((e.name, *e.names))
        if e.names and _shape(written) == (count, numbers)
    ]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(dict.fromkeys(e for score, e in scored if score == best)) if best >= SAME_NAME else ()


def _shape(name: str) -> tuple[int, tuple[str, ...]]:
    words = plain(name).split()
    return len(words), tuple(w for w in words if any(c.isdigit() for c in w))
