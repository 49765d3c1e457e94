"""Parts very many reports so that those of one story stay together, as far as their rare terms tell.

The likenesses of all pairs of many thousand reports would not fit. Each block is grouped by itself; up to `FEW`
reports are one block, and nothing is parted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rashomon.comparing.stories.likeness import Terms

FEW = 3000  # reports whose likenesses fit into memory together
_RAREST = 40  # reports that may hold a term for it to tie two of them
_TIES = 2  # rare terms that two reports share to be tied


def blocks(reports: Sequence[Terms]) -> list[list[int]]:
    """Give the numbers of `reports` in blocks of at most `FEW`, each in order."""
    return _part(reports, list(range(len(reports))), _RAREST)


def _part(reports: Sequence[Terms], among: list[int], rare: int) -> list[list[int]]:
    if len(among) <= FEW:
        return [among]
    if rare < 2:
        return [among[i : i + FEW] for i in range(0, len(among), FEW)]
    found: list[list[int]] = []
    small: list[int] = []
    for group in _tied(reports, among, rare):
        if len(group) > FEW:
            found += _part(reports, group, rare // 2)
        elif len(small) + len(group) <= FEW:
            small += group
        else:
            found.append(sorted(small))
            small = list(group)
    return [*found, sorted(small)] if small else found


def _tied(reports: Sequence[Terms], among: Sequence[int], rare: int) -> list[list[int]]:
    """Connected groups of the reports `among` that neighbours in the lists of rare terms tie."""
    holds: dict[str, list[int]] = {}
    for i in among:
        for term in reports[i].weights:
            holds.setdefault(term, []).append(i)
    shared = Counter(pair for at in holds.values() if 2 <= len(at) <= rare for pair in pairwise(at))
    head = {i: i for i in among}

    def top(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    for (a, b), times in shared.items():
        if times >= _TIES:
            first, second = sorted((top(a), top(b)))
            head[second] = first
    groups: dict[int, list[int]] = {}
    for i in among:
        groups.setdefault(top(i), []).append(i)
    return list(groups.values())
