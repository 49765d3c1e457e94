"""What many readings give together: who is who, what derives from what, claims, conflicts, chronicle, timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.reason import NO_REASON, Reason
from rashomon.records.vocabulary import (
    Bounds,
    ClaimKind,
    ConflictKind,
    ConflictStatus,
    Evidence,
    Extent,
    LineageBasis,
    Member,
    MentionKind,
    Modality,
    Relation,
    SourceKind,
    StanceKind,
    Value,
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, group or place across reports. Also: `kind`, and a reason for every merge."""

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    mentions: tuple[Member, ...]
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What one report derives from. `origin` is a report id, an outlet's name, or None where it is unknown."""

    report: str
    origin: str | None
    relation: Relation
    basis: LineageBasis
    score: float
    evidence: tuple[Evidence, ...]
    because: Reason = NO_REASON
    extent: Extent = "whole"


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one developing matter, with the first and last day it speaks of as its own."""

    id: str
    title: str
    reports: tuple[str, ...]
    start: str | None
    end: str | None
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of a source chain: the first voice that could know.

    `chain` runs from the report's own row to that voice. Also: `key`, equal for two origins that are one voice,
    `certain`, False where it may be the same voice as another (two unnamed officials), `apart`, the keys of voices
    that a person told it to differ from, and `party`, for whom it speaks ("" where for itself): two voices of one
    party may have what they say from each other.
    """

    kind: SourceKind
    name: str
    chain: tuple[Member, ...]
    key: str = ""
    certain: bool = True
    because: Reason = NO_REASON
    apart: tuple[str, ...] = ()
    party: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """What one outlet does with a claim, as its text words it: says it so, denies it, or leaves it open.

    `own` is False where every row passes on another's words. `rows` are the statements and events it rests on, those
    of a claim that denies this one among them.
    """

    outlet: str
    stance: StanceKind
    own: bool
    rows: tuple[Member, ...]
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Telling:
    """A place of a report that tells a claim: `[start, end)`, and whether it says, denies or hedges it.

    `voice` is the key of the origin that it goes back to, `row` the attribution, event or sentence it rests on,
    `clause` the clause of the reading.
    """

    report: str
    start: int
    end: int
    stance: StanceKind
    voice: str
    row: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, with every statement and event across reports that puts it forward.

    `evidence` are the spans of its `tellings` but for denials that stand elsewhere and point at it; `origins` and
    `independent_origins` count those that say it. `rank` 1 tells most, over what was compared together. `perhaps` are
    claims that may tell the same: shown beside it, never counted.
    Also: `stances`, what each outlet that speaks of it does with it; `silent`, the first by name of those outlets of
    its stories that reported when they could have told it and do not mention it, `silent_outlets` how many they are;
    `pointed_by`, the language model of the user's own that put its tellings together, "" where the rules did.
    """

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    independent_origins: Bounds
    because: Reason = NO_REASON
    stances: tuple[Stance, ...] = ()
    silent: tuple[str, ...] = ()
    silent_outlets: int = 0
    kind: ClaimKind = "event"
    rank: int = 0
    tellings: tuple[Telling, ...] = ()
    perhaps: tuple[str, ...] = ()
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: the claims it stands in, the spans that tell it, the best first, and who tells it.

    Also: `said`, the words of its first span as a line has them: a report's but for what stands in [brackets]; where
    they cannot stand as a sentence, those around them that can, "" where none do.
    """

    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    voices: tuple[str, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both hold at one time; kind and reason kept.

    `claims` are the first claim of either side. `status` is "superseded" where a later report withdraws, corrects or
    overtakes a side. `strength` is 3 where a reader must know of it, 1 where it is thin; `rank` 1 comes first.
    `pointed_by` is the language model of the user's own that set the sides against each other, "" where the rules did.
    """

    id: str
    claims: tuple[str, str]
    kind: ConflictKind
    because: Reason = NO_REASON
    sides: tuple[Side, ...] = ()
    status: ConflictStatus = "open"
    strength: int = 1
    rank: int = 0
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a figure that changes in time: [at least, at most], the day it holds for, who tells it and where."""

    value: Value
    as_of: str | None
    evidence: Evidence
    voice: str
    claim: str


@dataclass(frozen=True, slots=True)
class Series:
    """One figure in time, its points by day: a toll that rises is a series and no dispute.

    `pointed_by` is the language model of the user's own that put them together, "" where the rules did.
    """

    id: str
    what: str
    points: tuple[Point, ...]
    because: Reason = NO_REASON
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """One dated, sourced line of what is said to have happened.

    `title` is extractive: its words stand in a report, at `evidence` (also), but for what stands in [brackets]. Also:
    `story`; `period` tells background, the story's own days, and what is planned or threatened apart; `kind` is that
    of its claim, `rank` 1 the line that tells most.
    """

    id: str
    date: str | None
    title: str
    events: tuple[Member, ...]
    claims: tuple[str, ...]
    independent_origins: Bounds
    conflicts: tuple[str, ...]
    story: str = ""
    evidence: Evidence | None = None
    period: Literal["background", "story", "ahead"] = "story"
    because: Reason = NO_REASON
    rank: int = 0
    kind: ClaimKind = "event"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that the entity of a timeline is said to do (`agent`) or undergo (`patient`).

    `date` is an ISO day, month, year or interval, or None, and `date_basis` what gives it; `earliest` and `latest` are
    the bounds, ISO days: what is only known to have been told in a report has no earliest one. `members` are the
    eventualities that tell it, `evidence` the sentence of the best of them.
    """

    date: str | None
    date_basis: Reason
    earliest: str | None
    latest: str | None
    role: Literal["agent", "patient"]
    word: str
    modality: Modality
    evidence: Evidence
    members: tuple[Member, ...]
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Timeline:
    """What one entity is said to do and undergo, in the order of the days, undated entries last.

    `name` is what was asked for, `entities` those that it can mean.
    """

    name: str
    entities: tuple[Entity, ...]
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found across reports. Rows are in a fixed order: same reports in, same bytes out."""

    entities: tuple[Entity, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    chronicle: tuple[ChronicleEntry, ...] = ()
    series: tuple[Series, ...] = ()
