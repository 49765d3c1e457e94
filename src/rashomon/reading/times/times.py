"""The spaCy component: writes the times of a parsed report into `doc._.rashomon_times`, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rashomon.reading.published import told_on
from rashomon.reading.times.find_times import find_times
from rashomon.reading.times.leans import LeanReader, parsed_leans
from rashomon.records import Publication, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc


def times(doc: Doc) -> Doc:
    """Read the times into `doc._.rashomon_times`, over `doc._.rashomon_published` or what the report came with.

    A dateline older than the report rules: what a reprint calls today was then. With a parse the verb that a time hangs
    from helps to tell past from future; without one the words alone do.
    """
    published = doc._.rashomon_published
    if published is None and doc._.rashomon_report is not None:
        published = _day(doc._.rashomon_report.published)
    wire = told_on(doc.text, doc._.rashomon_regions or (), published) if isinstance(published, Publication) else None
    lean = parsed_leans(doc) if doc.has_annotation("DEP") else None
    parts = [(0, wire or published), *doc._.rashomon_parts]
    ends = [start for start, _ in parts[1:]]
    found: list[Timex] = []
    for (start, told), end in zip(parts, [*ends, len(doc.text)], strict=True):
        found += _of_part(doc.text[start:end], start, told, lean)
    doc._.rashomon_times = tuple(found)
    return doc


def _of_part(text: str, start: int, told: Publication | date | None, lean: LeanReader | None) -> Iterator[Timex]:
    """Read the times of a part that begins at `start`."""
    leaning = lean and (lambda first, last: lean(start + first, start + last))
    for time in find_times(text, told, leaning):
        yield replace(time, start=time.start + start, end=time.end + start)


def _day(published: str | None) -> date | None:
    """Give the day that a report came with; None where its container says less than a day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
