"""Readings in, Findings out: the same reports in any order give the same findings, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.comparing.identity import identity
from rashomon.comparing.lineage import lineage
from rashomon.comparing.stories import stories
from rashomon.records import Findings, Reading, Report


def compare(reports: Iterable[Report], readings: Iterable[Reading]) -> Findings:
    """Compare the readings of one case. A report without a reading, or a reading without a report, is left out."""
    by_id = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    read = {r.report: r for r in sorted(readings, key=lambda r: r.report) if r.report in by_id}
    kept = {i: by_id[i] for i in read}
    entities = identity(read)
    return Findings(entities=entities, lineage=lineage(kept, read), stories=stories(kept, read, entities))
