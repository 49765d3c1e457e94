"""An open connection is to a rashomon case of this version's schema, or there is none.

A case is brought forward when it is older, refused when it is newer. Every step is one numbered SQL file in
`case/schema/`; `PRAGMA user_version` holds the number of the last one run. A step and its number are written in one
transaction, so that a killed migration never leaves half a schema.

A case has the tables, views, indexes and triggers that this program made, as it made them. A file from somebody else
may hold a view in a table's place, a trigger that changes what is kept, or a table that takes any type; none of it is
run or read. A plain table beside ours, or a plain index, is its owner's notes: it runs nothing, and stays.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from os import W_OK, access
from pathlib import Path
from time import monotonic, sleep

from rashomon.records.made_when_read import is_made_when_read

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


class CaseError(Exception):
    """A case cannot be opened, written or read; the message is one clear line."""


_MAGIC = b"SQLite format 3\0"
_WAIT = 30.0
"""Seconds to wait for another writer."""
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises over a damaged file: what it quotes of the damage may be no text."""


def connect(path: Path, *, read_only: bool = False, make: bool = True) -> sqlite3.Connection:
    """Open the case at `path`, made where it is not yet, unless `read_only` or not to `make` it.

    A reader never blocks a writer, nor a writer a reader (write-ahead log). Derived rows can be made again, so a
    commit survives the death of this process, not of the machine's power (`synchronous = NORMAL`).
    Raises CaseError where there is no case to read, the file is something else, or it cannot be opened.
    """
    if read_only and not path.exists():
        raise CaseError(f"there is no case at {path}; make one with `rashomon build {path} INPUT...`")
    if not make and not (path.exists() and (path.is_dir() or path.stat().st_size)):
        raise CaseError(f"there is no case at {path} any more; put it back where it was")
    if path.is_dir():
        raise CaseError(f"{path} is a folder; a case is one file, name it e.g. {path / 'story.case'}")
    begins_as_a_case(path)
    try:
        connection = _open(path, read_only, make)
    except UNREADABLE as error:
        raise CaseError(f"{path} cannot be opened as a case ({error})") from error
    try:
        migrate(connection, str(path), read_only=read_only)
        if not read_only:
            _write_ahead(connection)  # only now: the file is ours
    except CaseError:
        connection.close()
        raise
    except UNREADABLE as error:
        connection.close()
        raise CaseError(f"{path} cannot be made ready ({error}); it may be damaged or in use") from error
    return connection


def begins_as_a_case(path: Path) -> None:
    """Raise CaseError where what is there is no plain file, or does not begin as an SQLite file does; empty is new."""
    try:
        if not path.exists():
            return
        if not path.is_file() or is_made_when_read(path):
            raise CaseError(f"{path} is no plain file; a case is one file, give another name")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise CaseError(f"{path} cannot be opened as a case ({error.strerror})") from error
    if head not in (b"", _MAGIC):
        raise CaseError(
            f"{path} is not a rashomon case but another file; to make one of it: rashomon build story.case {path}"
        )


def guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Look at every page before it is used.

    What a file's schema says is run only when it is ours, word for word (`own_schema`). `trusted_schema = OFF` would do
    no more, and keeps our own views from the JSON functions, which older SQLite takes for unsafe.
    """
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait here for another process that does the same, so this does."""
    until = monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if monotonic() > until or "readonly" in str(error):
                raise
            sleep(0.02)
        else:
            return


def _modes(path: Path) -> tuple[str, ...]:
    """The ways to open a file that is only read, the first that works is taken.

    Who could write it closes its log again and leaves nothing beside it; who could not, and finds no log, reads the
    file as it lies, which leaves nothing either.
    """
    if access(path, W_OK) and access(path.resolve().parent, W_OK):
        return ("mode=rw", "mode=ro", "mode=ro&immutable=1")
    log = path.resolve().with_name(f"{path.resolve().name}-wal")
    return ("mode=ro", "mode=ro&immutable=1") if log.exists() else ("mode=ro&immutable=1",)


def _open(path: Path, read_only: bool, make: bool) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    if not read_only:
        if not path.absolute().parent.is_dir():
            raise CaseError(f"there is no folder {path.absolute().parent} for {path.name}; make it first")
        connection = sqlite3.connect(uri if make else f"{uri}?mode=rw", uri=True, timeout=_WAIT, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except UNREADABLE:
            connection.close()
            raise
        guarded(connection).execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection
    for mode in _modes(path):
        connection = sqlite3.connect(f"{uri}?{mode}", uri=True, timeout=_WAIT, isolation_level=None)
        try:
            guarded(connection).execute("PRAGMA query_only = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if "immutable" in mode or not ("unable to open" in str(error) or "readonly" in str(error)):
                raise
        except UNREADABLE:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("unreachable")
