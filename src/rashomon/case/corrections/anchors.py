"""An anchor holds the characters it means and what stands around them, cut from the stored text unchanged.

An anchor is found again in today's rows, or it is said what is not there any more; nothing is guessed.

The report is the one with the same bytes, else the one under the same id. The characters are those at the same
offsets where they still read the same; else the one place with the same quotation, of several the one whose
surroundings agree best (ties: the nearest). The row is the one with exactly these characters, else the one that
shares most of them, at least half.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.records import Anchor, AnchorPart, Attribution, Clause, Event, Member, Mention, Reading, Report, Span

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
