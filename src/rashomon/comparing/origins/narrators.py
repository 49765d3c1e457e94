"""Whose narration a stretch of a report is: its first publisher's, followed from report to report and to the credit.

A report that was taken whole from another speaks with the other's voice throughout. One that took some sentences
speaks with the other's voice there and with its own in the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.house import house
from rashomon.records import Lineage, Reading, Span

_MOST = 0.6  # share of a rewritten report's words from which the rest, too, is taken to come from its parent


@dataclass(frozen=True, slots=True)
class Narrator:
    """Who narrates: the report that first had the words, its house, the house's name, and the legs of the way there."""

    report: str
    key: str
    name: str
    because: str


class Narrators:
    """Answers, for the reports of one case, who narrates a span."""

    def __init__(self, readings: Mapping[str, Reading], lineage: Sequence[Lineage]) -> None:
        self._readings = readings
        self._parents: dict[str, list[Lineage]] = {}
        self._credits: dict[str, Lineage] = {}
        for row in lineage:
            if row.origin in readings and row.origin != row.report:
                self._parents.setdefault(row.report, []).append(row)
            elif row.origin and row.basis != "text":
                self._credits[row.report] = row
        self._whole = {report: self._wholly(report) for report in self._parents}

    def _wholly(self, report: str) -> Lineage | None:
        """The row of the parent that all of `report` is taken to come from."""
        rows = sorted(self._parents[report], key=lambda r: (-r.score, r.origin or ""))
        copied = rows[0].relation != "rewrite" or sum(r.score for r in rows) >= _MOST
        return rows[0] if copied else None

    def at(self, report: str, span: Span) -> Narrator:
        """Give the narrator of `span` of `report`."""
        here, legs, seen = report, [], {report}
        while True:
            row = self._parent(here, span)
            if row is None or row.origin is None or row.origin in seen:
                break
            legs.append(f"{row.relation}:{row.origin}")
            here = row.origin
            seen.add(here)
            span = (0, 0)  # in the parent the words stand elsewhere: from there on, the report as a whole counts
        credit = self._credits.get(here)
        if credit and credit.origin:
            name = house(credit.origin)
            legs.append(f"{credit.because.partition(':')[0]}:{name}")
            return Narrator(here, f"outlet:{name}", name, " ← ".join(legs))
        outlet = self._readings[here].outlet
        if outlet:
            name = house(outlet)
            return Narrator(here, f"outlet:{name}", name, " ← ".join([*legs, f"own-report:{name}"]))
        return Narrator(here, f"report:{here}", here, " ← ".join([*legs, "own-report:outlet unknown"]))

    def _parent(self, report: str, span: Span) -> Lineage | None:
        rows = self._parents.get(report, [])
        holding = [r for r in rows if any(e[0] == report and e[1] < span[1] and span[0] < e[2] for e in r.evidence)]
        if holding:
            return max(holding, key=lambda r: (r.score, r.origin or ""))
        return self._whole.get(report)
