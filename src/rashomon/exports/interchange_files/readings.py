"""readings.jsonl: one reading a line as the machine made it, with the reader that did (also: not in the contract)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.interchange import interchange
from rashomon.exports.ledger import Ledger

LOSSES = {
    "the reports' texts": "rows point into them; `--to reports` writes them",
    "what was found across reports": "`--to findings`",
    "corrections": "the rows are the machine's own; `rashomon corrections CASE --export FILE` writes people's",
}


def readings(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one line a reading, in the order of the reports' ids."""
    readers = case.readings.readers()
    for reading in case.readings:
        yield json.dumps({**interchange(reading), "reader": readers[reading.report]}, ensure_ascii=False) + "\n"
