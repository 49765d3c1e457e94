# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Findings are kept all at once, and are current only while the readings that they were made from stand.

The JSON columns hold the records whole; the link tables are written from them here and nowhere else.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from rashomon.case.row import Row, row
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Findings, Lineage, Story

_OWNER = ("position",)
_KINDS: dict[str, Row[Any]] = {
    "entities": row(Entity, "entity", _OWNER),
    "lineage": row(Lineage, "lineage", _OWNER),
    "stories": row(Story, "story", _OWNER),
    "claims": row(Claim, "claim", _OWNER),
    "conflicts": row(Conflict, "conflict", _OWNER),
    "chronicle": row(ChronicleEntry, "chronicle_entry", _OWNER),
}
_PAIR = "json_extract(pair.value, '$[0]'), json_extract(pair.value, '$[1]')"
_LINKS = {
    "entity_mention": f"SELECT {_PAIR}, entity.id FROM entity, json_each(entity.mentions) AS pair",
    "story_report": "SELECT pair.value, story.id FROM story, json_each(story.reports) AS pair",
    "claim_member": f"SELECT claim.id, {_PAIR} FROM claim, json_each(claim.members) AS pair",
    "claim_origin": "SELECT claim.id, one.key, one.value ->> 'kind', one.value ->> 'name', one.value ->> 'key', "
    "one.value ->> 'certain', one.value -> 'chain', one.value ->> 'because' "
    "FROM claim, json_each(claim.origins) AS one",
    "entry_claim": "SELECT entry.id, pair.value FROM chronicle_entry AS entry, json_each(entry.claims) AS pair",
    "entry_report": "SELECT entry.id, json_extract(pair.value, '$[0]') "
    "FROM chronicle_entry AS entry, json_each(entry.events) AS pair "
    "UNION SELECT entry_claim.entry, claim_member.report FROM entry_claim JOIN claim_member USING (claim) "
    "UNION SELECT entry_claim.entry, json_extract(pair.value, '$[0]') "
    "FROM entry_claim JOIN claim ON claim.id = entry_claim.claim, json_each(claim.evidence) AS pair "
    "UNION SELECT entry.id, json_extract(entry.evidence, '$[0]') "
    "FROM chronicle_entry AS entry WHERE entry.evidence IS NOT NULL",
}


class FindingShelf:
    """What was found across the reports of a case."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

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

    def keep(self, findings: Findings, basis: str) -> None:
        """Store `findings`, made from `basis`, in place of those before. Call inside a transaction."""
        run = self._connection.execute
        for kind, shape in _KINDS.items():
            run(f"DELETE FROM {shape.table}")
            self._connection.executemany(
                shape.insert, [(i, *shape.values(one)) for i, one in enumerate(getattr(findings, kind))]
            )
        for table, source in _LINKS.items():
            run(f"DELETE FROM {table}")
            run(f"INSERT OR IGNORE INTO {table} {source}")
        run("UPDATE setting SET value = ? WHERE key = 'compared'", (basis,))

    def get(self) -> Findings:
        """Give all findings, in the order in which they were found."""
        return Findings(
            **{
                kind: tuple(map(shape.record, self._connection.execute(f"{shape.select} ORDER BY position").fetchall()))
                for kind, shape in _KINDS.items()
            }
        )
