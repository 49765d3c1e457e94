"""Reports and judgements are what nobody can make again: they are saved from a case that does not open any more."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.case.case_error import CaseError
from rashomon.case.corrections.lines import sound
from rashomon.case.own_schema import text_sha256
from rashomon.case.raw import is_plain_table, raw, rows
from rashomon.case.restore import restore
from rashomon.case.row import row
from rashomon.records import Judgement, Report, Taken

if TYPE_CHECKING:
    from rashomon.case.case import Case

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
    with raw(damaged) as connection, into.transaction():
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


def _keyed(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a table that has no numbers of its own, as far as they can be read."""
    if not is_plain_table(connection, table):
        return
    try:
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):  # noqa: S608 (our own names)
            yield dict(zip(columns, row, strict=True))
    except sqlite3.Error:
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
        if original is not None:
            told = {name: getattr(report, name) for name in _REPORT.columns}
            told |= {"digest": way["digest"], "input": str(way["input"])}
            into.reports.add(Taken(**told, original=original, at=str(way["at"])))
    return 1


def _original(connection: sqlite3.Connection, digest: str) -> bytes | None:
    try:
        asked = "SELECT packed FROM original WHERE digest = ?"
        found = connection.execute(asked, (digest,)).fetchone()
        held = zlib.decompress(found[0]) if found else None
    except (sqlite3.Error, zlib.error, TypeError):
        return None
    return held if held is not None and sha256(held).hexdigest() == digest else None
