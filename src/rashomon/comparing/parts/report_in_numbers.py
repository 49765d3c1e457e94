"""What a report speaks of, as numbers: the terms of `stories`, hashed, so that many reports fit into memory.

Whom a report names, as numbers: what people judged of somebody concerns every report that names him.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.identity.knowledge import Knowledge, name_key
from rashomon.comparing.identity.merging import class_of, full_key
from rashomon.comparing.stories.likeness import Terms
from rashomon.comparing.stories.stories import spoken_of
from rashomon.records import Chain, Reading, Report, Ruling

Signs = NDArray[np.uint32]

_OF_SOMEBODY = frozenset({"merge", "split", "rename", "re-attribute", "same-source", "not-same-source"})


def signs(reading: Reading, knowledge: Knowledge) -> Signs:
    """Give the sorted signs of all whom a report names."""
    return _numbers(sign for chain in reading.chains for sign in _of_chain(chain, knowledge))


def concerned(ruling: Ruling, readings: Iterable[Reading], knowledge: Knowledge) -> Signs:
    """Give the sorted signs of those whom a judgement is about; `readings` are those that it rests on."""
    if ruling.kind not in _OF_SOMEBODY:
        return _numbers(())
    members = {member for side in ruling.sides for member in side}
    found: list[str] = []
    for reading in readings:
        rows = {row for report, row in members if report == reading.report}
        rows |= {a.source_mention for a in reading.attributions if a.id in rows and a.source_mention}
        chains = {m.chain for m in reading.mentions if m.id in rows}
        found += [s for chain in reading.chains if chain.id in chains for s in _of_chain(chain, knowledge)]
    return _numbers(found)


def _of_chain(chain: Chain, knowledge: Knowledge) -> list[str]:
    """The signs of the names of a chain: as they are written, and as whom they are told to mean."""
    found = []
    for name in chain.names:
        told = knowledge.told(name, chain.kind, chain.roles)
        for called, kind in ((name, chain.kind), *([(told.name, told.kind)] if told else [])):
            key = full_key(called, kind) or (name_key(called),)
            found.append(f"{class_of(kind)}:{' '.join(key)}")
    return found


def _numbers(found: Iterable[str]) -> Signs:
    return np.unique(hashes(sorted(set(found))).astype(np.uint32))


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
