"""What one report holds: from its stored text to the rows that reading makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.reason import NO_DAY, NO_REASON, Reason
from rashomon.records.vocabulary import (
    ArgumentRole,
    Aspect,
    ClauseForm,
    ClauseLink,
    ClauseStatus,
    CreditRole,
    DateBasis,
    EventualityClass,
    HangKind,
    MentionForm,
    MentionKind,
    Modality,
    PloverType,
    Polarity,
    QuoteKind,
    RegionKind,
    SourceKind,
    Span,
    Tense,
    TimexType,
)


@dataclass(frozen=True, slots=True)
class Report:
    """One published text as stored, with what its container said of it.

    `published` is an ISO date or date-time that came with the report (never one read in its text), `author` the names
    in its container's byline; `digest` is
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
    author: str | None = None
    modified: str | None = None
    credit: str | None = None
    partial: str = ""
    rungs: str = ""


@dataclass(frozen=True, slots=True)
class Taken(Report):
    """A report as it comes from intake: with the `original` bytes that its digest is of, got `at` that time (UTC)."""

    original: bytes = b""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no report: which, what is wrong, and what to do about it."""

    input: str
    reason: str
    advice: str

    def __post_init__(self) -> None:
        """Write half a character that the reason names, which nothing can show, as its number."""
        if any("\ud800" <= c <= "\udfff" for c in self.reason):
            object.__setattr__(self, "reason", self.reason.encode("utf-8", "backslashreplace").decode("utf-8"))


@dataclass(frozen=True, slots=True)
class Region:
    """A span that is not article body."""

    start: int
    end: int
    kind: RegionKind
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Publication:
    """When the report was published: a best day where there is one, always its bounds and the basis."""

    value: str | None
    basis: DateBasis
    earliest: str | None = None
    latest: str | None = None
    evidence: Span | None = None
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to something. `chain` gathers the mentions of one thing in this report."""

    id: str
    start: int
    end: int
    kind: MentionKind
    form: MentionForm
    chain: str
    because: Reason = NO_REASON


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
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 type and value (ISO 8601 with the TIMEX3 extensions)."""

    start: int
    end: int
    type: TimexType
    value: str
    because: Reason = NO_REASON


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
    because: Reason = NO_REASON


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
    date_basis: Reason
    modality: Modality
    attribution: str | None
    evidence: Span
    mode: str | None = None
    historical: bool = False
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Eventuality:
    """Whatever is said to happen or hold, of any kind (ISO-TimeML EVENT; also: not in contract version 1).

    `start` and `end` are those of the verb or noun that tells it. `agents` are those who do it, `patients` those who
    undergo it, each as the head word of its phrase: "the old port of Lanse" is its "port". `date` is what the sentence
    or the event of the same word gives, else None; `attribution` the innermost that it stands inside.
    """

    id: str
    start: int
    end: int
    lemma: str
    kind: EventualityClass
    tense: Tense
    aspect: Aspect
    modality: Modality
    agents: tuple[Span, ...]
    patients: tuple[Span, ...]
    date: str | None = None
    date_basis: Reason = NO_DAY
    attribution: str | None = None
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the report names as where words or pictures come from. Also: the `outlet` as written."""

    start: int
    end: int
    mention: str | None
    role: CreditRole
    outlet: str = ""
    because: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the text, as the parse has it: `[start, end)` and its lemma in small letters.

    Function words, punctuation and white space are left out, but for words that relate a clause to what was told before
    ("later", "but", "such"). `name` tells that it stands inside a name.
    """

    start: int
    end: int
    lemma: str
    name: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text tells, as an interval, with what it counts.

    `low` and `high` are the least and the most that it can be ("at least 20": 20 and None; "about 100": 90 and 110;
    "no one": 0 and 0); `value` is the number as written. `counts` is the lemma of what is counted ("person",
    "missile"), `fate` what befell it where it is people or things that something befell ("dead", "hurt", "held",
    "missing"). `part` tells that it is a part of a whole ("including three children", "a third of the fleet"), with
    the lemma of the whole in `of` where the text names it.
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    counts: str
    fate: str = ""
    part: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in a clause: its head word `[start, end)`, that word's lemma, its mention if it is one.

    `role` is "subject" (who does it: of a passive, what stands behind "by"), "object" (who undergoes it), "other", or
    "denied" (what the clause only says that it is not: "cement, not food").
    """

    role: ArgumentRole
    start: int
    end: int
    lemma: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Hang:
    """A word of a wording that needs something outside it: a pronoun, "the group", "this", "Friday"."""

    start: int
    end: int
    kind: HangKind


@dataclass(frozen=True, slots=True)
class Wording:
    """A clause as a sentence of its own: `subject`, to be brought forward, then what is `kept`, as spans.

    Each of `optional` may be left out, the first of them first. `hangs` mark what needs something outside to be
    understood; `positional` tells that somebody speaks of himself ("we").
    """

    subject: tuple[Span, ...]
    kept: tuple[Span, ...]
    optional: tuple[tuple[Span, ...], ...] = ()
    hangs: tuple[Hang, ...] = ()
    positional: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One predication of a sentence, as the parse gives it: a verb, or a noun that tells a deed, with what it governs.

    `[start, end)` are its words, without the conjunction that opens it; `head` is the predicate's word, `lemma` its
    lemma, `predicate` the lemmas that make up the predicate ("plan to leave": plan, leave; "carry out an attack":
    carry, attack). `sentence` numbers the sentence of the reading, `within` is the clause that holds this one and
    `link` how it hangs on that, `content` the clause that this one only says ("X said that P": P). `attribution` is
    the innermost attribution whose content holds the head (`nested_in` leads on to the speakers around it), `event`
    and `eventuality` the rows that have their trigger at the head. `date` is the day of the clause itself, None where
    its words give none. `wording` is None where the clause cannot stand as a sentence.
    """

    id: str
    start: int
    end: int
    form: ClauseForm
    link: ClauseLink
    head: Span
    lemma: str
    predicate: tuple[str, ...]
    sentence: int
    within: str | None
    content: str | None
    arguments: tuple[Argument, ...]
    negated: bool
    status: ClauseStatus
    figures: tuple[Figure, ...] = ()
    date: str | None = None
    date_basis: Reason = NO_REASON
    place: str | None = None
    attribution: str | None = None
    event: str | None = None
    eventuality: str | None = None
    because: Reason = NO_REASON
    wording: Wording | None = None


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
    eventualities: tuple[Eventuality, ...] = ()
    clauses: tuple[Clause, ...] = ()
    words: tuple[Word, ...] = ()
