"""A case as one Web Annotation collection (JSON-LD), every row in it: `rashomon import` makes the same case again.

One annotation a row, one line an annotation. What it is about are its targets: characters of a report (TextPosition-
and TextQuoteSelector), or other rows by their address. Its body holds a sentence for people and the row whole, as a
JSON value that a JSON-LD processor keeps as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.case import Case
from rashomon.exports.annotations import SOFTWARE, Made
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "rashomon": "urn:rashomon:terms:",
        "kind": "rashomon:kind",
        "position": "rashomon:position",
        "part": "rashomon:part",
        "corrected_by": "rashomon:corrected_by",
        "reader": "rashomon:reader",
        "report": "rashomon:report",
        "ways": {"@id": "rashomon:ways", "@type": "@json"},
        "machine": {"@id": "rashomon:machine", "@type": "@json"},
        "row": {"@id": "rashomon:row", "@type": "@json"},
    },
]


def collection(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the collection in parts: reports, what was read in each, what was found, corrections."""
    head = {
        "@context": CONTEXT,
        "id": "urn:rashomon:case",
        "type": "AnnotationCollection",
        "label": "A rashomon case",
        "creator": SOFTWARE,
        "generator": SOFTWARE,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1]
    yield ',\n"first": {"id": "urn:rashomon:case:annotations", "type": "AnnotationPage", "startIndex": 0, "items": [\n'
    total = 0
    for annotation in Made(case).all():
        yield (",\n" if total else "") + json.dumps(annotation, ensure_ascii=False, separators=(",", ":"))
        total += 1
    yield f'\n]}},\n"total": {total}}}\n'
    ledger.carry(case.findings.claim_ids())


FORMAT = Format(
    suffix="annotations.jsonld",
    what="the whole case as W3C Web Annotations (JSON-LD)",
    opens="annotation tools; `rashomon import`",
    checked="round trip, every selector; pyld",
    write=collection,
    losses={
        "the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256",
        "when the machine made its rows": "the case does not keep it; `created` is told of reports and corrections",
    },
)
