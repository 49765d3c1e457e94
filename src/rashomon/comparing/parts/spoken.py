"""What a report speaks of, as numbers: the terms of `stories`, hashed, so that many reports fit into memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import class_of
from rashomon.comparing.stories.likeness import Terms
from rashomon.comparing.stories.stories import spoken_of
from rashomon.records import Reading, Report

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The sorted hashes of a report's terms, their weights, and which of them are pairs of stems."""

    hashes: Hashes
    weights: NDArray[np.float64]
    pairs: NDArray[np.bool_]


def named_in(reading: Reading) -> list[str]:
    """Give a sign for each mention of somebody with a name: what two reports that name him have in common."""
    signs = {c.id: f"{class_of(c.kind)}:{name_key(c.name)}" for c in reading.chains if c.names}
    return [signs[m.chain] for m in reading.mentions if m.chain in signs]


def terms_of(report: Report, reading: Reading) -> Terms:
    """Give the terms that a report speaks of, without regard to any other report."""
    return spoken_of(report, reading, named_in(reading))


def spoken(terms: Terms) -> Spoken:
    """Give terms as numbers."""
    names = list(terms.weights)
    found = hashes(names)
    order = np.argsort(found, kind="stable")
    weights = np.fromiter(terms.weights.values(), np.float64, len(names))
    pairs = np.fromiter((" " in name and not name.startswith("#") for name in names), np.bool_, len(names))
    return Spoken(found[order], weights[order], pairs[order])


def hashes(words: Iterable[str]) -> Hashes:
    """Give a number for each of some words, the same in every case."""
    digests = b"".join(blake2b(w.encode("utf-8", "surrogatepass"), digest_size=8).digest() for w in words)
    return np.frombuffer(digests, "<u8").astype(np.uint64)
