# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""What renewing parts of a case takes away and brings: the findings before and after, of those parts alone.

An entity that several parts know is told as one: the same from the same parts, in any order.

Where the rows of a part stand among all is a number: what a row holds tells it, and no row of another part moves. Parts
stand by their first day, then by their first report. Within a part, claims and lineage stand by their report and their
place in it, lines and disputes by rank; the first lines of every part, and the strongest disputes, come first.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, get_args

from rashomon.case.finding_tables import KINDS
from rashomon.case.part_shelf import Renewal
from rashomon.case.row import row
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Findings, Lineage, MentionKind

LOCAL, HASHED, DAYS = 20, 26, 15
"""Bits of a place: within the part, of its first report and of its first day."""
_LINES = 17  # bits within the part, of a line
_BLOCK = 10  # lines of each part that come before the next of any …
_LAST = 15  # … so many times
_REPORT, _START = 10, 3  # bits of a claim's report; characters, as a power of 2, that it is in its text in
_FREE = 1 << 14  # places of a part that no row asks for: for those that ask for one that is taken
_KINDS = sorted(get_args(MentionKind))


def part_place(day: int, first: str) -> int:
    """Give the place of a part among all: by its first day (a number), then by its first report."""
    return (max(0, min(day, (1 << DAYS) - 1)) << HASHED) + _mark(first, HASHED)


def places(rows: Sequence[Any], part: int) -> Iterator[int]:
    """Give the places of rows of one kind, all that a part has, whose own place is `part`."""
    if rows and isinstance(rows[0], Claim | Lineage):
        yield from ((part << LOCAL) + own for own in _apart([_of_report(one) for one in rows]))
        return
    for number, one in enumerate(rows):
        own = (part << LOCAL) + number
        if isinstance(one, ChronicleEntry):
            yield (min(number // _BLOCK, _LAST) << _LINES + HASHED + DAYS) + (part << _LINES) + number
        elif isinstance(one, Conflict):
            yield (3 - min(one.strength, 3) << LOCAL + HASHED + DAYS) + own
        else:
            yield own


def entity_place(one: Entity) -> int:
    """Give the place of an entity: by its kind, the first letters of its name, and its id."""
    letters = int.from_bytes(one.name.encode("utf-8", "backslashreplace")[:4].ljust(4, b"\0"), "big")
    return (((_KINDS.index(one.kind) << 32) + letters) << HASHED) + (int(one.id[2:], 16) >> 40 - HASHED)


def row_of_words(id_: str) -> int:
    """Give the number of the row that holds the words of what bears an id."""
    return (ord(id_[0]) << 40) + int(id_[2:], 16)


def _of_report(one: Claim | Lineage) -> int:
    """The place that a row asks for: all of one report stand together, in the order of its text."""
    report, start = (one.report, 0) if isinstance(one, Lineage) else one.evidence[0][:2]
    asked = (_mark(report, _REPORT) << LOCAL - _REPORT) + min(start >> _START, (1 << LOCAL - _REPORT) - 1)
    return min(asked, (1 << LOCAL) - _FREE)


def _apart(asked: Sequence[int]) -> list[int]:
    """Give every row the place that it asks for, or the next that is free, in the order of the rows."""
    given = [0] * len(asked)
    last = -1
    for n in sorted(range(len(asked)), key=lambda n: (asked[n], n)):
        last = max(asked[n], last + 1)
        given[n] = last
    return given


def _mark(name: str, bits: int) -> int:
    digest = blake2b(name.encode("utf-8", "backslashreplace"), digest_size=4).digest()
    return int.from_bytes(digest, "big") >> 32 - bits


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
