"""Which pairs of clauses are looked at: those that share enough, told by the two alone.

A pair is worth a look where its words (weighed by rarity) are alike or the lighter's mostly stand in the other's, or
where a deed is told of the same participant. Two clauses of one report that overlap are never a pair: one inside
another tells more or less than it.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.features import Pairs
from rashomon.comparing.joining.incidence import Incidence, Ints

_ALIKE = 0.14
_CONTAINED = 0.26
_BLOCK = 1 << 24  # cells of a table of pairs that are filled at once
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
    posted = [(of, _postings(of)) for of in (words, frames, core)]
    ones: list[Ints] = []
    others: list[Ints] = []
    height = max(1, _BLOCK // max(1, n))
    for low in range(0, n, height):
        high = min(n, low + height)
        held = [_held(of, postings, low, high) for of, postings in posted]  # of the units from `low` on
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


def _postings(of: Incidence) -> list[Ints]:
    """Give for each member the units that have it, in their order; none where too many do."""
    order = np.argsort(of.columns, kind="stable")
    owner = np.repeat(np.arange(of.units), of.size)[order]
    bounds = np.searchsorted(of.columns[order], np.arange(of.members + 1))
    return [owner[a:b] if b - a <= _COMMON else owner[:0] for a, b in pairwise(bounds)]


def _held(of: Incidence, postings: list[Ints], low: int, high: int) -> NDArray[np.float32]:
    """Give the weight that units `low` to `high` share with each from `low` on."""
    table = np.zeros((high - low, of.units - low), np.float32)
    for weight, units in zip(of.weights, postings, strict=True):
        if len(units) > 1:
            later = units[np.searchsorted(units, low) :] - low
            mine = later[: np.searchsorted(later, high - low)]
            if len(mine):
                table[np.ix_(mine, later)] += weight
    return table
