"""Which pairs of clauses are looked at: those that share enough, told by the two alone.

A pair is worth a look where its words (weighed by rarity) are alike or the lighter's mostly stand in the other's, or
where a deed is told of the same participant. Two clauses of one report that overlap are never a pair: one inside
another tells more or less than it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.features import Pairs
from rashomon.comparing.joining.incidence import Incidence, Ints, ranges

_ALIKE = 0.14
_CONTAINED = 0.26
_BLOCK = 1 << 20  # cells of a table of pairs that are filled at once
_COMMON = 2000  # a member that more clauses have finds no pairs: only in stories of thousands of reports
_SMALL = 1500  # up to so many clauses all pairs worth a look are looked at
_PAIRS = 400_000  # of a larger story, the likest of each clause first
_FEWEST = 20  # pairs of a clause, however large the story


def candidates(pairs: Pairs) -> tuple[Ints, Ints]:
    """Give the numbers of the units of each pair to look at, the first smaller, in their order."""
    words, frames, core = (pairs.incidence(name) for name in ("words", "frames", "core"))
    n = words.units
    report = np.unique([u.report for u in pairs.units], return_inverse=True)[1]
    start = np.array([u.span[0] for u in pairs.units])
    end = np.array([u.span[1] for u in pairs.units])
    posted = [_Postings(of) for of in (words, frames, core)]
    ones: list[Ints] = []
    others: list[Ints] = []
    height = max(1, _BLOCK // max(1, n))
    for low in range(0, n, height):
        high = min(n, low + height)
        held = [postings.held(low, high) for postings in posted]  # of the units from `low` on
        mass, inner_mass = words.mass, core.mass
        cosine = held[0] / np.sqrt(np.outer(mass[low:high], mass[low:]) + 1e-9)
        inside = held[0] / (np.minimum.outer(mass[low:high], mass[low:]) + 1e-9)
        inner = held[2] / (np.minimum.outer(inner_mass[low:high], inner_mass[low:]) + 1e-9)
        keep = (cosine >= _ALIKE) | (inside >= _CONTAINED) | (inner >= _CONTAINED) | (held[1] > 0)
        keep &= ~(
            (report[low:high, None] == report[None, low:])
            & (start[low:high, None] < end[None, low:])
            & (start[None, low:] < end[low:high, None])
        )
        keep &= np.arange(low, n)[None, :] > np.arange(low, high)[:, None]
        most = max(_FEWEST, _PAIRS // n)
        if n > _SMALL and n - low > most:
            keep &= _best(np.where(keep, np.maximum(cosine, inside * 0.5), 0), most)
        one, other = np.nonzero(keep)
        told = pairs.incidence("terms").shared(one + low, other + low) > 0
        ones.append((one + low)[told])
        others.append((other + low)[told])
    if not ones:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(ones), np.concatenate(others)


def _best(score: NDArray[np.float32], most: int) -> NDArray[np.bool_]:
    least = np.partition(score, -most, axis=1)[:, -most]
    return np.asarray(score >= least[:, None])


class _Postings:
    """For each member the units that have it, in their order; none where too many do."""

    def __init__(self, of: Incidence) -> None:
        self._of = of
        self._owner = np.repeat(np.arange(of.units), of.size)[np.argsort(of.columns, kind="stable")]
        many = np.bincount(of.columns, minlength=of.members)
        self._first: Ints = np.cumsum(many) - many
        self._many: Ints = np.where(many <= _COMMON, many, 0)

    def held(self, low: int, high: int) -> NDArray[np.float32]:
        """Give the weight that units `low` to `high` share with each from `low` on."""
        of, width = self._of, self._of.units - low
        some = slice(int(of.first[low]), int(of.first[high - 1] + of.size[high - 1]))
        members, row = of.columns[some], np.repeat(np.arange(high - low), of.size[low:high])
        table = np.zeros((high - low) * width)
        step = max(1, _BLOCK * len(members) // max(1, int(self._many[members].sum())))
        for at in range(0, len(members), step):
            few = members[at : at + step]
            many = self._many[few]
            others = self._owner[ranges(self._first[few], many)] - low
            cell = np.repeat(row[at : at + step] * width, many) + others
            later = others >= 0
            weight = np.repeat(of.weights[few], many)
            table += np.bincount(cell[later], weight[later], len(table))
        return table.astype(np.float32).reshape(high - low, width)
