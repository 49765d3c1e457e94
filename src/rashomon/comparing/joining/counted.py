"""What figures count and leave possible: which of one kind cannot be one number, of two clauses or of many at once.

Figures are intervals; bounds are closed, None is an open side. What is counted is what befell them where the figure
tells that, else what they are. Most clauses that share a count agree on it: only of those that do not is it asked what
their figures rule out, as two totals of one fate or thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import Ints, ranges
from rashomon.comparing.term import term
from rashomon.records import Figure

if TYPE_CHECKING:
    from rashomon.comparing.joining.unit import Unit


def disjoint(a: Figure, b: Figure) -> bool:
    """Tell whether no number can be both: "at least 20" holds 24, "fewer than 20" does not.

    What each counts is not looked at.
    """
    return _under(a, b) or _under(b, a)


def _under(a: Figure, b: Figure) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def counted(figure: Figure) -> str:
    """Give the key of what `figure` counts: figures with one key are of one kind."""
    return figure.fate or term(figure.counts)


TWICE = 2.0
"""More than so many times another, a count is of something else."""
_BLOCK = 1 << 20  # pairs of figures that are held beside each other at once


class CountingApart:
    """The figures of many units, as arrays."""

    def __init__(self, units: Sequence[Unit]) -> None:
        number: defaultdict[Hashable, int] = defaultdict(count().__next__)
        told = [f for u in units for f in u.clause.figures]
        self._size: Ints = np.fromiter((len(u.clause.figures) for u in units), np.int64, len(units))
        self._first: Ints = np.cumsum(self._size) - self._size
        self._key = np.array([number[counted(f)] for f in told], np.int64)
        self._kinds = max(1, len(number))
        self._part = np.array([f.part for f in told], np.bool_)
        self._value = np.array([f.value for f in told], np.float64)
        self._low = np.array([-np.inf if f.low is None else f.low for f in told], np.float64)
        self._high = np.array([np.inf if f.high is None else f.high for f in told], np.float64)

    def among(self, one: Ints, other: Ints, times: float = np.inf) -> NDArray[np.bool_]:
        """Tell where a figure of one and a figure of the other count one thing and cannot be one number.

        So too where one of them is more than so many `times` the other.
        """
        found = np.zeros(len(one), np.bool_)
        for pair, f, g in self._alike(one, other):
            apart = self._are_apart(f, g)
            if np.isfinite(times):
                low, high = np.minimum(self._value[f], self._value[g]), np.maximum(self._value[f], self._value[g])
                apart |= high > times * low
            found[pair[apart]] = True
        return found

    def disagreeing(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """Tell where both count something as a whole, or as a part, and no figure of one can be one of the other."""
        found = np.zeros(len(one), np.bool_)
        for pair, f, g in self._alike(one, other):
            whole = self._part[f] == self._part[g]
            pair, f, g = pair[whole], f[whole], g[whole]
            thing, at = np.unique(pair * self._kinds + self._key[f], return_inverse=True)
            agree = np.bincount(at, ~self._are_apart(f, g), len(thing)) > 0
            found[thing[~agree] // self._kinds] = True
        return found

    def _are_apart(self, f: Ints, g: Ints) -> NDArray[np.bool_]:
        return np.asarray((self._high[f] < self._low[g]) | (self._high[g] < self._low[f]), np.bool_)

    def _alike(self, one: Ints, other: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Give the pairs of figures, one of either, that count one thing, with the number of their pair of clauses.

        Those of one pair of clauses come together.
        """
        some = np.flatnonzero((self._size[one] > 0) & (self._size[other] > 0))
        ends = np.cumsum(self._size[one[some]] * self._size[other[some]])
        low = 0
        while low < len(some):
            done = ends[low - 1] if low else 0
            high = max(low + 1, int(np.searchsorted(ends, done + _BLOCK, side="right")))
            few = some[low:high]
            mine = np.repeat(few, self._size[one[few]])  # a figure of one, with each figure of the other
            many = self._size[other[mine]]
            f = np.repeat(ranges(self._first[one[few]], self._size[one[few]]), many)
            g = ranges(self._first[other[mine]], many)
            alike = self._key[f] == self._key[g]
            yield np.repeat(mine, many)[alike], f[alike], g[alike]
            low = high


def other_toll(a: Unit, b: Unit) -> bool:
    """Tell whether both count, as a whole, one fate or one thing, and no count of one can be one of the other."""
    mine, theirs = _wholes(a), _wholes(b)
    fates = [(f, g) for f in mine for g in theirs if f.fate and f.fate == g.fate]
    mine += (f for f in a.clause.figures if f.part and f.of)  # "31 percent of the vote", "four of the seven posts"
    theirs += (g for g in b.clause.figures if g.part and g.of)
    things = [(f, g) for f in mine for g in theirs if (counted(f), f.of) == (counted(g), g.of)]
    things = things if a.report != b.report else []
    if fates and all(disjoint(f, g) or _far_apart(f.value, g.value) for f, g in fates):
        return True
    shared = {f.fate for f in a.clause.figures if f.fate} & {g.fate for g in b.clause.figures}
    for fate in shared:  # "another 47 are missing": neither is the other's, nor has what the other adds
        if all(disjoint(f, g) for f in _of(a, fate) for g in _of(b, fate)):
            return True
    return bool(things) and all(disjoint(f, g) for f, g in things)


def _of(u: Unit, fate: str) -> list[Figure]:
    return [f for f in u.clause.figures if f.fate == fate]


def _wholes(u: Unit) -> list[Figure]:
    return [f for f in u.clause.figures if not f.part]


def _far_apart(one: float, other: float) -> bool:
    """Whether one count is more than twice the other: "at least seven" is no telling of "at least 30"."""
    low, high = sorted((one, other))
    return high > TWICE * low
