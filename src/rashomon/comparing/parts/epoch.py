"""What is known from a whole case, frozen until the case has doubled: within that time, where reports stand is local.

How rare a term is, what paragraphs are an outlet's footers, which 3-grams are boilerplate and what outlets are called
rest on every report. Were they counted anew, one report more would move all. An epoch keeps them as they were when it
began; a term that nobody had used then is as rare as one that a single report uses. Readings of a part are framed as
the whole case has them: what is known to be footers is marked.

What a report speaks of, and whom it names, are numbers: the terms of `stories`, hashed, so that many reports fit into
memory. What people judged of somebody concerns every report that names him.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from math import log

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.identity.across_parts import Key
from rashomon.comparing.identity.knowledge import Knowledge, name_key
from rashomon.comparing.identity.merging import class_of, full_key
from rashomon.comparing.lineage import outlet_names_written
from rashomon.comparing.lineage.footers import Ending, footers, without_known_footers
from rashomon.comparing.lineage.near_duplicates import COMMON, shingles
from rashomon.comparing.stories import spoken_of
from rashomon.comparing.stories.likeness import Terms, among
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


_TOGETHER = 256  # reports that are looked at together
_U64, _U32 = "<u8", "<u4"
FIRST = "first"
"""The ids that the earliest reports tell, among what is frozen: kept when an epoch ends."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """The frozen knowledge: how many `reports` there were, and of each term of several (sorted hashes) its holders.

    `common` are 3-grams (sorted hashes), `footers` the hashes of paragraphs, `outlets` names as they are written;
    `first` the ids of those whom the earliest reports name, by their names.
    """

    reports: int
    terms: Hashes
    holders: NDArray[np.uint32]
    common: Hashes
    footers: Hashes
    outlets: frozenset[str]
    first: Mapping[Key, str] = field(default_factory=dict)

    def holding(self, of: Hashes) -> NDArray[np.int64]:
        """Give how many reports held each term; of one that none or one did, 1."""
        if not len(self.terms):
            return np.ones(len(of), np.int64)
        at = np.minimum(np.searchsorted(self.terms, of), len(self.terms) - 1)
        return np.where(self.terms[at] == of, self.holders[at], 1).astype(np.int64)

    def rarity(self, terms: Sequence[str]) -> dict[str, float]:
        """Give the inverse frequency of terms in their order; of pairs of stems, of those of several reports alone."""
        several = among(self.reports)
        held = self.holding(hashes(terms)).tolist()
        kept = zip(terms, held, strict=True)
        return {t: log(several / n) for t, n in kept if n > 1 or " " not in t or t.startswith("#")}

    def is_footer(self, paragraphs: Sequence[str]) -> list[bool]:
        """Tell which paragraphs, as `Ending` writes them, are a house's footers."""
        return [bool(found) for found in np.isin(hashes(paragraphs), self.footers)]

    def kept(self) -> dict[str, bytes]:
        """Give what is frozen as bytes, by name."""
        return {
            "reports": str(self.reports).encode(),
            "terms": self.terms.astype(_U64).tobytes(),
            "holders": self.holders.astype(_U32).tobytes(),
            "common": self.common.astype(_U64).tobytes(),
            "footers": self.footers.astype(_U64).tobytes(),
            "outlets": "\n".join(sorted(self.outlets)).encode("utf-8", "surrogatepass"),
            FIRST: json.dumps([[i, *key] for key, i in sorted(self.first.items())]).encode(),
        }

    @classmethod
    def of_kept(cls, kept: Mapping[str, bytes]) -> Epoch:
        """Give what `kept` gave. Raises KeyError or ValueError where it is not whole."""
        terms, holders = np.frombuffer(kept["terms"], _U64), np.frombuffer(kept["holders"], _U32)
        if len(terms) != len(holders):
            raise ValueError("terms and their holders do not match")
        outlets = kept["outlets"].decode("utf-8", "surrogatepass")
        return cls(
            int(kept["reports"]),
            terms.astype(np.uint64),
            holders.astype(np.uint32),
            np.frombuffer(kept["common"], _U64).astype(np.uint64),
            np.frombuffer(kept["footers"], _U64).astype(np.uint64),
            frozenset(outlets.split("\n")) - {""},
            first_of_kept(kept[FIRST]),
        )


def first_of_kept(kept: bytes) -> dict[Key, str]:
    """Give the ids that the earliest reports tell as they are kept under `FIRST`. Raises ValueError if not whole."""
    return {tuple(key): i for i, *key in json.loads(kept)}


def begin(some: Callable[[Sequence[str]], Iterable[tuple[Report, Reading]]], ids: Sequence[str]) -> Epoch:
    """Look at the reports `ids`, which `some` gives with their readings, and freeze what they tell together."""
    counted = Counted()
    grams: list[Hashes] = []
    endings: dict[int, list[str]] = {}
    outlets: set[str] = set()
    for at in range(0, len(ids), _TOGETHER):
        texts = []
        for report, reading in some(ids[at : at + _TOGETHER]):
            counted.add(spoken(terms_of(report, reading)))
            outlets.update(" ".join(n.split()) for n in outlet_names_written({report.id: report}, {report.id: reading}))
            if (ending := Ending.of(report, reading)).last:
                endings.setdefault(int(hashes([ending.last])[0]), []).append(report.id)
            texts.append(report.text)
        grams.append(shingles(texts)[0])
    terms, holders = counted.several()
    return Epoch(len(ids), terms, holders, _common(grams), _footers(some, endings), frozenset(outlets))


class Counted:
    """Counts in how many reports terms stand, a few hundred thousand at a time."""

    _MOST = 1 << 20

    def __init__(self) -> None:
        self._new: list[Hashes] = []
        self._size = 0
        self._terms: Hashes = np.empty(0, np.uint64)
        self._holders: NDArray[np.int64] = np.empty(0, np.int64)

    def add(self, one: Spoken) -> None:
        """Count the terms of one report."""
        self._new.append(one.hashes)
        self._size += len(one.hashes)
        if self._size > max(self._MOST, len(self._terms)):
            self._sum()

    def several(self) -> tuple[Hashes, NDArray[np.uint32]]:
        """Give the terms of several reports, sorted, and how many hold each."""
        self._sum()
        kept = self._holders > 1
        return self._terms[kept], self._holders[kept].astype(np.uint32)

    def _sum(self) -> None:
        terms, counts = np.unique(np.concatenate([*self._new, self._terms[:0]]), return_counts=True)
        every, at = np.unique(np.concatenate([self._terms, terms]), return_inverse=True)
        held = np.bincount(at, np.concatenate([self._holders, counts]), len(every)).astype(np.int64)
        self._terms, self._holders, self._new, self._size = every, held, [], 0


def _common(grams: Sequence[Hashes]) -> Hashes:
    found, counts = np.unique(np.concatenate([np.empty(0, np.uint64), *grams]), return_counts=True)
    return found[counts > COMMON]


def _footers(
    some: Callable[[Sequence[str]], Iterable[tuple[Report, Reading]]], endings: Mapping[int, Sequence[str]]
) -> Hashes:
    told: set[str] = set()
    for _, same in sorted(endings.items()):
        if len(same) > 1:
            told |= footers([Ending.of(*one) for one in some(sorted(same))])
    return np.unique(hashes(sorted(told)))


def framed(pairs: Iterable[tuple[Report, Reading]], epoch: Epoch) -> Iterator[tuple[Report, Reading]]:
    """Give reports and readings by what is known from all of the case."""
    for report, reading in pairs:
        yield report, without_known_footers(report, reading, epoch.is_footer)
