# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Reports and judgements are what nobody can make again: they are saved from a case that does not open any more.

A case's file looked at as it lies: nothing is written, and what cannot be read is passed by.

Only plain tables are asked, so that no view, trigger or expression of a stranger's schema is ever run.

What is wrong with a file that should be a case, one line each; nothing in it is changed or run.
"""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any

from rashomon.case.connect import (
    APPLICATION_ID,
    UNREADABLE,
    CaseError,
    begins_as_a_case,
    steps,
    strange,
    tables,
    text_sha256,
)
from rashomon.case.corrections import sound
from rashomon.case.report_shelf import unpacked
from rashomon.case.row import row
from rashomon.records import Judgement, Reading, Report, Span, Taken
from rashomon.records.interchange import restore

if TYPE_CHECKING:
    from rashomon.case.case import Case


_MOST = 20
_CHECK_JUDGEMENT = row(Judgement, "judgement")


_SETTINGS = "SELECT * FROM (SELECT 'revision' UNION SELECT 'compared') EXCEPT SELECT key FROM setting"
_SEARCHED = (
    "SELECT kind, id FROM finding_search EXCEPT SELECT * FROM (SELECT 'chronicle', id FROM chronicle_entry "
    "UNION ALL SELECT 'claim', id FROM claim UNION ALL SELECT 'entity', id FROM entity)"
)


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
    except UNREADABLE as error:
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
    except UNREADABLE as error:
        odd = f"a schema that cannot be read ({error})"
    if odd:
        yield f"it has {odd}"
        return
    try:
        yield from (str(told) for (told,) in connection.execute("PRAGMA integrity_check") if told != "ok")
        for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield f"row {number} of {table} belongs to no row of {parent}"
        if version == latest:
            yield from (f"the setting {key} is missing" for (key,) in connection.execute(_SETTINGS))
            yield from (f"what is searched has no {kind} {i!r:.40}" for kind, i in connection.execute(_SEARCHED))
    except UNREADABLE as error:
        yield f"a page cannot be read ({error})"
    for values in rows(connection, "judgement", _CHECK_JUDGEMENT.columns, "id"):
        try:
            sound(_CHECK_JUDGEMENT.record(tuple(values.values())))
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
                ("readings", lambda: map(_in_its_text, case.readings.machine, repeat(case))),
                ("findings", lambda: [case.findings.get()]),
                ("corrections", lambda: [case.corrections.overlay()]),
                ("what was left out", lambda: case.refusals),
            ):
                try:
                    for _ in every():
                        pass
                except Exception as error:  # whatever a damaged row makes anybody stumble over
                    yield f"{name}: {error!s:.200}"
    except CaseError as error:
        yield str(error)


def _in_its_text(reading: Reading, case: Case) -> None:
    """Raise ValueError where a row of a reading stands outside its report's text."""
    report = case.reports.get(reading.report)
    length = len(report.text) if report is not None else 0
    spans: list[Span] = [*reading.sentences]
    spans += [(m.start, m.end) for m in reading.mentions]
    spans += [(t.start, t.end) for t in reading.times]
    spans += [(c.start, c.end) for c in reading.clauses]
    for start, end in spans:
        if not 0 <= start <= end <= length:
            raise ValueError(f"{start} to {end} of {reading.report!r:.80} stands outside its text")


_SECONDS = 60.0
_STEPS = 100_000


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file at `path` to look at it; one question takes a minute at most.

    Raises CaseError where there is no file, or it does not begin as an SQLite file does.
    """
    if not path.exists():
        raise CaseError(f"there is no case at {path}; check the path")
    if path.is_dir():
        raise CaseError(f"{path} is a folder; a case is one file")
    begins_as_a_case(path)
    real = path.resolve()
    mode = "mode=ro" if real.with_name(f"{real.name}-wal").exists() else "mode=ro&immutable=1"  # leaves nothing beside
    with closing(sqlite3.connect(f"{real.as_uri()}?{mode}", uri=True, isolation_level=None)) as connection:
        connection.text_factory = lambda held: held.decode("utf-8", "replace")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA writable_schema = ON")  # what of the schema cannot be read hides no other table
        until = monotonic() + _SECONDS
        connection.set_progress_handler(lambda: monotonic() > until, _STEPS)
        yield connection


def is_plain_table(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether `name` is a table of rows, and no view or table made by a module."""
    asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    try:
        found = connection.execute(asked, (name,)).fetchone()
    except UNREADABLE:
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
    there = _columns(connection, table)
    columns = tuple(column for column in columns if column in there)
    if not columns:
        return
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
        except UNREADABLE:
            continue
        else:
            return


