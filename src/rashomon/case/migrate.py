"""A case is always at the schema that this version knows: brought forward when older, refused when newer.

Every step is one numbered SQL file in `case/schema/`; `PRAGMA user_version` holds the number of the last one run.
A step and its number are written in one transaction, so that a killed migration never leaves half a schema.

A case has the tables, views, indexes and triggers that this program made, as it made them.

A file from somebody else may hold a view in a table's place, a trigger that changes what is kept, or a table that
takes any type; none of it is run or read. A plain table beside ours, or a plain index, is its owner's notes: it runs
nothing, and stays.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from rashomon.case.case_error import CaseError

_ASKED = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
_NOTES = {
    "table": re.compile(r"CREATE TABLE\b", re.IGNORECASE),
    "index": re.compile(r"CREATE INDEX [^()]+\([\w\s,\"\[\]`]+\)", re.IGNORECASE),  # of columns: no expression
}
_Part = tuple[str, str, str, str]


def strange(connection: sqlite3.Connection, scripts: Sequence[str]) -> str:
    """Say what in the schema behind `connection` is not what `scripts` make, "" where nothing is."""
    ours = _made(tuple(scripts))
    here = {
        (kind, name): (table, _plain(sql, name, ours))
        for kind, name, table, sql in connection.execute(_ASKED)
        if (kind, name) in ours or not (kind in _NOTES and _NOTES[kind].match(str(sql or "")))
    }
    for (kind, name), made in here.items():
        if (kind, name) not in ours:
            return f"a {kind} {name!r:.60} that is not rashomon's"
        if ours[kind, name] != made:
            return f"a {kind} {name!r:.60} that is not as rashomon makes it"
    missing = sorted(ours.keys() - here.keys())
    return f"no {missing[0][0]} {missing[0][1]!r}" if missing else ""


def tables(scripts: Sequence[str]) -> dict[str, str]:
    """Give each table that `scripts` make, by its name, in the words that make it."""
    return {name: sql for kind, name, _, sql in _parts(scripts) if kind == "table"}


@cache
def _made(scripts: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, str]]:
    rows = _parts(scripts)
    named = {(kind, name): (table, "") for kind, name, table, _ in rows}
    return {(kind, name): (table, _plain(sql, name, named)) for kind, name, table, sql in rows}


def _parts(scripts: Sequence[str]) -> list[_Part]:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        text_digests(memory)
        for script in scripts:
            memory.executescript(script)
        return memory.execute(_ASKED).fetchall()
    finally:
        memory.close()


def _plain(sql: str | None, name: str, known: dict[tuple[str, str], tuple[str, str]]) -> str:
    """The words of a definition; those of a search table's own parts are SQLite's, and differ from one to another."""
    owner, _, part = name.rpartition("_")
    if f"_{part}" in _SHADOWS and ("table", owner) in known and owner.endswith("_search"):
        return ""
    return " ".join(str(sql or "").split())


def text_digests(connection: sqlite3.Connection) -> None:
    """Give `connection` the function that steps of the schema and reports make their digests with."""
    connection.create_function("text_sha256", 1, text_sha256, deterministic=True)


def text_sha256(text: str) -> str:
    """Give the digest of a text as it is kept."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


APPLICATION_ID = 0x5253484D  # "RSHM": tells a case from any other SQLite file

_UNLESS_TAKEN = "SELECT CASE WHEN (SELECT user_version FROM pragma_user_version) >= {number} THEN json('taken') END;"
"""Fails, as no JSON, where another process took the step while this one waited: none may run again after later ones."""


@cache
def steps() -> tuple[tuple[int, str], ...]:
    """Give the number and the SQL of every step of the schema."""
    names = sorted(f.name for f in files("rashomon.case").joinpath("schema").iterdir() if f.name.endswith(".sql"))
    folder = files("rashomon.case").joinpath("schema")
    return tuple((int(name.split("_")[0]), folder.joinpath(name).read_text("utf-8")) for name in names)


def migrate(connection: sqlite3.Connection, path: str, *, read_only: bool = False) -> None:
    """Bring the case behind `connection` to this version's schema; `path` names it in messages.

    Raises CaseError where the file is another program's, was written by a newer rashomon, is older and may not be
    written, or has a schema that is not ours.
    """
    latest = steps()[-1][0]
    connection.execute("BEGIN")  # one view of the three, while another process may be making the same case
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    own = [script for number, script in steps() if number <= version]
    odd = strange(connection, own) if application == APPLICATION_ID and 0 <= version <= latest else ""
    connection.execute("COMMIT")
    if application != APPLICATION_ID and (tables or read_only):
        raise CaseError(f"{path} is not a rashomon case but another program's database; give another name")
    if version > latest:
        raise CaseError(
            f"{path} was written by a newer rashomon (case schema {version}, this one knows {latest}); "
            "upgrade rashomon to open it"
        )
    if odd or version < 0:
        raise CaseError(
            f"{path} has {odd or 'no sound version'}, so it is not opened; `rashomon check {path}` says more, "
            f"`rashomon rescue {path} -o NEW` saves its reports and judgements"
        )
    if version == latest:
        return
    if read_only:
        raise CaseError(f"{path} has the older case schema {version}; run `rashomon build {path}` to bring it forward")
    text_digests(connection)
    (checked,) = connection.execute("PRAGMA foreign_keys").fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")  # a table that is made again would take along what belongs to it
    try:
        for number, script in steps():
            if number > version:
                _step(connection, number, script)
    finally:
        connection.execute(f"PRAGMA foreign_keys = {checked}")


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
