"""What two clauses tell of one deed and cannot both hold: at what hour, how long, and of whom it was or was not."""

from __future__ import annotations

from rashomon.comparing.joining.told_times import cannot_be_one
from rashomon.comparing.joining.unit import Unit


def two_times(a: Unit, b: Unit) -> bool:
    """Whether both tell at what hour, or how long, and not the same: "52 minutes after the blast", "18 minutes"."""
    return cannot_be_one(a.times, b.times, one_report=a.report == b.report)


def says_otherwise(a: Unit, b: Unit) -> bool:
    """Whether the one deed is told of somebody or something of which the other says that it is not that.

    "Carried cement, not food", and "carried food".
    """
    if a.clause.lemma != b.clause.lemma and not a.predicate & b.predicate and not a.classes & b.classes:
        return False
    return bool(a.denied & (_part(b) - _part(a)) or b.denied & (_part(a) - _part(b)))


def _part(u: Unit) -> frozenset[str]:
    return u.subjects | u.objects | u.others
