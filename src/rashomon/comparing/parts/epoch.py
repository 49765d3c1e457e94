"""What is known from a whole case, frozen until the case has doubled: within that time, where reports stand is local.

How rare a term is, what paragraphs are an outlet's footers, which 3-grams are boilerplate and what outlets are called
rest on every report. Were they counted anew, one report more would move all. An epoch keeps them as they were when it
began; a term that nobody had used then is as rare as one that a single report uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.lineage.candidates import COMMON
from rashomon.comparing.lineage.footers import Ending, footers
from rashomon.comparing.lineage.lineage import outlet_names_written
from rashomon.comparing.lineage.shingles import shingles
from rashomon.comparing.parts.report_in_numbers import Hashes, Spoken, hashes, spoken, terms_of
from rashomon.comparing.stories.likeness import among
from rashomon.records import Reading, Report

_TOGETHER = 256  # reports that are looked at together
_U64, _U32 = "<u8", "<u4"


@dataclass(frozen=True, slots=True)
class Epoch:
    """The frozen knowledge: how many `reports` there were, and of each term of several (sorted hashes) its holders.

    `common` are 3-grams (sorted hashes), `footers` the hashes of paragraphs, `outlets` names as they are written.
    """

    reports: int
    terms: Hashes
    holders: NDArray[np.uint32]
    common: Hashes
    footers: Hashes
    outlets: frozenset[str]

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
        )


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
