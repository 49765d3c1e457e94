"""The terms of a report between comparing, which knows arrays of numbers, and a case, which keeps bytes."""

from __future__ import annotations

import numpy as np

from rashomon.case.part_shelf import HeldVector
from rashomon.comparing.parts import Signs, Vector


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


def vector_of(kept: HeldVector) -> Vector:
    """Give the terms of a report."""
    terms, weights = np.frombuffer(kept.terms, "<u4"), np.frombuffer(kept.weights, "<f4")
    return Vector(terms, weights, kept.length, kept.known, kept.middle, kept.doubt)


def signs_of(kept: HeldVector) -> Signs:
    """Give whom a report names."""
    return np.frombuffer(kept.names, "<u4")
