"""What is wrong with a file that should be a case, one line each; nothing in it is changed or run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from rashomon.case.case_error import CaseError
from rashomon.case.corrections.lines import sound
from rashomon.case.migrate import APPLICATION_ID, steps
from rashomon.case.own_schema import strange
from rashomon.case.raw import raw, rows
from rashomon.case.row import row
from rashomon.records import Judgement

_MOST = 20
_JUDGEMENT = row(Judgement, "judgement")


def check(path: Path) -> tuple[str, ...]:
    """Give what is wrong with the case at `path`, at most twenty lines; none where it is sound.

    Raises CaseError where there is no file, or it does not begin as an SQLite file does.
    """
    with raw(path) as connection:
        return tuple(islice(_wrong(connection, path), _MOST))


def _wrong(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        yield f"the file cannot be read ({error})"
        return
    latest = steps()[-1][0]
    if application != APPLICATION_ID:
        yield "it is another program's database"
        return
    if not 0 < version <= latest:
        yield f"its schema is {version}; this rashomon knows 1 to {latest}"
        return
    try:
        odd = strange(connection, [script for number, script in steps() if number <= version])
    except sqlite3.Error as error:
        odd = f"a schema that cannot be read ({error})"
    if odd:
        yield f"it has {odd}"
        return
    try:
        yield from (str(told) for (told,) in connection.execute("PRAGMA integrity_check") if told != "ok")
        for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield f"row {number} of {table} belongs to no row of {parent}"
    except sqlite3.Error as error:
        yield f"a page cannot be read ({error})"
    for values in rows(connection, "judgement", _JUDGEMENT.columns, "id"):
        try:
            sound(_JUDGEMENT.record(tuple(values.values())))
        except (ValueError, CaseError) as error:
            yield f"correction {values['id']!r:.40}: {error!s:.120}"
    if version == latest:
        yield from _rows(path)


def _rows(path: Path) -> Iterator[str]:
    """Whether every report, reading and finding can be read, each text as it was stored."""
    from rashomon.case.case import Case

    try:
        with Case(path, read_only=True) as case:
            yield from case.lake.wrong()
            for name, every in (
                ("reports", lambda: case.reports),
                ("readings", lambda: case.readings.machine),
                ("findings", lambda: [case.findings.get()]),
                ("corrections", lambda: [case.corrections.overlay()]),
                ("what was left out", lambda: case.refusals),
            ):
                try:
                    for _ in every():
                        pass
                except (CaseError, sqlite3.Error, ValueError, TypeError, LookupError, ArithmeticError) as error:
                    yield f"{name}: {error!s:.200}"
    except CaseError as error:
        yield str(error)
