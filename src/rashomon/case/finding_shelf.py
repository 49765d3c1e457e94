# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Findings are kept all at once or part by part, and are current only while the readings they were made from stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from rashomon.case.answering import answering
from rashomon.case.borne import Borne, borne
from rashomon.case.exchanged import exchanged
from rashomon.case.finding_tables import BROWSED, KINDS, LINKS, FindingKind
from rashomon.case.part_shelf import Renewal
from rashomon.case.renew import renew
from rashomon.records import ChronicleEntry, Conflict, Entity, Findings, Lineage, Series, Story

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

    def get(self) -> Findings:
        """Give all findings, in the order in which they were found."""
        return Findings(**{kind: tuple(self._where(kind, "1")) for kind in KINDS})
