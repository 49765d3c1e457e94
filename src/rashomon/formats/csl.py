"""The reports as CSL-JSON, which Zotero, Pandoc and other reference tools read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.reference import Reference, Writer, references
from rashomon.formats import Format


def csl(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one array of items, in the order of the reports' ids."""
    yield json.dumps([_item(r) for r in references(case)], ensure_ascii=False, indent=1)
    yield "\n"


def _item(r: Reference) -> dict[str, object]:
    told: dict[str, object] = {
        "id": r.report,
        "type": "article-newspaper",
        "title": r.title,
        "author": [_author(writer) for writer in r.authors],
        "container-title": r.outlet,
        "issued": {"date-parts": [list(r.date)]} if r.date else None,
        "accessed": {"date-parts": [list(r.accessed)]} if r.accessed else None,
        "URL": r.url,
        "language": r.language,
        "note": r.digest and f"SHA-256 of the original: {r.digest}",
    }
    return {name: value for name, value in told.items() if value}


def _author(writer: Writer) -> dict[str, str]:
    if not writer.given:
        return {"literal": writer.family}
    told = {"family": writer.family, "given": writer.given, "non-dropping-particle": writer.particle}
    return {name: value for name, value in told.items() if value}


FORMAT = Format(
    suffix="csl.json",
    what="the reports as references",
    opens="Zotero, Pandoc",
    checked="citeproc-py",
    write=csl,
    lost="a list of references holds reports alone",
    losses={
        "everything but the references of the reports": "any other format",
        "a publication day that is only bounded": "left out: no day is made up",
    },
)
