"""Pairs of units that may tell one thing, as arrays: what is asked of all of them is asked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    @classmethod
    def together(cls, parts: Sequence[Likely]) -> Likely:
        """Give the pairs of all parts, one after another."""
        if not parts:
            return cls.of({})
        return cls(
            np.concatenate([part.one for part in parts]),
            np.concatenate([part.other for part in parts]),
            np.concatenate([part.probability for part in parts]),
        )

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
        smaller = np.minimum(one, other)
        return Likely(smaller, np.maximum(one, other, out=other), self.probability)

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
        key = key[order]
        first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])[: len(key)])
        del key
        best = np.maximum.reduceat(self.probability[order], first) if len(first) else self.probability
        first = order[first]
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
        steps = np.arange(count + 1)
        self._pairs = pairs
        self._by_one, self._by_other = (np.argsort(side, kind="stable") for side in (pairs.one, pairs.other))
        self._of_one = np.searchsorted(pairs.one[self._by_one], steps).tolist()
        self._of_other = np.searchsorted(pairs.other[self._by_other], steps).tolist()

    def _at(self, of: int) -> tuple[Ints, Ints]:
        """Give where the pairs are whose other a unit is, and those whose one."""
        others = self._by_other[self._of_other[of] : self._of_other[of + 1]]
        return others, self._by_one[self._of_one[of] : self._of_one[of + 1]]

    def units(self, of: int) -> Ints:
        """Give the numbers of those near a unit."""
        before, after = self._at(of)
        return np.concatenate([self._pairs.one[before], self._pairs.other[after]])

    def probabilities(self, of: int) -> Probabilities:
        """Give how likely each of them tells the same."""
        return np.concatenate([self._pairs.probability[at] for at in self._at(of)])
