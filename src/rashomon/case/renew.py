# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Findings are renewed part by part: rows that parts no longer tell leave, rows that they tell now come.

What is told as before is not written again, and what stands in other parts is not even looked at. Where a row stands
in its list follows from what it holds, so that the same reports give the same findings however they came.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from rashomon.case.finding_tables import BROWSED, KINDS, LINKS, Choices, FindingKind
from rashomon.case.part_rows import DAYS, HASHED, LOCAL, entity_place, of_parts, places, row_of_words
from rashomon.case.part_shelf import MadePart, Renewal
from rashomon.case.row import Row, row
from rashomon.records import Entity, Findings

_KNOWN = row(Entity, "part_entity", ("part",))
_Values = tuple[Any, ...]
_BY_CLAIM = frozenset({"claim_member", "claim_origin", "conflict_claim", "claim_entity"})
_BY_ENTRY = frozenset({"entry_claim", "entry_report", "entry_entity", "entry_type"})
_KEYS = {"claim_origin": 2}
"""Columns that tell a row of a link apart from the others, the first so many; all, unless told."""
_RESTRICTED = (
    "WITH entity AS (SELECT id, mentions FROM main.part_entity WHERE part IN now), "
    "story AS (SELECT * FROM main.story WHERE part IN now), "
    "claim AS (SELECT * FROM main.claim WHERE part IN now), "
    "conflict AS (SELECT * FROM main.conflict WHERE part IN now), "
    "chronicle_entry AS (SELECT * FROM main.chronicle_entry WHERE part IN now), "
    "claim_member AS (SELECT m.* FROM main.claim AS c CROSS JOIN main.claim_member AS m ON m.claim = c.id "
    "WHERE c.part IN now), "
    "entry_claim AS (SELECT m.* FROM main.chronicle_entry AS c CROSS JOIN main.entry_claim AS m ON m.entry = c.id "
    "WHERE c.part IN now) "
)
"""Lets a source of rows see those of the parts alone that are looked at now."""
_ORDER = (
    f"SELECT ((entry.part + (story.position IS NULL) * (1 << {DAYS + HASHED})) << {LOCAL}) + row_number() OVER "
    "(PARTITION BY entry.part ORDER BY story.position IS NULL, story.position, entry.date IS NULL, entry.position), "
    "entry.position FROM chronicle_entry AS entry "
    "LEFT JOIN story ON story.id = entry.story AND story.part = entry.part WHERE entry.part IN temp.now"
)
"""The chronicle story by story, dated lines first: the parts in their order, those of no story last."""
_PARTS_OF = "(SELECT report FROM part_report WHERE part IN temp.now)"
_TOGETHER = 2048  # reports whose rows are written together
_SEARCH = "INSERT INTO finding_search (rowid, kind, id, words) VALUES (?, ?, ?, ?)"


