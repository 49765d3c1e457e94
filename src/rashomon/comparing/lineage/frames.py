"""The sentences that a site, or a press office, puts into reports that have little else in common.

A sentence that three reports or more have, most of which share next to no words in a row beside such sentences, tells
nothing about which of them derives from which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.comparing.lineage.passages import Gram, Passages

_Key = tuple[Gram, ...]
_SEVERAL = 3
_LITTLE = 0.06  # of the 3-grams of the shorter, beside those of sentences that both have
_LOOKED_AT = 12  # reports of one sentence that are compared, each with the next


def frames(reports: Iterable[Passages]) -> frozenset[_Key]:
    """Give the 3-grams, in order, of every such sentence of `reports`."""
    listed = list(reports)
    held = [frozenset(s.grams for s in p.sentences) for p in listed]
    where: dict[_Key, list[int]] = {}
    for i, p in enumerate(listed):
        for sentence in p.sentences:
            at = where.setdefault(sentence.grams, [])
            if not at or at[-1] != i:
                at.append(i)
    return frozenset(key for key, at in where.items() if len(at) >= _SEVERAL and _little_else(listed, held, at))


def _little_else(reports: Sequence[Passages], held: Sequence[frozenset[_Key]], at: Sequence[int]) -> bool:
    shares = []
    for a, b in pairwise(at[:_LOOKED_AT]):
        same = {gram for key in held[a] & held[b] for gram in key}
        one, other = reports[a].grams - same, reports[b].grams - same
        copies = 2 * len(same) >= min(len(reports[a].grams), len(reports[b].grams))
        shares.append(1.0 if copies else len(one & other) / max(1, min(len(one), len(other))))
    return sorted(shares)[len(shares) // 2] < _LITTLE
