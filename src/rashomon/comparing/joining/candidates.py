"""Which pairs of clauses are looked at: those that share enough, told by the two alone.

A pair is worth a look where its words (weighed by rarity) are alike or the lighter's mostly stand in the other's, or
where a deed is told of the same participant. Two clauses of one report that overlap are never a pair: one inside
another tells more or less than it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.features import Pairs
from rashomon.comparing.joining.incidence import BRIEF, Incidence, Ints, ranges

_ALIKE = 0.14
_CONTAINED = 0.26
_BLOCK = 1 << 20  # cells of a table of pairs that are filled at once
_COMMON = 2000  # a member that more clauses have finds no pairs: only in stories of thousands of reports
_SMALL = 1500  # up to so many clauses all pairs worth a look are looked at
_PAIRS = 400_000  # of a larger story, the likest of each clause first
_NOTHING = np.float32(1e-9)
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
    most = max(_FEWEST, _PAIRS // n) if n else 0
    for low in range(0, n, height):
        high, width = min(n, low + height), n - low
        held = [postings.held(low, high) for postings in posted]  # of the units from `low` on
        later = np.arange(width)[None, :] > np.arange(high - low)[:, None]
        cell = np.flatnonzero(((held[0] + held[1] + held[2]).reshape(high - low, width) > 0) & later)
        row, column = np.divmod(cell, width)
        one, other = row + low, column + low
        told, framed, inner = (of[cell] for of in held)
        mass, inner_mass = words.mass, core.mass
        cosine = told / np.sqrt(mass[one] * mass[other] + _NOTHING)
        inside = told / (np.minimum(mass[one], mass[other]) + _NOTHING)
        inner = inner / (np.minimum(inner_mass[one], inner_mass[other]) + _NOTHING)
        keep = (cosine >= _ALIKE) | (inside >= _CONTAINED) | (inner >= _CONTAINED) | (framed > 0)
        keep &= ~((report[one] == report[other]) & (start[one] < end[other]) & (start[other] < end[one]))
        if n > _SMALL and width > most:
            keep[keep] = _best(row[keep], np.maximum(cosine, inside * np.float32(0.5))[keep], most)
        one, other = one[keep], other[keep]
        speak = pairs.incidence("terms").shared(one, other) > 0
        ones.append(one[speak].astype(BRIEF))
        others.append(other[speak].astype(BRIEF))
    if not ones:
        return np.zeros(0, BRIEF), np.zeros(0, BRIEF)
    return np.concatenate(ones), np.concatenate(others)


def _best(row: Ints, score: NDArray[np.float32], most: int) -> NDArray[np.bool_]:
    """Tell which of the scores of each row, which stand together, are no less than the `most`-th of them."""
    best = np.ones(len(row), np.bool_)
    ends = np.flatnonzero(np.diff(row, append=-1)) + 1
    many = np.diff(ends, prepend=0)
    for end, held in zip(ends[many > most].tolist(), many[many > most].tolist(), strict=True):
        mine = score[end - held : end]
        best[end - held : end] = mine >= np.partition(mine, held - most)[held - most]
    return best


class _Postings:
    """For each member the units that have it, in their order; none where too many do."""

    def __init__(self, of: Incidence) -> None:
        self._of = of
        self._owner = np.repeat(np.arange(of.units), of.size)[np.argsort(of.columns, kind="stable")]
        many = np.bincount(of.columns, minlength=of.members)
        self._first: Ints = np.cumsum(many) - many
        self._many: Ints = np.where(many <= _COMMON, many, 0)

    def held(self, low: int, high: int) -> NDArray[np.float32]:
        """Give the weight that units `low` to `high` share with each from `low` on; to be asked in their order."""
        of, width = self._of, self._of.units - low
        some = slice(int(of.first[low]), int(of.first[high - 1] + of.size[high - 1]))
        members, row = of.columns[some], np.repeat(np.arange(high - low), of.size[low:high])
        table = np.zeros((high - low) * width)
        ends = np.cumsum(self._many[members])
        at = 0
        while at < len(members):
            done = int(ends[at - 1]) if at else 0
            last = max(at + 1, int(np.searchsorted(ends, done + _BLOCK, side="right")))
            few = members[at:last]
            many = self._many[few]
            cell = self._owner[ranges(self._first[few], many)]
            cell += np.repeat(row[at:last] * width - low, many)
            table += np.bincount(cell, np.repeat(of.weights[few], many), len(table))
            at = last
        gone = np.bincount(members, minlength=of.members)  # those of a unit that was looked at find no more pairs
        self._first += gone
        self._many -= np.where(self._many, gone, 0)
        return table.astype(np.float32)
