"""A live page is told in parts: what stands behind a dated line, and the heading above it, is of that line's day.

Of any other report all is told on one day, but for a post that it shows with the day on which it was written. Intake
marks a live page as `partial` and writes each update behind its heading and its moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.reading.published import line_day
from rashomon.records import Publication, Reason, Region, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LIVE = "live page"
_LONGEST_HEADING = 120  # characters
_ENDS = (".", "!", "?", "”", '"')

Part = tuple[int, Publication | None]
"""Where a part begins, and the day on which it is told; None where that is the report's."""


def dated_parts(text: str, regions: Iterable[Region], report: Report) -> tuple[Part, ...]:
    """Give the parts of a live page, but for what stands above the first; of any other report those around posts."""
    if not report.partial.startswith(_LIVE):
        return tuple(part for line in regions for part in _around_a_post(text, line))
    found = []
    for line in (r for r in regions if r.kind == "date" and r.because.rule == "date-line"):
        if (day := line_day(text[line.start : line.end])) is not None:
            told = Reason("date-line", text[line.start : line.end])
            iso = day.isoformat()
            publication = Publication(iso, "dateline", iso, iso, (line.start, line.end), told)
            found.append((_heading(text, line.start), publication))
    return tuple(found)


def _around_a_post(text: str, signature: Region) -> tuple[Part, ...]:
    """Give a part that begins with the line of a post, whose signature ends it and tells its day, and one behind it."""
    behind = text[signature.end :].partition("\n")[0]
    day = line_day(text[signature.start : signature.end]) if signature.because.rule == "post-signature" else None
    if day is None or behind.strip():
        return ()
    before = text[: signature.start].rstrip()
    iso, told = day.isoformat(), Reason("post-signature", text[signature.start : signature.end])
    posted = Publication(iso, "dateline", iso, iso, (signature.start, signature.end), told)
    return (before.rfind("\n") + 1, posted), (signature.end, None)


def _heading(text: str, at: int) -> int:
    """Give where the line above `at` begins, if it is a heading; else `at`."""
    above = text[:at].rstrip()
    start = above.rfind("\n") + 1
    line = above[start:]
    return start if line and len(line) <= _LONGEST_HEADING and not line.endswith(_ENDS) else at


def told_at(doc: Doc, at: int) -> Publication | None:
    """Give the day on which what stands at the character `at` is told: its part's, else the report's."""
    whole: Publication | None = doc._.rashomon_published
    return next((day or whole for start, day in reversed(doc._.rashomon_parts) if start <= at), whole)
