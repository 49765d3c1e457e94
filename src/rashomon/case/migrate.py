"""A case is always at the schema that this version knows: brought forward when older, refused when newer.

Every step is one numbered SQL file in `case/schema/`; `PRAGMA user_version` holds the number of the last one run.
A step and its number are written in one transaction, so that a killed migration never leaves half a schema.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files

from rashomon.case.case_error import CaseError

APPLICATION_ID = 0x5253484D  # "RSHM": tells a case from any other SQLite file

_UNLESS_TAKEN = "SELECT CASE WHEN (SELECT user_version FROM pragma_user_version) >= {number} THEN json('taken') END;"
"""Fails, as no JSON, where another process took the step while this one waited: none may run again after later ones."""


@cache
def _steps() -> tuple[tuple[int, str], ...]:
    names = sorted(f.name for f in files("rashomon.case").joinpath("schema").iterdir() if f.name.endswith(".sql"))
    folder = files("rashomon.case").joinpath("schema")
    return tuple((int(name.split("_")[0]), folder.joinpath(name).read_text("utf-8")) for name in names)


def migrate(connection: sqlite3.Connection, path: str, *, read_only: bool = False) -> None:
    """Bring the case behind `connection` to this version's schema; `path` names it in messages.

    Raises CaseError where the file is another program's, was written by a newer rashomon, or is older and may not
    be written.
    """
    latest = _steps()[-1][0]
    connection.execute("BEGIN")  # one view of the three, while another process may be making the same case
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("COMMIT")
    if application != APPLICATION_ID and (tables or read_only):
        raise CaseError(f"{path} is not a rashomon case; give another name")
    if version > latest:
        raise CaseError(
            f"{path} was written by a newer rashomon (case schema {version}, this one knows {latest}); "
            "upgrade rashomon to open it"
        )
    if version == latest:
        return
    if read_only:
        raise CaseError(f"{path} has the older case schema {version}; run `rashomon build {path}` to bring it forward")
    for number, script in _steps():
        if number > version:
            _step(connection, number, script)


def _step(connection: sqlite3.Connection, number: int, script: str) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{_UNLESS_TAKEN.format(number=number)}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\n{script}\n"
            f"PRAGMA user_version = {number};\nCOMMIT;"
        )
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version < number:  # else another process took the step while this one waited
            raise