def _row(connection: sqlite3.Connection, question: str, number: Any) -> tuple[Any, ...] | None:
    try:
        found = connection.execute(question, (number,)).fetchone()
    except UNREADABLE:
        return None
    return tuple(found) if found else None


_REPORT, _JUDGEMENT = row(Report, "report"), row(Judgement, "judgement")


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many were saved, and one line for each that could not be."""

    reports: int
    judgements: int
    lost: tuple[str, ...]


def rescue(damaged: Path, into: Case) -> Rescued:
    """Save what can be read of the reports and judgements of the file `damaged` into the open, empty case `into`.

    A report is saved under its own id, with its original bytes where they are sound; one whose text is not the one that
    was stored is not. What was read in them is not saved: a build reads them again. Raises CaseError where `damaged`
    cannot be looked at or `into` cannot be written.
    """
    lost: list[str] = []
    with _with_our_tables(damaged, into.path) as readable, raw(readable) as connection, into.transaction():
        told = rows(connection, "text_digest", ("report", "sha256"), "report")
        digests = {r["report"]: r["sha256"] for r in told}
        came: dict[str, list[dict[str, Any]]] = {}
        for way in _keyed(connection, "acquisition", ("report", "input", "digest", "at")):
            came.setdefault(str(way["report"]), []).append(way)
        reports = sum(
            _report(values, digests, came, connection, into, lost)
            for values in rows(connection, "report", _REPORT.columns)
        )
        judgements = 0
        for values in rows(connection, "judgement", _JUDGEMENT.columns, "id"):
            try:
                judgements += into.corrections.add([sound(_JUDGEMENT.record(tuple(values.values())))])
            except (ValueError, CaseError) as error:
                lost.append(f"correction {values['id']!r:.40}: {error!s:.120}")
    return Rescued(reports, judgements, tuple(lost))


@contextmanager
def _with_our_tables(damaged: Path, fresh: Path) -> Iterator[Path]:
    """Give a file in which the tables to be saved can be asked for: `damaged`, or a copy of it with their words mended.

    A bad disk may spoil how a table is told, and a copy that broke off the list of the tables, while their rows are
    sound. Where SQLite makes nothing of what stands there, it can be nothing but ours, and a table that is not listed
    any more begins where it does in a `fresh` case.
    """
    with raw(damaged) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        ours = tables([script for number, script in steps() if number <= version])
        lost = [name for name in _SAVED if name in ours and not _columns(connection, name)]
        told, whole = _listed(connection)
    if whole and not told.keys() & lost:
        yield damaged
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for end in ("", "-wal"):
            side = damaged.resolve().with_name(f"{damaged.resolve().name}{end}")
            if side.exists():
                shutil.copyfile(side, copy.with_name(f"{copy.name}{end}"))
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.text_factory = lambda held: held.decode("utf-8", "replace")
            connection.execute("PRAGMA writable_schema = ON")
            if whole:
                for name in told.keys() & lost:
                    connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (ours[name], name))
            else:
                with suppress(*UNREADABLE):
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not whole:
            if version == steps()[-1][0]:
                with raw(fresh) as connection:
                    told = {**_listed(connection)[0], **told}
            _list_anew(copy, {name: (told[name], ours[name]) for name in _SAVED if name in ours and name in told})
        yield copy


def _listed(connection: sqlite3.Connection) -> tuple[dict[str, int], bool]:
    """Give the tables of a file with the page that each begins on, read from both ends, and whether these are all."""
    found: dict[str, int] = {}
    for order in ("ASC", "DESC"):
        asked = f"SELECT name, rootpage FROM sqlite_master WHERE type = 'table' ORDER BY rowid {order}"
        try:
            for name, page in connection.execute(asked):
                found.setdefault(name, page)
        except UNREADABLE:
            continue
        return found, order == "ASC"
    return found, False


_HEAD = 100
"""Bytes before the list of the tables, which begins on the first page of a file."""


def _list_anew(copy: Path, told: dict[str, tuple[int, str]]) -> None:
    """Let a file list some tables alone, each by the page that it begins on and its words.

    What told of the others is gone; no row is touched. The words are so few that they fit on the first page.
    """
    with copy.open("r+b") as file:
        head = bytearray(file.read(_HEAD))
        size = int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        head[18:20] = b"\1\1"  # no log beside it
        head[28:32] = (copy.stat().st_size // max(1, size)).to_bytes(4, "big")
        head[32:40] = bytes(8)  # no free pages
        head[92:96] = head[24:28]  # so that the number of pages counts
        none = b"\x0d" + bytes(4) + (size % 65536).to_bytes(2, "big") + b"\0"  # a page of rows, of which it has none
        file.seek(0)
        file.write((head + none).ljust(size, b"\0"))
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for name, (page, words) in told.items():
            plain = " ".join(line.partition("--")[0] for line in words.splitlines())
            if "WITHOUT ROWID" not in plain:  # its indexes are not listed: without keys it has none
                columns = (column for _, column, *_ in _plainly(words, name))
                plain = f"CREATE TABLE {name} ({', '.join(columns)})"
            connection.execute("INSERT INTO sqlite_master VALUES ('table', ?, ?, ?, ?)", (name, name, page, plain))


def _plainly(words: str, name: str) -> list[tuple[Any, ...]]:
    """Give the columns of the table that some words make."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(words)
        return memory.execute(f"PRAGMA table_info({name})").fetchall()


