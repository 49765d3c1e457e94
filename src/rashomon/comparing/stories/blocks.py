"""Parts very many reports so that no two that could be of one story are apart: what is joined is joined in a block.

Groups are joined only where their reports are alike on average, so some two of them are. Reports that chains of such
pairs connect are a block; each is grouped by itself. Up to `FEW` reports are one block, and nothing is parted. A block
that would hold more is parted where the pairs are least alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.stories.likeness import (
    ENOUGH,
    ENOUGH_LATER,
    LATER_DAYS,
    Terms,
    days_apart,
    in_time,
    lengths,
    shortness,
    times,
    weighed,
)

FEW = 3000  # reports whose likenesses fit into memory together
_HEAVIEST = (48, 16)  # words and names of a report, and pairs of words, that weigh most: by these its like are found
_NEXT = 120  # holders of a term, the next in time, that are compared with each holder
_ROWS = 512  # reports whose pairs are held in memory together
_RISE = 1.25  # how much more alike two must be where a block holds too many

Numbers = NDArray[np.int64]


def blocks(reports: Sequence[Terms], rarity: Mapping[str, float]) -> list[list[int]]:
    """Give the numbers of `reports` in blocks of at most `FEW`, each in order; `rarity` is that of all their terms."""
    if len(reports) <= FEW:
        return [list(range(len(reports)))]
    order = np.array(sorted(range(len(reports)), key=lambda i: (_middle(reports[i]), i)), np.int64)
    return parted(order, _pairs(reports, rarity, order))


def parted(order: Numbers, pairs: Pairs) -> list[list[int]]:
    """Give the numbers of reports that chains of `pairs` connect, at most `FEW` together; `order` is theirs in time."""
    found: list[list[int]] = []
    waiting = [(np.arange(len(order), dtype=np.int64), ENOUGH)]
    while waiting:
        among, enough = waiting.pop()
        for group in connected(len(order), among, pairs.among(len(order), among, enough)):
            if len(group) <= FEW:
                found.append([int(i) for i in np.sort(group)])
            elif enough < 1:
                waiting.append((group, enough * _RISE))
            else:
                in_order = order[np.isin(order, group)]
                found += [sorted(map(int, in_order[at : at + FEW])) for at in range(0, len(in_order), FEW)]
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of reports, and about how alike they are."""

    one: Numbers
    other: Numbers
    alike: NDArray[np.float32]

    def among(self, n: int, reports: Numbers, enough: float) -> Pairs:
        """Give the pairs of these of `n` reports that are alike enough."""
        here = np.zeros(n, np.bool_)
        here[reports] = True
        kept = (self.alike >= enough) & here[self.one] & here[self.other]
        return Pairs(self.one[kept], self.other[kept], self.alike[kept])


def _middle(t: Terms) -> float:
    """The middle of the days that a report may be of; one without days comes last."""
    return (t.days[0].toordinal() + t.days[1].toordinal()) / 2 if t.days else float("inf")


def _pairs(reports: Sequence[Terms], rarity: Mapping[str, float], order: Numbers) -> Pairs:
    """The pairs that are likely alike: each report with the next in time that hold one of its heaviest terms.

    How alike they are by these terms alone is told: what else they hold in common is about as much alike.
    """
    number: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for row, i in enumerate(order):
        by_weight = sorted(weighed(reports[i], rarity).items(), key=lambda at: (-at[1], at[0]))
        single = [at for at in by_weight if " " not in at[0]]
        heaviest = single[: _HEAVIEST[0]] + [at for at in by_weight if " " in at[0]][: _HEAVIEST[1]]
        rows += [row] * len(heaviest)
        columns += [number.setdefault(term, len(number)) for term, _ in heaviest]
        length = sqrt(sum(weight**2 for _, weight in heaviest)) or 1.0
        weights += [weight / length for _, weight in heaviest]
    by_term = np.lexsort((rows, columns))
    held, weight = np.array(rows, np.int64)[by_term], np.array(weights, np.float32)[by_term]
    term = np.array(columns, np.int64)[by_term]
    follow = np.minimum(np.searchsorted(term, term, "right") - np.arange(len(term)) - 1, _NEXT)
    of_row = np.argsort(held, kind="stable")
    starts = np.searchsorted(held[of_row], np.arange(0, len(order) + _ROWS, _ROWS))
    long, when = lengths(reports)[order], times(reports)[:, order]
    found: list[Pairs] = []
    for first, end in pairwise(starts):
        entries = of_row[first:end]
        again = follow[entries]
        ones = np.repeat(entries, again)
        others = ones + 1 + np.arange(len(ones)) - np.repeat(np.cumsum(again) - again, again)
        key, at = np.unique(held[ones] * len(order) + held[others], return_inverse=True)
        one, other = key // len(order), key % len(order)
        alike = np.bincount(at, weight[ones] * weight[others], len(key)) / shortness(long[one], long[other])
        told = np.minimum(alike, 1.0)
        alike = told * in_time(when[:, one], when[:, other])
        soon = days_apart(when[:, one], when[:, other]) <= LATER_DAYS
        alike = np.where(soon, np.maximum(alike, told * (ENOUGH / ENOUGH_LATER)), alike)
        kept = alike >= ENOUGH
        found.append(Pairs(order[one[kept]], order[other[kept]], alike[kept].astype(np.float32)))
    return Pairs(
        np.concatenate([p.one for p in found]),
        np.concatenate([p.other for p in found]),
        np.concatenate([p.alike for p in found]),
    )


def connected(n: int, among: Numbers, pairs: Pairs) -> list[Numbers]:
    """Give the groups of these of `n` reports that chains of `pairs` connect."""
    top = np.arange(n, dtype=np.int64)
    while len(pairs.one) and not np.array_equal(top[pairs.one], top[pairs.other]):
        one, other = top[pairs.one], top[pairs.other]
        np.minimum.at(top, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(top, top[top]):
            top = top[top]
    by_top = among[np.argsort(top[among], kind="stable")]
    return np.split(by_top, np.flatnonzero(np.diff(top[by_top])) + 1)
