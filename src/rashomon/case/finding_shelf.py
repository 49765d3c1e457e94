# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Findings are kept all at once or part by part, and are current only while the readings they were made from stand.

An id that no row bears any more is answered by the row that tells its place: an id is made of the first place of its
row (`row_name`), and a row that was joined to another, or of which an earlier report tells by now, still has that place
among its own; of whom one mention was rejected is the name that it bore, as the machine had read it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from rashomon.case.finding_tables import BROWSED, KINDS, LINKS, Borne, FindingKind, borne
from rashomon.case.part_rows import exchanged
from rashomon.case.part_shelf import Renewal
from rashomon.case.renew import renew
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Findings, Lineage, Series, Story
from rashomon.records.keys import (
    claim_name,
    conflict_name,
    conflict_name_of_two,
    entity_name,
    line_name,
    series_name,
    story_name,
    twins,
)

_ID = re.compile(r"([knsefx])-[0-9a-f]{10}")
_ROWS = {
    "claims": "SELECT claim.id, one.value ->> 'report', one.value ->> 'start', one.value ->> 'end' "
    "FROM claim JOIN json_each(claim.tellings) AS one ORDER BY claim.position",
    "chronicle": "SELECT line.id, one.value ->> 'report', one.value ->> 'start', one.value ->> 'end' "
    "FROM chronicle_entry AS line JOIN entry_claim ON entry_claim.entry = line.id "
    "JOIN claim ON claim.id = entry_claim.claim JOIN json_each(claim.tellings) AS one ORDER BY line.position",
    "entities": 'SELECT entity, report, start, "end" FROM ('
    'SELECT 0 AS turn, link.entity, own.report, own.start, own."end" FROM entity_mention AS link '
    "JOIN mention AS own ON own.report = link.report AND own.id = link.mention UNION ALL "
    'SELECT 1, entity.id, own.report, own.start, own."end" FROM mention AS own '
    "JOIN chain ON chain.report = own.report AND chain.id = own.chain JOIN entity ON entity.name = chain.name "
    "UNION ALL SELECT 2, entity.id, kept.report, own.value ->> 'start', own.value ->> 'end' "
    "FROM machine_reading AS kept, json_each(kept.layers, '$.mentions') AS own, "
    "json_each(kept.layers, '$.chains') AS line "
    "JOIN entity ON entity.name = line.value ->> 'name' WHERE line.value ->> 'id' = own.value ->> 'chain' "
    ") ORDER BY turn, entity",
    "stories": "SELECT story, report FROM story_report",
    "conflicts": 'SELECT conflict, report, start, "end" FROM ('
    "SELECT 2 * side.key AS turn, position, conflict.id AS conflict, one.value ->> 0 AS report, "
    'one.value ->> 1 AS start, one.value ->> 2 AS "end" '
    "FROM conflict, json_each(conflict.sides) AS side, json_each(side.value, '$.evidence') AS one UNION ALL "
    "SELECT 2 * side.key + 1, conflict.position, conflict.id, one.value ->> 'report', "
    "one.value ->> 'start', one.value ->> 'end' "
    "FROM conflict, json_each(conflict.sides) AS side, json_each(side.value, '$.claims') AS told "
    "JOIN claim ON claim.id = told.value JOIN json_each(claim.tellings) AS one"
    ") ORDER BY turn, position",
    "series": "SELECT series.id, one.value ->> '$.evidence[0]', one.value ->> '$.evidence[1]', "
    "one.value ->> '$.evidence[2]', one.value ->> '$.value[0]', one.value ->> '$.value[1]' "
    "FROM series, json_each(series.points) AS one ORDER BY series.position",
}
_ROWS["contested"] = _ROWS["claims"]
_OF_TWO = (
    "SELECT conflict.id, one.value ->> 0, one.value ->> 1, one.value ->> 2, "
    "other.value ->> 0, other.value ->> 1, other.value ->> 2 "
    "FROM conflict, json_each(conflict.sides, '$[0].evidence') AS one, "
    "json_each(conflict.sides, '$[1].evidence') AS other ORDER BY conflict.position"
)
"""Conflicts by both their sides, which named them before."""
_NAMES: dict[str, tuple[str, Callable[..., str]]] = {
    "claims": ("k", lambda r, s, e: claim_name((r, s, e))),
    "chronicle": ("e", lambda r, s, e: line_name(claim_name((r, s, e)))),
    "entities": ("n", lambda r, s, e: entity_name(r, (s, e))),
    "stories": ("s", story_name),
    "conflicts": ("x", lambda r, s, e: conflict_name((r, s, e))),
    "contested": ("x", lambda r, s, e: conflict_name((r, s, e))),
    "series": ("f", lambda r, s, e, low, high: series_name((r, s, e), (low, high))),
}


