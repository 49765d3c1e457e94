"""An anchor is found again in today's rows, or it is said what is not there any more; nothing is guessed.

The report is the one with the same bytes, else the one under the same id. The characters are those at the same
offsets where they still read the same; else the one place with the same quotation, of several the one whose
surroundings agree best (ties: the nearest). The row is the one with exactly these characters, else the one that
shares most of them, at least half.
"""

from __future__ import annotations

from rashomon.case.corrections.anchored import Row, rows_of, span_of
from rashomon.records import Anchor, Member, Reading, Report, Span

_MOST_PLACES = 500
"""Places of one quotation that are looked at; a word that stands there more often is not told by it."""

_ENOUGH = 0.5
"""Share of the characters of both that a row read anew must have in common with the anchor."""


def found_again(anchor: Anchor, report: Report | None, reading: Reading | None) -> tuple[Member | None, str]:
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
