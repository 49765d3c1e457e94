"""The few pairs of texts that share rare words in a row: linear in the texts, whatever they hold.

A 3-gram that stands in more than `COMMON` texts is boilerplate (or a text printed everywhere) and pairs nothing by
itself. A text printed everywhere is still found: its common 3-grams pair each text with the first that holds them and
with the next, and such a pair is kept only where the two hold little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.lineage.shingles import I64, U64, shingles

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
