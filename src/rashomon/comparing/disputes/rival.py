"""Two clauses that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import ConflictKind, Reason


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two units that cannot both hold: how surely, of what kind, by which rule; `overtaken` where time explains it.

    All rivals of one `matter` are one dispute, each with its `one` on the same side.
    """

    one: int
    other: int
    probability: float
    kind: ConflictKind
    because: Reason
    overtaken: bool = False
    matter: str = ""


def by_rule(name: str, values: str) -> Reason:
    """Give the reason of a rule by which two values of one thing are rivals: its name, and both values."""
    return Reason("rule").then(Reason(name, values), ":")
