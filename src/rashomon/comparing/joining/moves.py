"""Groups mended by moving one member at a time, where it is nearer to another group than to its own.

What a member brings to a group is how much likelier than the threshold it is one with each that is there. A group only
gains by a move, so moving ends; members are looked at in their order, so the order of the input changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.comparing.joining.groups import Link

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
