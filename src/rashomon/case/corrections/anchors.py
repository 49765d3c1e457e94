"""An anchor holds the characters it means and what stands around them, cut from the stored text unchanged.

It is made of what a person points at, as rows of today's readings: an id of anything shown, REPORT:ROW, or an entity's
name. It is found again in the rows of another day, or it is said what is not there any more; nothing is guessed.

The report is the one with the same bytes, else the one under the same id. The characters are those at the same offsets
where they still read the same; else the one place with the same quotation, of several the one whose surroundings agree
best (ties: the nearest). The row is the one with exactly these characters, else the one that shares most of them, at
least half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rashomon.case.connect import CaseError
from rashomon.records import (
    Anchor,
    AnchorPart,
    Attribution,
    Claim,
    Clause,
    Event,
    Member,
    Mention,
    Reading,
    Report,
    Span,
)

if TYPE_CHECKING:
    from rashomon.case.case import Case


_MOST_PLACES = 500
"""Places of one quotation that are looked at; a word that stands there more often is not told by it."""

_ENOUGH = 0.5
"""Share of the characters of both that a row read anew must have in common with the anchor."""


def relocate_anchor(anchor: Anchor, report: Report | None, reading: Reading | None) -> tuple[Member | None, str]:
    """Give the row that an anchor means in today's `report` and `reading`, or None and what is gone."""
    if report is None:
        return None, f"the report {anchor.report} is not there any more"
    if anchor.part == "report":
        return (report.id, ""), ""
    span = _span(anchor, report.text)
    if span is None:
        return None, f"the words “{_short(anchor.quote)}” are not in {report.id} any more"
    row = _row(anchor, span, reading) if reading else None
    if row is None:
        return None, f"no {anchor.part} is read any more at “{_short(anchor.quote)}” in {report.id}"
    return (report.id, row.id), ""


def _span(anchor: Anchor, text: str) -> Span | None:
    if text[anchor.start : anchor.end] == anchor.quote:
        return anchor.start, anchor.end
    places: list[int] = []
    at = text.find(anchor.quote) if anchor.quote else -1
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    if not places:
        return None
    length = len(anchor.quote)

    def agreement(start: int) -> tuple[int, int, int]:
        before = _shared(text[max(0, start - len(anchor.prefix)) : start][::-1], anchor.prefix[::-1])
        behind = _shared(text[start + length : start + length + len(anchor.suffix)], anchor.suffix)
        return before + behind, -abs(start - anchor.start), -start

    best = max(places, key=agreement)
    return best, best + length


