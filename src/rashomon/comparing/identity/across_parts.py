"""Whom several parts of a case name is one by his name, under one id: the one that a small case would give him.

What is compared in parts has no first place of its own: a part knows its own reports. So when a case is first compared
in parts, its earliest reports, as many as are compared at once, tell who is first mentioned where, and whoever they
name keeps the id that is made of that place while the case grows. Who is named in none of them goes by his name itself.

In a part, an entity with a full name is whoever bears that name elsewhere. Where the part has the first place of
somebody of the earliest reports, and calls him by more or less of his name, it is him too. Two entities of one part
that bear one name were told apart there, and neither goes by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.days import Firsts
from rashomon.comparing.identity.merging import class_of, full_key
from rashomon.records import Entity
from rashomon.records.keys import distinct, name_of_entity

EARLIEST = 180
"""Reports of a case that tell the ids of those whom they name: as many as are compared at once."""

Key = tuple[str, ...]
"""A class of kinds, and the parts of a full name that tell who is meant."""


def earliest(printed: Mapping[str, str | None]) -> list[str]:
    """Give the earliest of reports by the days when they were printed, in the order of their ids."""
    return sorted(sorted(printed, key=Firsts.printed(printed).key)[:EARLIEST])


def key_of(entity: Entity) -> Key:
    """Give by what an entity is known in every part; nothing where it has no full name."""
    name = full_key(entity.name, entity.kind) if entity.names else ()
    return (class_of(entity.kind), *name) if name else ()


def first_ids(entities: Sequence[Entity]) -> dict[Key, str]:
    """Give the ids of `entities` by their keys; none for a key that several have."""
    return {key: entities[at].id for at, key in _unlike(map(key_of, entities)).items()}


def by_key(entities: Sequence[Entity], first: Mapping[Key, str]) -> tuple[Entity, ...]:
    """Give the entities of a part in their order, under ids that hold over the whole case.

    `first` are the ids that are had from the earliest reports.
    """
    keyed = _unlike(map(key_of, entities))
    given = {at: first[key] for at, key in keyed.items() if key in first}
    taken = set(given.values())
    called = {i: key for key, i in first.items()}
    for at, e in enumerate(entities):
        if at in given:
            continue
        key = keyed.get(at)
        if key and (e.id in taken or not _of_one_name(key, called.get(e.id, ()))):
            given[at] = name_of_entity(key[0], key[1:])
            taken.add(given[at])
        else:
            (given[at],) = distinct([e.id], taken)
    return tuple(replace(e, id=given[at]) for at, e in enumerate(entities))


def _unlike(keys: Iterable[Key]) -> dict[int, Key]:
    """The keys that one alone has, by their places."""
    told = list(keys)
    borne = Counter(told)
    return {at: key for at, key in enumerate(told) if key and borne[key] == 1}


def _of_one_name(one: Key, other: Key) -> bool:
    """Whether one of two persons' names has all that the other has."""
    return one[:1] == other[:1] == ("person",) and (set(one) <= set(other) or set(other) <= set(one))
