"""Files of ours are kept in a case all together, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from rashomon.case import Case
from rashomon.exports.returned.from_file import from_file
from rashomon.exports.returned.return_error import ReturnError
from rashomon.exports.returned.returned import Returned
from rashomon.exports.returned.sound import sound
from rashomon.records import Refusal, Report

_READER = "imported"


def bring_back(case: Case, paths: Iterable[Path]) -> Returned:
    """Keep what the files `paths` hold in `case`, readings and findings in place of those before; give what it was.

    A reading that does not say who made it is kept as imported: a later build reads that report again. Raises
    ReturnError where a file is none of ours or points at what is not there, OSError where one cannot be read, and
    CaseError where the case cannot be written.
    """
    taken = Returned()
    for path in paths:
        one = from_file(path)
        taken.reports += one.reports
        taken.readings += one.readings
        taken.judgements += one.judgements
        taken.refusals += one.refusals
        taken.ways += one.ways
        taken.findings = one.findings or taken.findings
        taken.known = one.known if one.known is not None else taken.known
    try:
        _keep(case, taken)
    except (UnicodeError, OverflowError, sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError) as error:
        raise ReturnError(f"holds what no case can hold ({error!s:.80})") from error
    if taken.known is not None:
        case.known_entities = taken.known
    return taken


def _keep(case: Case, taken: Returned) -> None:
    with case.transaction():
        for report in taken.reports:
            _add(case, report)
        for name, source, digest, at in taken.ways:
            case.reports.came(name, source, digest, at)
        sound(case, (reading for reading, _ in taken.readings), taken.findings)
        for reader in sorted({reader for _, reader in taken.readings}):
            case.readings.keep((r for r, by in taken.readings if by == reader), reader or _READER)
        case.corrections.add(taken.judgements)
        if taken.findings is not None:
            case.keep(taken.findings, case.findings.basis(_READER))
        for row in taken.refusals:
            refusal = Refusal(row.get("input", ""), row.get("reason", ""), row.get("advice", ""))
            case.refusals.keep(refusal, row.get("report", ""), row.get("reader", ""))


def _add(case: Case, report: Report) -> None:
    here = case.reports.get(report.id)
    if here is not None and here.text == report.text:
        return
    kept = None if here is not None else case.reports.add(report)
    if kept != report.id:
        raise ReturnError(f"report {report.id!r:.80}: the case has another of this id, or this one under another id")
