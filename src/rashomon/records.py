"""What travels between rooms: frozen, typed records.

Every span is `[start, end)` in code points of the report's stored text, which is never edited, so
`text[start:end]` is always what a reader of the report sees. Records have no behaviour that needs another room.
Every row that a rule made says so in `because`: the rule's name, then the evidence it used.

The field names are those of the interchange files (docs/interchange.md); fields beyond them are marked "also".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""`[start, end)` code points into the stored text of one report."""

Evidence = tuple[str, int, int]
"""Report id, start, end."""

Member = tuple[str, str]
"""Report id and the id of a row of that report's reading (a mention, attribution or event)."""

Bounds = tuple[int, int]
"""At least, at most."""

RegionKind = Literal[
    "headline",
    "site",
    "date",
    "caption",
    "credit",
    "subheading",
    "related_link",
    "boilerplate",
    "syndication_credit",
]
DateBasis = Literal["dateline", "metadata", "url", "inferred", "unknown"]
MentionKind = Literal["person", "organisation", "group", "place", "facility", "office", "publication", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind = Literal["named_person", "institution", "anonymous", "outlet", "collective"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Polarity = Literal["assert", "deny", "demand", "warn", "doubt"]
Modality = Literal["asserted", "attributed", "denied", "hypothetical", "planned", "demanded"]
CreditRole = Literal["republished", "cited", "photo", "interview"]
Relation = Literal["reprint", "excerpt", "translation", "rewrite", "republished"]
LineageBasis = Literal["credit", "text", "interview", "judgement"]
ConflictKind = Literal["denial", "number", "actor", "time", "place", "cause", "purpose", "stance", "identity"]
PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
JudgementKind = Literal[
    "merge",
    "split",
    "rename",
    "reject",
    "re-date",
    "re-attribute",
    "same-source",
    "not-same-source",
    "note",
    "undo",
]
AnchorPart = Literal["mention", "statement", "event", "report"]


# ---------------------------------------------------------------------------------------------- intake → reading


@dataclass(frozen=True, slots=True)
class Report:
    """One published text as stored, with what its container said of it.

    `published` is an ISO date or date-time that came with the report (never one read in its text); `digest` is
    the SHA-256 of the original bytes and `input` the path, address or line that they came from; `note` says how
    the bytes became the text where that is more than decoding UTF-8.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    digest: str = ""
    input: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no report: which, what is wrong, and what to do about it."""

    input: str
    reason: str
    advice: str


# ------------------------------------------------------------------------------------------- reading → comparing


@dataclass(frozen=True, slots=True)
class Region:
    """A span that is not article body."""

    start: int
    end: int
    kind: RegionKind
    because: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """When the report was published: a best day where there is one, always its bounds and the basis."""

    value: str | None
    basis: DateBasis
    earliest: str | None = None
    latest: str | None = None
    evidence: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to something. `chain` gathers the mentions of one thing in this report."""

    id: str
    start: int
    end: int
    kind: MentionKind
    form: MentionForm
    chain: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """One thing as this report speaks of it (also: not in contract version 1).

    `name` is its fullest name as written, or its first nominal; `names` all its written names; `roles` what the
    text says it is ("spokesman of the foreign ministry", "the Iraqi prime minister"), as written.
    """

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 type and value (ISO 8601 with the TIMEX3 extensions)."""

    start: int
    end: int
    type: TimexType
    value: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody puts content forward: source, cue and content, each in one or more spans (PARC).

    `source_mention` and `channel` are mention ids; `nested_in` is the attribution whose content holds this one.
    Also: `hypothetical` ("would say"), `polarity` of the cue and its `lemma`.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind
    source_mention: str | None = None
    channel: str | None = None
    quote: QuoteKind = "indirect"
    negated: bool = False
    nested_in: str | None = None
    hypothetical: bool = False
    polarity: Polarity = "assert"
    lemma: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: a PLOVER event. `actors`, `recipients` and `place` are mention ids.

    `date` is an ISO day, month, year or `start/end` interval; `evidence` the sentence or clause that holds the
    trigger. Also: `mode`, PLOVER's finer type; `historical`, background of another time.
    """

    id: str
    type: PloverType
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    date_basis: str
    modality: Modality
    attribution: str | None
    evidence: Span
    mode: str | None = None
    historical: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the report names as where words or pictures come from. Also: the `outlet` as written."""

    start: int
    end: int
    mention: str | None
    role: CreditRole
    outlet: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one report alone. Rows stand in the order of the text."""

    report: str
    published: Publication
    language: str
    title: str | None
    outlet: str | None
    url: str | None
    regions: tuple[Region, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    credits: tuple[Credit, ...] = ()


# ------------------------------------------------------------------------------------------------ comparing → case


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, group or place across reports. Also: `kind`, and a reason for every merge."""

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    mentions: tuple[Member, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What one report derives from. `origin` is a report id, an outlet's name, or None where it is unknown."""

    report: str
    origin: str | None
    relation: Relation
    basis: LineageBasis
    score: float
    evidence: tuple[Evidence, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one developing matter, with the first and last day it speaks of as its own."""

    id: str
    title: str
    reports: tuple[str, ...]
    start: str | None
    end: str | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of a source chain: the first voice that could know.

    `chain` runs from the report's own row to that voice. Also: `key`, equal for two origins that are one voice,
    `certain`, False where it may be the same voice as another (two unnamed officials), and `apart`, the keys of
    voices that a person told it to differ from.
    """

    kind: SourceKind
    name: str
    chain: tuple[Member, ...]
    key: str = ""
    certain: bool = True
    because: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, with every statement and event across reports that puts it forward."""

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    independent_origins: Bounds
    because: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold, or differ materially; kind and reason kept."""

    id: str
    claims: tuple[str, str]
    kind: ConflictKind
    because: str = ""


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """One dated, sourced line of what is said to have happened.

    `title` is extractive: its words stand in a report, at `evidence` (also). Also: `story`; `period` tells
    background, the story's own days, and what is planned or threatened apart.
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
    because: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found across reports. Rows are in a fixed order: same reports in, same bytes out."""

    entities: tuple[Entity, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    chronicle: tuple[ChronicleEntry, ...] = ()


# ----------------------------------------------------------------------------------------- people → case → comparing


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
    because: str = ""
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
