"""Rows that are read back point at reports that are there and at characters that they have, or they are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.case import Case
from rashomon.exports.returned.return_error import ReturnError
from rashomon.records import Evidence, Findings, Reading, Span


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
        resting = [(x.id, x.claims) for x in findings.conflicts] + [(e.id, e.claims) for e in findings.chronicle]
        for row, on in resting:
            if lost := set(on) - claims:
                raise ReturnError(f"findings: {row!r:.40} rests on claim {min(lost)!r:.40}, which is not there")


def _spans(reading: Reading) -> Iterator[Span]:
    yield from reading.sentences
    yield from ((r.start, r.end) for r in reading.regions)
    yield from ((m.start, m.end) for m in reading.mentions)
    yield from ((t.start, t.end) for t in reading.times)
    yield from ((c.start, c.end) for c in reading.credits)
    for eventuality in reading.eventualities:
        yield eventuality.start, eventuality.end
        yield from (*eventuality.agents, *eventuality.patients)
    for a in reading.attributions:
        yield from (*a.source, *a.cue, *a.content)
    for e in reading.events:
        yield from (e.trigger, e.evidence)
    if reading.published.evidence:
        yield reading.published.evidence


def _evidence(findings: Findings) -> Iterator[Evidence]:
    for claim in findings.claims:
        yield from claim.evidence
    for row in findings.lineage:
        yield from row.evidence
    yield from (e.evidence for e in findings.chronicle if e.evidence)


def _reports(findings: Findings) -> Iterator[str]:
    yield from (row.report for row in findings.lineage)
    for story in findings.stories:
        yield from story.reports
    for claim in findings.claims:
        yield from (report for report, _ in claim.members)
    for entity in findings.entities:
        yield from (report for report, _ in entity.mentions)
