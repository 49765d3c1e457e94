"""Every table and view of the case as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.safe_text import harmless
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


def sheet(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, bom: bool = True) -> Iterator[str]:
    """Give chosen rows as one text; a cell that holds many plain values has them parted by "; "."""
    if bom:
        yield "\ufeff"
    line = StringIO()
    writer = csv.writer(line)
    for row in _headed(columns, rows):
        writer.writerow([harmless(_flat(cell)) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _headed(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield columns
    yield from rows


def _flat(cell: Any) -> Any:
    if not isinstance(cell, list | dict):
        return cell
    plain = isinstance(cell, list) and not any(isinstance(one, list | dict) for one in cell)
    return "; ".join(map(str, cell)) if plain else json.dumps(cell, ensure_ascii=False)


FORMAT = Format(
    suffix="csv",
    what="a folder, a file a table and view",
    opens="spreadsheets, R",
    checked="csv",
    write=sheets,
    table=sheet,
    shape="folder",
    takes=("bom",),
    losses={"the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256"},
)
