"""What a person says of the machine's rows, and what a model of the user's own pointed at: no ids of one build.

A judgement rests on characters of reports. What was pointed at are clauses and figures by their characters, labels, and
no word: it stands apart from any page that was shown to the model. A place is a report and a span, so that the same
answer says the same of a case that is built again, elsewhere or by another version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.reason import NO_REASON, Reason
from rashomon.records.vocabulary import AnchorPart, ClaimKind, ConflictKind, Evidence, JudgementKind, Member, SourceKind


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters of a report that a judgement rests on, found again whatever ids a rebuild gives.

    Position and quotation as in the Web Annotation model (TextPositionSelector, TextQuoteSelector): `digest` tells
    the report, `[start, end)` and `quote` the characters, `prefix` and `suffix` what stands around them. `part` is
    the kind of row that is meant there (a report as a whole has an empty span); `nth` tells rows of one span apart.
    """

    part: AnchorPart
    report: str
    digest: str
    start: int = 0
    end: int = 0
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided: who, when (ISO, UTC) and why; never changed, only undone by another judgement.

    `sides` are what it is about: the two or more things that are one (merge) or that differ, the entity and then
    what leaves it (split), the statements and then who makes them (re-attribute), else one side. `value` is the new
    name, date, source or text, `source_kind` the kind of a new source, `about` what it was about in words, `undoes`
    the judgement that an undo takes back. `id` is the digest of all the rest: the same judgement twice is one.
    """

    id: str
    kind: JudgementKind
    sides: tuple[tuple[Anchor, ...], ...] = ()
    value: str = ""
    because: str = ""
    who: str = ""
    when: str = ""
    about: str = ""
    source_kind: SourceKind | None = None
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement that stands, its sides as rows of today's readings (a report: the row ""), for comparing."""

    id: str
    kind: JudgementKind
    sides: tuple[tuple[Member, ...], ...]
    value: str = ""
    when: str = ""
    because: Reason = NO_REASON
    source_kind: SourceKind | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """How a judgement stands today: `against` are the judgements that contradict it, `reason` says what happened.

    "overruled": a later one that contradicts it applies in its place; "orphaned": what it rests on is not there.
    """

    judgement: Judgement
    state: Literal["applied", "undone", "orphaned", "overruled"]
    reason: str = ""
    against: tuple[str, ...] = ()


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
    all, `one` claims that are one, by their numbers. A part that was not answered is None: there the rules' own answer
    stands. `shown` are the clauses that the model saw.
    """

    by: str
    shown: tuple[Evidence, ...] = ()
    claims: tuple[PointedClaim, ...] | None = None
    voices: tuple[PointedVoice, ...] | None = None
    disputes: tuple[PointedDispute, ...] | None = None
    series: tuple[tuple[Evidence, ...], ...] | None = None
    first: tuple[int, ...] | None = None
    one: tuple[tuple[int, ...], ...] | None = None

    @property
    def reports(self) -> frozenset[str]:
        """Give the reports of which the model saw clauses."""
        return frozenset(report for report, _, _ in self.shown)
