"""A proposition is what one clause puts forward: of an attribution's content, of an event, of the outlet's narration.

It is what claims and conflicts compare: its words by term, the entities it speaks of, its figures, its days and
whether it affirms. Nothing is judged here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import day_name
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.comparing.clauses import clauses
from rashomon.comparing.days import Days, days
from rashomon.comparing.function_words import function_words
from rashomon.comparing.narration import narration
from rashomon.comparing.origins.narrators import Narrators
from rashomon.comparing.peoples import peoples
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon
from rashomon.records import Attribution, Entity, Event, Lineage, Member, Mention, Publication, Reading, Report, Span

_STANDING = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # deeds of one place; a journey has several
_SUMMING = frozenset({"headline", "subheading", "caption"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nothing|neither|nor|none|without|cannot"
    r"|non(?=-\w+(?:ion|ence|ance|ment)\b)|refus(?:e|es|ed|ing) [\"“]?to|failed to)\b"
    r"|\bden(?:y|ies|ied)\b|n[’']t\b)(?! (?:know|sure|clear|say|comment|mean|only|just)\b)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;:!?()\"“”—]|\b(?:and|but|or|although|because|while)\b")
_NOT_THIS = re.compile(  # it names what is not meant, and leaves open what is: "not the right man", "not by judges"
    r"(?:not|never|n[’']t)[ \n](?:a|an|the|in|for|by|at|of|with|on|even|as|because|about|from|his|her|its|their|our"
    r"|my)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless|whether|until|lest|in case|should)\b[^.;:!?]*$", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|must|ought|need)\s?$", re.IGNORECASE)
_NO_DEED = re.compile(r"without (?!\w+ing\b)|nothing to do with\b", re.IGNORECASE)
_TO_DO = re.compile(r"(?:not|never) to (?!blame\b)", re.IGNORECASE)  # an order or a wish: "warned not to cut benefits"
_CARRIERS = re.compile(  # the verb that is turned says little: "will not take up the bill" is no word against the bill
    r"(?:not|never|nor|cannot|n[’']t) (?:\w+ly )?(?:(?:be|been|have|had) )?"
    r"(?:tak(?:e|es|en|ing)|took|giv(?:e|es|en|ing)|gave|mak(?:e|es|ing)|made|go|goes|going|gone|put|set|keep|come|call)\b",
    re.IGNORECASE,
)
_WORDS_FOR_WORDS = (
    "percent report claim statement account story characterization description suggestion assertion rumor rumour notion"
)
_WHOSE = re.compile(r"([^\W\d_]{3,})[’']s?(?=\s)")
_DENIED_WORDS = 5
_NEAR = 40
_MARKS = 2  # a quotation mark, a stop
_DENYING = frozenset({"deny", "disavow", "dismiss", "dispute", "rebut", "refute"})
_ARGUMENT_REACH = 160
_TOLD_WORDS = 3
_LEFT_WORDS = 5
_OPENING = 12
_TIME_REACH = 40
_NESTED = 4  # names that may begin before a span and still reach into it


@dataclass(frozen=True, slots=True)
class Proposition:
    """One clause of an attribution or of narration, or one event, ready to be compared.

    `beside` is an event's clause with the words around it in its sentence.
    `place` is the name of the place of a deed that has one, of a state or its capital `@` and the state.
    `marked` is its text with `<id>` for each mention of an entity that has a name.
    `member` is its row: of an attribution, an event, or `s3`, the third sentence. `part` numbers the clauses of a row.
    `spans` are its evidence, `stems` the terms of its content words (names left out), `entities` the ids of
    those it speaks of, `denied` the stems that stand under a negation and `refused` the
    verb or noun that each turns, `topic` the first entity with a name, `around` those of its sentence but
    places and states, `days` when it is said to be so, `first` the report that first had its words and `said` the
    day of that one, `summing` where it stands in a headline or caption,
    `purposes` the stems of what an envoy or a visit is said to be for, `trigger`
    those of an event's trigger, `speaker` the entity or phrase that puts it forward (None: the reporter). `actors`
    and `recipients` are entity ids where they have a name, else stems of what they are called, marked `~`.
    """

    member: Member
    spans: tuple[Span, ...]
    text: str
    stems: frozenset[str]
    entities: frozenset[str]
    figures: frozenset[tuple[float, str]]
    denied: frozenset[str]
    days: Days | None
    said: Days | None
    speaker: str | None
    event: Event | None
    attribution: Attribution | None
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    trigger: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    topic: str | None = None
    around: frozenset[str] = frozenset()
    part: int = 0
    first: str = ""
    summing: bool = False
    marked: str = ""
    place: str | None = None
    beside: str = ""

    @property
    def key(self) -> tuple[Member, int]:
        """What it is known by: its row, and which of the row's clauses it is."""
        return self.member, self.part


