"""readings.jsonl: one reading a line as people corrected it, with the reader that made it (also: not in the contract).

Where somebody corrected it, `machine` holds the layers that differ, as the machine made them: so that a case made from
this file, reports and corrections stands on what this one stands on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format
from rashomon.records.interchange import as_json, interchange


def readings(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one line a reading, in the order of the reports' ids."""
    readers = case.readings.readers()
    for reading in case.readings:
        told = {**interchange(reading), "reader": readers[reading.report]}
        if machine := case.readings.aside(reading.report):
            told["machine"] = {layer: as_json(rows) for layer, rows in machine.items()}
        yield json.dumps(told, ensure_ascii=False) + "\n"


FORMAT = Format(
    suffix="readings.jsonl",
    what="what was read in each report, [an interchange file](interchange.md)",
    opens="other programs; `rashomon import`",
    checked="its JSON Schema, round trip",
    write=readings,
    lost="readings hold no claims",
    losses={
        "the reports' texts": "rows point into them; `--to reports` writes them",
        "what was found across reports": "`--to findings`",
        "corrections as such": "a row that one made or changed says so; `rashomon corrections CASE --export FILE`",
    },
)
