"""A matter develops: what a report of the next days tells of the same people and places follows what was told before.

Two groups of reports that are less alike than reports of one event are one story where they stand within a few days
of each other and are still clearly alike. Groups without days are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.days import Days
from rashomon.comparing.gap import gap

ENOUGH = 0.09
_NEXT_DAYS = 3


def following(
    groups: Sequence[Sequence[int]], likeness: NDArray[np.float32], days: Sequence[Days | None]
) -> list[list[int]]:
    """Join the `groups` of row numbers that follow on one another; groups and their members stay in order."""
    spans = [_span([d for i in group if (d := days[i])]) for group in groups]
    head = list(range(len(groups)))

    def top(g: int) -> int:
        while head[g] != g:
            g = head[g]
        return g

    for a in range(len(groups)):
        for b in range(a + 1, len(groups)):
            one, other = spans[a], spans[b]
            if one is None or other is None or gap(one, other).days > _NEXT_DAYS:
                continue
            if likeness[np.ix_(groups[a], groups[b])].mean() >= ENOUGH:
                first, second = sorted((top(a), top(b)))
                head[second] = first
    joined: dict[int, list[int]] = {}
    for g, group in enumerate(groups):
        joined.setdefault(top(g), []).extend(group)
    return [sorted(group) for group in joined.values()]


def _span(days: Sequence[Days]) -> Days | None:
    """From the first to the last day of those that are known to within a few days."""
    known = [d for d in days if (d[1] - d[0]).days <= _NEXT_DAYS]
    return (min(d[0] for d in known), max(d[1] for d in known)) if known else None
