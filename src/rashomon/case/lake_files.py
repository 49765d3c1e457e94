"""Parquet files that stand whole or not at all: written beside, flushed to the disk, renamed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from rashomon.case.case_error import CaseError

ENDING, BESIDE = ".parquet", ".beside-"


def _pyarrow() -> Any:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise CaseError("a case with a lake needs pyarrow: pip install 'rashomon[scale]'") from error


def parquet(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """Give rows as the bytes of a Parquet file; a column is of integers where all of its values are, else of texts."""
    arrow = _pyarrow()
    arrays = {}
    for at, column in enumerate(columns):
        values = [row[at] for row in rows]
        whole = any(isinstance(v, int) for v in values)
        arrays[column] = arrow.array(values, arrow.int64() if whole else arrow.string())
    file = BytesIO()
    arrow.parquet.write_table(arrow.table(arrays), file, compression="zstd")
    return file.getvalue()


def read_parquet(path: Path, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Give the rows of a file, of some columns. Raises OSError or ValueError where it is none."""
    arrow = _pyarrow()
    made: list[dict[str, Any]] = arrow.parquet.ParquetFile(path).read(columns=columns and list(columns)).to_pylist()
    return made


def stand(path: Path, told: bytes) -> None:
    """Write a file beside, flush it to the disk and give it its name: whoever looks finds all of it, or no file."""
    beside = path.with_name(f"{BESIDE}{os.getpid()}-{path.name}")
    with beside.open("wb") as file:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    if os.name == "posix":  # a name is on the disk when its folder is
        held = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
