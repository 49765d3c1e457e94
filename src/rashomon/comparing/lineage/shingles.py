"""Every text as the sampled hashes of its word 3-grams: same words, same hashes, whatever texts stand beside it.

Words are runs of letters and digits, compared without case. Hashing is done over many texts at once in arrays of code
points, so that it costs a few passes over the characters and no Python object a word. Half of the 3-grams are kept,
by a bit of their hash, so the same ones in every text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

_BATCH = 1 << 20  # characters hashed at a time: the working arrays stay in the processor's cache
_MOST = 1 << 16  # texts in one batch
_HIGH = np.uint64(~(_MOST - 1) & (1 << 64) - 1)  # a hash keeps 48 bits; the rest carries its text while sorting
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_SECOND = np.uint64(0xC2B2AE3D27D4EB4F)
_THIRD = np.uint64(0x165667B19E3779F9)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)
_ONE = np.uint64(1)


def shingles(texts: Sequence[str]) -> tuple[U64, I64]:
    """Give the sampled 3-gram hashes of all `texts`, each once a text, and beside each the number of its text."""
    hashes, owners = [], []
    first = 0
    while first < len(texts):
        last, size = first, 0
        while last < len(texts) and (last == first or (size + len(texts[last]) <= _BATCH and last - first < _MOST)):
            size += len(texts[last]) + 1
            last += 1
        found, at = _batch(texts[first:last])
        hashes.append(found)
        owners.append(at + first)
        first = last
    if not hashes:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    return np.concatenate(hashes), np.concatenate(owners)


def _batch(texts: Sequence[str]) -> tuple[U64, I64]:
    fold, inside = _tables()
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, len(fold) - 1)
    word = inside[codes]
    edges = np.flatnonzero(np.diff(word, prepend=False, append=False))
    starts, ends = edges[0::2], edges[1::2]
    ascending, descending = _powers(_BATCH)
    if len(codes) > len(ascending):
        ascending, descending = _powers(len(codes))
    sums = np.cumsum(fold[codes] * ascending[: len(codes)])
    before = np.where(starts > 0, sums[starts - 1], np.uint64(0))
    words = _mix((sums[ends - 1] - before) * descending[starts])
    grams = _mix(words[:-2] + words[1:-1] * _SECOND + words[2:] * _THIRD) if len(words) > 2 else words[:0]
    closes = np.cumsum([len(text) + 1 for text in texts])
    owner = np.searchsorted(closes, starts, side="right")
    kept = (owner[:-2] == owner[2:]) & ((grams & _ONE) == 0) if len(words) > 2 else np.zeros(0, bool)
    owner = owner[:-2][kept] if len(words) > 2 else owner[:0]
    packed = np.sort((grams[kept] & _HIGH) | owner.astype(np.uint64))
    once = np.ones(len(packed), bool)
    once[1:] = packed[1:] != packed[:-1]
    packed = packed[once]
    return packed & _HIGH, (packed & ~_HIGH).astype(np.int64)


def _mix(values: U64) -> U64:
    values = (values ^ (values >> _SHIFT)) * _MIX
    return values ^ (values >> _SHIFT)


@cache
def _tables() -> tuple[U64, NDArray[np.bool_]]:
    """Lower case and wordhood of every code point of the basic plane; the last entry stands for all beyond it."""
    plane = [*map(chr, range(0xFFFF))]
    lower = [low if len(low) == 1 else c for c, low in zip(plane, map(str.lower, plane), strict=True)]
    fold = np.frombuffer("".join([*lower, "\uffff"]).encode("utf-32-le", "surrogatepass"), np.uint32)
    return fold.astype(np.uint64), np.array([*map(str.isalnum, plane), True])


@cache
def _powers(size: int) -> tuple[U64, U64]:
    up, down = np.full(size, _BASE), np.full(size, _INVERSE)
    up[0] = down[0] = _ONE
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)