def answering(connection: sqlite3.Connection, kind: str, wanted: str) -> str | None:
    """Give the id of the row of this kind that answers to `wanted`, which no row bears; None where none does."""
    letter, name = _NAMES.get(kind, ("", str))
    match = _ID.fullmatch(wanted)
    if match is None or match[1] != letter:
        return None
    rows: Iterable[tuple[str, ...]] = connection.execute(_ROWS[kind])
    found = next((row for row, *place in rows if wanted in twins(name(*place))), None)
    if found is None and kind == "conflicts":
        pairs: Iterable[tuple[str, Any, Any, str, Any, Any]] = connection.execute(_OF_TWO)
        found = next((row for row, *p in pairs if conflict_name_of_two(tuple(p[:3]), tuple(p[3:])) == wanted), None)
    return found


T = TypeVar("T")


class FindingShelf:
    """What was found across the reports of a case."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def some(self, kind: FindingKind, ids: Iterable[str]) -> list[Any]:
        """Give the findings of one kind with these ids, in the order in which they were found.

        An id asked for alone that no row bears any more is that of the row which answers to it (`answering`).
        """
        wanted = list(ids)
        found = self._where(kind, "id IN (SELECT value FROM json_each(?))", json.dumps(wanted))
        if not found and len(wanted) == 1 and (now := answering(self._connection, kind, wanted[0])):
            return self._where(kind, "id = ?", now)
        return found

    def contested(self, conflict: str) -> list[Claim]:
        """Give the claim with which a conflict began that had this id and is not found any more."""
        claim = answering(self._connection, "contested", conflict)
        return self._where("claims", "id = ?", claim) if claim else []

    def entities(self) -> list[Entity]:
        """Give all entities."""
        return self._where("entities", "1")

    def lineage(self, report: str) -> list[Lineage]:
        """Give what a report derives from."""
        return self._where("lineage", "report = ?", report)

    def lines(self, story: str) -> list[ChronicleEntry]:
        """Give the lines of the chronicle that belong to a story."""
        return self._where("chronicle", "story = ?", story)

    def loose(self) -> list[ChronicleEntry]:
        """Give the lines of the chronicle that belong to no story."""
        return self._where("chronicle", "story IS NULL")

    def told_in(self, story: str) -> list[Series]:
        """Give the figures in time that reports of a story tell."""
        inside = (
            "SELECT series.id FROM series, json_each(series.points) AS point JOIN story_report "
            "ON story_report.report = point.value ->> '$.evidence[0]' WHERE story_report.story = ?"
        )
        return self._where("series", f"id IN ({inside})", story)

    def named_most(self, story: str, most: int) -> list[str]:
        """Give the names that most reports of a story bear, but those of publications."""
        rows = self._connection.execute(
            "SELECT entity.name FROM story_report JOIN entity_mention USING (report) "
            "JOIN entity ON entity.id = entity_mention.entity "
            "WHERE story_report.story = ? AND entity.kind <> 'publication' AND json_array_length(entity.names) > 0 "
            "GROUP BY entity.id ORDER BY count(DISTINCT story_report.report) DESC, count(*) DESC, entity.position "
            "LIMIT ?",
            (story, most),
        )
        return [name for (name,) in rows]

    def behind(self, entry: str) -> list[str]:
        """Give the ids of the reports that stand behind a line of the chronicle."""
        rows = self._connection.execute("SELECT report FROM entry_report WHERE entry = ? ORDER BY report", (entry,))
        return [report for (report,) in rows]

    def named(self, name: str) -> list[Entity]:
        """Give the entities whose own name this is; where there is none, those that bear it among others."""
        own = self._where("entities", "name = ?", name)
        return own or self._where("entities", "? IN (SELECT value FROM json_each(entity.names))", name)

    def borne(self, entity: str) -> list[Borne]:
        """Give the mentions of an entity, with the names that their chains bear."""
        return borne(self._connection, entity)

    def stories(self) -> list[Story]:
        """Give all stories."""
        return self._where("stories", "1")

    def claim_ids(self) -> list[str]:
        """Give the ids of all claims, in the order in which they were found."""
        return [i for (i,) in self._connection.execute("SELECT id FROM claim ORDER BY position")]

    def conflicts(self) -> list[Conflict]:
        """Give all conflicts."""
        return self._where("conflicts", "1")

    def within(self, story: str) -> list[Conflict]:
        """Give the conflicts of one story: it holds most of what tells their sides, of equals the first by its id.

        Where a conflict has no sides, reports of the story put forward both its claims.
        """
        inside = (
            "WITH told AS (SELECT conflict.id, story_report.story, count(*) AS times FROM conflict, "
            "json_each(conflict.sides) AS side, json_each(side.value, '$.evidence') AS place "
            "JOIN story_report ON story_report.report = json_extract(place.value, '$[0]') GROUP BY 1, 2) "
            "SELECT id FROM told WHERE story = ? AND NOT EXISTS (SELECT 1 FROM told AS other WHERE other.id = told.id "
            "AND (other.times > told.times OR (other.times = told.times AND other.story < told.story))) "
            "UNION SELECT conflict FROM (SELECT DISTINCT conflict_claim.claim, conflict FROM story_report "
            "JOIN claim_member USING (report) JOIN conflict_claim ON conflict_claim.claim = claim_member.claim "
            "WHERE story_report.story = ?) WHERE conflict NOT IN (SELECT id FROM told) "
            "GROUP BY conflict HAVING count(*) = 2"
        )
        return self._where("conflicts", f"id IN ({inside})", story, story)

    def _where(self, kind: FindingKind, condition: str, *values: str) -> list[Any]:
        shape = KINDS[kind]
        rows = self._connection.execute(f"{shape.select} WHERE {condition} ORDER BY position", values).fetchall()
        return list(map(shape.record, rows))

    def basis(self, comparer: str) -> str:
        """Give what findings made now by `comparer` would rest on: the readings as they stand. Ask before comparing."""
        (revision,) = self._connection.execute("SELECT value FROM setting WHERE key = 'revision'").fetchone()
        return f"{revision} {comparer}"

    def current(self, basis: str) -> bool:
        """Tell whether the findings kept here were made from `basis`."""
        (compared,) = self._connection.execute("SELECT value FROM setting WHERE key = 'compared'").fetchone()
        return bool(compared == basis)

    def stale(self) -> bool:
        """Tell whether a reading has come, gone or changed since the findings kept here were made."""
        (compared,) = self._connection.execute("SELECT value FROM setting WHERE key = 'compared'").fetchone()
        revision, _, _ = str(compared or "0").partition(" ")
        return self.basis("") != f"{revision} "

    def unmoved(self, write: Callable[[], T]) -> T:
        """Do what changes no finding: findings that were current stay so. Call inside a transaction."""
        current = not self.stale()
        before = self.basis("")
        done = write()
        if current:
            self._connection.execute(
                "UPDATE setting SET value = ? || substr(value, ?) WHERE key = 'compared'",
                (self.basis(""), len(before) + 1),
            )
        return done

    def keep(self, findings: Findings, basis: str) -> None:
        """Store `findings` of the whole case, made from `basis`, in place of all before. Call inside a transaction."""
        run = self._connection.execute
        for kind, shape in KINDS.items():
            run(f"DELETE FROM {shape.table}")
            self._connection.executemany(
                shape.insert, [(i, *shape.values(one)) for i, one in enumerate(getattr(findings, kind))]
            )
        for table, source in LINKS.items():
            run(f"DELETE FROM {table}")
            run(f"INSERT OR IGNORE INTO {table} {source}")
        for table, source in BROWSED.items():
            run(f"DELETE FROM {table.partition(' ')[0]}")
            run(f"INSERT OR IGNORE INTO {table} {source}")
        for table in ("part", "part_report", "part_vector", "part_entity", "part_frozen"):
            run(f"DELETE FROM {table}")
        self._made_from(basis)

    def renew(self, renewal: Renewal, basis: str) -> None:
        """Store what comparing some parts again changed, and leave all else as it is. Call inside a transaction."""
        renew(self._connection, renewal)
        self._made_from(basis)

    def exchanged(self, renewal: Renewal) -> tuple[Findings, Findings]:
        """Give what is told now of what `renewal` changes, and what is told then; nothing is written."""
        return exchanged(self._connection, renewal)

    def _made_from(self, basis: str) -> None:
        self._connection.execute("DELETE FROM part_changed")
        self._connection.execute("UPDATE setting SET value = ? WHERE key = 'compared'", (basis,))

    def differing(self, findings: Findings) -> tuple[Findings, Findings]:
        """Give what is told now and what `findings` tell, less what both tell alike; nothing is written."""
        before: dict[str, tuple[Any, ...]] = {}
        after: dict[str, tuple[Any, ...]] = {}
        for kind, shape in KINDS.items():
            told: tuple[Any, ...] = getattr(findings, kind)
            rows = self._connection.execute(f"{shape.select} ORDER BY position").fetchall()
            was = {values[0]: values for values in rows}
            if shape.columns[0] == "id" and len(was) == len(rows):
                told = tuple(one for one in told if not self._stands(was, one.id, shape.values(one)))
                rows = list(was.values())
            before[kind], after[kind] = tuple(map(shape.record, rows)), told
        return Findings(**before), Findings(**after)

    @staticmethod
    def _stands(was: dict[str, tuple[Any, ...]], id_: str, now: tuple[Any, ...]) -> bool:
        """Whether a row is as it `was`; it is then taken out of those that were."""
        same = was.get(id_) == now
        if same:
            del was[id_]
        return same

    def get(self) -> Findings:
        """Give all findings, in the order in which they were found."""
        return Findings(**{kind: tuple(self._where(kind, "1")) for kind in KINDS})
