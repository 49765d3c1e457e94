"""What the lines above have told already of what may tell a claim: two claims that the same clauses come near tell one.

In other words a thing is told so that no two clauses are alike, but a third is like both. So each line takes what may
tell it as heard, by how likely it does; and a claim is the less worth the more of what may tell it has been heard. The
next line is of what others tell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.comparing.joining.incidence import Ints
from rashomon.comparing.joining.likely import Likely, Nearby, Probabilities
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.candidate import Candidate

ToldBy = tuple[Ints, Probabilities]
"""Numbers of units, and how likely each tells a claim."""
_SURE_FROM_HALF = 2.0  # a telling that is as likely as not is counted whole


class Near:
    """For the units of a story, by number, what may tell the same and how likely it does."""

    def __init__(self, units: Sequence[Unit], likely: Likely) -> None:
        """`likely` gives it for pairs of `units`."""
        self.count = len(units)
        self._number = {id(u): n for n, u in enumerate(units)}
        self._near = Nearby(likely, len(units))
        self._report = np.unique([u.report for u in units], return_inverse=True)[1].astype(np.int64)
        self._depth = np.array([u.depth for u in units], np.float64)
        self._told: dict[Candidate, ToldBy] = {}

    def told_by(self, c: Candidate) -> ToldBy:
        """Give the units that may tell what a claim does, each once; its own do."""
        if c not in self._told:
            self._told[c] = self._told_by(c)
        return self._told[c]

    def _told_by(self, c: Candidate) -> ToldBy:
        mine = [self._number[id(u)] for u in c.told.units]
        numbers = np.concatenate([np.array(mine, np.int64), *(self._near.units(n) for n in mine)])
        likely = np.concatenate([np.ones(len(mine)), *(self._near.probabilities(n) for n in mine)])
        order = np.lexsort((-likely, numbers))
        first = order[np.flatnonzero(np.diff(numbers[order], prepend=-1))]
        return numbers[first], likely[first]

    def average(self, c: Candidate, line: Candidate) -> float:
        """Give how likely the reports of a claim, each by its likeliest clause, tell what a line does: their mean."""
        near = np.zeros(self.count)
        numbers, likely = self.told_by(line)
        near[numbers] = likely
        mine = np.array([self._number[id(u)] for u in c.told.units], np.int64)
        by_report = np.zeros(int(self._report.max()) + 1)
        np.maximum.at(by_report, self._report[mine], near[mine])
        told: list[float] = by_report[np.unique(self._report[mine])].tolist()
        return round(sum(told) / len(told), 6)

    def reports(self, told: ToldBy, within: float) -> float:
        """Give how many reports tell it in their part up to `within`."""
        early = self._depth[told[0]] <= within
        units = told[0][early]
        new = np.minimum(1.0, _SURE_FROM_HALF * told[1][early])
        by_report = np.zeros(int(self._report.max()) + 1)
        np.maximum.at(by_report, self._report[units], new)
        return round(sum(by_report.tolist()), 6)


class Heard:
    """What is told already, as lines are added."""

    def __init__(self, near: Near) -> None:
        """`near` tells what may tell the same."""
        self._near = near
        self._heard = np.zeros(near.count)

    def add(self, c: Candidate) -> None:
        """Take a claim as told."""
        numbers, likely = self._near.told_by(c)
        self._heard[numbers] = np.maximum(self._heard[numbers], likely)

    def average(self, c: Candidate, line: Candidate) -> float:
        """Give how likely the reports of a claim tell what a line does: their mean."""
        return self._near.average(c, line)

    def share(self, c: Candidate) -> float:
        """Give how much of what may tell a claim has been heard, 0 to 1; it never becomes less."""
        numbers, likely = self._near.told_by(c)
        heard = likely * self._heard[numbers]
        return float(sum(heard.tolist()) / sum(likely.tolist()))
