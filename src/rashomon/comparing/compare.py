"""Readings in, Findings out: the same reports in any order give the same findings, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import claims
from rashomon.comparing.conflicts import conflicts
from rashomon.comparing.identity import KnownEntity, identity
from rashomon.comparing.lineage import lineage
from rashomon.comparing.origins import origins
from rashomon.comparing.propositions import propositions
from rashomon.comparing.stances import stances
from rashomon.comparing.stories import stories
from rashomon.records import Findings, Reading, Report


def compare(reports: Iterable[Report], readings: Iterable[Reading], known: Iterable[KnownEntity] = ()) -> Findings:
    """Compare the readings of one case. A report without a reading, or a reading without a report, is left out.

    `known` are entities that the user knows (`known_entities`): their aliases are one before any rule is asked.
    """
    by_id = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    read = {r.report: r for r in sorted(readings, key=lambda r: r.report) if r.report in by_id}
    kept = {i: by_id[i] for i in read}
    if not read:
        return Findings()
    who = identity(read, known)
    derived = lineage(kept, read)
    parts = stories(kept, read, who)
    said = propositions(kept, read, who)
    put = claims(said, origins(kept, read, who, derived))
    against = conflicts(put, said)
    return Findings(
        entities=who,
        lineage=derived,
        stories=parts,
        claims=stances(put, against, said, kept, read, parts),
        conflicts=against,
        chronicle=chronicle(kept, read, parts, put, against, said),
    )
