"""The timeline of an entity as people read it: days in order, each sentence once, who says so, and what was copied.

Nothing is found here: entries, days and bounds are those of the timeline, and every sentence is cut from a stored
report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rashomon.case import Case
from rashomon.comparing.entity_timeline import PRINTED
from rashomon.exports.in_words import day
from rashomon.exports.lookup import Lookup, Quote
from rashomon.exports.terminal import TextRenderer
from rashomon.language import many
from rashomon.records import Attribution, Entity, Eventuality, Evidence, Member, Span, Timeline, TimelineEntry
from rashomon.records.interchange import SCHEMA


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


_INDENT = 17
_HAPPENED = ("asserted", "attributed")


def itinerary(told: Moments, width: int = 100, *, colour: bool = False) -> str:
    """Give the timeline as lines of at most `width` columns; undated entries stand last."""
    out = TextRenderer(width, colour=colour)
    reports = len({r for m in told.moments for r in m.reports})
    out.say((told.name, "bold"), (f"  {many(len(told.moments), 'row')} from {many(reports, 'report')}", "dim"))
    for entity in told.entities:
        also = ", ".join(n for n in entity.names if n != entity.name)
        out.say((f"{entity.id}  {entity.name} ({entity.kind}){f': also {also}' if also else ''}", "dim"), indent=2)
    if len(told.entities) > 1:
        out.say(("More than one is called so; ask by id for one of them.", "yellow"), indent=2)
    if not told.moments:
        out.say(("Nothing is said of it.", "dim"), indent=2)
    for _, group in groupby(told.moments, key=_block):
        _say(out, list(group))
    return out.text()


def _block(moment: Moment) -> tuple[str, Evidence]:
    return _when(moment), moment.entry.evidence


def _when(moment: Moment) -> str:
    entry = moment.entry
    if entry.date is None:
        return f"by {day(entry.latest)}" if entry.latest else "undated"
    return f"by {day(entry.latest)}" if entry.date_basis.rule in PRINTED else day(entry.date)


def _say(out: TextRenderer, moments: Sequence[Moment]) -> None:
    """Print one sentence with the words that tell set off, what the entity does in it, and who says so."""
    first = moments[0]
    out.print()
    deeds = "; ".join(dict.fromkeys(map(_deed, moments)))
    reports = list(dict.fromkeys(r for m in moments for r in m.reports))
    copied = {r for m in moments for r in m.copied}
    count = f"{many(len(reports), 'report')}{f', {len(copied)} of them copied' if copied else ''}"
    out.say((_when(first).ljust(_INDENT - 2), "cyan"), "  ", (deeds, "bold"), (f"  {count}  {_member(first)}", "dim"))
    out.say(*_sentence(moments), indent=_INDENT)
    for voice in dict.fromkeys(v for m in moments for v in m.said_by):
        out.say(("— ", "dim"), (voice, "green"), indent=_INDENT)


def _deed(moment: Moment) -> str:
    entry = moment.entry
    stance = "" if entry.modality in _HAPPENED else f" ({entry.modality})"
    return f"{entry.word}{' ←' if entry.role == 'patient' else ''}{stance}"


def _member(moment: Moment) -> str:
    """Give the row that `rashomon show --why` opens: of those that tell it, one of the report that is quoted."""
    return ":".join(next(m for m in moment.entry.members if m[0] == moment.entry.evidence[0]))


def _sentence(moments: Sequence[Moment]) -> list[str | tuple[str, str]]:
    quote = moments[0].sentence
    parts: list[str | tuple[str, str]] = []
    at = 0
    for word in sorted({m.word for m in moments}):
        start, end = word[0] - quote.start, word[1] - quote.start
        if at <= start < end <= len(quote.text):
            parts += [quote.text[at:start], (quote.text[start:end], "underline")]
            at = end
    return [*parts, quote.text[at:]]
