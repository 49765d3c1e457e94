"""The few pairs of texts that are near-duplicates, or may be: linear in the texts, whatever they hold.

Every text is the sampled hashes of its word 3-grams (shingles): same words, same hashes, whatever texts stand beside
it. Words are runs of letters and digits, compared without case. Hashing is done over many texts at once in arrays of
code points, so that it costs a few passes over the characters and no Python object a word. Half of the 3-grams are
kept, by a bit of their hash, so the same ones in every text.

Pairs are those that share rare words in a row. A 3-gram that stands in more than `COMMON` texts is boilerplate (or a
text printed everywhere) and pairs nothing by itself. A text printed everywhere is still found: its common 3-grams pair
each text with the first that holds them and with the next, and such a pair is kept only where the two hold little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


COMMON = 25
ENOUGH = 4
_MASS_SHARE = 0.5  # of the shorter text that common 3-grams must fill
_MASS_REST = 0.3  # other 3-grams either text may hold, against those shared


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs `(first, second, shared sampled 3-grams)` of text numbers.

    `mass` are those of a text printed everywhere, `common` the hashes of the 3-grams that are common, sorted.
    """

    pairs: tuple[tuple[int, int, int], ...]
    mass: frozenset[tuple[int, int]]
    common: U64


def candidates(texts: Sequence[str], known: U64 | None = None) -> Candidates:
    """Find the pairs of `texts` worth a closer look; `first < second`, in order.

    `known` are the sorted hashes of 3-grams that are common beyond these texts.
    """
    hashes, owners = shingles(texts)
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]) != 0) if len(hashes) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(hashes)))
    n = len(texts)
    wide = sizes > COMMON
    if known is not None and len(known):
        wide |= np.isin(hashes[starts], known)
    codes, counts = _counted(_rare_pairs(owners, starts[~wide], sizes[~wide], n))
    enough = counts >= ENOUGH
    pairs = list(zip(*_split(codes[enough], n), counts[enough].tolist(), strict=True))
    mass = _mass_pairs(owners, sizes, wide, n)
    paired = {(a, b) for a, b, _ in pairs}
    pairs += [(a, b, shared) for (a, b), shared in mass.items() if (a, b) not in paired]
    common = hashes[starts[wide]] if known is None else np.union1d(hashes[starts[wide]], known)
    return Candidates(tuple(sorted(pairs)), frozenset(mass), common)


def _rare_pairs(owners: I64, starts: I64, sizes: I64, n: int) -> Iterable[I64]:
    for size in range(2, COMMON + 1):
        at = starts[sizes == size]
        if len(at):
            held = owners[at[:, None] + np.arange(size)]
            first, second = np.triu_indices(size, 1)
            yield (held[:, first] * n + held[:, second]).ravel()


def _mass_pairs(owners: I64, sizes: I64, wide: NDArray[np.bool_], n: int) -> dict[tuple[int, int], int]:
    if not wide.any():
        return {}
    in_wide = np.repeat(wide, sizes)
    held = owners[in_wide]
    opens = np.repeat(np.cumsum(sizes[wide]) - sizes[wide], sizes[wide])
    number = np.arange(len(held))
    later = number > opens
    previous, first = held[np.maximum(number - 1, 0)][later], held[opens][later]
    second = held[later]
    chain, star = previous * n + second, (first * n + second)[first != previous]
    codes, counts = _counted([chain, star])
    total = np.bincount(owners, minlength=n)
    rest = total - np.bincount(held, minlength=n)
    a, b = codes // n, codes % n
    kept = (
        (counts >= ENOUGH)
        & (counts >= _MASS_SHARE * np.minimum(total[a], total[b]))
        & (np.maximum(rest[a], rest[b]) <= _MASS_REST * counts)
    )
    return dict(zip(zip(*_split(codes[kept], n), strict=True), counts[kept].tolist(), strict=True))


def _counted(parts: Iterable[I64]) -> tuple[I64, I64]:
    """Give the distinct codes, in order, and how often each came."""
    listed = list(parts)
    codes = np.sort(np.concatenate(listed)) if listed else np.empty(0, np.int64)
    opens = np.flatnonzero(np.diff(codes, prepend=codes[:1] - 1)) if len(codes) else np.empty(0, np.int64)
    counts: NDArray[np.int64] = np.diff(np.append(opens, len(codes)))
    return codes[opens], counts


def _split(codes: I64, n: int) -> tuple[list[int], list[int]]:
    return (codes // n).tolist(), (codes % n).tolist()
