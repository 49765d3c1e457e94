"""FollowTheMoney statements as CSV: one value a row, with the report (`dataset`) and the rule (`origin`) behind it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from hashlib import sha1
from io import StringIO

from rashomon.case import Case
from rashomon.exports.followthemoney import LOSSES, facts
from rashomon.exports.ledger import Ledger
from rashomon.exports.safe_text import harmless
from rashomon.formats import Format

COLUMNS = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)
TYPES = {
    "alias": "name",
    "author": "string",
    "bodyText": "text",
    "candidate": "entity",
    "confidenceScore": "number",
    "country": "country",
    "criteria": "string",
    "date": "date",
    "description": "text",
    "detectedSchema": "string",
    "document": "entity",
    "endDate": "date",
    "entity": "entity",
    "fileName": "string",
    "full": "address",
    "involved": "entity",
    "keywords": "string",
    "language": "language",
    "location": "address",
    "match": "entity",
    "matcher": "string",
    "name": "name",
    "notes": "text",
    "object": "entity",
    "proof": "entity",
    "publishedAt": "date",
    "publisher": "string",
    "resolved": "entity",
    "role": "string",
    "sourceUrl": "url",
    "startDate": "date",
    "subject": "entity",
    "summary": "text",
    "title": "string",
}
"""The type of each property that is written, as the model has it."""


def statements(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the head and one row a value."""
    yield _row(COLUMNS)
    for f in facts(case, ledger):
        told = {
            "canonical_id": f.entity,
            "entity_id": f.entity,
            "prop": f.prop,
            "prop_type": TYPES[f.prop],
            "schema": f.schema,
            "value": harmless(f.value),
            "dataset": harmless(f.dataset) or "rashomon",
            "origin": harmless(f.origin),
            "external": "f",
        }
        key = ".".join(told[part] for part in ("dataset", "entity_id", "prop", "value"))
        told["id"] = sha1(key.encode(), usedforsecurity=False).hexdigest()
        yield _row([told.get(column, "") for column in COLUMNS])


def _row(cells: list[str] | tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line, dialect=csv.unix_dialect).writerow(cells)
    return line.getvalue()


FORMAT = Format(
    suffix="statements.csv",
    what="FollowTheMoney statements, CSV: report (`dataset`) and rule (`origin`) of every value",
    opens="nomenklatura, ftmq",
    checked="followthemoney",
    write=statements,
    losses=LOSSES | {"nothing of a value": "one that a spreadsheet would run bears an apostrophe, as in `--to csv`"},
)
