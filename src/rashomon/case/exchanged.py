# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""What renewing parts of a case takes away and brings: the findings before and after, of those parts alone.

An entity that several parts know is told as one: the same from the same parts, in any order.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.case.finding_tables import KINDS
from rashomon.case.part_shelf import Renewal
from rashomon.case.places import entity_place
from rashomon.case.row import row
from rashomon.records import Entity, Findings, MentionKind


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


_KNOWN = row(Entity, "part_entity", ("part",))


def exchanged(connection: sqlite3.Connection, renewal: Renewal) -> tuple[Findings, Findings]:
    """Give what is told now of what `renewal` changes, and what is told then; an entity as all parts tell of it."""
    began = bool(renewal.frozen)
    within = "1" if began else "part IN (SELECT value FROM json_each(?))"
    gone = json.dumps(renewal.gone)

    def held(kind: Any, condition: str, *values: str) -> list[Any]:
        shape = KINDS[kind]
        rows = connection.execute(f"{shape.select} WHERE {condition} ORDER BY position", values).fetchall()
        return list(map(shape.record, rows))

    new: dict[str, list[Entity]] = {}
    for made in renewal.made:
        for one in made.findings.entities:
            new.setdefault(one.id, []).append(one)
    before: dict[str, list[Any]] = {
        kind: held(kind, within, *(() if began else (gone,))) for kind in KINDS if kind != "entities"
    }
    after: dict[str, list[Any]] = {
        kind: [one for made in renewal.made for one in getattr(made.findings, kind)] for kind in before
    }
    if began:
        before["entities"] = held("entities", "1")
        told = new
    else:
        asked = f"SELECT id FROM part_entity WHERE {within}"
        ids = json.dumps(sorted({i for (i,) in connection.execute(asked, (gone,))} | new.keys()))
        before["entities"] = held("entities", "id IN (SELECT value FROM json_each(?))", ids)
        told = {i: [*_staying(connection, i, renewal.gone), *new.get(i, ())] for i in json.loads(ids)}
    after["entities"] = sorted((of_parts(known) for known in told.values() if known), key=entity_place)
    return _findings(before), _findings(after)


def _staying(connection: sqlite3.Connection, id_: str, gone: Iterable[int]) -> list[Entity]:
    """An entity as the parts know it that stay."""
    rows = connection.execute(
        f"SELECT {', '.join(_KNOWN.columns)} FROM part_entity WHERE id = ? "
        "AND part NOT IN (SELECT value FROM json_each(?)) ORDER BY part",
        (id_, json.dumps(list(gone))),
    )
    return list(map(_KNOWN.record, rows.fetchall()))


def _findings(told: dict[str, list[Any]]) -> Findings:
    return Findings(**{kind: tuple(rows) for kind, rows in told.items()})
