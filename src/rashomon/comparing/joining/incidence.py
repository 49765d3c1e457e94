"""Many units and their pairs as arrays: what pairs share, and how likely they are one, is asked of all at once.

Of sets of units, rows are the units and columns the members; the numbers of the columns hang on the order in which
members are met, what is computed from them does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.signedinteger[Any]]
BRIEF = np.int32
"""What the numbers of pairs are held in: of text that repeats there are millions of pairs."""
_STEPS = 64  # weights are multiples of this part of one: their sums are exact, whatever their order
_CELLS = 1 << 22  # of a table of weights: what is looked up at once
_TOGETHER = 1 << 14  # pairs that are looked up at once
_HELD = 1 << 16  # pairs of sets that differ of which it is held what they share


class Incidence:
    """Which members each unit's set has. `mass` is the weight of each unit's set, `size` how many members it has."""

    def __init__(
        self, sets: Sequence[Collection[Hashable]], weight: Callable[[Hashable], float] = lambda member: 1.0
    ) -> None:
        """`weight` tells what sharing a member counts."""
        number: defaultdict[Hashable, int] = defaultdict(count().__next__)
        self.units = len(sets)
        self.size: Ints = np.fromiter(map(len, sets), np.int64, len(sets))
        self.columns: Ints = np.fromiter(map(number.__getitem__, chain.from_iterable(sets)), BRIEF)
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
        if not self.members or not len(one):
            return np.zeros(len(one), np.float32)
        if len(one) >= self.units and self._kinds[1] ** 2 <= min(len(one), _HELD):  # of text that repeats
            alike, kinds = self._kinds
            found = np.empty(len(one), np.float32)
            for at in range(0, len(one), _PART):
                some = slice(at, at + _PART)
                found[some] = self._between.take(alike[one[some]] * BRIEF(kinds) + alike[other[some]])
            return found
        if (one[1:] >= one[:-1]).all():
            return self._looked_up(one, other)
        order = np.argsort(one, kind="stable")
        found = np.empty(len(one), np.float32)
        found[order] = self._looked_up(one[order], other[order])
        return found

    def _looked_up(self, one: Ints, other: Ints) -> Floats:
        """Give the same of pairs in the order of `one`."""
        found = np.zeros(len(one), np.float32)
        first, size, columns, members = self._met
        rows = max(1, _CELLS // max(1, members))
        low = 0
        while low < len(one):
            base = int(one[low])
            high = min(int(np.searchsorted(one, base + rows, side="left")), low + _TOGETHER)
            mine, theirs = one[low:high] - base, other[low:high]
            has = self._table(base, int(one[high - 1]) + 1)
            some = np.flatnonzero(size[theirs])
            if len(some):
                mine, theirs = mine[some] * np.int64(members), theirs[some]
                many = size[theirs]
                ends = np.cumsum(many)
                begins = ends - many
                cell = np.arange(ends[-1])
                cell += np.repeat(first[theirs] - begins, many)
                cell = columns.take(cell)
                cell += np.repeat(mine, many)
                found[low + some] = np.add.reduceat(has.take(cell), begins)
            low = high
        return found

    @cached_property
    def _met(self) -> tuple[Ints, Ints, Ints, int]:
        """Where sets begin, their sizes and members, less the members that one set alone has: nothing shares these."""
        often = np.bincount(self.columns, minlength=self.members) > 1
        kept = often[self.columns]
        owner = np.repeat(np.arange(self.units), self.size)[kept]
        size = np.bincount(owner, minlength=self.units).astype(np.int64)
        name = np.cumsum(often) - 1
        return np.cumsum(size) - size, size, name[self.columns[kept]], int(often.sum())

    @cached_property
    def _met_weights(self) -> Floats:
        return self.weights[np.bincount(self.columns, minlength=self.members) > 1]

    @cached_property
    def _kinds(self) -> tuple[Ints, int]:
        """Give for each unit the number of its set among those that differ, in their order, and how many do.

        Sets are told apart by the sum of their members' signs, then, where these are few, by all that they hold.
        """
        first, size, columns, members = self._met
        sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(_signs(members)[columns])])
        of, alike = np.unique(sums[first + size] - sums[first], return_index=True, return_inverse=True)[1:]
        if len(of) ** 2 > _HELD:  # there are no fewer, and more are not asked for
            return alike, len(of)
        own = columns[np.lexsort((columns, np.repeat(np.arange(self.units), size)))]
        like = of[alike]
        if (size == size[like]).all() and (own == own[ranges(first[like], size)]).all():
            return np.argsort(np.argsort(of))[alike].astype(BRIEF), len(of)
        number: dict[bytes, int] = {}
        bounds = zip(first.tolist(), (first + size).tolist(), strict=True)
        each = (number.setdefault(own[low:high].tobytes(), len(number)) for low, high in bounds)
        return np.fromiter(each, BRIEF), len(number)

    @cached_property
    def _between(self) -> Floats:
        """Give what each two sets that differ share, a row each, end to end."""
        of = np.unique(self._kinds[0], return_index=True)[1]
        return self._looked_up(np.repeat(of, len(of)), np.tile(of, len(of)))

    def _table(self, low: int, high: int) -> Floats:
        """Give the weights of the members of some units, a row each, end to end."""
        first, size, columns, members = self._met
        has = np.zeros((high - low) * members, np.float32)
        at = columns[int(first[low]) : int(first[high - 1] + size[high - 1])]
        has[np.repeat(np.arange(high - low) * members, size[low:high]) + at] = self._met_weights[at]
        return has


def _signs(count: int) -> NDArray[np.uint64]:
    """Give numbers of which hardly two sums are the same: those below `count`, well mixed."""
    mixed = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)), np.uint64)


def ranges(first: Ints, size: Ints) -> Ints:
    """Give `first[k], first[k] + 1, … first[k] + size[k] - 1` for each k, one after another."""
    ends = np.cumsum(size)
    steps = np.arange(int(ends[-1]) if len(ends) else 0)
    return steps - np.repeat(ends - size, size) + np.repeat(first, size)


def distinct(keys: Ints) -> tuple[Ints, Ints]:
    """Give where one of each kind of number stands, and for each of `keys`, all from nothing on, which kind it is."""
    width = int(keys.max()) + 1 if len(keys) else 0
    if width > _CELLS:
        return np.unique(keys, return_index=True, return_inverse=True)[1:]
    place = np.full(width, -1, np.int64)
    place[keys] = np.arange(len(keys))
    found = place[place >= 0]
    place[keys[found]] = np.arange(len(found))
    return found, place[keys]


Probabilities = NDArray[np.float64]
Held = NDArray[np.float64] | NDArray[np.uint16]
_PART = 1 << 20  # pairs of which the like are looked for at once
_WHOLE = 10_000.0  # steps from never to surely


def in_steps(rounded: Probabilities) -> NDArray[np.uint16]:
    """Give probabilities of four digits as whole numbers: in a quarter of the memory, and exactly."""
    return np.rint(rounded * _WHOLE).astype(np.uint16)


def _in_full(held: Held) -> Probabilities:
    return np.asarray(held / _WHOLE if held.dtype == np.uint16 else held, np.float64)


@dataclass(frozen=True, slots=True)
class Likely:
    """Two numbers a pair, and how likely both tell one thing; in the order in which the pairs were given.

    That is `held` as it is, or in steps (`in_steps`): of text that repeats there are millions of pairs.
    """

    one: Ints
    other: Ints
    held: Held

    @property
    def probability(self) -> Probabilities:
        """Give how likely each is: of many pairs to be asked some at a time."""
        return _in_full(self.held)

    @classmethod
    def of(cls, pairs: Mapping[tuple[int, int], float]) -> Likely:
        """Give pairs as arrays."""
        numbers = np.fromiter(chain.from_iterable(pairs), BRIEF, 2 * len(pairs)).reshape(-1, 2)
        return cls(numbers[:, 0], numbers[:, 1], np.fromiter(pairs.values(), np.float64, len(pairs)))

    def by_pair(self) -> dict[tuple[int, int], float]:
        """Give the probability of each pair, by its two numbers."""
        pairs = zip(self.one.tolist(), self.other.tolist(), strict=True)
        return dict(zip(pairs, self.probability.tolist(), strict=True))

    def some_at_a_time(self) -> Iterator[Likely]:
        """Give the pairs in their order, some at a time: of text that repeats there are millions."""
        for at in range(0, len(self.one), _PART):
            some = slice(at, at + _PART)
            yield Likely(self.one[some], self.other[some], self.held[some])

    def where(self, kept: NDArray[np.bool_] | Ints | slice) -> Likely:
        """Give some of the pairs: where it is told so of each, or by their places."""
        return Likely(self.one[kept], self.other[kept], self.held[kept])

    def from_(self, threshold: float) -> Likely:
        """Give the pairs that are as likely as that."""
        parts = (some.where(some.probability >= threshold) for some in self.some_at_a_time())
        return Likely.end_to_end(parts, len(self.one))

    def likeliest_first(self, count: int) -> Likely:
        """Give the pairs, of numbers below `count`, by the first, of each the likeliest first, then by the other."""
        many = np.bincount(self.one, minlength=count)
        place, ends = places_by(self.one, count), np.concatenate([[0], np.cumsum(many)])
        parts = (self.where(place[ends[low] : ends[high]])._in_order() for low, high in _ranges_of(many))
        return Likely.end_to_end(parts, len(self.one))

    def _in_order(self) -> Likely:
        return self.where(np.lexsort((self.other, -self.probability, self.one)))

    def renamed(self, name: Ints) -> Likely:
        """Give the pairs under other numbers, the smaller first."""
        one, other = name[self.one], name[self.other]
        smaller = np.minimum(one, other)
        return Likely(smaller, np.maximum(one, other, out=other), self.held)

    def within(self, count: int) -> tuple[Ints, Ints, Ints]:
        """Give the numbers, all below `count`, that stand in a pair, and both sides by their places among these."""
        there = np.zeros(count, np.bool_)
        there[self.one] = there[self.other] = True
        place = np.cumsum(there, dtype=BRIEF) - BRIEF(1)
        return np.flatnonzero(there), place[self.one], place[self.other]

    def sums(self, name: Ints) -> Likely:
        """Give the pairs under other numbers, every two that differ once, with the sum of what is told of them.

        What is told is added in its order.
        """
        return self._of_parts(name, Likely._sums)

    def best(self, name: Ints) -> Likely:
        """Give the same with the highest that is told of each."""
        return self._of_parts(name, Likely._best)

    def _sums(self) -> Likely:
        _, first, at = np.unique(self._key(), return_index=True, return_inverse=True)
        sums = np.bincount(at, self.probability, len(first)).astype(np.float64)
        return Likely(self.one[first], self.other[first], sums)

    def _best(self) -> Likely:
        key = self._key()
        order = np.argsort(key, kind="stable")
        key = key[order]
        first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])[: len(key)])
        best = np.maximum.reduceat(self.held[order], first) if len(first) else self.held
        return Likely(self.one[order[first]], self.other[order[first]], best)

    def _key(self) -> Ints:
        width = int(self.other.max()) + 1 if len(self.other) else 1
        return np.asarray(self.one * np.int64(width) + self.other, np.int64)

    def _of_parts(self, name: Ints, made: Callable[[Likely], Likely]) -> Likely:
        """Give what is made of pairs under other numbers, of some first numbers at a time: little is held beside."""
        if len(self.one) <= _PART:
            return made(self.renamed(name)._apart())
        smaller = np.minimum(name[self.one], name[self.other])
        parts = (
            made(self.where((low <= smaller) & (smaller < high)).renamed(name)._apart())
            for low, high in _ranges_of(np.bincount(smaller))
        )
        return Likely.end_to_end(parts, len(smaller))

    @classmethod
    def end_to_end(cls, parts: Iterable[Likely], most: int) -> Likely:
        """Give parts, of at most so many pairs in all, as one: no pair is held twice."""
        one, other = np.empty(most, BRIEF), np.empty(most, BRIEF)  # of what is empty nothing is held
        held: Held = np.empty(0)
        kept = 0
        for part in parts:
            if not len(held):
                held = np.empty(most, part.held.dtype)
            to = slice(kept, kept := kept + len(part.one))
            one[to], other[to], held[to] = part.one, part.other, part.held
        return cls(one[:kept], other[:kept], held[:kept])

    def _apart(self) -> Likely:
        return self.where(self.one != self.other)

    def tied(self, count: int, threshold: float) -> Likely:
        """Give the pairs inside of what chains of those from `threshold` on connect; numbers are below `count`."""
        top = self.tops(count, threshold)
        return self.where(top[self.one] == top[self.other])

    def tops(self, count: int, threshold: float = -np.inf) -> Ints:
        """Give for each number below `count` the smallest that chains of pairs connect it with, be it itself.

        Of the pairs those from `threshold` on count, some at a time: of text that repeats there are millions.
        """
        top: Ints = np.arange(count, dtype=BRIEF)
        settled = False
        while not settled:
            settled = True
            for at in range(0, len(self.one), _PART):
                some = slice(at, at + _PART)
                one, other = top[self.one[some]], top[self.other[some]]
                open_ = (one != other) & (_in_full(self.held[some]) >= threshold)
                if not open_.any():
                    continue
                settled = False
                one, other = one[open_], other[open_]
                np.minimum.at(top, np.maximum(one, other), np.minimum(one, other))
                while not np.array_equal(top, top[top]):
                    top = top[top]
        return top


class Nearby:
    """For each of many units those that may tell the same, and how likely: pairs whose other it is, then whose one."""

    def __init__(self, pairs: Likely, count: int) -> None:
        """`pairs` are of numbers below `count`, no pair twice."""
        if (pairs.one[1:] < pairs.one[:-1]).any():
            pairs = pairs.where(np.argsort(pairs.one, kind="stable"))
        self._pairs = pairs
        self._place = places_by(pairs.other, count)
        self._as_one = _firsts(pairs.one, count)
        self._as_other = _firsts(pairs.other, count)

    def units(self, of: int) -> Ints:
        """Give the numbers of those near a unit."""
        before, after = self._at(of)
        return np.concatenate([self._pairs.one[before], self._pairs.other[after]])

    def probabilities(self, of: int) -> Probabilities:
        """Give how likely each of them tells the same."""
        before, after = self._at(of)
        return _in_full(np.concatenate([self._pairs.held[before], self._pairs.held[after]]))

    def _at(self, of: int) -> tuple[Ints, slice]:
        before = self._place[self._as_other[of] : self._as_other[of + 1]]
        return before, slice(self._as_one[of], self._as_one[of + 1])


def places_by(numbers: Ints, count: int) -> Ints:
    """Give the places of numbers, all below `count`, in their order, of equals the first first: some at a time."""
    found = np.empty(len(numbers), BRIEF)
    done = 0
    for low, high in _ranges_of(np.bincount(numbers, minlength=count)):
        some = np.flatnonzero((low <= numbers) & (numbers < high))
        found[done : done + len(some)] = some[np.argsort(numbers[some], kind="stable")]
        done += len(some)
    return found


def _ranges_of(many: Ints) -> Iterator[tuple[int, int]]:
    """Give ranges of numbers, one after another, that have about `_PART` together, or one that has more."""
    ends = np.cumsum(many)
    cuts = np.searchsorted(ends, np.arange(_PART, int(ends[-1]) if len(ends) else 0, _PART), side="right")
    return pairwise(np.unique([0, *cuts.tolist(), len(many)]).tolist())


def _firsts(sides: Ints, count: int) -> list[int]:
    firsts: list[int] = np.concatenate([[0], np.cumsum(np.bincount(sides, minlength=count))]).tolist()
    return firsts


class Walls:
    """For each of many units those that it never joins: of text that repeats there are millions of walls."""

    def __init__(self, one: Ints, other: Ints, count: int) -> None:
        """Both sides of each are numbers below `count`, in any order; between a number and itself there is none."""
        width = np.int64(max(1, count))
        both = np.sort(np.concatenate([one * width + other, other * width + one]))
        both = both[np.flatnonzero(np.diff(both, prepend=-1))]
        of, other = np.divmod(both, width)
        apart = of != other
        self._other = other[apart].astype(BRIEF)
        self._first = np.searchsorted(of[apart], np.arange(count + 1)).tolist()

    def __len__(self) -> int:
        """Give how many units there are."""
        return len(self._first) - 1

    def of(self, unit: int) -> frozenset[int]:
        """Give the numbers of those that a unit never joins."""
        return frozenset(self._other[self._first[unit] : self._first[unit + 1]].tolist())


class Nearest:
    """How near two of many groups come: one number a pair, however many pairs there are."""

    def __init__(self, pairs: Likely, count: int) -> None:
        """`pairs` are of numbers below `count`, in their order, no pair twice, the smaller number first."""
        self._first = np.searchsorted(pairs.one, np.arange(count + 1)).tolist()
        self._other = np.ascontiguousarray(pairs.other).data  # each is asked for by itself
        self._probability = np.ascontiguousarray(pairs.probability).data

    def between(self, one: int, other: int) -> float:
        """Give how near two groups come; nothing where no pair is of them."""
        low, high = min(one, other), max(one, other)
        last = self._first[low + 1]
        at = bisect_left(self._other, high, self._first[low], last)
        return self._probability[at] if at < last and self._other[at] == high else 0.0
