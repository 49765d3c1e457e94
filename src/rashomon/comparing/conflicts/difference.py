"""What a rule found between two propositions: the kind of conflict, how clear it is, and why."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import ConflictKind


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding of one rule. `score` ranks findings on the same words; `because` is the rule, then its evidence."""

    kind: ConflictKind
    score: float
    because: str