def propositions(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    entities: Sequence[Entity],
    derived: Sequence[Lineage] = (),
) -> tuple[Proposition, ...]:
    """Give the propositions of each reading, reports in the order of their ids, rows in the order of the text.

    What one report took from another, as `derived` tells, was said when that other was published.
    """
    narrators = Narrators(readings, derived)
    published = {i: _published(r.published) for i, r in readings.items()}
    entity_of = {member: _state(e) or e.id for e in entities for member in e.mentions}
    name_of = {e.id: e.name for e in entities}
    named = {entity_of.get((r, m.id), "") for r, read in readings.items() for m in read.mentions if m.form == "name"}
    with_name = {entity: name_of.get(entity, entity) for entity in named}
    telling = {e.id for e in entities if e.kind not in ("place", "facility")} & named
    found: list[Proposition] = []
    for report in sorted(readings):

        def said(span: Span, of: str = report) -> tuple[str, Days | None]:
            first = narrators.at(of, span).report
            return first, published[first]

        found += _Propositions(reports[report], readings[report], entity_of, with_name, telling, said).rows()
    return tuple(found)


def _published(when: Publication) -> Days | None:
    return days(when.value) or days(f"{when.earliest}/{when.latest}")


def _state(entity: Entity) -> str:
    """The state that an entity is, governs or is the seat of: who went to Tehran went to Iran."""
    state = _states().get(entity.name.removeprefix("Government of "), "")
    return f"@{state}" if state else ""


@cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for state, *columns in lexicon("countries"):
        _, seats, others = (*columns, "", "", "")[:3]
        found |= {name: state for name in (state, *seats.split("|"), *others.split("|")) if name}
    return found


