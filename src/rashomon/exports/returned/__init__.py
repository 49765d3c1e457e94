"""Our own files read back, all together or not at all: Web Annotations, reports, readings, findings and corrections.

They make the same case again. Rows that are read back point at reports that are there and at characters that they have,
or they are refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.case import Case
from rashomon.exports.returned.from_file import Returned, ReturnError, from_file
from rashomon.records import Evidence, Findings, Reading, Refusal, Report, Span

__all__ = ["ReturnError", "Returned", "bring_back"]


def sound(case: Case, readings: Iterable[Reading], findings: Findings | None) -> None:
    """Raise ReturnError for the first row that points at nothing."""
    lengths: dict[str, int] = {}

    def length(report: str) -> int:
        if report not in lengths:
            found = case.reports.get(report)
            if found is None:
                raise ReturnError(f"report {report!r:.80} is not here; give its reports.jsonl too")
            lengths[report] = len(found.text)
        return lengths[report]

    for reading in readings:
        for start, end in _spans(reading):
            if not 0 <= start <= end <= length(reading.report):
                raise ReturnError(f"reading of {reading.report!r:.80}: [{start}, {end}) is outside the report")
    if findings is not None:
        for report, start, end in _evidence(findings):
            if not 0 <= start <= end <= length(report):
                raise ReturnError(f"findings: [{start}, {end}) is outside report {report!r:.80}")
        for report in _reports(findings):
            length(report)
        claims = {c.id for c in findings.claims}
        for row, on in _resting(findings):
            if lost := set(on) - claims:
                raise ReturnError(f"findings: {row!r:.40} rests on claim {min(lost)!r:.40}, which is not there")


def _spans(reading: Reading) -> Iterator[Span]:
    yield from reading.sentences
    yield from ((r.start, r.end) for r in reading.regions)
    yield from ((m.start, m.end) for m in reading.mentions)
    yield from ((t.start, t.end) for t in reading.times)
    yield from ((c.start, c.end) for c in reading.credits)
    yield from ((w.start, w.end) for w in reading.words)
    for eventuality in reading.eventualities:
        yield eventuality.start, eventuality.end
        yield from (*eventuality.agents, *eventuality.patients)
    for clause in reading.clauses:
        yield from ((clause.start, clause.end), clause.head)
        yield from ((a.start, a.end) for a in clause.arguments)
        yield from ((f.start, f.end) for f in clause.figures)
        if clause.wording:
            yield from (*clause.wording.subject, *clause.wording.kept)
            yield from (span for left in clause.wording.optional for span in left)
            yield from ((h.start, h.end) for h in clause.wording.hangs)
    for a in reading.attributions:
        yield from (*a.source, *a.cue, *a.content)
    for e in reading.events:
        yield from (e.trigger, e.evidence)
    if reading.published.evidence:
        yield reading.published.evidence


def _evidence(findings: Findings) -> Iterator[Evidence]:
    for claim in findings.claims:
        yield from claim.evidence
        yield from ((t.report, t.start, t.end) for t in claim.tellings)
    for conflict in findings.conflicts:
        for side in conflict.sides:
            yield from side.evidence
    for series in findings.series:
        yield from (point.evidence for point in series.points)
    for row in findings.lineage:
        yield from row.evidence
    yield from (e.evidence for e in findings.chronicle if e.evidence)


def _resting(findings: Findings) -> Iterator[tuple[str, Iterable[str]]]:
    """Each row with the claims that it names."""
    yield from ((c.id, c.perhaps) for c in findings.claims)
    yield from ((x.id, (*x.claims, *(c for side in x.sides for c in side.claims))) for x in findings.conflicts)
    yield from ((e.id, e.claims) for e in findings.chronicle)
    yield from ((s.id, [point.claim for point in s.points]) for s in findings.series)


def _reports(findings: Findings) -> Iterator[str]:
    yield from (row.report for row in findings.lineage)
    for story in findings.stories:
        yield from story.reports
    for claim in findings.claims:
        yield from (report for report, _ in claim.members)
    for entity in findings.entities:
        yield from (report for report, _ in entity.mentions)


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
