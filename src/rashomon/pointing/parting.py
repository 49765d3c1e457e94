"""Sentences parted so that each part fits a page, and what is likely told together stands together.

The likeliest two join first, as long as both fit one page (single link under a bound, ties by number); the parts that
come of it are packed, the worthiest first, into as few pages as hold them. What fits no page of the last is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MOST = 12
"""Parts of one story: what is worth least is left out of a story that needs more."""


def parted(
    lengths: Sequence[int], worths: Sequence[float], near: Mapping[tuple[int, int], float], longest: int
) -> list[list[int]]:
    """Give parts as numbers of sentences, each in order and at most `longest` together.

    `near` tells for two numbers, the smaller first, how likely they tell one thing.
    """
    root = list(range(len(lengths)))
    long = list(lengths)

    def found(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for (a, b), _ in sorted(near.items(), key=lambda row: (-row[1], row[0])):
        one, other = sorted((found(a), found(b)))
        if one != other and long[one] + long[other] <= longest:
            root[other] = one
            long[one] += long[other]
    members: dict[int, list[int]] = {}
    for n in range(len(lengths)):
        members.setdefault(found(n), []).append(n)
    worth = {r: max(worths[n] for n in some) for r, some in members.items()}
    parts: list[list[int]] = []
    left: list[int] = []
    for r in sorted(members, key=lambda r: (-worth[r], r)):
        fits = [n for n, room in enumerate(left) if long[r] <= room]
        if fits:
            parts[fits[0]] += members[r]
            left[fits[0]] -= long[r]
        elif len(parts) < MOST and long[r] <= longest:
            parts.append(list(members[r]))
            left.append(longest - long[r])
    return [sorted(part) for part in parts]
