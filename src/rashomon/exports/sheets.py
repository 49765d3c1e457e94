"""Every table and view of the case as a CSV file that a spreadsheet opens without running anything.

Only text can be a formula: a text cell that begins as one (`=`, `+`, `-`, `@`, their full-width forms, tab, line feed
or return) gets an apostrophe before it, and so does one that begins with an apostrophe, so that taking one leading
apostrophe off gives every text back. Numbers stay numbers.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.tables import Tables
from rashomon.outputs import whole

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"
LOSSES = {"the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256"}


def sheets(case: Case, folder: Path, ledger: Ledger | None = None, *, bom: bool = True) -> list[Path]:
    """Write one file a table into `folder`, made where it is not yet, and give their paths.

    UTF-8, with the byte-order mark that spreadsheets need unless `bom` is False.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables = Tables(case)
    written: list[Path] = []
    for name in tables.names():
        columns, rows = tables.table(name)
        path = folder / f"{name}.csv"
        with whole(path, "utf-8-sig" if bom else "utf-8") as file:
            sheet = csv.writer(file)
            sheet.writerow(columns)
            sheet.writerows([harmless(cell) for cell in row] for row in rows)
        written.append(path)
    if ledger is not None:
        ledger.carry(case.findings.claim_ids())
    return written


def harmless(cell: Any) -> Any:
    """Give a cell's value so that no spreadsheet runs it; only text can be a formula."""
    return f"{_MARK}{cell}" if isinstance(cell, str) and cell.startswith((*_FORMULA, _MARK)) else cell


def as_it_was(cell: str) -> str:
    """Give the text that `harmless` made a cell from."""
    return cell.removeprefix(_MARK)
