"""A large case is compared in parts that nothing connects, so that what is added touches its own part alone.

Which reports are compared together: those of one block of stories, or of one story where a block is large. A component
is what likeness and people's judgements connect; nothing that happens in another one touches it. Its blocks are what
likeness alone connects, bounded as `stories` bounds them. What a judgement ties is compared together.

The like of a report are found among very many by the terms of it that weigh most; each pair is judged by itself. Terms
that very many reports held when the epoch began are left out, so that one look-up stays cheap. Two reports are alike or
not whatever others there are: one more report adds pairs, and changes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.parts.epoch import (
    FIRST,
    Epoch,
    Signs,
    begin,
    concerned,
    first_of_kept,
    framed,
    signs,
    spoken,
    terms_of,
)
from rashomon.comparing.stories import Numbers, Pairs, connected, in_order, of_block, parted, tells
from rashomon.comparing.stories.likeness import (
    ENOUGH,
    ENOUGH_LATER,
    LATER_DAYS,
    Terms,
    among,
    days_apart,
    in_time,
    lengths,
    shortness,
    times,
)
from rashomon.records import Reading, Report, Story

__all__ = [
    "FIRST",
    "Component",
    "Epoch",
    "Many",
    "Part",
    "Signs",
    "Tie",
    "Vector",
    "begin",
    "components",
    "concerned",
    "first_of_kept",
    "framed",
    "parts_of",
    "signs",
    "terms_of",
    "vector",
]


_HEAVIEST = (48, 16)  # words and names, and pairs of words, of a report
_MOST = 1000  # holders of a term that connects anything
_FEWEST = 1e-9
_HALF = 16  # bits of a hash
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

    def __init__(
        self,
        hashes: NDArray[np.uint32],
        weights: NDArray[np.float32],
        sizes: Numbers,
        text: Texts,
        asked: Sequence[Vector] | None = None,
    ) -> None:
        """Terms and weights of all, end to end, how many each has, and a row each of length, known, middle, doubt.

        Where it is told of whose like they are `asked`, only the terms of these are looked through.
        """
        at = np.arange(len(hashes)) if asked is None else _held(hashes, asked)
        at = at[np.argsort(hashes[at], kind="stable")]  # the owners of each term stay in their order
        self._hashes, self._weights = hashes[at], weights[at].astype(np.float64)
        self._owner = np.searchsorted(np.cumsum(sizes), at, "right")
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


def _held(hashes: NDArray[np.uint32], asked: Sequence[Vector]) -> Numbers:
    """Give where terms stand that any of these vectors has: of most, half of the hash tells that none has."""
    wanted = np.unique(np.concatenate([np.empty(0, np.uint32), *(v.hashes for v in asked)]))
    begins = np.zeros(1 << _HALF, np.bool_)
    begins[wanted >> _HALF] = True
    some = np.flatnonzero(begins[hashes >> _HALF])
    at = np.searchsorted(wanted, hashes[some])
    at[at == len(wanted)] = 0
    return np.asarray(some[wanted[at] == hashes[some]], np.int64)


def likes(vectors: Sequence[Vector]) -> Pairs:
    """Give the pairs of vectors that are alike, the smaller number first, in order."""
    many = Many.of(vectors)
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


_TOGETHER = 100  # reports of a block that are compared together: above, each story by itself

Tie = tuple[str, ...]
"""Reports that one judgement is about."""


@dataclass(frozen=True, slots=True)
class Component:
    """Reports that are connected, in the order of their ids, and their blocks."""

    reports: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that are compared together, in the order of their ids, and their stories."""

    reports: tuple[str, ...]
    stories: tuple[Story, ...]


def components(vectors: Mapping[str, Vector], ties: Iterable[Tie] = ()) -> list[Component]:
    """Give what connects these reports. Nothing outside of them may be like any, nor tied to one."""
    if not vectors:
        return []
    ids = sorted(vectors)
    number = {i: n for n, i in enumerate(ids)}
    pairs = likes([vectors[i] for i in ids])
    time = [(vectors[i].middle if vectors[i].known else float("inf"), n) for n, i in enumerate(ids)]
    order = np.array([n for _, n in sorted(time)], np.int64)
    blocks = parted(order, pairs)
    block_of = {n: at for at, block in enumerate(blocks) for n in block}
    tied = [(number[a], number[b]) for tie in ties for a, b in pairwise(tie) if {a, b} <= number.keys()]
    one = np.concatenate([pairs.one, np.array([a for a, _ in tied], np.int64)])
    other = np.concatenate([pairs.other, np.array([b for _, b in tied], np.int64)])
    every = Pairs(one, other, np.ones(len(one), np.float32))
    found = []
    for group in connected(len(ids), np.arange(len(ids), dtype=np.int64), every):
        held = sorted(int(n) for n in group)
        of = dict.fromkeys(block_of[n] for n in held)
        found.append(Component(tuple(ids[n] for n in held), tuple(tuple(ids[n] for n in blocks[at]) for at in of)))
    return found


def parts_of(
    component: Component,
    epoch: Epoch,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    ties: Iterable[Tie] = (),
) -> list[Part]:
    """Give the parts of a component, of which all reports and readings are given, as the frame has them."""
    groups: list[tuple[str, ...]] = []
    stories: list[Story] = []
    for block in component.blocks:
        found = _stories(block, epoch, reports, readings)
        stories += found
        if len(block) <= _TOGETHER:
            groups.append(block)
        else:
            told = {r for story in found for r in story.reports}
            groups += [story.reports for story in found] + [(r,) for r in block if r not in told]
    joined = _joined(groups, ties)
    at = {r: n for n, group in enumerate(joined) for r in group}
    of: list[list[Story]] = [[] for _ in joined]
    for story in stories:
        of[at[story.reports[0]]].append(story)
    return [Part(group, in_order(of[n])) for n, group in enumerate(joined)]


def _stories(
    block: Sequence[str], epoch: Epoch, reports: Mapping[str, Report], readings: Mapping[str, Reading]
) -> list[Story]:
    ids = [i for i in block if tells(reports[i], readings[i])]
    if not ids:
        return []
    spoken = [terms_of(reports[i], readings[i]) for i in ids]
    rare = epoch.rarity(list(dict.fromkeys(term for t in spoken for term in t.weights)))
    return of_block(ids, spoken, rare, reports, readings)


def _joined(groups: Sequence[tuple[str, ...]], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Put together the groups that a tie connects."""
    top = {r: group[0] for group in groups for r in group}
    for tie in ties:
        for a, b in pairwise(tie):
            if a in top and b in top and top[a] != top[b]:
                first, second = sorted((top[a], top[b]))
                top = {r: first if of == second else of for r, of in top.items()}
    found: dict[str, list[str]] = {}
    for r in sorted(top):
        found.setdefault(top[r], []).append(r)
    return [tuple(found[first]) for first in sorted(found)]
