"""What a person says of the machine's rows; it rests on characters of reports, never on the ids of one build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.reason import NO_REASON, Reason
from rashomon.records.vocabulary import AnchorPart, JudgementKind, Member, SourceKind


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
