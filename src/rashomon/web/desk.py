"""One open case as every screen asks it: what a row is called, where it is shown, what stands around it.

How well a day is known is never lost: stated in the text, inferred from something else, or unknown.

Where to look after a correction: the row that a person was at may be another one now, or none.

A case that follows what a model of the user's own pointed at is also there by the rules alone. That is made when
somebody first looks at it, in a process of its own, as a case for reading in a folder that goes when the pages are
closed; it is made again when the case has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rashomon.case import Case
from rashomon.exports.account import Teller
from rashomon.exports.lookup import Lookup, Memory
from rashomon.exports.safe_text import fitted
from rashomon.exports.tellings import families
from rashomon.records import Correction, Judgement, Reason
from rashomon.web.background_work import State
from rashomon.web.links import Links

if TYPE_CHECKING:
    from rashomon.engines import Work


def survivor(desk: Desk, screen: str, judgement: Judgement) -> str:
    """Give the address of what is left of what `judgement` is about, of the same `screen` where there is any."""
    members = [m for side in desk.case.corrections.rows(judgement) for m in side]
    if screen == "conflict":
        return desk.links("conflicts")
    for report, row in members:
        if entity := desk.entity_of(report, row):
            return desk.links("entities", entity)
        if screen in ("claim", "line"):
            for claim, told in desk.views.claims_told(report):
                if told == row:
                    return desk.links("claims", claim)
    undone = desk.case.corrections.get(judgement.undoes) if judgement.undoes else None
    anchors = [a for side in (undone or judgement).sides for a in side]
    if anchors and desk.lookup.report(anchors[0].report):
        return desk.links("reports", anchors[0].report, f"c{anchors[0].start}")
    return desk.links("corrections")


Basis = Literal["stated", "inferred", "unknown"]
_STATED = {"clause", "sentence", "dateline", "metadata", "url", "date-line"}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PRECISIONS = {4: "the year", 7: "the month", 10: "the day"}


class Dating(NamedTuple):
    """How a date is known: its basis, how fine it is, and the rule that gave it."""

    basis: Basis
    precision: str
    rule: str


def dating(date: str | None, because: Reason) -> Dating:
    """Tell how `date` is known from the reason of its row ("…; date: REPORT: clause:Sunday") or its basis."""
    told = because.after("date") or next((Reason(s.words) for s in because.steps if s.rule == "date"), because)
    rule = str(told)
    if not date:
        return Dating("unknown", "", rule)
    start, _, end = date.partition("/")
    precision = "between two days" if end else _PRECISIONS.get(len(start[:10]), "the day")
    return Dating("stated" if told.rule in _STATED else "inferred", precision, rule)


def date_of(told: str | None) -> str | None:
    """Give a day, month or year as it is told, None where what stands there is no date at all."""
    return told if told and _DATE.fullmatch(told[:10]) else None


_OPENING = 110
"""Characters of a report's beginning that stand for a headline."""
_OTHERS = 60
"""Entities that a list to choose another from offers."""


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

    `state` tells how the findings stand that are shown; `memory` is what was read of the case as it stands;
    `since` is when whoever asks was here last, ISO, "" where that is not known; `shown` whether models are followed.
    """

    def __init__(
        self,
        case: Case,
        links: Links,
        *,
        editable: bool = False,
        state: State | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.case = case
        self.links = links
        self.editable = editable
        self.state = state
        self.since = ""
        self.shown: Shown = ""
        self.views = case.views
        self.memory = memory = memory or Memory()
        self.lookup = Lookup(case, memory)
        self.teller = Teller(case, self.lookup, memory)
        self.entity_of = lru_cache(4096)(case.views.entity_of)
        self.entity_name = lru_cache(4096)(self._entity_name)

    def _entity_name(self, entity: str) -> str:
        row = self.views.entity(entity)
        return " ".join(row.name.split()) if row else ""

    def bears_name(self, entity: str) -> bool:
        """Tell whether an entity is named anywhere, and not only described."""
        return bool(self.views.named([entity]))

    def entities_in(self, report: str) -> dict[str, str]:
        """Give the entity of every mention of a report that has one: mention id to entity id."""
        return self.views.entities_in(report)

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
        return fitted(self.views.opening(report), _OPENING)

    def stories(self) -> list[StoryHead]:
        """Give the heads of all stories, in their order."""
        return self._stories(None)

    def stories_of(self, report: str) -> list[StoryHead]:
        """Give the heads of the stories that a report belongs to."""
        return self._stories(report)

    def _stories(self, report: str | None) -> list[StoryHead]:
        return [
            StoryHead(
                id_, " ".join(title.split()) or self._headline(reports), date_of(start), date_of(end), len(reports)
            )
            for id_, title, start, end, reports in self.views.stories(report)
        ]

    def _headline(self, reports: tuple[str, ...]) -> str:
        return " ".join(self.views.headline(reports[:20]).split())

    def story(self, wanted: str) -> StoryHead | None:
        """Give the head of the story asked for, else of the one with most reports; None where there is none."""
        stories = self.stories()
        asked = next((s for s in stories if s.id == wanted), None)
        return asked or max(stories, key=lambda s: s.reports, default=None)

    def reports_of(self, story: str) -> list[str]:
        """Give the ids of a story's reports."""
        return self.views.reports_of(story)

    def conflict_kinds(self, conflicts: Iterable[str]) -> dict[str, str]:
        """Give the kind of each of these conflicts."""
        return self.views.conflict_kinds(conflicts)

    def conflicts_of(self, claims: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Give, for each of these claims that is in conflict, the (id, kind) of its conflicts."""
        return self.views.conflicts_of(claims)

    def others(self, kind: str = "", but: str = "") -> list[tuple[str, str]]:
        """Give (id, name) of the entities that are named most, of one `kind` where it is told."""
        return [(row.id, row.name) for row in self.views.entities(kind, but=but, limit=_OTHERS)]

    def kept(self, judgement: str) -> Correction | None:
        """Give how a judgement stands that was just kept."""
        if not judgement:
            return None
        return next((c for c in self.case.corrections.standing() if c.judgement.id == judgement), None)

    def counts(self) -> dict[str, int]:
        """Give how much the case holds."""
        return self.views.counts()

    def independent_outlets(self) -> int:
        """Give how many outlets stand behind the reports once copies count with what they are copied from."""
        outlets = {report: self.lookup.outlet(report) for report in self.views.ids("report")}
        return len(families([*outlets], outlets, self.views.derivations()))


Shown = Literal["", "whole", "rules", "coming"]
"""Whether a page shows a case that nothing was pointed at in, the whole, the rules' case, or the whole until that is
there."""


class Ruled:
    """The rules' case of the case at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder: TemporaryDirectory[str] | None = None
        self._state: tuple[Any, ...] = ()
        self._work: Work[None] | None = None
        self._number = 0
        self._lock = Lock()

    @property
    def going(self) -> bool:
        """Whether it is being made."""
        return self._work is not None and not self._work.finished

    def at(self, state: tuple[Any, ...]) -> Path | None:
        """Give where it lies for a state of the case; None while it is made, which begins now where it did not."""
        from rashomon.engines import Work, ruled

        with self._lock:
            self._folder = self._folder or TemporaryDirectory(prefix="rashomon-")
            folder = self._folder.name
            if self._state != state or (self._work is not None and self._work.finished and self._work.failed):
                self._state, self._number = state, self._number + 1
                target = self._target(folder)
                target.parent.mkdir()
                self._work = Work(ruled, self._path.resolve(), target)
            work, target = self._work, self._target(folder)
        if work is not None:
            work.wait(_PROMPT)
        return target if work is not None and work.finished and not work.failed else None

    def _target(self, folder: str) -> Path:
        return Path(folder) / str(self._number) / self._path.name


_PROMPT = 0.35
"""Seconds that a page waits for what may be done at once in a small case."""