def renew(connection: sqlite3.Connection, renewal: Renewal) -> None:
    """Write what comparing again changed. Call inside a transaction."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS now (part INTEGER PRIMARY KEY)")
    if renewal.frozen:
        _clear(connection, renewal)
    _Renewing(connection, renewal).run()
    connection.execute("DELETE FROM temp.now")


def _clear(connection: sqlite3.Connection, renewal: Renewal) -> None:
    """An epoch begins: nothing of before stays."""
    tables = [shape.table for shape in KINDS.values()] + list(LINKS) + [t.partition(" ")[0] for t in BROWSED]
    for table in (*tables, "part", "part_report", "part_vector", "part_entity", "part_frozen"):
        connection.execute(f"DELETE FROM {table}")
    connection.executemany("INSERT INTO part_frozen VALUES (?, ?)", sorted(renewal.frozen.items()))


@dataclass(frozen=True, slots=True)
class _Stood:
    """What parts told before: words to be found by, rows of links, order of lines, rows of each kind, entities."""

    words: dict[str, tuple[str, str]]
    links: dict[str, set[_Values]]
    order: set[_Values]
    rows: dict[FindingKind, dict[int, _Values]]
    entities: dict[tuple[int, str], _Values]


class _Renewing:
    def __init__(self, connection: sqlite3.Connection, renewal: Renewal) -> None:
        self._connection, self._renewal = connection, renewal
        self._gone = () if renewal.frozen else renewal.gone
        self._links = dict(LINKS)
        self._links |= {
            table.partition(" ")[0]: source
            for table, source in BROWSED.items()
            if not table.startswith(("entry_order", "chronicle_choice", "finding_search"))
        }

    def run(self) -> None:
        self._look_at(self._gone)
        choices = Choices(self._connection, (v.report for v in self._renewal.vectors))
        words = self._words()
        links = {table: self._linked(table) for table in self._links}
        order = self._all(
            "SELECT place, position FROM entry_order WHERE position IN "
            "(SELECT position FROM chronicle_entry WHERE part IN temp.now)"
        )
        rows: dict[FindingKind, dict[int, _Values]] = {
            kind: self._found(shape) for kind, shape in KINDS.items() if kind != "entities"
        }
        before = _Stood(words, links, order, rows, self._known())
        self._stand()
        numbered = self._numbered()
        touched: set[str] = set()
        for some in _together(numbered):
            touched |= self._tell({n: made.findings for n, made in some}, before)
            before = _Stood({}, {t: set() for t in links}, set(), {kind: {} for kind in rows}, {})
        self._look_at(n for n, _ in numbered)
        choices.renew(touched)

    def _tell(self, made: dict[int, Findings], before: _Stood) -> set[str]:
        """Write what some parts tell in place of what stood; give the entities of which others lines or words tell."""
        self._look_at(made)
        for kind, rows in before.rows.items():
            self._put(KINDS[kind], rows, {p: v for n, of in made.items() for p, v in _rows(of, kind, n)})
        touched = self._know(
            before.entities, {(n, e.id): (n, *_KNOWN.values(e)) for n, of in made.items() for e in of.entities}
        )
        for table, source in self._links.items():
            now = self._all(f"{_RESTRICTED}{source}")
            self._exchange(table, before.links[table], now)
            if table == "entry_entity":
                touched |= {entity for _, entity, _ in before.links[table] ^ now}
        self._exchange("entry_order", before.order, self._all(_ORDER))
        self._search(before.words, self._words())
        return touched

    def _all(self, asked: str) -> set[_Values]:
        return set(self._connection.execute(asked).fetchall())

    def _look_at(self, parts: Iterable[int]) -> None:
        self._connection.execute("DELETE FROM temp.now")
        self._connection.executemany("INSERT INTO temp.now VALUES (?)", [(p,) for p in parts])

    def _words(self) -> dict[str, tuple[str, str]]:
        """What is to be found of lines and claims, by their ids."""
        lines = self._connection.execute("SELECT id, title FROM chronicle_entry WHERE part IN temp.now").fetchall()
        claims = self._connection.execute("SELECT id, text FROM claim WHERE part IN temp.now").fetchall()
        return {i: ("chronicle", said) for i, said in lines} | {i: ("claim", said) for i, said in claims}

    def _linked(self, table: str) -> set[_Values]:
        """The rows of a link that belong to the parts looked at."""
        if table in _BY_CLAIM:
            return self._all(f"SELECT * FROM {table} WHERE claim IN (SELECT id FROM claim WHERE part IN temp.now)")
        if table in _BY_ENTRY:
            ids = "SELECT id FROM chronicle_entry WHERE part IN temp.now"
            return self._all(f"SELECT * FROM {table} WHERE entry IN ({ids})")
        return self._all(f"SELECT * FROM {table} WHERE report IN {_PARTS_OF}")

    def _found(self, shape: Row[Any]) -> dict[int, _Values]:
        columns = ", ".join(f'"{c}"' for c in ("position", "part", *shape.columns))
        rows = self._connection.execute(f"SELECT {columns} FROM {shape.table} WHERE part IN temp.now")
        return {values[0]: values for values in rows}

    def _known(self) -> dict[tuple[int, str], _Values]:
        """The entities of the parts looked at as these know them."""
        columns = ", ".join(("part", *_KNOWN.columns))
        rows = self._connection.execute(f"SELECT {columns} FROM part_entity WHERE part IN temp.now")
        return {(values[0], values[1]): values for values in rows}

    def _stand(self) -> None:
        run = self._connection.executemany
        for table in ("part_report", "part_vector"):
            run(f"DELETE FROM {table} WHERE report = ?", [(r,) for r in self._renewal.lost])
        run(
            "INSERT OR REPLACE INTO part_vector (report, terms, weights, names, length, known, middle, doubt) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (v.report, v.terms, v.weights, v.names, v.length, v.known, v.middle, v.doubt)
                for v in self._renewal.vectors
            ],
        )
        run(
            "INSERT INTO part_report (report, component, part, ruled) VALUES (?, ?, 0, ?) "
            "ON CONFLICT (report) DO UPDATE SET component = excluded.component, ruled = excluded.ruled "
            "WHERE component <> excluded.component OR ruled <> excluded.ruled",
            [(report, *told) for report, told in sorted(self._renewal.standing.items())],
        )
        run("DELETE FROM part WHERE number = ?", [(n,) for n in self._gone])

    def _numbered(self) -> list[tuple[int, MadePart]]:
        """Number the parts that were made: by their place, or the next that is free."""
        numbered = []
        for made in sorted(self._renewal.made, key=lambda m: (m.place, m.reports)):
            number = made.place
            while self._connection.execute("SELECT 1 FROM part WHERE number = ?", (number,)).fetchone():
                number += 1  # two parts share a place once in a hundred million
            self._connection.execute("INSERT INTO part (number, digest) VALUES (?, ?)", (number, made.digest))
            self._connection.executemany(
                "UPDATE part_report SET part = ? WHERE report = ? AND part <> ?",
                [(number, report, number) for report in made.reports],
            )
            numbered.append((number, made))
        return numbered

    def _put(self, shape: Row[Any], before: dict[int, _Values], after: dict[int, _Values]) -> None:
        columns = ("position", "part", *shape.columns)
        known_by = columns.index("id") if "id" in columns else 0
        self._rewrite(shape.table, columns, (known_by,), before.values(), after.values())

    def _exchange(self, table: str, before: set[_Values], after: set[_Values]) -> None:
        if before != after:
            columns = [c for (c,) in self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            keys = range(_KEYS.get(table, len(columns)))
            self._rewrite(table, columns, keys, before - after, sorted(after - before, key=repr), "INSERT OR IGNORE")

    def _rewrite(
        self,
        table: str,
        columns: Sequence[str],
        known_by: Sequence[int],
        before: Iterable[_Values],
        after: Iterable[_Values],
        insert: str = "INSERT",
    ) -> None:
        """Write `after` in place of `before`: of a row that stays, known by some columns, only the others that differ.

        An index that holds none of these is not written then: those of ids have the rows of a part all over them.
        """
        key = itemgetter(*known_by)
        was, now = ({key(values): values for values in rows} for rows in (before, after))
        run = self._connection.executemany
        same = " AND ".join(f'"{columns[n]}" = ?' for n in known_by)
        run(f"DELETE FROM {table} WHERE {same}", [_some(was[k], known_by) for k in was.keys() - now.keys()])
        differing: dict[tuple[int, ...], list[_Values]] = {}
        for k in was.keys() & now.keys():
            if at := tuple(n for n, (x, y) in enumerate(zip(was[k], now[k], strict=True)) if x != y):
                differing.setdefault(at, []).append(now[k])
        if columns[0] == "position":  # rows that change places get out of each other's way
            moved = [
                (-1 - row[0], *_some(row, known_by)) for at, rows in differing.items() if at[0] == 0 for row in rows
            ]
            run(f"UPDATE {table} SET position = ? WHERE {same}", moved)
        for at, rows in sorted(differing.items()):
            told = ", ".join(f'"{columns[n]}" = ?' for n in at)
            run(f"UPDATE {table} SET {told} WHERE {same}", [_some(row, (*at, *known_by)) for row in rows])
        named, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
        run(
            f"INSERT OR IGNORE INTO {table} ({named}) VALUES ({marks})", [row for k, row in now.items() if k not in was]
        )

    def _know(self, before: dict[tuple[int, str], _Values], after: dict[tuple[int, str], _Values]) -> set[str]:
        """Tell anew of the entities of which a part tells otherwise than before, and give their ids."""
        told = {key[1] for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        self._rewrite("part_entity", ("part", *_KNOWN.columns), (0, 1), before.values(), after.values())
        was = self._entity_words(told)
        shape = KINDS["entities"]
        columns = ("position", *shape.columns)
        asked = f"SELECT {', '.join(columns)} FROM entity WHERE id IN (SELECT value FROM json_each(?))"
        had = self._connection.execute(asked, (json.dumps(sorted(told)),)).fetchall()
        free = {values[0] for values in had}
        given = {}
        for one in self._told_by_all(sorted(told)):
            position = entity_place(one)
            while position in given or (position not in free and self._stands_at(position)):
                position += 1
            given[position] = (position, *shape.values(one))
        self._rewrite("entity", columns, (columns.index("id"),), had, given.values())
        self._search(was, self._entity_words(told))
        return told

    def _stands_at(self, position: int) -> bool:
        asked = "SELECT 1 FROM entity WHERE position = ?"
        return self._connection.execute(asked, (position,)).fetchone() is not None

    def _entity_words(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        asked = "SELECT id, name, names FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND names <> '[]'"
        rows = self._connection.execute(asked, (json.dumps(sorted(ids)),))
        return {
            i: ("entity", " · ".join((name, *(n for n in json.loads(names) if n != name)))) for i, name, names in rows
        }

    def _told_by_all(self, ids: Sequence[str]) -> Iterator[Entity]:
        asked = f"SELECT {', '.join(_KNOWN.columns)} FROM part_entity WHERE id = ? ORDER BY part"
        for id_ in ids:
            if rows := self._connection.execute(asked, (id_,)).fetchall():
                yield of_parts([_KNOWN.record(values) for values in rows])

    def _search(self, before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]) -> None:
        gone = [(row_of_words(i),) for i, told in before.items() if after.get(i) != told]
        new = [(row_of_words(i), told[0], i, told[1]) for i, told in after.items() if before.get(i) != told]
        self._connection.executemany("DELETE FROM finding_search WHERE rowid = ?", gone)
        self._connection.executemany(_SEARCH, new)


def _together(numbered: Sequence[tuple[int, MadePart]]) -> Iterator[Sequence[tuple[int, MadePart]]]:
    """Give parts, a few thousand reports at a time: the rows of very many need not all be held. At least once."""
    begins, reports = 0, 0
    for at, (_, made) in enumerate(numbered):
        reports += len(made.reports)
        if reports > _TOGETHER:
            yield numbered[begins : at + 1]
            begins, reports = at + 1, 0
    if begins < len(numbered) or not numbered:
        yield numbered[begins:]


def _some(values: _Values, at: Iterable[int]) -> _Values:
    return tuple(values[n] for n in at)


def _rows(findings: Findings, kind: Any, part: int) -> Iterator[tuple[int, _Values]]:
    """The rows of one kind of a part, with their places."""
    told = getattr(findings, kind)
    for one, position in zip(told, places(told, part), strict=True):
        yield position, (position, part, *KINDS[kind].values(one))
