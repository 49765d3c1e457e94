"""Clauses that tell one thing, gathered by average link: two groups join where all their pairs together are likely.

A pair that nobody looked at counts as none. Two groups with clauses of one report that overlap never join. The
likeliest two groups join first; of equals those with the smallest numbers, so the order of the input changes nothing.

Groups mended by moving one member at a time, where it is nearer to another group than to its own.

What a member brings to a group is how much likelier than the threshold it is one with each that is there. A group only
gains by a move, so moving ends; members are looked at in their order, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from itertools import islice, pairwise, repeat

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import BRIEF, Ints, Likely, Nearby, Probabilities, Walls, distinct, places_by

_ROUNDS = 4
_TOGETHER = 1 << 20  # links that are looked at at once
_LEAST_GAIN = 1e-6
_MANY = 512  # members of a group, from which on all are looked at again rather than those near each


def moved(found: Sequence[Sequence[int]], links: Likely, apart: Walls, threshold: float) -> list[list[int]]:
    """Give the groups of `found` after all moves; no unit moves to one that it is `apart` from."""
    near = Nearby(links, len(apart))
    group = np.zeros(len(apart), np.int64)
    members: dict[int, set[int]] = defaultdict(set)
    for number, some in enumerate(found):
        group[list(some)] = number
        members[number] = set(some)
    fresh = len(found)
    size = np.zeros(fresh + _ROUNDS * len(apart) + 1, np.int64)
    size[:fresh] = [len(some) for some in found]
    open_ = _may_gain(group, links, threshold)  # whom a move may be worth, as the groups near by are now
    for _ in range(_ROUNDS):
        any_moved = False
        for u in range(len(apart)):
            if not open_[u]:
                continue
            open_[u] = False
            them = group[near.units(u)]
            own = int(group[u])
            held = np.bincount(them, near.probabilities(u), fresh)
            mine = (float(held[own]) if own < len(held) else 0.0) - threshold * (int(size[own]) - 1)
            gain, to = max(-mine, _LEAST_GAIN), fresh if -mine > _LEAST_GAIN else own
            better = held - threshold * size[: len(held)] - mine
            worth = np.flatnonzero(better > gain)
            if len(worth):
                worth = worth[np.argsort(-better[worth], kind="stable")]
                walls = apart.of(u)
                best: list[int] = []
                for g in worth.tolist():
                    if best and better[g] < better[best[0]]:
                        break
                    if g != own and walls.isdisjoint(members[g]):
                        best.append(g)
                if best:
                    to = min(best, key=them.tolist().index) if len(best) > 1 else best[0]  # the one that comes first
            if to != own:
                any_moved = True
                members[own].discard(u)
                members[to].add(u)
                size[own] -= 1
                size[to] += 1
                group[u] = to
                fresh += to == fresh
                for changed in (own, to):
                    _look_again(open_, near, members[changed])
        if not any_moved:
            break
    return sorted(sorted(some) for some in members.values() if some)


def _look_again(open_: NDArray[np.bool_], near: Nearby, members: set[int]) -> None:
    """Open whoever is in a group that has changed, or near one who is; of a large group it is cheaper to open all."""
    if len(members) > _MANY:
        open_[:] = True
        return
    for m in members:
        open_[m] = True
        open_[near.units(m)] = True


def _may_gain(group: Ints, links: Likely, threshold: float) -> NDArray[np.bool_]:
    """Tell which members may gain by a move, were there no walls."""
    count = len(group)
    groups = int(group.max()) + 1 if count else 0
    size = np.bincount(group, minlength=groups)
    best = np.zeros(count)
    for low, high in pairwise(np.linspace(0, count, 2 + 2 * len(links.one) // _TOGETHER, dtype=np.int64).tolist()):
        after, before = (links.where((low <= side) & (side < high)) for side in (links.one, links.other))
        one, other = np.concatenate([after.one, before.other]), np.concatenate([after.other, before.one])
        key = one * np.int64(groups) + group[other]
        first, at = distinct(key)
        key = key[first]
        held = np.bincount(at, np.concatenate([after.probability, before.probability]), len(key))
        member, of = np.divmod(key, groups)
        inside = group[member] == of
        mine = np.zeros(count)
        mine[member[inside]] = held[inside]
        mine -= threshold * (size[group] - 1)
        best[low:high] = np.maximum(-mine, 0.0)[low:high]
        np.maximum.at(best, member[~inside], (held - threshold * size[of] - mine[member])[~inside])
    return np.asarray(best > _LEAST_GAIN / 2, np.bool_)


_Offer = tuple[float, int, int, int, int]
"""How near two groups are, negated; the two, the smaller number first, and their sizes: if one has grown it is void."""
_FEW = 64  # offers of a unit that are made ready at once
_TABLE = 2048
"""Units that chains of links connect, up to which what every two of them bring together stands in a table."""


def groups(count: int, links: Likely, apart: Walls, threshold: float) -> list[list[int]]:
    """Gather units 0 to `count` - 1, none with one that it is `apart` from. Groups and members are in order.

    Of each link the number of the one is less than that of the other. What no chain of links connects never meets.
    """
    top = links.tops(count)
    of_links = places_by(top[links.one], count)
    firsts = np.concatenate([[0], np.cumsum(np.bincount(top[links.one], minlength=count))])
    place = np.zeros(count, BRIEF)
    found: list[list[int]] = []
    for head in np.flatnonzero(top == np.arange(count)).tolist():
        mine = of_links[firsts[head] : firsts[head + 1]]
        if not len(mine):
            found.append([head])
            continue
        units = np.flatnonzero(top == head)
        place[units] = np.arange(len(units))
        few = Likely(place[links.one[mine]], place[links.other[mine]], links.held[mine])
        names = units.tolist()
        number = {u: n for n, u in enumerate(names)}
        walls = [{number[v] for v in apart.of(u) if v in number} for u in names]
        found += ([names[n] for n in some] for some in _gathered(len(names), few, walls, threshold))
    return sorted(found)


class _Table:
    """What every two groups of few units bring together, in all: a row a group, under its smallest number."""

    def __init__(self, count: int, links: Likely) -> None:
        self._size = np.ones(count)
        self._sum = np.zeros((count, count))
        self._sum[links.one, links.other] = self._sum[links.other, links.one] = links.probability

    def join(self, a: int, b: int, threshold: float) -> Iterator[_Offer]:
        """Let `a` have all that is of `b`; give what it then offers the others, the best first."""
        self._sum[a] += self._sum[b]
        self._sum[:, a] = self._sum[a]
        self._size[a] += self._size[b]
        self._size[b] = 0.0
        self._sum[:, b] = 0.0
        grown = self._size[a]
        average = self._sum[a] / np.maximum(grown * self._size, 1.0)
        average[a] = 0.0
        others = np.flatnonzero(average >= threshold)
        others = others[np.argsort(-average[others], kind="stable")]  # of equals the smallest number first
        return self._offered(a, int(grown), others, average[others], self._size[others])

    def _offered(
        self, a: int, grown: int, others: Ints, average: Probabilities, size: Probabilities
    ) -> Iterator[_Offer]:
        for at in range(0, len(others), _FEW):
            some = slice(at, at + _FEW)
            for other, near, many in zip(*(told[some].tolist() for told in (others, average, size)), strict=True):
                both = (a, other, grown, int(many)) if a < other else (other, a, int(many), grown)
                yield -near, *both


class _Lists:
    """The same of very many units: to each group those that bring it anything."""

    def __init__(self, count: int, links: Likely) -> None:
        by_unit = Nearby(links, count)
        name = list(range(count))  # one object a number, and a probability, however many pairs it stands in
        held: dict[float, float] = {}
        self._near = [
            {
                name[other]: held.setdefault(likely, likely)
                for other, likely in zip(by_unit.units(u).tolist(), by_unit.probabilities(u).tolist(), strict=True)
            }
            for u in range(count)
        ]
        self._size = [1] * count

    def join(self, a: int, b: int, threshold: float) -> Iterator[_Offer]:
        """Let `a` have all that is of `b`; give what it then offers the others, the best first."""
        near, size = self._near, self._size
        mine = near[a]
        for other, sum_ in near[b].items():
            if other != a and size[other]:  # what has become part of another group stays where it was written
                mine[other] = near[other][a] = mine.get(other, 0.0) + sum_
        size[a] = grown = size[a] + size[b]
        size[b], near[b] = 0, {}
        some = [
            (-average, a, other, grown, many) if a < other else (-average, other, a, many, grown)
            for other, sum_ in mine.items()
            if (many := size[other]) and (average := sum_ / (grown * many)) >= threshold
        ]
        return iter(sorted(some))


def _offers(sure: Likely, first: int, last: int) -> Iterator[_Offer]:
    """Give what some pairs offer, in their order, a few at a time: there may be millions."""
    for at in range(first, last, _FEW):
        some = slice(at, min(at + _FEW, last))
        told = (side.tolist() for side in (-sure.where(some).probability, sure.one[some], sure.other[some]))
        yield from zip(*told, repeat(1), repeat(1), strict=False)


def _gathered(count: int, links: Likely, walls: Sequence[set[int]], threshold: float) -> list[list[int]]:
    held = _Table(count, links) if count <= _TABLE else _Lists(count, links)
    sure = links.from_(threshold).likeliest_first(count)
    first = np.searchsorted(sure.one, np.arange(count + 1)).tolist()
    offers = [_offers(sure, i, j) for i, j in pairwise(first)]  # of each unit to those with larger numbers, best first
    size = [1] * count
    members: list[list[int]] = [[u] for u in range(count)]
    queue = [(offer, a) for a, some in enumerate(offers) for offer in islice(some, 1)]  # the best of each that has any
    heapify(queue)
    while queue:
        (_, a, b, size_a, size_b), maker = queue[0]
        offer = next(offers[maker], None) if size[maker] == (size_a if maker == a else size_b) else None
        if offer is not None:
            heapreplace(queue, (offer, maker))
        else:
            heappop(queue)
        if size[a] != size_a or size[b] != size_b or not walls[a].isdisjoint(members[b]):
            continue
        members[a] += members[b]
        walls[a].update(walls[b])
        size[a], size[b] = size_a + size_b, 0
        offers[a] = held.join(a, b, threshold)
        if (best := next(offers[a], None)) is not None:
            heappush(queue, (best, a))
    return [sorted(members[u]) for u in range(count) if size[u]]
