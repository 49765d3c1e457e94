"""An anchor holds the characters it means and what stands around them, cut from the stored text unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.records import Anchor, AnchorPart, Attribution, Clause, Event, Mention, Reading, Report, Span

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
