"""What the lines above have told already of what lends a claim its rank: how many reports come near to it.

Every report that comes near to a matter lends weight to all the claims of that matter. Once a line has told it, what
such a report has told there counts for less, by how likely the line told that: so the next line is of what other
reports tell, or of what else these tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    def reports(self, told: ToldBy, within: float, heard: Probabilities | None = None) -> float:
        """Give how many reports tell it in their part up to `within`, less what is `heard` of each unit."""
        early = self._depth[told[0]] <= within
        units = told[0][early]
        new = np.minimum(1.0, _SURE_FROM_HALF * told[1][early])
        by_report = np.zeros(int(self._report.max()) + 1)
        np.maximum.at(by_report, self._report[units], new if heard is None else new * (1 - heard[units]))
        return round(sum(by_report.tolist()), 6)


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
        self._heard = np.zeros(near.count)
        self._alone: dict[Candidate, list[float]] = {}  # what reports count while nothing is heard

    def add(self, c: Candidate) -> None:
        """Take a claim as told."""
        numbers, likely = self._near.told_by(c)
        self._heard[numbers] = np.maximum(self._heard[numbers], likely)

    def lost(self, c: Candidate) -> float:
        """Give how much of a claim's score is due to reports that have been heard; it never becomes less."""
        told = self._near.told_by(c)
        if not self._heard[told[0]].any():
            return 0.0
        if c not in self._alone:
            self._alone[c] = [self._near.reports(told, k.within) for k in self._counted]
        return sum(
            k.each * (alone - self._near.reports(told, k.within, self._heard))
            for k, alone in zip(self._counted, self._alone[c], strict=True)
        )
