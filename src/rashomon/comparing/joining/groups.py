"""Clauses that tell one thing, gathered by average link: two groups join where all their pairs together are likely.

A pair that nobody looked at counts as none. Two groups with clauses of one report that overlap never join. The
likeliest two groups join first; of equals those with the smallest numbers, so the order of the input changes nothing.

Groups mended by moving one member at a time, where it is nearer to another group than to its own.

What a member brings to a group is how much likelier than the threshold it is one with each that is there. A group only
gains by a move, so moving ends; members are looked at in their order, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush, heapreplace

_ROUNDS = 4
_LEAST_GAIN = 1e-6


def moved(
    found: Sequence[Sequence[int]], links: Iterable[Link], apart: Sequence[frozenset[int]], threshold: float
) -> list[list[int]]:
    """Give the groups of `found` after all moves; `apart[u]` are those that `u` never joins."""
    near: list[list[tuple[int, float]]] = [[] for _ in apart]
    for one, other, likely in links:
        near[one].append((other, likely))
        near[other].append((one, likely))
    group = [0] * len(apart)
    members: dict[int, set[int]] = defaultdict(set)
    for number, some in enumerate(found):
        for u in some:
            group[u] = number
            members[number].add(u)
    fresh = len(found)
    moves = 0
    changed: dict[int, int] = {}  # for each group the last move from it or to it
    seen: list[tuple[int, ...]] = [()] * len(apart)  # for each member the groups that it was last held against
    looked = [-1] * len(apart)  # and how many moves had been made then
    for _ in range(_ROUNDS):
        before = moves
        for u in range(len(apart)):
            if looked[u] >= 0 and all(changed.get(g, 0) <= looked[u] for g in seen[u]):
                continue
            held: dict[int, float] = defaultdict(float)
            for other, likely in near[u]:
                held[group[other]] += likely
            own = group[u]
            mine = held.get(own, 0.0) - threshold * (len(members[own]) - 1)
            gain, to = max(-mine, _LEAST_GAIN), fresh if -mine > _LEAST_GAIN else own
            for other, likely in held.items():
                better = likely - threshold * len(members[other]) - mine
                if other != own and better > gain and apart[u].isdisjoint(members[other]):
                    gain, to = better, other
            seen[u], looked[u] = (own, *held), moves
            if to != own:
                moves += 1
                changed[own] = changed[to] = moves
                members[own].discard(u)
                members[to].add(u)
                group[u] = to
                fresh += to == fresh
        if moves == before:
            break
    return sorted(sorted(some) for some in members.values() if some)


Link = tuple[int, int, float]
"""Two units and the probability that they tell one thing."""
_Offer = tuple[float, int, int, int, int]
"""How near two groups are, negated; the two, the smaller number first, and their sizes: if one has grown it is void."""


def groups(count: int, links: Iterable[Link], apart: Sequence[frozenset[int]], threshold: float) -> list[list[int]]:
    """Gather units 0 to `count` - 1; `apart[u]` are those that `u` never joins. Groups and members are in order."""
    near: list[dict[int, float]] = [{} for _ in range(count)]
    offers: list[list[_Offer]] = [[] for _ in range(count)]
    for one, other, likely in links:
        a, b = (one, other) if one < other else (other, one)
        near[a][b] = near[b][a] = likely
        if likely >= threshold:
            offers[a].append((-likely, a, b, 1, 1))
    size = [1] * count
    members: list[list[int]] = [[u] for u in range(count)]
    walls: list[set[int]] = [set(apart[u]) for u in range(count)]
    for some in offers:
        heapify(some)
    queue = [(heappop(some), a) for a, some in enumerate(offers) if some]  # the best offer of each that makes any
    heapify(queue)
    while queue:
        (_, a, b, size_a, size_b), maker = queue[0]
        if size[maker] == (size_a if maker == a else size_b) and offers[maker]:
            heapreplace(queue, (heappop(offers[maker]), maker))
        else:
            heappop(queue)
        if size[a] != size_a or size[b] != size_b or not walls[a].isdisjoint(members[b]):
            continue
        mine = near[a]
        for other, sum_ in near[b].items():
            del near[other][b]
            if other != a:
                mine[other] = near[other][a] = mine.get(other, 0.0) + sum_
        members[a] += members[b]
        walls[a] |= walls[b]
        size[a] += size[b]
        size[b], near[b], offers[b] = 0, {}, []
        offers[a] = []
        for other, sum_ in mine.items():
            average = sum_ / (size[a] * size[other])
            if average >= threshold:
                first, second = (a, other) if a < other else (other, a)
                offers[a].append((-average, first, second, size[first], size[second]))
        if offers[a]:
            heapify(offers[a])
            heappush(queue, (heappop(offers[a]), a))
    return [sorted(members[u]) for u in range(count) if size[u]]
