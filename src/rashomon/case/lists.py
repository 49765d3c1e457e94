# ruff: noqa: S608 (conditions and orders are our own; values are always bound)
"""Long lists of a case that are narrowed, sorted and counted: reports, conflicts, entities."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rashomon.case.views import LineRow

REPORT_ORDERS = {
    "": "published IS NULL, published, id",
    "latest": "published IS NULL, published DESC, id",
    "outlet": "outlet COLLATE NOCASE, published IS NULL, published, id",
    "title": "title COLLATE NOCASE, id",
    "claims": "claims DESC, published IS NULL, published, id",
}
CLAIM_ORDERS = {
    "": "position",
    "outlets": "outlets DESC, least DESC, most DESC, position",
    "voices": "least DESC, most DESC, outlets DESC, position",
}
CONFLICT_ORDERS = {"": "rank = 0, rank, position", "kind": "kind, rank = 0, rank, position", "found": "position"}
ENTITY_ORDERS = {
    "": "mentions DESC, position",
    "name": "name COLLATE NOCASE, position",
    "kind": "kind, mentions DESC, position",
}
"""Orders by what they are asked for as; what is asked for otherwise is in the first."""


class ReportRow(NamedTuple):
    """A report in a list: its days, the characters of its text, how many claims it tells, whether it was read."""

    id: str
    title: str
    outlet: str
    published: str | None
    earliest: str | None
    latest: str | None
    basis: str | None
    length: int
    claims: int
    unread: int


class ListedClaim(NamedTuple):
    """A claim of a story with its bounds and how many outlets tell it."""

    id: str
    text: str
    origins: tuple[int, int]
    outlets: int


class ListedEntity(NamedTuple):
    """An entity in a list."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    mentions: int


class News(NamedTuple):
    """What came after some moment: reports, lines that rest on them alone, lines that others told before, conflicts."""

    reports: tuple[str, ...]
    lines: tuple[LineRow, ...]
    told_again: tuple[LineRow, ...]
    conflicts: tuple[str, ...]


