"""Clauses that tell one thing, gathered by average link: two groups join where all their pairs together are likely.

A pair that nobody looked at counts as none. Two groups with clauses of one report that overlap never join. The
likeliest two groups join first; of equals those with the smallest numbers, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Link = tuple[int, int, float]
"""Two units and the probability that they tell one thing."""


def groups(count: int, links: Iterable[Link], apart: Sequence[frozenset[int]], threshold: float) -> list[list[int]]:
    """Gather units 0 to `count` - 1; `apart[u]` are those that `u` never joins. Groups and members are in order."""
    near: list[dict[int, float]] = [{} for _ in range(count)]
    heap: list[tuple[float, int, int, int, int]] = []
    for one, other, likely in links:
        a, b = (one, other) if one < other else (other, one)
        near[a][b] = near[b][a] = likely
        if likely >= threshold:
            heap.append((-likely, a, b, 1, 1))
    heapify(heap)
    size = [1] * count
    alive = [True] * count
    members: list[list[int]] = [[u] for u in range(count)]
    walls: list[set[int]] = [set(apart[u]) for u in range(count)]
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if not (alive[a] and alive[b]) or size[a] != size_a or size[b] != size_b:
            continue
        if not walls[a].isdisjoint(members[b]):
            continue
        for other, sum_ in near[b].items():
            del near[other][b]
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + sum_
        near[b] = {}
        members[a] += members[b]
        walls[a] |= walls[b]
        size[a] += size[b]
        alive[b] = False
        for other, sum_ in near[a].items():
            average = sum_ / (size[a] * size[other])
            if average >= threshold:
                first, second = (a, other) if a < other else (other, a)
                heappush(heap, (-average, first, second, size[first], size[second]))
    return [sorted(members[u]) for u in range(count) if alive[u]]
