"""An open connection is to a rashomon case of this version's schema, or there is none."""

from __future__ import annotations

import sqlite3
from os import W_OK, access
from pathlib import Path
from time import monotonic, sleep

from rashomon.case.case_error import CaseError
from rashomon.case.migrate import migrate
from rashomon.records.made_when_read import is_made_when_read

_MAGIC = b"SQLite format 3\0"
_WAIT = 30.0
"""Seconds to wait for another writer."""
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises over a damaged file: what it quotes of the damage may be no text."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the case at `path`, made where it is not yet, unless `read_only`.

    A reader never blocks a writer, nor a writer a reader (write-ahead log). Derived rows can be made again, so a
    commit survives the death of this process, not of the machine's power (`synchronous = NORMAL`).
    Raises CaseError where there is no case to read, the file is something else, or it cannot be opened.
    """
    if read_only and not path.exists():
        raise CaseError(f"there is no case at {path}; make one with `rashomon build {path} INPUT...`")
    if path.is_dir():
        raise CaseError(f"{path} is a folder; a case is one file, name it e.g. {path / 'story.case'}")
    begins_as_a_case(path)
    try:
        connection = _open(path, read_only)
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


def _open(path: Path, read_only: bool) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    if not read_only:
        if not path.absolute().parent.is_dir():
            raise CaseError(f"there is no folder {path.absolute().parent} for {path.name}; make it first")
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
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
