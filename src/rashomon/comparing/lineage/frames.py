"""The sentences that a site, or a press office, puts into reports that have little else in common.

A sentence that three reports or more have, most of which share next to no words in a row beside such sentences, tells
nothing about which of them derives from which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.comparing.lineage.kinship import LIFTED, Kinship
from rashomon.comparing.lineage.passages import Gram, Passages

_Key = tuple[Gram, ...]
_SEVERAL = 3
_LITTLE = 0.06  # of the 3-grams of the shorter, beside those of sentences that both have
_UNRELATED = 0.1  # of the content words of the shorter: what two reports of different matters share by chance
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
    known: dict[tuple[int, int], float] = {}

    def share(pair: tuple[int, int]) -> float:
        if pair not in known:  # two reports that have one sentence in common mostly have several
            a, b = pair
            known[pair] = _else(listed[a], listed[b], held[a] & held[b])
        return known[pair]

    def little_else(at: Sequence[int]) -> bool:
        shares = sorted(map(share, pairwise(at[:_LOOKED_AT])))
        return shares[len(shares) // 2] < _LITTLE

    return frozenset(key for key, at in where.items() if len(at) >= _SEVERAL and little_else(at))


def closes_alike(kin: Kinship, first: Passages, second: Passages) -> bool:
    """Whether all that two reports of unrelated matters have in common are the lines that both end with: a footer."""
    mine = {m.at for m in kin.forth if m.same}
    theirs = {m.at for m in kin.back if m.same}
    if not mine or not theirs or not (_is_end(mine, first) and _is_end(theirs, second)):
        return False
    if not any(m.lift >= LIFTED for m in kin.forth):
        return False
    rests = [_content(p, at) for p, at in ((first, mine), (second, theirs))]
    least = min(map(len, rests))
    return least > 0 and len(rests[0] & rests[1]) < _UNRELATED * least


def _content(passages: Passages, without: set[int]) -> frozenset[str]:
    """The stems of content words of all sentences but some."""
    kept = (s for i, s in enumerate(passages.sentences) if i not in without)
    return frozenset(stem for s in kept for stem, weight in s.weights.items() if weight >= 1)


def _is_end(at: set[int], passages: Passages) -> bool:
    last = len(passages.sentences)
    return len(at) < last and at == set(range(last - len(at), last))


def _else(a: Passages, b: Passages, common: Iterable[_Key]) -> float:
    """What two reports have in common beside the sentences that both have; all, where they are made of these."""
    same = {gram for key in common for gram in key}
    if 2 * len(same) >= min(len(a.grams), len(b.grams)):
        return 1.0
    one, other = a.grams - same, b.grams - same
    return len(one & other) / max(1, min(len(one), len(other)))
