"""Every table and view of the case as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from pathlib import Path

from rashomon.case import Case
from rashomon.exports.harmless import harmless
from rashomon.exports.ledger import Ledger
from rashomon.exports.tables import Tables
from rashomon.formats import Format
from rashomon.outputs import whole


def sheets(case: Case, folder: Path, ledger: Ledger, *, bom: bool = True) -> None:
    """Write one file a table into `folder`, made where it is not yet.

    UTF-8, with the byte-order mark that spreadsheets need unless `bom` is False.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables = Tables(case)
    for name in tables.names():
        columns, rows = tables.table(name)
        path = folder / f"{name}.csv"
        with whole(path, "utf-8-sig" if bom else "utf-8") as file:
            sheet = csv.writer(file)
            sheet.writerow(columns)
            sheet.writerows([harmless(cell) for cell in row] for row in rows)
    ledger.carry(case.findings.claim_ids())


FORMAT = Format(
    suffix="csv",
    what="a folder, a file a table and view",
    opens="spreadsheets, R",
    checked="csv",
    write=sheets,
    shape="folder",
    takes=("bom",),
    losses={"the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256"},
)
