"""The timeline of an entity as people read it: each entry with its sentence, who says so, and what was copied.

Nothing is found here: entries, days and bounds are those of the timeline, and every sentence is cut from a stored
report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.case import Case
from rashomon.exports.interchange import SCHEMA
from rashomon.exports.lookup import Lookup, Quote
from rashomon.exports.values_in_words import day
from rashomon.records import Attribution, Entity, Eventuality, Member, Span, Timeline, TimelineEntry


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry: its sentence, the word of it that tells (a span of the report), who says so, and where it stands.

    `copied` are those of `reports` that derive from another of them.
    """

    entry: TimelineEntry
    sentence: Quote
    word: Span
    said_by: tuple[str, ...]
    reports: tuple[str, ...]
    copied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moments:
    """What was asked for, whom it can mean, and the entries."""

    name: str
    entities: tuple[Entity, ...]
    moments: tuple[Moment, ...]

    def json(self) -> dict[str, Any]:
        """Give it as a JSON object: the schema of `schema("timeline")`."""
        return {
            "schema": SCHEMA,
            "name": self.name,
            "entities": [{"id": e.id, "name": e.name, "kind": e.kind, "names": list(e.names)} for e in self.entities],
            "entries": [_object(m) for m in self.moments],
        }


def moments(case: Case, timeline: Timeline) -> Moments:
    """Open the rows that the entries of `timeline` rest on."""
    lookup = Lookup(case)
    return Moments(timeline.name, timeline.entities, tuple(_moment(case, lookup, entry) for entry in timeline.entries))


def _object(moment: Moment) -> dict[str, Any]:
    entry = moment.entry
    return {
        "date": entry.date,
        "date_basis": str(entry.date_basis),
        "date_basis_parts": entry.date_basis.parts(),
        "earliest": entry.earliest,
        "latest": entry.latest,
        "role": entry.role,
        "word": entry.word,
        "modality": entry.modality,
        "text": moment.sentence.text,
        "evidence": list(entry.evidence),
        "members": [list(m) for m in entry.members],
        "said_by": list(moment.said_by),
        "reports": list(moment.reports),
        "copied": list(moment.copied),
        "because": str(entry.because),
        "because_parts": entry.because.parts(),
    }


def _moment(case: Case, lookup: Lookup, entry: TimelineEntry) -> Moment:
    reports = tuple(dict.fromkeys(report for report, _ in entry.members))
    copied = tuple(r for r in reports if len(reports) > 1 and any(_others(case, r, reports)))
    rows = [(member, row) for member in entry.members if (row := _row(lookup, member)) is not None]
    spans = ((v.start, v.end) for (report, _), v in rows if report == entry.evidence[0])
    word = next((span for span in spans if entry.evidence[1] <= span[0] < entry.evidence[2]), (0, 0))
    said_by = tuple(dict.fromkeys(_voice(lookup, member[0], row) for member, row in rows))
    return Moment(entry, lookup.quote(entry.evidence), word, said_by, reports, copied)


def _others(case: Case, report: str, among: tuple[str, ...]) -> Iterator[bool]:
    return (row.origin in among and row.origin != report for row in case.findings.lineage(report))


def _row(lookup: Lookup, member: Member) -> Eventuality | None:
    row = lookup.row(member)
    return row if isinstance(row, Eventuality) else None


def _voice(lookup: Lookup, report: str, row: Eventuality) -> str:
    """Give who says so: the source of the statement it stands in and its outlet, or the outlet itself; and when."""
    outlet, published = lookup.outlet(report), lookup.published(report)
    when = f", {day(published)}" if published else ""
    said = lookup.row((report, row.attribution)) if row.attribution else None
    if not isinstance(said, Attribution):
        return f"{outlet} itself{when}"
    source = lookup.mention(report, said.source_mention) or lookup.words(report, said.source)
    return f"{source or 'somebody not named'}, in {outlet}{when}"
