"""The spaCy component: writes the times of a parsed report into `doc._.rashomon_times`, in text order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rashomon.reading.published import told_on
from rashomon.reading.times.find_times import find_times
from rashomon.reading.times.leans import parsed_leans
from rashomon.records import Publication

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
    doc._.rashomon_times = find_times(doc.text, wire or published, lean)
    return doc


def _day(published: str | None) -> date | None:
    """Give the day that a report came with; None where its container says less than a day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
