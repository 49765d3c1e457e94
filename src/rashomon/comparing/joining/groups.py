"""Clauses that tell one thing, gathered by average link: two groups join where all their pairs together are likely.

A pair that nobody looked at counts as none. Two groups with clauses of one report that overlap never join. The
likeliest two groups join first; of equals those with the smallest numbers, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush, heapreplace

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
