"""Every table and view of the case as a CSV file that a spreadsheet opens without running anything.

A text cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets an
apostrophe before it; numbers stay numbers. Files are UTF-8 with a byte-order mark, which spreadsheets need.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from rashomon.case import Case

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheets(case: Case, folder: Path) -> list[Path]:
    """Write one file a table into `folder`, made where it is not yet, and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in case.tables():
        columns, rows = case.table(name)
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(columns)
            sheet.writerows([harmless(cell) for cell in row] for row in rows)
        written.append(path)
    return written


def harmless(cell: Any) -> Any:
    """Give a cell's value so that no spreadsheet runs it; only text can be a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
