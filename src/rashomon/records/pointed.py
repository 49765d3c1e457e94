"""What a language model of the user's own pointed at: clauses and figures by their characters, labels, and no word.

It stands apart from any page that was shown to the model: a place is a report and a span, so that the same answer says
the same of a case that is built again, elsewhere or by another version.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.vocabulary import ClaimKind, ConflictKind, Evidence


@dataclass(frozen=True, slots=True)
class PointedClaim:
    """Clauses that tell one claim, by what each does with it, and what kind of claim it is (None: not told).

    `also` are those of them that were found on a second look: they count where the rules find it likely too.
    """

    says: tuple[Evidence, ...]
    denies: tuple[Evidence, ...] = ()
    hedges: tuple[Evidence, ...] = ()
    kind: ClaimKind | None = None
    also: tuple[Evidence, ...] = ()

    @property
    def clauses(self) -> tuple[Evidence, ...]:
        """Give all its clauses."""
        return (*self.says, *self.denies, *self.hedges)


@dataclass(frozen=True, slots=True)
class PointedVoice:
    """Whose word a clause is: the place of a mention of that voice, or None where the report itself narrates."""

    clause: Evidence
    mention: Evidence | None


@dataclass(frozen=True, slots=True)
class PointedDispute:
    """Clauses of two sides that cannot both hold; `superseded` where a later report overtakes a side."""

    kind: ConflictKind
    one: tuple[Evidence, ...]
    other: tuple[Evidence, ...]
    superseded: bool = False
    strength: int = 2


@dataclass(frozen=True, slots=True)
class Pointed:
    """All that one model pointed at in one story, and `by` whom.

    `series` are figures of one count, `first` the numbers (from 0) of the claims that matter most, the first before
    all. A part that was not answered is None: there the rules' own answer stands. `shown` are the clauses that the
    model saw.
    """

    by: str
    shown: tuple[Evidence, ...] = ()
    claims: tuple[PointedClaim, ...] | None = None
    voices: tuple[PointedVoice, ...] | None = None
    disputes: tuple[PointedDispute, ...] | None = None
    series: tuple[tuple[Evidence, ...], ...] | None = None
    first: tuple[int, ...] | None = None

    @property
    def reports(self) -> frozenset[str]:
        """Give the reports of which the model saw clauses."""
        return frozenset(report for report, _, _ in self.shown)
