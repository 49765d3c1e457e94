"""Sets of many units as arrays, and what pairs of units share of them, all pairs at once.

Rows are units, columns the members of their sets; the numbers of the columns hang on the order in which members are
met, what is computed from them does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_STEPS = 64  # weights are multiples of this part of one: their sums are exact, whatever their order
_CELLS = 1 << 26  # of a table of booleans: what is looked up at once


class Incidence:
    """Which members each unit's set has. `mass` is the weight of each unit's set, `size` how many members it has."""

    def __init__(
        self, sets: Sequence[Collection[Hashable]], weight: Callable[[Hashable], float] = lambda member: 1.0
    ) -> None:
        """`weight` tells what sharing a member counts."""
        number: defaultdict[Hashable, int] = defaultdict(count().__next__)
        self.units = len(sets)
        self.size: Ints = np.fromiter(map(len, sets), np.int64, len(sets))
        self.columns: Ints = np.fromiter(map(number.__getitem__, chain.from_iterable(sets)), np.int64)
        self.members = len(number)
        self.first: Ints = np.concatenate([[0], np.cumsum(self.size)])[:-1].astype(np.int64)
        told = np.fromiter(map(weight, number), np.float64, len(number))
        self.weights: Floats = (np.rint(told * _STEPS) / _STEPS).astype(np.float32)
        owner = np.repeat(np.arange(self.units), self.size)
        self.mass: Floats = np.bincount(
            owner, self.weights[self.columns] if len(self.columns) else None, self.units
        ).astype(np.float32)

    def shared(self, one: Ints, other: Ints) -> Floats:
        """Give for each pair of units, by number, the weight of what both have."""
        found = np.zeros(len(one), np.float32)
        if not self.members or not len(one):
            return found
        order = np.argsort(other, kind="stable")
        rows = max(1, _CELLS // max(1, self.members))
        low = 0
        while low < len(order):
            first = other[order[low]]
            high = int(np.searchsorted(other[order], first + rows, side="left"))
            some = order[low:high]
            has = self._table(int(first), min(int(first) + rows, self.units))
            owners = np.repeat(np.arange(len(some)), self.size[one[some]])
            columns = self.columns[ranges(self.first[one[some]], self.size[one[some]])]
            held = has[(other[some] - first)[owners], columns]
            found[some] = np.bincount(owners, self.weights[columns] * held, len(some)).astype(np.float32)
            low = high
        return found

    def _table(self, first: int, last: int) -> NDArray[np.bool_]:
        has = np.zeros((last - first, self.members), np.bool_)
        low = int(self.first[first])
        high = int(self.first[last - 1] + self.size[last - 1])
        has[np.repeat(np.arange(last - first), self.size[first:last]), self.columns[low:high]] = True
        return has


def ranges(first: Ints, size: Ints) -> Ints:
    """Give `first[k], first[k] + 1, … first[k] + size[k] - 1` for each k, one after another."""
    ends = np.cumsum(size)
    steps = np.arange(int(ends[-1]) if len(ends) else 0)
    return steps - np.repeat(ends - size, size) + np.repeat(first, size)
