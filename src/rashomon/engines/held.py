"""The terms of a report between comparing, which knows arrays of numbers, and a case, which keeps bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

import numpy as np

from rashomon.case.part_shelf import HeldTerms, HeldVector
from rashomon.comparing.parts import Many, Signs, Vector


def held(report: str, v: Vector, names: Signs) -> HeldVector:
    """Give the terms of a report, and whom it names, as a case keeps them."""
    return HeldVector(
        report,
        v.hashes.astype("<u4").tobytes(),
        v.weights.astype("<f4").tobytes(),
        names.astype("<u4").tobytes(),
        v.length,
        v.known,
        v.middle,
        v.doubt,
    )


def signs_of(names: bytes) -> Signs:
    """Give whom a report names."""
    return np.frombuffer(names, "<u4")


class Kept:
    """The terms of all reports of a case that are compared, as it keeps them: these are never looked at one by one."""

    def __init__(self, terms: HeldTerms, read: Set[str]) -> None:
        """Those that are `read` no more are passed over."""
        self._reports = terms.reports
        self._hashes = np.frombuffer(terms.terms, "<u4")
        self._weights = np.frombuffer(terms.weights, "<f4")
        self._sizes = np.array(terms.sizes, np.int64) // self._hashes.itemsize
        self._first = np.cumsum(self._sizes) - self._sizes
        self._text = np.array(terms.numbers, np.float64).reshape(-1, 4)
        self._number = {r: n for n, r in enumerate(self._reports) if r in read}

    def like(self, new: Mapping[str, Vector]) -> set[str]:
        """Give the reports that are like any of those that are `new` or have changed, these among themselves too."""
        found = self._among(Many.of(list(new.values())), list(new), new.values())
        if len(self._reports):
            stood = Many(self._hashes, self._weights, self._sizes, self._text)
            found |= self._among(stood, self._reports, new.values()) & self._number.keys() - new.keys()
        return found

    @staticmethod
    def _among(many: Many, ids: Sequence[str], of: Collection[Vector]) -> set[str]:
        many.only(list(of))
        many.sort()
        return {ids[n] for one in of for n in many.like(one)[0].tolist()}

    def some(self, reports: Iterable[str]) -> dict[str, Vector]:
        """Give the terms of those of some reports that are kept."""
        at = {r: self._number[r] for r in reports if r in self._number}
        return {r: self._vector(n) for r, n in at.items()}

    def _vector(self, n: int) -> Vector:
        span = slice(int(self._first[n]), int(self._first[n] + self._sizes[n]))
        return Vector(self._hashes[span], self._weights[span], *self._text[n].tolist())
