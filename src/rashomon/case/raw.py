# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""A case's file looked at as it lies: nothing is written, and what cannot be read is passed by.

Only plain tables are asked, so that no view, trigger or expression of a stranger's schema is ever run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from rashomon.case.case_error import CaseError
from rashomon.case.connect import begins_as_a_case

_SECONDS = 60.0
_STEPS = 100_000


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file at `path` to look at it; one question takes a minute at most.

    Raises CaseError where there is no file, or it does not begin as an SQLite file does.
    """
    if not path.exists():
        raise CaseError(f"there is no case at {path}")
    if path.is_dir():
        raise CaseError(f"{path} is a folder; a case is one file")
    begins_as_a_case(path)
    real = path.resolve()
    mode = "mode=ro" if real.with_name(f"{real.name}-wal").exists() else "mode=ro&immutable=1"  # leaves nothing beside
    with closing(sqlite3.connect(f"{real.as_uri()}?{mode}", uri=True, isolation_level=None)) as connection:
        connection.text_factory = lambda held: held.decode("utf-8", "replace")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        until = monotonic() + _SECONDS
        connection.set_progress_handler(lambda: monotonic() > until, _STEPS)
        yield connection


def is_plain_table(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether `name` is a table of rows, and no view or table made by a module."""
    asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    try:
        found = connection.execute(asked, (name,)).fetchone()
    except sqlite3.Error:
        return False
    words = str(found[0]).upper().split() if found else []
    return words[:2] == ["CREATE", "TABLE"] and "GENERATED" not in words


def rows(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], key: str = "rowid"
) -> Iterator[dict[str, Any]]:
    """Give the rows of a plain table that can be read, each once by its `key`, also those behind a page that cannot.

    A column that an older case lacks is left out.
    """
    if not is_plain_table(connection, table):
        return
    try:
        there = {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')}
    except sqlite3.Error:
        return
    columns = tuple(column for column in columns if column in there)
    met: set[Any] = set()
    wanted = ", ".join(f'"{column}"' for column in columns)
    for order in ("ASC", "DESC"):  # from both ends towards what is damaged
        try:
            for (number,) in connection.execute(f'SELECT {key} FROM "{table}" ORDER BY {key} {order}'):
                if number in met:
                    continue
                met.add(number)
                row = _row(connection, f'SELECT {wanted} FROM "{table}" WHERE {key} = ?', number)
                if row is not None:
                    yield dict(zip(columns, row, strict=True))
        except sqlite3.Error:
            continue
        else:
            return


def _row(connection: sqlite3.Connection, question: str, number: Any) -> tuple[Any, ...] | None:
    try:
        found = connection.execute(question, (number,)).fetchone()
    except sqlite3.Error:
        return None
    return tuple(found) if found else None
