"""The reports as a spaCy DocBin: rashomon's tokens are spaCy's own, its rows are span groups over them.

Groups: `mentions`, `times`, `sources`, `cues`, `contents`, `events` (labels as in the readings, row ids as span ids)
and `claims` (the claim's id as label).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.ledger import Ledger, needed
from rashomon.exports.lookup import Lookup
from rashomon.formats import Format
from rashomon.records import Reading, Span


def docbin(case: Case, target: Path, ledger: Ledger) -> None:
    """Write the reports that were read into `target`, in the order of their ids (`doc.user_data["report"]`)."""
    spacy, tokens = needed("spacy", "spacy", "DocBin"), needed("spacy.tokens", "spacy", "DocBin")
    nlp = spacy.blank("en")
    claims: dict[str, list[tuple[Span, str]]] = {}
    for claim in case.findings.get().claims:
        for told_in, start, end in claim.evidence:
            claims.setdefault(told_in, []).append(((start, end), claim.id))
    lookup = Lookup(case)
    kept = tokens.DocBin(store_user_data=True)
    nlp.max_length = max((len(r.text) for r in case.reports), default=0) + 1
    for report in case.reports:
        reading = lookup.reading(report.id)
        if reading is None:
            continue
        doc = nlp.make_doc(report.text)
        doc.user_data["report"] = report.id
        groups: dict[str, list[Any]] = {}
        for group, (start, end), label, row in (*_rows(reading), *_claims(claims.get(report.id, []))):
            span = doc.char_span(start, end, label=label, span_id=row, alignment_mode="expand") if start < end else None
            if span is not None and len(span):
                groups.setdefault(group, []).append(span)
                if group == "claims":
                    ledger.carry([label])
        for group, spans in groups.items():
            doc.spans[group] = spans
        kept.add(doc)
    target.write_bytes(kept.to_bytes())


def _claims(told: list[tuple[Span, str]]) -> Iterator[tuple[str, Span, str, str]]:
    yield from (("claims", span, claim, "") for span, claim in told)


def _rows(reading: Reading) -> Iterator[tuple[str, Span, str, str]]:
    yield from (("mentions", (m.start, m.end), m.kind, m.id) for m in reading.mentions)
    yield from (("times", (t.start, t.end), t.type, t.value) for t in reading.times)
    for a in reading.attributions:
        for group, spans in (("sources", a.source), ("cues", a.cue), ("contents", a.content)):
            yield from ((group, span, a.source_kind, a.id) for span in spans)
    yield from (("events", e.trigger, e.type, e.id) for e in reading.events)


FORMAT = Format(
    suffix="spacy",
    what="a spaCy DocBin with span groups",
    opens="spaCy, Prodigy",
    checked="spaCy",
    write=docbin,
    shape="bytes",
    lost="none of its rows has characters in a report",
    losses={
        "exact offsets": "a span is widened to whole tokens where it ends inside one",
        "links between rows (chains, who says what to whom)": "`--to readings`",
        "what was found but claims": "`--to findings`",
        "corrections": "rows are as corrected; that somebody did is not told",
    },
)