class _Propositions:
    """The propositions of one reading."""

    def __init__(
        self,
        report: Report,
        reading: Reading,
        entity_of: Mapping[Member, str],
        with_name: Mapping[str, str],
        telling: Set[str],
        said: Callable[[Span], tuple[str, Days | None]],
    ) -> None:
        self._report, self._reading, self._with_name, self._telling = report, reading, with_name, telling
        self._at = {m.id: (m.start, m.end) for m in reading.mentions}
        self._names = [(m.start, m.end) for m in reading.mentions if m.form == "name"]
        self._entity = {m.id: entity_of.get((report.id, m.id), f"{report.id}:{m.id}") for m in reading.mentions}
        self._starts = [m.start for m in reading.mentions]
        self._said = said
        self._summed = [(r.start, r.end) for r in reading.regions if r.kind in _SUMMING]

    def rows(self) -> list[Proposition]:
        by_id = {a.id: a for a in self._reading.attributions}
        text = self._report.text
        within: dict[str, list[Span]] = defaultdict(list)
        for a in by_id.values():
            if a.nested_in:
                within[a.nested_in] += a.content
        rows = [
            (said[0][0], self._row(a.id, said, None, a, part))
            for a in by_id.values()
            for part, said in enumerate(clauses(text, a.content))
            if not _inside(said, within[a.id])
        ]
        for e in self._reading.events:
            clause = _clause(e, self._at, text)
            said = by_id.get(e.attribution or "")
            rows.append((e.trigger[0], self._row(e.id, (clause, *self._dated(e, clause)), e, said)))
        for row, own in narration(self._reading):
            told = (self._row(row, said, None, None, part) for part, said in enumerate(clauses(text, own)))
            rows += [(p.spans[0][0], p) for p in told if self._tells(p)]
        return [p for _, p in sorted(rows, key=lambda row: (row[0], row[1].key))]

    def _tells(self, told: Proposition) -> bool:
        """Whether a narrated clause says something: what is left of a sentence's middle needs more words for that."""
        start = self._reading.sentences[int(told.member[1][1:]) - 1][0]
        least = _TOLD_WORDS if told.spans[0][0] - start <= _OPENING else _LEFT_WORDS
        return len(told.stems | told.entities) >= least

    def _dated(self, event: Event, clause: Span) -> tuple[Span, ...]:
        """The time in the event's sentence that gives its date, where it stands outside the clause."""
        low, high = event.evidence
        near = (
            (t.start, t.end)
            for t in self._reading.times
            if low <= t.start and t.end <= high and not (t.start < clause[1] and clause[0] < t.end)
            if min(abs(t.start - clause[1]), abs(clause[0] - t.end)) <= _TIME_REACH
            if event.date and t.value[:10] == event.date[:10]
        )
        return tuple(near)[:1]

    def _row(
        self,
        row: str,
        spans: tuple[Span, ...],
        event: Event | None,
        around: Attribution | None,
        part: int = 0,
    ) -> Proposition:
        whole, spans = spans, (spans[:1] if event else spans)
        text = " ".join(" ".join(self._report.text[a:b].split()) for a, b in spans)
        stems = _stems(self._report.text, spans, self._names)
        actors = self._parties(event.actors if event else ())
        recipients = self._parties(event.recipients if event else ())
        inside = [self._entity[m.id] for m in self._mentioned(spans)]
        near = {self._entity[m.id] for m in self._mentioned([event.evidence if event else spans[0]])}
        trigger = _stems(self._report.text, (event.trigger,), ()) if event else frozenset()
        denied, refused = _denied(text, stems, trigger, self._head(event), event, around)
        first, said = self._said(spans[0])
        return Proposition(
            member=(self._report.id, row),
            spans=whole,
            text=text,
            stems=stems,
            entities=frozenset(({*inside} | actors | recipients) & self._with_name.keys()),
            figures=_figures(text),
            denied=denied,
            refused=refused,
            around=frozenset((near | actors | recipients) & self._telling),
            topic=next((e for e in inside if e in self._with_name), None),
            days=days(event.date) if event else _days_inside(self._reading, spans),
            first=first,
            summing=any(a < spans[0][1] and spans[0][0] < b for a, b in self._summed),
            said=said,
            speaker=self._speaker(around) if around else None,
            event=event,
            attribution=around,
            actors=actors,
            recipients=recipients,
            purposes=_purposes(text),
            trigger=trigger,
            part=part,
            marked=self._marked(spans) if event is None else "",
            place=self._place(event),
            beside=self._beside(event, spans[0]) if event else "",
        )

    def _marked(self, spans: Sequence[Span]) -> str:
        """The text with the mentions of entities that have a name, pronouns too, as marks; of two nested, the outer."""
        parts: list[str] = []
        for start, end in spans:
            at = start
            for m in self._reading.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
                entity = self._entity[m.id]
                if m.start >= at and m.end <= end and entity in self._with_name:
                    parts += (self._report.text[at : m.start], f"<{entity}>")
                    at = m.end
            parts += (self._report.text[at:end], " ")
        return " ".join("".join(parts).split())

    def _head(self, event: Event | None) -> frozenset[str]:
        """The first word of an event's trigger that carries content: what a denial of the event turns."""
        words = _WORD.finditer(self._report.text, *event.trigger) if event else ()
        return frozenset(list(filter(None, (_content(m.group()) for m in words)))[:1])

    def _beside(self, event: Event, clause: Span) -> str:
        low, high = event.evidence
        return self._report.text[max(low, clause[0] - _NEAR) : min(high, clause[1] + _NEAR)]

    def _place(self, event: Event | None) -> str | None:
        entity = self._entity.get(event.place) if event and event.place and event.type in _STANDING else None
        return self._with_name.get(entity) if entity else None

    def _mentioned(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions that lie within one of the spans, in the order of the text; each once."""
        mentions, starts = self._reading.mentions, self._starts
        numbers = {
            n
            for a, b in spans
            for n in range(bisect_left(starts, a), bisect_left(starts, b + 1))
            if mentions[n].end <= b
        }
        return [mentions[n] for n in sorted(numbers)]

    def _parties(self, mentions: Sequence[str]) -> frozenset[str]:
        """Who takes part: the entity where it has a name, else the stems of what it is called."""
        parties: set[str] = set()
        for mention in mentions:
            if self._entity.get(mention) in self._with_name:
                parties.add(self._entity[mention])
            elif mention in self._at:
                parties |= {f"~{s}" for s in _stems(self._report.text, (self._at[mention],), ())}
        return frozenset(parties)

    def _speaker(self, a: Attribution) -> str:
        if a.source_mention in self._entity:
            return self._entity[a.source_mention]
        if a.source:
            return self._report.text[a.source[0][0] : a.source[0][1]].casefold()
        return f"{self._report.id}:{a.source_kind}"


def _inside(spans: Sequence[Span], within: Sequence[Span]) -> bool:
    """Whether a clause is what somebody else says in the statement: it is the inner speaker's."""
    return all(any(low - _MARKS <= start and end <= high + _MARKS for low, high in within) for start, end in spans)


def _clause(event: Event, places: Mapping[str, Span], text: str) -> Span:
    """The trigger with those of its arguments that stand near it in its sentence."""
    low, high = event.trigger
    first, last = event.evidence
    for mention in (*event.actors, *event.recipients, *((event.place,) if event.place else ())):
        start, end = places.get(mention, event.trigger)
        if first <= start and end <= last and abs(start - event.trigger[0]) <= _ARGUMENT_REACH:
            low, high = min(low, start), max(high, end)
    return (low - 4 if text[max(0, low - 4) : low].lower() == "non-" else low), high


@cache
def _weekdays() -> frozenset[str]:
    """Days of the week: in news of one week they tell little, and times are compared as times."""
    return frozenset(day_name)


def _stems(text: str, spans: Sequence[Span], names: Sequence[Span]) -> frozenset[str]:
    """The terms of the content words in `spans`; `names`, in the order of the text, are left out."""
    stems = set()
    for start, end in spans:
        first, last = bisect_left(names, (start,)), bisect_left(names, (end,))
        inside = names[max(0, first - _NESTED) : last]
        for m in _WORD.finditer(text, start, end):
            word = m.group()
            content = _content(word)
            if content and not (word[0].isupper() and any(a <= m.start() < b for a, b in inside)):
                stems.add(content)
    return frozenset(stems)


@lru_cache(maxsize=1 << 16)
def _content(written: str) -> str:
    """The term of a word as written; nothing where it carries no content."""
    word = written.lower().replace("’", "'").removesuffix("'s")
    if len(word) <= 2 or word in function_words() or written in _weekdays():
        return ""
    return term(word)


_NUMERALS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_UNITS = {word: number for number, word in enumerate(_NUMERALS)}
_FIGURE = re.compile(
    r"(?<![\w.,$-])(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|"
    + "|".join(_UNITS)
    + r")(?P<scale> (?:thousand|million|billion))?(?: (?:other|more|of the))* (?P<what>[a-z]{3,})",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\bdeath toll\b[^.;]{0,80}?\b(?:to|at|of|is|was|reached|passed|hit) (?:at least |more than )?(?P<n>\d[\d,]*)\b",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\b(?:(?P<dead>kill\w*|dead|died|deaths?|bodies|perished)|(?P<hurt>injur\w*|wounded|hurt)"
    r"|(?P<held>arrest\w*|detain\w*|held)|(?P<missing>missing))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|in|since|until|by|of"
    r"|from|during|before|after|between|and|through|early|late|mid)[ -]$",
)
_LIFELESS = re.compile(  # of what is no people "killed" beside it tells nothing
    r"(?:countr(?:y|ies)|states?|cit(?:y|ies)|towns?|villages?|provinces?|buildings?|houses?|homes?|cars?|vehicles?|sites?"
    r"|places?|days?|weeks?|months?|years?|hours?|times?|attacks?)"
)
_SCALE = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def _figures(text: str) -> frozenset[tuple[float, str]]:
    """Numbers with what they count; people by what befell them, so that the dead are not held against the injured."""
    found = set()
    for m in _FIGURE.finditer(text):
        if " of the" in m.group():  # "five of the injured" counts what became of some of them
            continue
        if _YEAR.fullmatch(m["n"]) and _DATED.search(text, max(0, m.start() - _NEAR), m.start()):
            continue
        what = m["what"].lower()
        if what in peoples():  # "2,000 American troops" are troops
            after = _WORD.search(text, m.end())
            what = after.group().lower() if after else what
        number = m["n"].lower()
        value = float(_UNITS[number]) if number in _UNITS else float(number.replace(",", ""))
        near = text[max(0, m.start() - _NEAR) : m.end() + _NEAR]
        fates = list(_FATE.finditer(near))
        at = min(_NEAR, m.start())
        fate = (
            min(fates, key=lambda f: abs(f.start() - at)).lastgroup if fates and not _LIFELESS.fullmatch(what) else None
        )
        found.add((value * _SCALE[(m["scale"] or "").strip().lower()], fate or term(what)))
    for m in _TOLL.finditer(text) if "toll" in text.casefold() else ():
        found.add((float(m["n"].replace(",", "")), "dead"))
    return frozenset(found)


def _denied(
    text: str,
    stems: frozenset[str],
    trigger: frozenset[str],
    head: frozenset[str],
    event: Event | None,
    attribution: Attribution | None,
) -> tuple[frozenset[str], frozenset[str]]:
    """The stems under a negation (the next few content words of its clause), and what each negation turns, the first.

    All of them where the whole is denied.
    """
    if event is not None and event.modality == "denied":
        return stems, head - _nothing()
    under: set[str] = set()
    turned: set[str] = set()
    for negation in _NEGATION.finditer(text):
        end = _CLAUSE_END.search(text, negation.end())
        words = (m.group().lower() for m in _WORD.finditer(text, negation.end(), end.start() if end else len(text)))
        content = [term(w) for w in words if len(w) > 2 and w not in function_words()]
        under.update(content[:_DENIED_WORDS])
        if not _leaves_open(text, negation.start()):
            turned.update(content[:1])
    if event is None and attribution and attribution.lemma in _DENYING and not attribution.negated:
        whose = {term(m.group(1).lower()) for m in _WHOSE.finditer(text)}
        return stems - under, (stems - under) - whose - _nothing()
    may_turn = stems if event is None else trigger  # other words of an event's clause are its statement's to deny
    return frozenset(under) & stems, (frozenset(turned) & may_turn) - _nothing()


@cache
def _nothing() -> frozenset[str]:
    """Terms that no denial turns: peoples, quantities, and what is said of a thing instead of the thing."""
    words = (*filter(None, _SCALE), *_WORDS_FOR_WORDS.split())
    return frozenset({*peoples().values(), *(term(word) for word in words)})


def _leaves_open(text: str, at: int) -> bool:
    """Whether the negation at `at` denies nothing: of another word than the verb, under a condition, or an order."""
    forms = (_NOT_THIS, _TO_DO, _CARRIERS, _NO_DEED)
    low = max(0, at - _NEAR)
    return any(form.match(text, at) for form in forms) or any(form.search(text, low, at) for form in (_IF, _SHOULD))


@cache
def _purpose_pattern() -> re.Pattern[str]:
    verbs = "|".join(row[0] for row in lexicon("purpose_verbs"))
    return re.compile(
        r"\b(?:sen[dt]s?|sending|dispatch\w*|travel\w*|flew|visit\w*|trip|mission|delegation|envoy)\b"
        rf"[^.;:]{{0,90}}?\b(?:to|was not to) ({verbs})\b",
        re.IGNORECASE,
    )


def _purposes(text: str) -> frozenset[str]:
    return frozenset(term(m.group(1).lower()) for m in _purpose_pattern().finditer(text))


def _days_inside(reading: Reading, spans: Sequence[Span]) -> Days | None:
    inside = [days(t.value) for t in reading.times if any(a <= t.start and t.end <= b for a, b in spans)]
    known = [d for d in inside if d is not None]
    return known[0] if len(known) == 1 else None
