"""Pairs of units that may tell one thing, as arrays: what is asked of all of them is asked at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import Ints

Probabilities = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two numbers a pair, and how likely both tell one thing; in the order in which the pairs were given."""

    one: Ints
    other: Ints
    probability: Probabilities

    @classmethod
    def of(cls, pairs: Mapping[tuple[int, int], float]) -> Likely:
        """Give pairs as arrays."""
        numbers = np.fromiter(chain.from_iterable(pairs), np.int64, 2 * len(pairs)).reshape(-1, 2)
        return cls(numbers[:, 0], numbers[:, 1], np.fromiter(pairs.values(), np.float64, len(pairs)))

    def by_pair(self) -> dict[tuple[int, int], float]:
        """Give the probability of each pair, by its two numbers."""
        pairs = zip(self.one.tolist(), self.other.tolist(), strict=True)
        return dict(zip(pairs, self.probability.tolist(), strict=True))

    def where(self, kept: NDArray[np.bool_]) -> Likely:
        """Give some of the pairs."""
        return Likely(self.one[kept], self.other[kept], self.probability[kept])

    def renamed(self, name: Ints) -> Likely:
        """Give the pairs under other numbers, the smaller first."""
        one, other = name[self.one], name[self.other]
        return Likely(np.minimum(one, other), np.maximum(one, other), self.probability)

    def apart(self) -> Likely:
        """Give the pairs of two numbers that differ."""
        return self.where(self.one != self.other)

    def sums(self) -> Likely:
        """Give every pair once, with the sum of its probabilities, added in their order."""
        key, one, other = self._keyed()
        _, first, at = np.unique(key, return_index=True, return_inverse=True)
        sums = np.bincount(at, self.probability, len(first)).astype(np.float64)
        return Likely(one[first], other[first], sums)

    def best(self) -> Likely:
        """Give every pair once, with the highest of its probabilities."""
        key, one, other = self._keyed()
        order = np.argsort(key, kind="stable")
        starts = np.flatnonzero(np.diff(key[order], prepend=-1))
        best = np.maximum.reduceat(self.probability[order], starts) if len(starts) else self.probability
        first = order[starts]
        return Likely(one[first], other[first], best)

    def _keyed(self) -> tuple[Ints, Ints, Ints]:
        width = int(self.other.max()) + 1 if len(self.other) else 1
        return self.one * width + self.other, self.one, self.other

    def tied(self, count: int, threshold: float) -> Likely:
        """Give the pairs inside of what chains of those from `threshold` on connect; numbers are below `count`."""
        top = self.where(self.probability >= threshold).tops(count)
        return self.where(top[self.one] == top[self.other])

    def tops(self, count: int) -> Ints:
        """Give for each number below `count` the smallest that chains of pairs connect it with, be it itself."""
        top = np.arange(count, dtype=np.int64)
        while not np.array_equal(top[self.one], top[self.other]):
            one, other = top[self.one], top[self.other]
            np.minimum.at(top, np.maximum(one, other), np.minimum(one, other))
            while not np.array_equal(top, top[top]):
                top = top[top]
        return top


class Nearby:
    """For each of many units those that may tell the same, and how likely."""

    def __init__(self, pairs: Likely, count: int) -> None:
        """`pairs` are of numbers below `count`, no pair twice."""
        mine = np.concatenate([pairs.other, pairs.one])
        order = np.argsort(mine, kind="stable")  # of sorted pairs those near a unit are in order
        self._other = np.concatenate([pairs.one, pairs.other])[order]
        self._probability = np.concatenate([pairs.probability, pairs.probability])[order]
        self._first = np.searchsorted(mine[order], np.arange(count + 1)).tolist()

    def units(self, of: int) -> Ints:
        """Give the numbers of those near a unit."""
        return self._other[self._first[of] : self._first[of + 1]]

    def probabilities(self, of: int) -> Probabilities:
        """Give how likely each of them tells the same."""
        return self._probability[self._first[of] : self._first[of + 1]]
