"""Every table and view of the case as a Parquet file: integers, numbers and texts typed, lists as JSON texts."""

from __future__ import annotations

from pathlib import Path

from rashomon.case import Case
from rashomon.exports.ledger import Ledger, needed
from rashomon.exports.tables import Tables
from rashomon.formats import Format


def parquet(case: Case, folder: Path, ledger: Ledger) -> None:
    """Write one file a table into `folder`, made where it is not yet. Raises MissingPackageError without pyarrow."""
    writer = needed("pyarrow.parquet", "parquet", "Parquet")
    folder.mkdir(parents=True, exist_ok=True)
    tables = Tables(case)
    for name in tables.names():
        writer.write_table(tables.to_arrow(name), folder / f"{name}.parquet")
    ledger.carry(case.findings.claim_ids())


FORMAT = Format(
    suffix="parquet",
    what="a folder, a file a table and view",
    opens="pandas, DuckDB, Polars",
    checked="pyarrow",
    write=parquet,
    shape="folder",
    losses={
        "the original bytes of the reports": "the case alone keeps them; every report tells their SHA-256",
        "lists as lists": "they are JSON texts, as in the case itself",
    },
)
