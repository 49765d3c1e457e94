"""What a thing is found by: its words, and of those that too many share, pairs; no key calls up a crowd.

Of words that are common in a story (its people, its place), two together are rare again, so that in a large story the
rows that say one thing still meet, at a cost that does not grow with the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

_PAIRED = 7


def keys(words: Iterable[str], seen: Mapping[str, int], common: int) -> tuple[list[str], list[str]]:
    """Give the words of which at most `common` are `seen`, sorted, and pairs of the rarest of the others."""
    rare: list[str] = []
    often: list[str] = []
    for word in sorted(words):
        (rare if seen[word] <= common else often).append(word)
    often.sort(key=lambda word: (seen[word], word))
    return rare, [f"{a}\0{b}" for a, b in combinations(sorted(often[:_PAIRED]), 2)]
