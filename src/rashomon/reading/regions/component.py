"""The reader that goes before the parser: afterwards no sentence runs over a region or a torn line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.credits import credits_of
from rashomon.reading.dated_parts import dated_parts
from rashomon.reading.published import published, publisher
from rashomon.reading.regions.mark import mark
from rashomon.records import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


def regions(doc: Doc) -> Doc:
    """Read regions, report date, outlet and credits into `doc._`, and set where sentences must and cannot start.

    Takes the report from `doc._.rashomon_report`; a doc that has none is read as a report of its own text. Put it
    before the parser (`nlp.add_pipe("rashomon_regions", first=True)`).
    """
    from rashomon.reading.sentences import sentences  # spaCy and numpy, which the rest of the room does without

    layer = doc._
    report: Report = layer.rashomon_report or Report("", doc.text)
    text = report.text if len(report.text) == len(doc.text) else doc.text
    layer.rashomon_regions = mark(text, report.title)
    layer.rashomon_title = layer.rashomon_title or report.title or _headline(text, doc)
    layer.rashomon_outlet = layer.rashomon_outlet or publisher(report, text, layer.rashomon_regions)
    layer.rashomon_published = layer.rashomon_published or published(report, text, layer.rashomon_regions)
    layer.rashomon_parts = dated_parts(text, layer.rashomon_regions, report)
    layer.rashomon_credits = credits_of(text, layer.rashomon_regions, layer.rashomon_outlet)
    return sentences(doc, text, layer.rashomon_regions)


def _headline(text: str, doc: Doc) -> str | None:
    return next((text[r.start : r.end] for r in doc._.rashomon_regions if r.kind == "headline"), None)
