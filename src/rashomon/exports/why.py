"""Opens a row: what it says, the rule that made it, the characters it rests on, and the rows behind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from rashomon.case import Case
from rashomon.exports.in_words import Corrected, hour, mark, value
from rashomon.exports.lookup import Lookup, Quote
from rashomon.exports.tellings import standing
from rashomon.records import (
    Attribution,
    ChronicleEntry,
    Claim,
    Clause,
    Conflict,
    Entity,
    Event,
    Eventuality,
    Member,
    Mention,
    Origin,
    Series,
    Story,
)


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """A row opened: its kind and id, what it says, its rules, its quotations, and the rows that it rests on."""

    kind: str
    id: str
    says: str
    because: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    behind: tuple[OpenedRow, ...] = ()


_NO_DISPUTE = "no dispute is found here any more; this was disputed, or disputed something"
_MENTIONS = 200
"""Mentions of an entity that are shown; the rest are counted."""


def why(case: Case, row: str) -> tuple[OpenedRow, ...]:
    """Open every row of this id: chronicle entry, claim, conflict, entity, story, series, or REPORT:ROW in one report.

    A conflict that is not found any more leads to the claim with which it began.
    REPORT may be the beginning of a report's id where only one begins so. Empty where there is no such row.
    """
    opened = _Opened(case)
    some = case.findings.some
    found: list[OpenedRow] = [
        *map(opened.entry, some("chronicle", [row])),
        *map(opened.claim, some("claims", [row])),
        *map(opened.conflict, some("conflicts", [row])),
        *map(opened.entity, some("entities", [row])),
        *map(opened.story, some("stories", [row])),
        *map(opened.series, some("series", [row])),
    ]
    if not found:
        gone = map(opened.claim, case.findings.contested(row))
        found += [replace(claim, because=(_NO_DISPUTE, *claim.because)) for claim in gone]
    found += [opened.report(r) for r in _reports(case, row) if ":" not in row]
    start, colon, inner = row.rpartition(":")
    if colon:
        found += [reason for r in _reports(case, start) if (reason := opened.member((r, inner)))]
    return tuple(found)


def _reports(case: Case, start: str) -> list[str]:
    if case.reports.get(start):
        return [start]
    begun = [r for r in case.reports.ids() if r.startswith(start)] if start else []
    return begun if len(begun) == 1 else []


class _Opened:
    def __init__(self, case: Case) -> None:
        self._findings = case.findings
        self._case = case
        self._lookup = Lookup(case)
        self._corrected = Corrected(case)

    def story(self, story: Story) -> OpenedRow:
        """Open a story down to its reports."""
        title = story.title or "untitled"
        return OpenedRow("story", story.id, title, (str(story.because),), behind=tuple(map(self.report, story.reports)))

    def entry(self, entry: ChronicleEntry) -> OpenedRow:
        claims: list[Claim] = self._findings.some("claims", entry.claims)
        shown = {member for claim in claims for member in claim.members}
        behind = [
            *map(self.claim, claims),
            *(r for member in entry.events if member not in shown and (r := self.member(member))),
            *(self.conflict(c, entry.claims) for c in self._findings.some("conflicts", entry.conflicts)),
        ]
        quotes = (self._lookup.quote(entry.evidence),) if entry.evidence else ()
        counted = mark(entry.independent_origins, len(self._findings.behind(entry.id)))
        says = f"{entry.date or 'undated'} ({entry.period}): {entry.title} [{counted}]"
        told = (str(entry.because), *self._corrected.of(entry.events))
        return OpenedRow("chronicle", entry.id, says, told, quotes, tuple(behind))

    def claim(self, claim: Claim) -> OpenedRow:
        behind = [
            *(self._origin(i, origin, set(claim.members)) for i, origin in enumerate(claim.origins, 1)),
            *(r for member in claim.members if (r := self.member(member))),
            *self._stances(claim),
            *(
                OpenedRow("perhaps", other.id, f"{other.text} (may tell the same; not counted)")
                for other in self._findings.some("claims", claim.perhaps)
            ),
        ]
        says = f"{claim.text} [{mark(claim.independent_origins, len(standing(claim)))}]"
        told = (str(claim.because), *self._corrected.of(claim.members))
        return OpenedRow("claim", claim.id, says, told, tuple(map(self._lookup.quote, claim.evidence)), tuple(behind))

    def _stances(self, claim: Claim) -> list[OpenedRow]:
        """Which outlets say the claim, deny it or leave it open, and which could have told it and do not."""
        told = [
            OpenedRow(
                "outlet",
                self._lookup.outlet(stance.outlet),
                f"{stance.stance}{'' if stance.own else ' in the words of others'}, by "
                + ", ".join(f"{report}:{row}" for report, row in stance.rows),
                (str(stance.because),),
            )
            for stance in claim.stances
        ]
        if claim.silent_outlets:
            more = claim.silent_outlets - len(claim.silent)
            names = ", ".join(map(self._lookup.outlet, claim.silent)) + (f" and {more:,} more" if more else "")
            why_not = "reported when it could have been told, and no telling of it was found there"
            told.append(OpenedRow("silent", str(claim.silent_outlets), names, (why_not,)))
        return told

    def _origin(self, number: int, origin: Origin, shown: set[Member]) -> OpenedRow:
        sure = "" if origin.certain else ", may be the same voice as another"
        chain = " ← ".join(f"{report}:{row}" for report, row in origin.chain)
        says = f"{origin.name} ({origin.kind.replace('_', ' ')}{sure}) by {chain or 'no row'}"
        way = tuple(r for member in origin.chain if member not in shown and (r := self.member(member)))
        return OpenedRow("voice", str(number), says, (str(origin.because),), behind=way)

    def conflict(self, conflict: Conflict, shown: Collection[str] = ()) -> OpenedRow:
        sides = tuple(
            OpenedRow("claim", c.id, f"{c.text} (opened above)") if c.id in shown else self.claim(c)
            for c in self._findings.some("claims", conflict.claims)
        )
        halves = tuple(
            OpenedRow(
                "side",
                letter,
                "; ".join(map(self._lookup.voice, side.voices)) or "—",
                quotes=tuple(map(self._lookup.quote, side.evidence)),
            )
            for letter, side in zip("AB", conflict.sides, strict=False)
        )
        told = f"{conflict.kind}, {conflict.status}, strength {conflict.strength} of 3"
        return OpenedRow("conflict", conflict.id, told, (str(conflict.because),), behind=(*halves, *sides))

    def series(self, series: Series) -> OpenedRow:
        """Open a figure in time down to the words of each point."""
        points = tuple(
            OpenedRow(
                "point",
                value(point.value) or "?",
                f"{point.as_of or 'undated'}, {self._lookup.voice(point.voice) or 'no voice'}, claim {point.claim}",
                quotes=(self._lookup.quote(point.evidence),),
            )
            for point in series.points
        )
        return OpenedRow("series", series.id, series.what, (str(series.because),), behind=points)

    def entity(self, entity: Entity) -> OpenedRow:
        says = (
            f"{entity.name} ({entity.kind}), {len(entity.mentions)} mentions; named: {', '.join(entity.names) or '—'}"
        )
        quotes = tuple(q for member in entity.mentions[:_MENTIONS] if (q := self._lookup.member(member)))
        told = (*map(str, entity.because), *self._corrected.of(entity.mentions))
        return OpenedRow("entity", entity.id, says, told, quotes)

    def report(self, report: str) -> OpenedRow:
        stored, reading = self._lookup.report(report), self._lookup.reading(report)
        title = (reading and reading.title) or (stored and stored.title) or ""
        says = f"{self._lookup.outlet(report)}: {' '.join(title.split())}" if title else self._lookup.outlet(report)
        derived = tuple(
            OpenedRow(
                "lineage",
                row.relation,
                f"from {row.origin or 'an unknown origin'} (by {row.basis}, {row.score:.2f})",
                (str(row.because),),
                tuple(map(self._lookup.quote, row.evidence)),
            )
            for row in self._findings.lineage(report)
        )
        if reading is None:
            return OpenedRow("report", report, says, behind=derived)
        day = reading.published
        bounds = "" if day.value else f" ({day.earliest or '…'} to {day.latest or '…'})"
        published = OpenedRow(
            "published",
            day.basis,
            (day.value or "day unknown") + bounds + self._hour(report),
            (str(day.because),),
            (self._lookup.quote((report, *day.evidence)),) if day.evidence else (),
        )
        return OpenedRow("report", report, says, behind=(published, *derived))

    def _hour(self, report: str) -> str:
        """The hour that a report's container tells, with its zone, and that its day lay ahead when it came."""
        stored = self._lookup.report(report)
        at = hour(stored.published) if stored else ""
        ahead = self._case.views.days_ahead(report)
        return (f", {at}" if at else "") + (f"; lay ahead when it came, on {ahead[0][2]}" if ahead else "")

    def member(self, member: Member) -> OpenedRow | None:
        row = self._lookup.row(member)
        quote = self._lookup.member(member)
        if quote is None:
            return None
        name = f"{member[0]}:{member[1]}"
        if row is None:
            return OpenedRow("narration", name, " ".join(quote.text.split()), (quote.because,), (quote,))
        told = (str(row.because), *self._corrected.of([member]))
        if isinstance(row, Attribution):
            return OpenedRow("statement", name, self._statement(member[0], row), told, (quote,))
        if isinstance(row, Event):
            return OpenedRow("event", name, self._event(member[0], row), told, (quote,))
        if isinstance(row, Eventuality):
            return OpenedRow("eventuality", name, self._eventuality(member[0], row), told, (quote,))
        if isinstance(row, Clause):
            return OpenedRow("clause", name, self._clause(member[0], row), told, (quote,))
        return OpenedRow("mention", name, self._mention(member[0], row), told, (quote,))

    def _statement(self, report: str, row: Attribution) -> str:
        words = self._lookup.words
        source = words(report, row.source) or "an unnamed source"
        named = self._lookup.mention(report, row.source_mention)
        if named and named.casefold() != source.casefold():
            source = f"{source} = {named}"
        way = "through" if self._lookup.outlet_told(report, row.channel) else "to"
        channel = f", {way} {self._lookup.mention(report, row.channel)}" if row.channel else ""
        inside = f", inside {report}:{row.nested_in}" if row.nested_in else ""
        stance = [s for s, holds in (("not", row.negated), ("hypothetical", row.hypothetical)) if holds]
        note = "; ".join([row.quote, row.source_kind.replace("_", " "), row.polarity, *stance])
        return (
            f"{source} — {words(report, row.cue) or 'no cue'} — {words(report, row.content)} [{note}{channel}{inside}]"
        )

    def _event(self, report: str, row: Event) -> str:
        name = self._lookup.mention
        actors = ", ".join(name(report, m) for m in row.actors) or "?"
        recipients = ", ".join(name(report, m) for m in row.recipients)
        parts = [
            f"{actors} → {recipients}" if recipients else actors,
            f"“{self._lookup.words(report, [row.trigger])}”",
            f"at {name(report, row.place)}" if row.place else "",
            f"{row.date} ({row.date_basis})" if row.date else "undated",
            row.modality + (f" in {report}:{row.attribution}" if row.attribution else ""),
        ]
        return f"{row.type}{' ' + row.mode if row.mode else ''}: {', '.join(p for p in parts if p)}"

    def _eventuality(self, report: str, row: Eventuality) -> str:
        words = self._lookup.words
        parts = [
            f"{words(report, row.agents) or '?'} → {words(report, row.patients)}".removesuffix(" → "),
            f"“{words(report, [(row.start, row.end)])}”",
            f"{row.date} ({row.date_basis})" if row.date else "undated",
            row.modality + (f" in {report}:{row.attribution}" if row.attribution else ""),
            " ".join(x.lower() for x in (row.tense, row.aspect) if x != "NONE"),
        ]
        return f"{row.kind}: {', '.join(p for p in parts if p)}"

    def _clause(self, report: str, row: Clause) -> str:
        parts = [
            " ".join(row.predicate),
            *(f"{a.role} “{self._lookup.words(report, [(a.start, a.end)])}”" for a in row.arguments),
            row.status + (" and negated" if row.negated else ""),
            f"{row.date} ({row.date_basis})" if row.date else "undated",
            f"in {report}:{row.attribution}" if row.attribution else "",
            f"hangs on {report}:{row.within} ({row.link})" if row.within else "",
        ]
        return f"{row.form}: {', '.join(p for p in parts if p)}"

    def _mention(self, report: str, row: Mention) -> str:
        words = self._lookup.words(report, [(row.start, row.end)])
        return f"{words} = {self._lookup.mention(report, row.id)} ({row.kind})"
