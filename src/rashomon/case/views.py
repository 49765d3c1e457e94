# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""What pages, exports and commands ask of a case beside whole records: heads, counts, links; none has SQL of its own.

Rows are as people corrected them, and come in a fixed order.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from rashomon.case.ready_questions import SHEETS
from rashomon.records import Lineage

_COUNTED = ("report", "story", "claim", "conflict", "entity", "chronicle_entry")
_NAMED_BY = ("chronicle_entry", "claim", "conflict", "series", "entity", "story", "report")
"""Tables whose ids people type."""


Shown = Literal["report", "claim", "conflict", "entity"]


class StoryRow(NamedTuple):
    """A story's own columns."""

    id: str
    title: str
    start: str | None
    end: str | None
    reports: tuple[str, ...]


class EntityRow(NamedTuple):
    """An entity with how often it is mentioned; `position` is its place among all."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    mentions: int
    position: int


class LineRow(NamedTuple):
    """A line of the chronicle as a list names it."""

    id: str
    date: str | None
    title: str
    story: str


class WideClaim(NamedTuple):
    """A claim whose count of origins is not exact, with the names that are not certain."""

    id: str
    text: str
    least: int
    most: int
    names: tuple[str, ...]


class ChainLink(NamedTuple):
    """A link of the way a claim came: of which origin, and where it stands."""

    origin: int
    name: str
    kind: str
    certain: int
    link: int
    report: str
    outlet: str | None
    row: str
    because: str


class Heard(NamedTuple):
    """A voice that tells a claim in a report: its key ("" where it has none of its own) and how sure it is its own."""

    claim: str
    key: str
    kind: str
    name: str
    certain: int
    report: str


class Missing(NamedTuple):
    """What the reports of a case lack: how many no day, how many no outlet, and (id, what) of the rest."""

    days: int
    outlets: int
    strange_days: tuple[tuple[str, str], ...]
    days_ahead: tuple[tuple[str, str], ...]
    partial: tuple[tuple[str, str], ...]


class Views:
    """Answers about one open case, in rows of a few columns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(question, values).fetchall()

    def counts(self) -> dict[str, int]:
        """Give how many reports, stories, claims, conflicts, entities and lines there are, by table."""
        asked = ", ".join(f"(SELECT count(*) FROM {t})" for t in _COUNTED)
        return dict(zip(_COUNTED, self._ask(f"SELECT {asked}")[0], strict=True))

    def state(self) -> tuple[Any, ...]:
        """Give what is another whenever something that pages show was written."""
        counts = ", ".join(f"(SELECT count(*) FROM {t})" for t in ("judgement", "report", "refusal", "pointed"))
        settings = "(SELECT json_group_array(value) FROM (SELECT value FROM setting ORDER BY key))"
        return self._ask(f"SELECT {settings}, {counts}")[0]

    def ids(self, kind: Shown) -> list[str]:
        """Give all ids of one kind, in their order."""
        order = "id" if kind == "report" else "position"
        return [i for (i,) in self._ask(f"SELECT id FROM {kind} ORDER BY {order}")]

    def beginning(self, told: str) -> list[str]:
        """Give the ids, of anything that is shown, that begin as `told`."""
        asked = " UNION ".join(f"SELECT id FROM {table} WHERE substr(id, 1, ?) = ?" for table in _NAMED_BY)
        return sorted({str(i) for (i,) in self._ask(asked, *(len(told), told) * len(_NAMED_BY))})

    def unsaid(self, reports: Iterable[str], limit: int) -> list[tuple[str, str, str]]:
        """Give (id, outlet, day) of those of these reports that do not say where or when they are from.

        An outlet that nothing tells is the report's id, a day that nothing tells is "".
        """
        rows = self._ask(
            "SELECT report.id, outlet_of.outlet, coalesce(reading.published, '') FROM report "
            "JOIN outlet_of ON outlet_of.report = report.id LEFT JOIN reading ON reading.report = report.id "
            "WHERE report.id IN (SELECT value FROM json_each(?)) AND (outlet_of.outlet = report.id "
            "OR reading.published IS NULL) ORDER BY report.id LIMIT ?",
            json.dumps(list(reports)),
            limit,
        )
        return [(i, outlet, day) for i, outlet, day in rows]

    def got_from_address(self, report: str) -> str | None:
        """Give the moment at which a report was first got from its address."""
        asked = "SELECT min(at) FROM acquisition WHERE report = ? AND (input LIKE 'http://%' OR input LIKE 'https://%')"
        at = self._ask(asked, report)[0][0]
        return str(at) if at else None

    def sheet(self, name: str) -> list[tuple[Any, ...]]:
        """Give the rows of a sheet of the workbook (`SHEETS`)."""
        return self._ask(SHEETS[name])

    def missing(self) -> Missing:
        """Give what the reports that were read lack."""
        days, outlets = self._ask(
            "SELECT sum(reading.published IS NULL), sum(coalesce(report.outlet, reading.outlet) IS NULL) "
            "FROM report JOIN reading ON reading.report = report.id"
        )[0]
        strange = self._ask("SELECT id, note FROM report WHERE note LIKE '%day not understood: %' ORDER BY id")
        partial = self._ask("SELECT id, partial FROM report WHERE partial <> '' ORDER BY id")
        ahead = tuple((i, day) for i, day, _ in self.days_ahead())
        return Missing(
            days or 0, outlets or 0, tuple((i, n) for i, n in strange), ahead, tuple((i, p) for i, p in partial)
        )

    # ------------------------------------------------------------------------------------------------- entities

    def entity_of(self, report: str, mention: str) -> str | None:
        """Give the id of the entity that a mention is in."""
        rows = self._ask("SELECT entity FROM entity_mention WHERE report = ? AND mention = ?", report, mention)
        return str(rows[0][0]) if rows else None

    def entities_in(self, report: str) -> dict[str, str]:
        """Give the entity of every mention of a report that has one: mention id to entity id."""
        return dict(self._ask("SELECT mention, entity FROM entity_mention WHERE report = ?", report))

    def entity(self, entity: str) -> EntityRow | None:
        """Give one entity."""
        rows = self._entities("WHERE id = ? LIMIT 1", entity)
        return rows[0] if rows else None

    def named(self, entities: Iterable[str]) -> set[str]:
        """Give those of these entities that are named anywhere, and not only described."""
        asked = "SELECT id FROM entity WHERE names <> '[]' AND id IN (SELECT value FROM json_each(?))"
        return {i for (i,) in self._ask(asked, json.dumps(list(entities)))}

    def entities(
        self, kind: str = "", after: tuple[int, int] | None = None, but: str = "", limit: int = 100
    ) -> list[EntityRow]:
        """Give entities, those with most mentions first; `after` is (mentions, position) of the one before."""
        mentions, position = after or (1 << 60, -1)
        return self._entities(
            "WHERE (? = '' OR kind = ?) AND (-json_array_length(mentions), position) > (?, ?) AND id <> ? "
            "ORDER BY json_array_length(mentions) DESC, position LIMIT ?",
            kind,
            kind,
            -mentions,
            position,
            but,
            limit,
        )

    def _entities(self, condition: str, *values: Any) -> list[EntityRow]:
        asked = f"SELECT id, name, kind, names, json_array_length(mentions), position FROM entity {condition}"
        return [_entity(*row) for row in self._ask(asked, *values)]

    def places(self, story: str = "", limit: int = 100) -> list[EntityRow]:
        """Give places, facilities and governments with their mentions in the reports of a story, of all where ""."""
        rows = self._ask(
            "SELECT entity.id, entity.name, entity.kind, entity.names, count(*), entity.position FROM entity "
            "JOIN entity_mention ON entity_mention.entity = entity.id "
            "WHERE (entity.kind IN ('place', 'facility') OR entity.name LIKE 'Government of %') "
            "AND (? = '' OR entity_mention.report IN (SELECT report FROM story_report WHERE story = ?)) "
            "GROUP BY entity.id ORDER BY 5 DESC, entity.position LIMIT ?",
            story,
            story,
            limit,
        )
        return [_entity(*row) for row in rows]

    def reasoned_entities(self, limit: int = 5000) -> list[str]:
        """Give the ids of entities that were gathered for more reasons than their names alone."""
        asked = "SELECT id FROM entity WHERE because_parts IS NOT NULL ORDER BY position LIMIT ?"
        return [i for (i,) in self._ask(asked, limit)]

    # -------------------------------------------------------------------------------------------- stories, reports

    def stories(self, report: str | None = None) -> list[StoryRow]:
        """Give all stories, or those that a report belongs to."""
        rows = self._ask(
            'SELECT id, title, start, "end", reports FROM story '
            "WHERE ? IS NULL OR id IN (SELECT story FROM story_report WHERE report = ?) ORDER BY position",
            report,
            report,
        )
        return [StoryRow(i, t, start, end, tuple(json.loads(reports))) for i, t, start, end, reports in rows]

    def story_at(self, position: int) -> str:
        """Give the id of the story at a place among all, "" where there is none."""
        rows = self._ask("SELECT id FROM story WHERE position = ?", position)
        return str(rows[0][0]) if rows else ""

    def reports_of(self, story: str) -> list[str]:
        """Give the ids of a story's reports."""
        return [r for (r,) in self._ask("SELECT report FROM story_report WHERE story = ? ORDER BY report", story)]

    def headline(self, reports: Iterable[str]) -> str:
        """Give a headline that one of these reports has, "" where none has."""
        rows = self._ask(
            "SELECT title FROM reading WHERE title <> '' AND report IN (SELECT value FROM json_each(?)) "
            "ORDER BY report LIMIT 1",
            json.dumps(list(reports)),
        )
        return str(rows[0][0]) if rows else ""

    def opening(self, report: str, most: int = 400) -> str:
        """Give the first sentence that is the body's own, no caption's or page's, else the beginning of the text."""
        rows = self._ask(
            'SELECT substr(report.text, sentence.start + 1, min(sentence."end" - sentence.start, ?)) '
            "FROM sentence JOIN report ON report.id = sentence.report WHERE sentence.report = ? AND NOT EXISTS ("
            "SELECT 1 FROM region WHERE region.report = sentence.report "
            'AND region.start < sentence."end" AND sentence.start < region."end") '
            "ORDER BY sentence.position LIMIT 1",
            most,
            report,
        ) or self._ask("SELECT substr(text, 1, ?) FROM report WHERE id = ?", most, report)
        return str(rows[0][0]) if rows else ""

    def unsure_days(self, limit: int = 500) -> list[tuple[str, str | None, str | None, str | None, str]]:
        """Give (report, published, earliest, latest, because) of reports whose day is not stated."""
        rows = self._ask(
            "SELECT report, published, earliest, latest, because FROM reading "
            "WHERE basis IN ('inferred', 'unknown') ORDER BY report LIMIT ?",
            limit,
        )
        return [(r, p, e, latest, b) for r, p, e, latest, b in rows]

    def days_ahead(self, report: str | None = None, limit: int = 500) -> list[tuple[str, str, str]]:
        """Give (report, published, came) of reports that tell a day later than the one on which they first came.

        Two days are given for zones and the paper of tomorrow; of `report` alone where it is told.
        """
        rows = self._ask(
            "SELECT reading.report, reading.published, substr(min(acquisition.at), 1, 10) AS came FROM reading "
            "JOIN acquisition USING (report) WHERE ? IS NULL OR reading.report = ? GROUP BY reading.report "
            "HAVING reading.published > date(came, '+2 days') ORDER BY reading.report LIMIT ?",
            report,
            report,
            limit,
        )
        return [(r, day, came) for r, day, came in rows]

    def unsure_lineage(self, below: float = 0.95, limit: int = 500) -> list[tuple[str, str, str, float, str]]:
        """Give (report, origin, relation, score, because) of derivations that score lower, the least certain first."""
        rows = self._ask(
            "SELECT report, origin, relation, score, because FROM lineage WHERE origin IS NOT NULL AND score < ? "
            "ORDER BY score, position LIMIT ?",
            below,
            limit,
        )
        return [(r, o, relation, s, b) for r, o, relation, s, b in rows]

    def derivations(self) -> list[Lineage]:
        """Give every derivation without its evidence."""
        rows = self._ask("SELECT report, origin, relation, basis, score, extent FROM lineage ORDER BY position")
        return [Lineage(r, o, relation, b, s, (), extent=e) for r, o, relation, b, s, e in rows]

    # --------------------------------------------------------------------------------------------- claims, conflicts

    def claims_told(self, report: str) -> list[tuple[str, str]]:
        """Give (claim, row) for each row of a report that puts a claim forward."""
        return [(c, r) for c, r in self._ask("SELECT claim, row FROM claim_member WHERE report = ?", report)]

    def stances(self, claims: Iterable[str]) -> list[tuple[str, str, str, str]]:
        """Give (claim, report, row, stance) of every row that puts one of these claims forward, as `claim_matrix`."""
        rows = self._ask(
            "SELECT claim, report, row, stance FROM claim_matrix "
            "WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3",
            json.dumps(list(claims)),
        )
        return [(c, report, row, stance) for c, report, row, stance in rows]

    def wide_claims(self, limit: int = 2000) -> list[WideClaim]:
        """Give the claims whose least and most origins differ."""
        rows = self._ask(
            "SELECT claim.id, claim.text, independent_origins ->> 0, independent_origins ->> 1, "
            "(SELECT json_group_array(DISTINCT name) FROM claim_origin WHERE claim_origin.claim = claim.id "
            "AND certain = 0) FROM claim "
            "WHERE independent_origins ->> 0 < independent_origins ->> 1 ORDER BY position LIMIT ?",
            limit,
        )
        return [WideClaim(i, text, least, most, tuple(json.loads(names))) for i, text, least, most, names in rows]

    def chain(self, claim: str, limit: int = 200) -> list[ChainLink]:
        """Give the ways a claim came, a row a link, from the report's own row towards the first voice."""
        rows = self._ask(
            "SELECT claim_origin.number, claim_origin.name, claim_origin.kind, claim_origin.certain, "
            "link.key, link.value ->> 0, outlet_of.outlet, link.value ->> 1, claim_origin.because "
            "FROM claim_origin, json_each(claim_origin.chain) AS link "
            "LEFT JOIN outlet_of ON outlet_of.report = link.value ->> 0 "
            "WHERE claim_origin.claim = ? ORDER BY claim_origin.number, link.key LIMIT ?",
            claim,
            limit,
        )
        return [ChainLink(*row) for row in rows]

    def heard(self, story: str) -> list[Heard]:
        """Give which voice tells which claim in which report of a story."""
        rows = self._ask(
            "SELECT DISTINCT claim_origin.claim, claim_origin.key, claim_origin.kind, claim_origin.name, "
            "claim_origin.certain, link.value ->> 0 FROM claim_origin, json_each(claim_origin.chain) AS link "
            "WHERE link.value ->> 0 IN (SELECT report FROM story_report WHERE story = ?) "
            "ORDER BY claim_origin.claim, claim_origin.number, 6",
            story,
        )
        return [Heard(*row) for row in rows]

    def conflicts(self, after: int = -1, limit: int = 100, among: Iterable[str] | None = None) -> list[tuple[str, int]]:
        """Give (id, position) of conflicts behind a position, `among` those ids where they are given."""
        asked = (
            "SELECT id, position FROM conflict WHERE position > ? "
            "AND (? IS NULL OR id IN (SELECT value FROM json_each(?))) ORDER BY position LIMIT ?"
        )
        ids = None if among is None else json.dumps(list(among))
        return [(i, p) for i, p in self._ask(asked, after, ids, ids, limit)]

    def position_of_conflict(self, conflict: str) -> int:
        """Give the place of a conflict among all, -1 where there is none of that id."""
        rows = self._ask("SELECT position FROM conflict WHERE id = ?", conflict)
        return int(rows[0][0]) if rows else -1

    def conflict_kinds(self, conflicts: Iterable[str]) -> dict[str, str]:
        """Give the kind of each of these conflicts."""
        asked = "SELECT id, kind FROM conflict WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position"
        return dict(self._ask(asked, json.dumps(list(conflicts))))

    def conflicts_of(self, claims: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Give, for each of these claims that is in conflict, the (id, kind) of its conflicts."""
        found: dict[str, list[tuple[str, str]]] = {}
        for claim, conflict, kind in self._ask(
            "SELECT conflict_claim.claim, conflict.id, conflict.kind FROM conflict_claim "
            "JOIN conflict ON conflict.id = conflict_claim.conflict "
            "WHERE conflict_claim.claim IN (SELECT value FROM json_each(?)) ORDER BY conflict.position",
            json.dumps(list(claims)),
        ):
            found.setdefault(claim, []).append((conflict, kind))
        return found

    # ------------------------------------------------------------------------------------------- lines of the chronicle

    def line(self, entry: str) -> LineRow | None:
        """Give one line of the chronicle."""
        rows = self._ask("SELECT id, date, title, coalesce(story, '') FROM chronicle_entry WHERE id = ?", entry)
        return LineRow(*rows[0]) if rows else None

    def lines_of_claim(self, claim: str, limit: int = 20) -> list[LineRow]:
        """Give the lines that rest on a claim."""
        rows = self._ask(
            "SELECT entry.id, entry.date, entry.title, coalesce(entry.story, '') FROM entry_claim "
            "JOIN chronicle_entry AS entry ON entry.id = entry_claim.entry WHERE claim = ? "
            "ORDER BY position LIMIT ?",
            claim,
            limit,
        )
        return [LineRow(*row) for row in rows]

    def lines_of_conflict(self, conflict: str, limit: int = 20) -> list[LineRow]:
        """Give the lines that rest on a claim of a conflict."""
        rows = self._ask(
            "SELECT DISTINCT entry.id, entry.date, entry.title, coalesce(entry.story, '') FROM conflict_claim "
            "JOIN entry_claim USING (claim) JOIN chronicle_entry AS entry ON entry.id = entry_claim.entry "
            "WHERE conflict_claim.conflict = ? ORDER BY entry.position LIMIT ?",
            conflict,
            limit,
        )
        return [LineRow(*row) for row in rows]

    def not_facts(self, entries: Iterable[str]) -> dict[str, set[str]]:
        """Give for lines whose events are denied, planned, demanded or hypothetical these modalities."""
        found: dict[str, set[str]] = {}
        for entry, modality in self._ask(
            "SELECT DISTINCT entry.id, event.modality FROM chronicle_entry AS entry, json_each(entry.events) AS pair "
            "JOIN event ON event.report = pair.value ->> 0 AND event.id = pair.value ->> 1 "
            "WHERE entry.id IN (SELECT value FROM json_each(?)) AND event.modality NOT IN ('asserted', 'attributed')",
            json.dumps(list(entries)),
        ):
            found.setdefault(entry, set()).add(modality)
        return found


def _entity(id_: str, name: str, kind: str, names: str, mentions: int, position: int) -> EntityRow:
    return EntityRow(id_, name, kind, tuple(json.loads(names)), mentions, position)