class Lists:
    """Answers about one open case, a page of rows at a time, with how many rows there are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _ask(self, question: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return self._connection.execute(question, dict(values)).fetchall()

    def _page(
        self, rows: str, conditions: list[str], values: dict[str, Any], order: str, page: tuple[int, int]
    ) -> tuple[list[str], int]:
        """Give the ids of a page (from, how many) of `rows`, and how many there are on all pages."""
        where = " AND ".join(conditions) or "1"
        of = f"({rows}) WHERE {where}"
        (count,) = self._ask(f"SELECT count(*) FROM {of}", values)[0]
        start, most = page
        asked = f"SELECT id FROM {of} ORDER BY {order} LIMIT {most:d} OFFSET {start:d}"
        return [i for (i,) in self._ask(asked, values)], int(count)

    def reports(
        self,
        narrow: Mapping[str, str],
        order: str = "",
        page: tuple[int, int] = (0, 100),
        among: Iterable[str] | None = None,
    ) -> tuple[list[ReportRow], int]:
        """Give a page of reports and their number: narrowed by outlet, first, last, words, and to those `among` ids."""
        claims = "(SELECT count(DISTINCT claim) FROM claim_member WHERE claim_member.report = report.id)"
        rows = (
            "SELECT report.id AS id, coalesce(nullif(report.title, ''), reading.title, '') AS title, "
            "outlet_of.outlet AS outlet, reading.published AS published"
            f"{f', {claims} AS claims' if order == 'claims' else ''} FROM report "
            "LEFT JOIN reading ON reading.report = report.id JOIN outlet_of ON outlet_of.report = report.id"
        )
        known = {
            "outlet": "outlet = :outlet",
            "first": "substr(published, 1, 10) >= :first",
            "last": "substr(published, 1, 10) <= :last",
            "words": "instr(lower(title || ' ' || outlet), lower(:words)) > 0",
        }
        values: dict[str, Any] = {name: narrow[name] for name in known if narrow.get(name)}
        conditions = [known[name] for name in values]
        if among is not None:
            conditions.append("id IN (SELECT value FROM json_each(:among))")
            values["among"] = json.dumps(list(among))
        ids, count = self._page(rows, conditions, values, REPORT_ORDERS.get(order, REPORT_ORDERS[""]), page)
        told = self._ask(
            "SELECT report.id, coalesce(nullif(report.title, ''), reading.title, ''), outlet_of.outlet, "
            "reading.published, reading.earliest, reading.latest, reading.basis, length(report.text), "
            f"{claims}, reading.report IS NULL "
            "FROM report LEFT JOIN reading ON reading.report = report.id "
            "JOIN outlet_of ON outlet_of.report = report.id WHERE report.id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(ids)},
        )
        by_id = {row[0]: ReportRow(*row) for row in told}
        return [by_id[i] for i in ids], count

    def since(self, moment: str) -> News:
        """Give what reports that first came after a moment (ISO, UTC) brought: nothing where all of them did."""
        new = (
            "SELECT report FROM acquisition GROUP BY report HAVING min(at) > :moment "
            "AND (SELECT min(at) FROM acquisition) <= :moment"
        )
        behind = (
            f"SELECT entry, min(report IN ({new})) AS alone FROM entry_report "
            f"GROUP BY entry HAVING max(report IN ({new}))"
        )
        sides = f"SELECT claim FROM claim_member GROUP BY claim HAVING min(report IN ({new}))"
        values = {"moment": moment}
        lines = self._ask(
            f"SELECT id, date, title, coalesce(story, ''), alone FROM ({behind}) JOIN chronicle_entry ON id = entry "
            "ORDER BY alone DESC, rank = 0, rank, position",
            values,
        )
        conflicts = self._ask(
            f"SELECT DISTINCT conflict FROM conflict_claim WHERE claim IN ({sides}) ORDER BY conflict", values
        )
        reports = self._ask(f"SELECT report FROM ({new}) ORDER BY report", values)
        return News(
            tuple(r for (r,) in reports),
            tuple(LineRow(*row[:4]) for row in lines if row[4]),
            tuple(LineRow(*row[:4]) for row in lines if not row[4]),
            tuple(c for (c,) in conflicts),
        )

    def outlets(self, limit: int = 300) -> list[tuple[str, int]]:
        """Give the outlets with how many reports each has, most first; reports without one are left out."""
        return [
            (outlet, n)
            for outlet, n in self._ask(
                "SELECT outlet, count(*) FROM outlet_of WHERE outlet <> report GROUP BY outlet "
                "ORDER BY 2 DESC, outlet COLLATE NOCASE LIMIT :limit",
                {"limit": limit},
            )
        ]

    def conflicts(
        self,
        narrow: Mapping[str, str],
        order: str = "",
        page: tuple[int, int] = (0, 40),
        among: Iterable[str] | None = None,
    ) -> tuple[list[str], int]:
        """Give the ids of a page of conflicts and their number: narrowed by kind, status, words, to those `among`."""
        claims = "SELECT 1 FROM conflict_claim JOIN claim ON claim.id = conflict_claim.claim"
        known = {
            "kind": "kind = :kind",
            "status": "status = :status",
            "words": f"EXISTS ({claims} WHERE conflict_claim.conflict = row.id "
            "AND instr(lower(claim.text), lower(:words)) > 0)",
        }
        values: dict[str, Any] = {name: narrow[name] for name in known if narrow.get(name)}
        conditions = [known[name] for name in values]
        if among is not None:
            conditions.append("id IN (SELECT value FROM json_each(:among))")
            values["among"] = json.dumps(list(among))
        rows = "SELECT * FROM (SELECT id, kind, status, rank, position FROM conflict) AS row"
        where = " AND ".join(conditions) or "1"
        return self._page(f"{rows} WHERE {where}", [], values, CONFLICT_ORDERS.get(order, CONFLICT_ORDERS[""]), page)

    def claims(
        self, story: str, narrow: Mapping[str, str], order: str = "", page: tuple[int, int] = (0, 40)
    ) -> tuple[list[ListedClaim], int]:
        """Give a page of a story's claims and their number: of several outlets or in conflict unless `show` says all.

        Narrowed by words, by an outlet that tells them, and by a stance that somebody takes.
        """
        rows = (
            "SELECT claim.id AS id, claim.position AS position, claim.text AS text, claim.stances AS stances, "
            "claim.independent_origins ->> 0 AS least, claim.independent_origins ->> 1 AS most, "
            "count(DISTINCT outlet_of.outlet) AS outlets, "
            "max(outlet_of.outlet = :outlet) AS told FROM story_report "
            "JOIN claim_member USING (report) JOIN claim ON claim.id = claim_member.claim "
            "JOIN outlet_of ON outlet_of.report = claim_member.report "
            "WHERE story_report.story = :story GROUP BY claim.id"
        )
        known = {
            "words": "instr(lower(text), lower(:words)) > 0",
            "outlet": "told",
            "stance": "EXISTS (SELECT 1 FROM json_each(stances) AS s WHERE s.value ->> 'stance' = :stance)",
        }
        values: dict[str, Any] = {"outlet": "", **{name: narrow[name] for name in known if narrow.get(name)}}
        conditions = [known[name] for name in values if values[name]]
        if narrow.get("show") != "all":
            conditions.append("(outlets > 1 OR id IN (SELECT claim FROM conflict_claim))")
        values["story"] = story
        ids, count = self._page(rows, conditions, values, CLAIM_ORDERS.get(order, CLAIM_ORDERS[""]), page)
        asked = f"SELECT id, text, least, most, outlets FROM ({rows}) WHERE id IN (SELECT value FROM json_each(:ids))"
        told = {row[0]: row for row in self._ask(asked, {**values, "ids": json.dumps(ids)})}
        return [ListedClaim(i, told[i][1], (told[i][2], told[i][3]), told[i][4]) for i in ids], count

    def kinds_of_conflicts(self) -> list[tuple[str, int]]:
        """Give the kinds of conflicts with how many there are of each, most first."""
        return [
            (k, n) for k, n in self._ask("SELECT kind, count(*) FROM conflict GROUP BY kind ORDER BY 2 DESC, 1", {})
        ]

    def entities(
        self, narrow: Mapping[str, str], order: str = "", page: tuple[int, int] = (0, 100), *, named: bool | None = None
    ) -> tuple[list[ListedEntity], int]:
        """Give a page of entities and their number: narrowed by kind and words, and by having a name."""
        known = {"kind": "kind = :kind", "words": "instr(lower(name || ' ' || names), lower(:words)) > 0"}
        values: dict[str, Any] = {name: narrow[name] for name in known if narrow.get(name)}
        conditions = [known[name] for name in values]
        if named is not None:
            conditions.append(f"(names <> '[]') = {int(named)}")
        rows = "SELECT id, name, kind, names, json_array_length(mentions) AS mentions, position FROM entity"
        ids, count = self._page(rows, conditions, values, ENTITY_ORDERS.get(order, ENTITY_ORDERS[""]), page)
        asked = f"SELECT id, name, kind, names, mentions FROM ({rows}) WHERE id IN (SELECT value FROM json_each(:ids))"
        told = {i: (n, k, names, m) for i, n, k, names, m in self._ask(asked, {"ids": json.dumps(ids)})}
        return [ListedEntity(i, n, k, tuple(json.loads(s)), m) for i in ids for n, k, s, m in [told[i]]], count

    def kinds_of_entities(self, *, named: bool = True) -> list[tuple[str, int]]:
        """Give the kinds of those entities with how many there are of each, most first."""
        asked = (
            f"SELECT kind, count(*) FROM entity WHERE (names <> '[]') = {int(named)} GROUP BY kind ORDER BY 2 DESC, 1"
        )
        return [(k, n) for k, n in self._ask(asked, {})]