_SAVED = ("report", "judgement", "text_digest", "acquisition", "original")


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    try:
        return {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')}
    except UNREADABLE:
        return set()


def _keyed(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a table that has no numbers of its own, as far as they can be read."""
    if not is_plain_table(connection, table):
        return
    try:
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
            yield dict(zip(columns, row, strict=True))
    except UNREADABLE:
        return


def _report(
    values: dict[str, Any],
    digests: dict[str, str],
    came: dict[str, list[dict[str, Any]]],
    connection: sqlite3.Connection,
    into: Case,
    lost: list[str],
) -> int:
    try:
        report = restore(Report, values)
    except ValueError as error:
        lost.append(f"report {values.get('id')!r:.80}: {error!s:.120}")
        return 0
    if "\ufffd" in report.text and text_sha256(report.text) != digests.get(report.id, ""):
        lost.append(f"report {report.id!r:.80}: its text is damaged")
        return 0
    if digests and text_sha256(report.text) != digests.get(report.id):
        lost.append(f"report {report.id!r:.80}: its text is not the one that was stored")
        return 0
    if into.reports.add(report) is None:
        lost.append(f"report {report.id!r:.80}: the same article as another")
        return 0
    for way in came.get(report.id, []):
        original = _original(connection, str(way["digest"]))
        if original is None:
            lost.append(f"report {report.id!r:.80}: its original bytes are missing, damaged or too many")
        else:
            told = {name: getattr(report, name) for name in _REPORT.columns}
            told |= {"digest": way["digest"], "input": str(way["input"])}
            into.reports.add(Taken(**told, original=original, at=str(way["at"])))
    return 1


_FREE = 5_000_000  # bytes of an original, as many as a text or page may have, and …
_PACKED = 100  # … as many times as many as it takes packed, as of any packed file: a stranger's case may hold bombs


def _original(connection: sqlite3.Connection, digest: str) -> bytes | None:
    try:
        asked = "SELECT packed FROM original WHERE digest = ?"
        found = connection.execute(asked, (digest,)).fetchone()
        held = unpacked(found[0], _FREE + _PACKED * len(found[0])) if found else None
    except (*UNREADABLE, zlib.error, ValueError, TypeError):
        return None
    return held if held is not None and sha256(held).hexdigest() == digest else None
