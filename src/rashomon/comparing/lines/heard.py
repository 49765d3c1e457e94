"""What the lines above have told already of what lends a claim its rank: how many reports come near to it.

Every report that comes near to a matter lends weight to all the claims of that matter. Once a line has told it, what
such a report has told there counts for less, by how likely the line told that: so the next line is of what other
reports tell, or of what else these tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.candidate import Candidate

_SURE_FROM_HALF = 2.0  # a telling that is as likely as not is counted whole


class Near:
    """For the units of a story, by number, what may tell the same and how likely it does."""

    def __init__(self, units: Sequence[Unit], likely: Mapping[tuple[int, int], float]) -> None:
        """`likely` gives it for pairs of `units`."""
        self.units = units
        self._number = {u: n for n, u in enumerate(units)}
        self._near: list[dict[int, float]] = [{} for _ in units]
        for (a, b), p in likely.items():
            self._near[a][b] = self._near[b][a] = p

    def told_by(self, c: Candidate) -> dict[int, float]:
        """Give the units that may tell what a claim does; its own do."""
        found: dict[int, float] = {}
        for u in c.told.units:
            found[self._number[u]] = 1.0
            for n, likely in self._near[self._number[u]].items():
                found[n] = max(found.get(n, 0.0), likely)
        return found

    def reports(self, told: Mapping[int, float], within: float, heard: Mapping[int, float] | None = None) -> float:
        """Give how many reports tell it in their part up to `within`, less what is `heard` of each unit."""
        by_report: dict[str, float] = {}
        for n, likely in told.items():
            unit = self.units[n]
            if unit.depth <= within:
                new = min(1.0, _SURE_FROM_HALF * likely) * (1 - heard.get(n, 0.0) if heard else 1.0)
                by_report[unit.report] = max(by_report.get(unit.report, 0.0), new)
        return round(sum(by_report[r] for r in sorted(by_report)), 6)


@dataclass(frozen=True, slots=True)
class Counted:
    """Reports that are counted up to a part of each, and what each of them adds to the score of a claim."""

    within: float
    each: float


class Heard:
    """What is told already, as lines are added."""

    def __init__(self, near: Near, counted: Iterable[Counted]) -> None:
        """`counted` are the ways in which reports lend weight to a claim."""
        self._near, self._counted = near, tuple(counted)
        self._told: dict[Candidate, dict[int, float]] = {}
        self._heard: dict[int, float] = {}

    def add(self, c: Candidate) -> None:
        """Take a claim as told."""
        for n, likely in self._of(c).items():
            self._heard[n] = max(self._heard.get(n, 0.0), likely)

    def lost(self, c: Candidate) -> float:
        """Give how much of a claim's score is due to reports that have been heard; it never becomes less."""
        told = self._of(c)
        if self._heard.keys().isdisjoint(told):
            return 0.0
        return sum(
            k.each * (self._near.reports(told, k.within) - self._near.reports(told, k.within, self._heard))
            for k in self._counted
        )

    def _of(self, c: Candidate) -> dict[int, float]:
        if c not in self._told:
            self._told[c] = self._near.told_by(c)
        return self._told[c]
