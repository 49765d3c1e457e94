"""findings.json: everything that was found across reports, as corrected, in one object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format
from rashomon.records.interchange import interchange


def findings(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the object, indented by one."""
    found = case.findings.get()
    ledger.carry(c.id for c in found.claims)
    yield json.dumps(interchange(found), ensure_ascii=False, indent=1)
    yield "\n"


FORMAT = Format(
    suffix="findings.json",
    what="what was found across reports, [an interchange file](interchange.md)",
    opens="other programs; `rashomon import`",
    checked="its JSON Schema, round trip",
    write=findings,
    losses={
        "the reports' texts": "rows point into them; `--to reports` writes them",
        "what was read in each report": "`--to readings`",
        "corrections as such": "such a row says so in `because`; `rashomon corrections CASE --export FILE`",
    },
)
