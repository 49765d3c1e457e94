"""One open case as every screen asks it: what a row is called, where it is shown, what stands around it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.case import Case
from rashomon.exports.account import Teller
from rashomon.exports.families import families
from rashomon.exports.lookup import Lookup
from rashomon.records import Correction, Lineage
from rashomon.web.dating import date_of
from rashomon.web.links import Links
from rashomon.web.svg import fitted
from rashomon.web.works import State

_OPENING = 110
"""Characters of a report's beginning that stand for a headline."""


@dataclass(frozen=True, slots=True)
class StoryHead:
    """What a list of stories shows of one."""

    id: str
    title: str
    start: str | None
    end: str | None
    reports: int


class Desk:
    """An open case with its look-ups; `links` says where things are shown, `editable` whether they can be put right.

    `state` tells how the findings stand that are shown.
    """

    def __init__(self, case: Case, links: Links, *, editable: bool = False, state: State | None = None) -> None:
        self.case = case
        self.links = links
        self.editable = editable
        self.state = state
        self.ask = case.ask
        self.lookup = Lookup(case)
        self.teller = Teller(case, self.lookup)
        self.entity_of = lru_cache(4096)(self._entity_of)
        self.entity_name = lru_cache(4096)(self._entity_name)

    def _entity_of(self, report: str, mention: str) -> str | None:
        rows = self.ask("SELECT entity FROM entity_mention WHERE report = ? AND mention = ?", report, mention)
        return str(rows[0][0]) if rows else None

    def _entity_name(self, entity: str) -> str:
        rows = self.ask("SELECT name FROM entity WHERE id = ?", entity)
        return " ".join(str(rows[0][0]).split()) if rows else ""

    def bears_name(self, entity: str) -> bool:
        """Tell whether an entity is named anywhere, and not only described."""
        return bool(self.ask("SELECT 1 FROM entity WHERE id = ? AND names <> '[]'", entity))

    def entities_in(self, report: str) -> dict[str, str]:
        """Give the entity of every mention of a report that has one: mention id to entity id."""
        return dict(self.ask("SELECT mention, entity FROM entity_mention WHERE report = ?", report))

    def name(self, report: str, mention: str | None) -> tuple[str, str]:
        """Give the entity (its id, or "") of a mention and what it is called."""
        entity = self.entity_of(report, mention) if mention else None
        return entity or "", self.entity_name(entity) if entity else self.lookup.mention(report, mention)

    def title(self, report: str) -> str:
        """Give a report's headline, or the beginning of its body where it has none."""
        stored, reading = self.lookup.report(report), self.lookup.reading(report)
        told = (reading and reading.title) or (stored and stored.title) or ""
        return " ".join(told.split()) or self.opening(report) or report

    def opening(self, report: str) -> str:
        """Give the beginning of the first sentence that is the body's own, no caption's or page's; else of the text."""
        for (words,) in self.ask(
            'SELECT substr(report.text, sentence.start + 1, min(sentence."end" - sentence.start, 400)) '
            "FROM sentence JOIN report ON report.id = sentence.report WHERE sentence.report = ? AND NOT EXISTS ("
            "SELECT 1 FROM region WHERE region.report = sentence.report "
            'AND region.start < sentence."end" AND sentence.start < region."end") '
            "ORDER BY sentence.position LIMIT 1",
            report,
        ) or self.ask("SELECT substr(text, 1, 400) FROM report WHERE id = ?", report):
            return fitted(words, _OPENING)
        return ""

    def stories(self) -> list[StoryHead]:
        """Give the heads of all stories, in their order."""
        return self._stories(None)

    def stories_of(self, report: str) -> list[StoryHead]:
        """Give the heads of the stories that a report belongs to."""
        return self._stories(report)

    def _stories(self, report: str | None) -> list[StoryHead]:
        return [
            StoryHead(id_, " ".join(title.split()) or self._headline(reports), date_of(start), date_of(end), count)
            for id_, title, start, end, count, reports in self.ask(
                'SELECT id, title, start, "end", json_array_length(reports), reports FROM story '
                "WHERE ?1 IS NULL OR id IN (SELECT story FROM story_report WHERE report = ?1) ORDER BY position",
                report,
            )
        ]

    def _headline(self, reports: str) -> str:
        ids: list[str] = json.loads(reports)
        for (title,) in self.ask(
            "SELECT title FROM reading WHERE title <> '' AND report IN (SELECT value FROM json_each(?)) LIMIT 1",
            json.dumps(ids[:20]),
        ):
            return " ".join(title.split())
        return ""

    def story(self, wanted: str) -> StoryHead | None:
        """Give the head of the story asked for, else of the one with most reports; None where there is none."""
        stories = self.stories()
        asked = next((s for s in stories if s.id == wanted), None)
        return asked or max(stories, key=lambda s: s.reports, default=None)

    def reports_of(self, story: str) -> list[str]:
        """Give the ids of a story's reports."""
        return [r for (r,) in self.ask("SELECT report FROM story_report WHERE story = ? ORDER BY report", story)]

    def conflict_kinds(self, conflicts: Iterable[str]) -> dict[str, str]:
        """Give the kind of each of these conflicts."""
        return dict(
            self.ask(
                "SELECT id, kind FROM conflict WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
                json.dumps(list(conflicts)),
            )
        )

    def conflicts_of(self, claims: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Give, for each of these claims that is in conflict, the (id, kind) of its conflicts."""
        found: dict[str, list[tuple[str, str]]] = {}
        for claim, conflict, kind in self.ask(
            "SELECT conflict_claim.claim, conflict.id, conflict.kind FROM conflict_claim "
            "JOIN conflict ON conflict.id = conflict_claim.conflict "
            "WHERE conflict_claim.claim IN (SELECT value FROM json_each(?)) ORDER BY conflict.position",
            json.dumps(list(claims)),
        ):
            found.setdefault(claim, []).append((conflict, kind))
        return found

    def others(self, kind: str = "", but: str = "") -> list[tuple[str, str]]:
        """Give (id, name) of the entities that are named most, of one `kind` where it is told."""
        return [
            (id_, name)
            for id_, name in self.ask(
                "SELECT id, name FROM entity WHERE (? = '' OR kind = ?) AND id <> ? "
                "ORDER BY json_array_length(mentions) DESC, position LIMIT 60",
                kind,
                kind,
                but,
            )
        ]

    def kept(self, judgement: str) -> Correction | None:
        """Give how a judgement stands that was just kept."""
        if not judgement:
            return None
        return next((c for c in self.case.corrections.standing() if c.judgement.id == judgement), None)

    def counts(self) -> dict[str, int]:
        """Give how much the case holds."""
        tables = ("report", "story", "claim", "conflict", "entity", "chronicle_entry")
        asked = ", ".join(f"(SELECT count(*) FROM {t})" for t in tables)  # noqa: S608 (our own names)
        return dict(zip(tables, self.ask(f"SELECT {asked}")[0], strict=True))

    def independent_outlets(self) -> int:
        """Give how many outlets stand behind the reports once copies count with what they are copied from."""
        reports = [report for (report,) in self.ask("SELECT id FROM report ORDER BY id")]
        rows = self.ask("SELECT report, origin, relation, basis, score FROM lineage ORDER BY position")
        derived = [
            Lineage(report, origin, relation, basis, score, ()) for report, origin, relation, basis, score in rows
        ]
        return len(families(reports, {report: self.lookup.outlet(report) for report in reports}, derived))
