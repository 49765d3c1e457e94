"""Every table and view of the case as JSON lines: an object a row, lists as lists, numbers as numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.tables import Tables
from rashomon.formats import Format
from rashomon.outputs import whole


def lines(case: Case, folder: Path, ledger: Ledger) -> None:
    """Write one file a table into `folder`, made where it is not yet."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = Tables(case)
    for name in tables.names():
        with whole(folder / f"{name}.jsonl") as file:
            for row in tables.records(name):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    ledger.carry(case.findings.claim_ids())


def chosen_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Give chosen rows as one text, an object a line."""
    for row in rows:
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n"


FORMAT = Format(
    suffix="tables",
    what="a folder, a file a table and view",
    opens="scripts, jq",
    checked="json",
    write=lines,
    table=chosen_lines,
    shape="folder",
    losses={"the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256"},
)