def _shared(first: str, second: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _row(anchor: Anchor, span: Span, reading: Reading) -> Row | None:
    rows = list(rows_of(reading, anchor.part))
    exact = [row for row in rows if span_of(row) == span]
    if exact:
        return exact[min(anchor.nth, len(exact) - 1)]
    best = max(rows, key=lambda row: _overlap(span_of(row), span), default=None)
    return best if best is not None and _overlap(span_of(best), span) >= _ENOUGH else None


def _overlap(first: Span, second: Span) -> float:
    shared = min(first[1], second[1]) - max(first[0], second[0])
    return shared / (max(first[1], second[1]) - min(first[0], second[0])) if shared > 0 else 0.0


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"


_AROUND = 32
"""Characters kept on either side, as in the Web Annotation model's TextQuoteSelector."""

Row = Mention | Attribution | Event | Clause


def part_of(row: Row) -> AnchorPart:
    """Give the part that an anchor of this row names."""
    if isinstance(row, Mention):
        return "mention"
    if isinstance(row, Clause):
        return "clause"
    return "statement" if isinstance(row, Attribution) else "event"


def span_of(row: Row) -> Span:
    """Give the characters that an anchor of this row means: a statement's whole extent, an event's trigger."""
    if isinstance(row, Mention | Clause):
        return row.start, row.end
    if isinstance(row, Event):
        return row.trigger
    spans = [*row.source, *row.cue, *row.content] or [(0, 0)]
    return min(s for s, _ in spans), max(e for _, e in spans)


def rows_of(reading: Reading, part: AnchorPart) -> Iterator[Row]:
    """Give the rows of a reading that an anchor of this part can mean, in the order of the text."""
    if part == "mention":
        yield from reading.mentions
    elif part == "statement":
        yield from reading.attributions
    elif part == "event":
        yield from reading.events
    elif part == "clause":
        yield from reading.clauses


def anchored(report: Report, reading: Reading | None = None, row: Row | None = None) -> Anchor:
    """Give the anchor of a row of `reading`, or of the report as a whole."""
    if row is None or reading is None:
        return Anchor("report", report.id, report.digest)
    part, (start, end) = part_of(row), span_of(row)
    alike = [other.id for other in rows_of(reading, part) if span_of(other) == (start, end)]
    return Anchor(
        part,
        report.id,
        report.digest,
        start,
        end,
        report.text[start:end],
        report.text[max(0, start - _AROUND) : start],
        report.text[end : end + _AROUND],
        alike.index(row.id) if row.id in alike else 0,
    )


AimKind = Literal[
    "entity", "claim", "chronicle", "conflict", "story", "origin", "report", "mention", "statement", "event"
]

_SHOWN: tuple[Literal["mention", "statement", "event"], ...] = ("mention", "statement", "event")
_PARTS: tuple[AnchorPart, ...] = (*_SHOWN, "clause")


@dataclass(frozen=True, slots=True)
class Aimed:
    """What is aimed at: its kind and id, what it is called, and its rows; a conflict has its two claims' apart.

    `told` are the rows without which nothing tells it: of a claim or line its events and clauses.
    """

    kind: AimKind
    id: str
    called: str
    members: tuple[Member, ...]
    sides: tuple[tuple[Member, ...], ...] = ()
    entity_kind: str = ""
    told: tuple[Member, ...] = ()


def aimed(case: Case, what: str) -> Aimed:
    """Give what `what` means in `case`.

    It is the id of an entity, claim, chronicle line, conflict, story or report, REPORT:ROW, CLAIM:N (its Nth origin),
    or a name that one entity alone bears. Raises CaseError where nothing, or more than one thing, is meant.
    """
    some = case.findings.some
    for entity in some("entities", [what]):
        return Aimed("entity", entity.id, entity.name, entity.mentions, entity_kind=entity.kind)
    for claim in some("claims", [what]):
        return Aimed("claim", claim.id, _title(claim.text), claim.members, told=_told([claim]))
    for entry in some("chronicle", [what]):
        claims_ = some("claims", entry.claims)
        rows = tuple(dict.fromkeys((*entry.events, *(m for c in claims_ for m in c.members))))
        told = tuple(dict.fromkeys((*entry.events, *_told(claims_))))
        return Aimed("chronicle", entry.id, _title(entry.title), rows, told=told)
    for conflict in some("conflicts", [what]):
        claims: dict[str, Claim] = {c.id: c for c in some("claims", conflict.claims)}
        sides = tuple(claims[c].members for c in conflict.claims)
        called = f"{conflict.kind}: {' / '.join(_title(claims[c].text) for c in conflict.claims)}"
        return Aimed("conflict", conflict.id, called, tuple(m for s in sides for m in s), sides)
    for story in some("stories", [what]):
        return Aimed("story", story.id, _title(story.title), tuple((r, "") for r in story.reports))
    return _inside(case, what) or _entity_of_name(case, what)


def _told(claims: Iterable[Claim]) -> tuple[Member, ...]:
    """The clauses that tell claims, and the rows of tellings that have none."""
    return tuple(dict.fromkeys((t.report, t.clause or t.row) for c in claims for t in c.tellings))


def _inside(case: Case, what: str) -> Aimed | None:
    if report := _report(case, what):
        return Aimed("report", report, report, ((report, ""),))
    start, colon, row = what.rpartition(":")
    if not colon:
        return None
    for claim in case.findings.some("claims", [start]):
        if not row.isdigit() or not 1 <= int(row) <= len(claim.origins):
            raise CaseError(f"claim {start} has no origin {row!r}; `--why {start}` numbers them")
        origin = claim.origins[int(row) - 1]
        same = tuple(dict.fromkeys(o.chain[0] for o in claim.origins if o.key == origin.key and o.chain))
        return Aimed("origin", what, origin.name, same)
    report = _report(case, start)
    reading = case.readings.machine.get(report) if report else None
    stored = case.reports.get(report) if report else None
    if reading is None or stored is None:
        return None
    for part in _SHOWN:
        for one in rows_of(reading, part):
            if one.id == row:
                anchor = anchored(stored, reading, one)
                return Aimed(part, f"{report}:{row}", _title(anchor.quote), ((reading.report, row),))
    return None


def _report(case: Case, start: str) -> str | None:
    if case.reports.get(start):
        return start
    begun = [r for r in case.reports.ids() if r.startswith(start)] if start else []
    return begun[0] if len(begun) == 1 else None


def _entity_of_name(case: Case, name: str) -> Aimed:
    found = case.findings.named(name)
    if len(found) == 1:
        return Aimed("entity", found[0].id, found[0].name, found[0].mentions, entity_kind=found[0].kind)
    if found:
        raise CaseError(f"{name!r} could be {', '.join(f'{e.id} {e.name} ({e.kind})' for e in found[:8])}; give the id")
    raise CaseError(f"{case.path} has no row and no entity {name!r}; `rashomon show {case.path}` prints the ids")


def anchors(case: Case, members: Iterable[Member]) -> Iterator[Anchor]:
    """Give the anchors of rows; rows that no reading holds (those that a correction made) are passed over."""
    for report, row in members:
        stored = case.reports.get(report)
        if stored is None:
            continue
        if not row:
            yield anchored(stored)
            continue
        reading = case.readings.machine.get(report)
        rows = (r for part in _PARTS for r in rows_of(reading, part)) if reading else ()
        for one in rows:
            if one.id == row:
                yield anchored(stored, reading, one)
                break


def _title(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"
