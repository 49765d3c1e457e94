"""A case has the tables, views, indexes and triggers that this program made, as it made them.

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


@cache
def _made(scripts: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, str]]:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        text_digests(memory)
        for script in scripts:
            memory.executescript(script)
        rows: list[_Part] = memory.execute(_ASKED).fetchall()
    finally:
        memory.close()
    named = {(kind, name): (table, "") for kind, name, table, _ in rows}
    return {(kind, name): (table, _plain(sql, name, named)) for kind, name, table, sql in rows}


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
