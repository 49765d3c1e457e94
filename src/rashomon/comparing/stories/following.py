"""A matter develops: what a later report tells of the same people and places follows what was told before.

Two groups of reports that are less alike than reports of one event are one story where they stand within a few days
of each other and are still clearly alike; within some weeks (a ruling after the arrest, an army that admits) where they
are more alike than that by what they tell, whatever their days. Groups without days are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.days import Days

ENOUGH = 0.09
NEXT_DAYS = 3
ENOUGH_LATER = 0.12
LATER_DAYS = 75


def following(
    groups: Sequence[Sequence[int]],
    likeness: NDArray[np.float32],
    told: NDArray[np.float32],
    days: Sequence[Days | None],
) -> list[list[int]]:
    """Join the `groups` of row numbers that follow on one another; groups and their members stay in order.

    `likeness` and `told`, with the factor of days and without it, are square over all rows. What has joined is compared
    anew, as one: the ruling is like all that was told of the trial, and few of its reports.
    """
    while len(joined := _once(groups, likeness, told, days)) < len(groups):
        groups = joined
    return joined


def _once(
    groups: Sequence[Sequence[int]],
    likeness: NDArray[np.float32],
    told: NDArray[np.float32],
    days: Sequence[Days | None],
) -> list[list[int]]:
    apart = _apart([_span([d for i in group if (d := days[i])]) for group in groups])
    follows = (apart <= NEXT_DAYS) & (_means(groups, likeness) >= ENOUGH)
    follows |= (apart <= LATER_DAYS) & (_means(groups, told) >= ENOUGH_LATER)
    head = list(range(len(groups)))

    def top(g: int) -> int:
        while head[g] != g:
            g = head[g]
        return g

    for a, b in zip(*(at.tolist() for at in np.nonzero(np.triu(follows, 1))), strict=True):
        first, second = sorted((top(a), top(b)))
        head[second] = first
    joined: dict[int, list[int]] = {}
    for g, group in enumerate(groups):
        joined.setdefault(top(g), []).extend(group)
    return [sorted(group) for group in joined.values()]


def _means(groups: Sequence[Sequence[int]], alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """How alike every two groups are on average."""
    order = [i for group in groups for i in group]
    starts = np.cumsum([0, *(len(group) for group in groups)])[:-1]
    sums = np.add.reduceat(np.add.reduceat(alike[np.ix_(order, order)], starts, axis=0), starts, axis=1)
    size = np.array([len(group) for group in groups], np.float32)
    return np.asarray(sums / np.outer(size, size), np.float32)


def _apart(spans: Sequence[Days | None]) -> NDArray[np.float64]:
    """The days between every two spans; endless where one is not known."""
    first = np.array([s[0].toordinal() if s else np.nan for s in spans])
    last = np.array([s[1].toordinal() if s else np.nan for s in spans])
    between = np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None])
    return np.where(np.isnan(between), np.inf, np.maximum(between, 0))


def _span(days: Sequence[Days]) -> Days | None:
    """From the first to the last day of those that are known to within a few days."""
    known = [d for d in days if (d[1] - d[0]).days <= NEXT_DAYS]
    return (min(d[0] for d in known), max(d[1] for d in known)) if known else None
