"""What every report derives from, by its text first and by its credits last; same reports, same rows, in any order."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.comparing.lineage.candidates import candidates
from rashomon.comparing.lineage.derivations import derivations
from rashomon.comparing.lineage.kinship import kinship
from rashomon.comparing.lineage.passages import Passages, passages
from rashomon.records import Lineage, Reading, Report

_NOTHING = candidates(()).common


def lineage(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> tuple[Lineage, ...]:
    """Give what each report derives from: another report of the case, or an outlet that it credits."""
    ids = sorted(reports, key=lambda i: (_day(readings[i]) if i in readings else "", i))
    found = candidates([reports[i].text for i in ids])
    cut: dict[tuple[int, bool], Passages] = {}

    def sentences(n: int, whole: bool) -> Passages:
        if (n, whole) not in cut:
            regions = readings[ids[n]].regions if ids[n] in readings else ()
            cut[n, whole] = passages(reports[ids[n]].text, regions, _NOTHING if whole else found.common)
        return cut[n, whole]

    kin = {
        (a, b): kinship(sentences(a, (a, b) in found.mass), sentences(b, (a, b) in found.mass))
        for a, b, _ in found.pairs
    }
    dates = [_day(readings[i]) if i in readings else "" for i in ids]
    rows: list[Lineage] = []
    for d in derivations(kin, dates, frozenset()):
        rows.append(
            Lineage(
                ids[d.report],
                ids[d.parent],
                "rewrite",
                "text",
                round(d.coverage, 4),
                (),
                d.because,
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.report, -r.score, r.origin or "")))


def _day(reading: Reading) -> str:
    return (reading.published.value or reading.published.earliest or "")[:10]
