"""Reports in, Readings out: pure, one report at a time, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.pipeline import pipeline
from rashomon.records import Publication, Reading, Report

_BATCH = 16


def read(reports: Iterable[Report], nlp: Language | None = None) -> Iterator[Reading]:
    """Read each report with `nlp` (the default pipeline unless told). Offsets are into `report.text`."""
    nlp = nlp or pipeline()
    make = nlp.make_doc

    def docs() -> Iterator[tuple[Doc, Report]]:
        for report in reports:
            doc = make(report.text)
            doc._.rashomon_report = report
            yield doc, report

    for doc, report in nlp.pipe(docs(), as_tuples=True, batch_size=_BATCH):
        yield _reading(doc, report)


def _reading(doc: Doc, report: Report) -> Reading:
    layer = doc._
    return Reading(
        report=report.id,
        published=layer.rashomon_published or Publication(None, "unknown"),
        language=report.language or "en",
        title=report.title or layer.rashomon_title,
        outlet=report.outlet or layer.rashomon_outlet,
        url=report.url,
        regions=layer.rashomon_regions,
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents),
        mentions=layer.rashomon_mentions,
        chains=layer.rashomon_chains,
        times=layer.rashomon_times,
        attributions=layer.rashomon_attributions,
        events=layer.rashomon_events,
        credits=layer.rashomon_credits,
    )
