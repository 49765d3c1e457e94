"""Whom a report names, as numbers: what people judged of somebody concerns every report that names him."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.identity.knowledge import Knowledge, name_key
from rashomon.comparing.identity.merging import class_of, full_key
from rashomon.comparing.parts.spoken import hashes
from rashomon.records import Chain, Reading, Ruling

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
