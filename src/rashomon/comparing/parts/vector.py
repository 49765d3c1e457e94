"""The terms of a report that weigh most, by which its like are found among very many; each pair is judged by itself.

Terms that very many reports held when the epoch began are left out, so that one look-up stays cheap. Two reports are
alike or not whatever others there are: one more report adds pairs, and changes none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.parts.epoch import Epoch
from rashomon.comparing.parts.report_in_numbers import spoken
from rashomon.comparing.stories.blocks import Numbers, Pairs
from rashomon.comparing.stories.following import ENOUGH, ENOUGH_LATER, LATER_DAYS
from rashomon.comparing.stories.likeness import Terms, among, days_apart, in_time, lengths, shortness, times

_HEAVIEST = (48, 16)  # words and names, and pairs of words, of a report
_MOST = 1000  # holders of a term that connects anything
_FEWEST = 1e-9
Texts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Vector:
    """The hashes of the heaviest terms, sorted, with their weights; how long the text is and of when."""

    hashes: NDArray[np.uint32]
    weights: NDArray[np.float32]
    length: float
    known: float
    middle: float
    doubt: float


def vector(terms: Terms, epoch: Epoch) -> Vector:
    """Give the heaviest terms of a report by what the epoch knows of them."""
    said = spoken(terms)
    held = epoch.holding(said.hashes)
    damped = np.where(said.weights >= 1, 1 + np.log(np.maximum(said.weights, _FEWEST)), said.weights)
    weight = damped * np.log(among(epoch.reports) / held)
    usable = (held <= _MOST) & (~said.pairs | (held > 1))
    heaviest = []
    for pairs, most in ((False, _HEAVIEST[0]), (True, _HEAVIEST[1])):
        at = np.flatnonzero(usable & (said.pairs == pairs))
        heaviest.append(at[np.lexsort((said.hashes[at], -weight[at]))][:most])
    chosen = np.sort(np.concatenate(heaviest))
    kept = weight[chosen] / (float(np.sqrt((weight[chosen] ** 2).sum())) or 1.0)
    short = said.hashes[chosen].astype(np.uint32)
    order = np.argsort(short, kind="stable")
    known, middle, doubt = times([terms])[:, 0].tolist()
    return Vector(short[order], kept[order].astype(np.float32), float(lengths([terms])[0]), known, middle, doubt)


class Many:
    """Very many vectors, in which those that share a term with one are found."""

    def __init__(self, hashes: NDArray[np.uint32], weights: NDArray[np.float32], sizes: Numbers, text: Texts) -> None:
        """Terms and weights of all, end to end, how many each has, and a row each of length, known, middle, doubt."""
        self._hashes, self._weights = hashes, weights.astype(np.float64)
        self._owner = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
        self._length = text[:, 0]
        self._when = text[:, 1:].T

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> Many:
        """Give vectors as many."""
        return cls(
            np.concatenate([np.empty(0, np.uint32), *(v.hashes for v in vectors)]),
            np.concatenate([np.empty(0, np.float32), *(v.weights for v in vectors)]),
            np.array([len(v.hashes) for v in vectors], np.int64),
            np.array([[v.length, v.known, v.middle, v.doubt] for v in vectors], np.float64).reshape(-1, 4),
        )

    def only(self, of: Sequence[Vector]) -> None:
        """Forget the terms that none of some vectors has: only these are asked for."""
        wanted = np.unique(np.concatenate([np.empty(0, np.uint32), *(v.hashes for v in of)]))
        at = np.minimum(np.searchsorted(wanted, self._hashes), max(0, len(wanted) - 1))
        kept = wanted[at] == self._hashes if len(wanted) else np.zeros(len(self._hashes), np.bool_)
        self._hashes, self._weights, self._owner = self._hashes[kept], self._weights[kept], self._owner[kept]

    def sort(self) -> None:
        """Put the terms in order, so that `like` finds them; the owners of each stay in theirs."""
        order = np.argsort(self._hashes, kind="stable")
        self._hashes, self._weights, self._owner = self._hashes[order], self._weights[order], self._owner[order]

    def like(self, one: Vector) -> tuple[Numbers, NDArray[np.float32]]:
        """Give the numbers of the vectors that are like `one`, in order, and how alike they are."""
        first = np.searchsorted(self._hashes, one.hashes, "left").tolist()
        last = np.searchsorted(self._hashes, one.hashes, "right").tolist()
        spans = [
            (a, b, w) for a, b, w in zip(first, last, one.weights.astype(np.float64).tolist(), strict=True) if b > a
        ]
        if not spans:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        owner = np.concatenate([self._owner[a:b] for a, b, _ in spans])
        shared = np.concatenate([self._weights[a:b] * w for a, b, w in spans])
        alike = np.bincount(owner, shared, len(self._length))
        at = np.flatnonzero(alike > _FEWEST)
        mine = np.array([[one.known], [one.middle], [one.doubt]])
        told = np.minimum(alike[at] / shortness(np.array([one.length]), self._length[at]), 1.0).astype(np.float32)
        likeness = told * in_time(mine, self._when[:, at])
        soon = days_apart(mine, self._when[:, at]) <= LATER_DAYS
        likeness = np.where(soon, np.maximum(likeness, told * np.float32(ENOUGH / ENOUGH_LATER)), likeness)
        kept = likeness >= ENOUGH
        return at[kept], likeness[kept]


def likes(vectors: Sequence[Vector]) -> Pairs:
    """Give the pairs of vectors that are alike, the smaller number first, in order."""
    many = Many.of(vectors)
    many.sort()
    ones, others, alike = [], [], []
    for i, one in enumerate(vectors):
        at, how = many.like(one)
        later = at > i
        ones.append(np.full(int(later.sum()), i, np.int64))
        others.append(at[later])
        alike.append(how[later])
    none = np.empty(0, np.int64)
    return Pairs(
        np.concatenate([none, *ones]),
        np.concatenate([none, *others]),
        np.concatenate([np.empty(0, np.float32), *alike]),
    )
