"""A clause as it is compared: its words as terms, its participants as entities, sets that two clauses can share.

Everything here is read off the rows of one reading and the entities of the case; no text is looked at. Names of the
sets are those of the features (`features`).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from rashomon.comparing.days import days
from rashomon.comparing.joining.clause_values import ToldTime, is_doubted, is_open, nations_of, told_time
from rashomon.comparing.joining.counted import counted
from rashomon.comparing.one_run import sharing
from rashomon.comparing.term import classes_of, function_words, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Attribution, Clause, Entity, Evidence, Member, Reading, Span, Word

TOLD = frozenset({"asserted", "hedged"})
"""The statuses of what is told as so, or as likely so."""
FULL_LINKS = frozenset({"main", "complement", "joined"})
"""Links of clauses that tell something as a sentence does: no relative or adverbial clause, which hangs on another."""
AHEAD = frozenset({"planned", "demanded", "hypothetical"})
"""Those of what is not told to have been done."""
_HANGING = frozenset({"relative", "adverbial", "participle"})
_SAYING = word_set("words_of_contests", "tells_nothing")
_ROLES = {"subject": "s", "object": "o", "other": "x", "denied": "d"}
_BODY = frozenset({"headline", "subheading", "caption"})
_WIDEST_DAY = 40
_LEAST = {"clause": 2, "noun": 3}  # terms and entities of a unit
_LEAD = 4
_Row = TypeVar("_Row", tuple[int, int, str], tuple[int, int, int, int])


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One clause, ready to be compared.

    `terms` are those of its content words outside names, `entities` the ids of those it speaks of, both with who takes
    part though he is named outside it ("who was killed"); `own` both, less what stands in clauses that only hang on
    it; `around` both, of its whole sentence, `beside` of those next to it; `senses` both, with the classes of the
    terms, marked `=`. `core` is what is said where the clause only says so, `core_negated` tells that it is said not to
    be so, `core_open` that it only may be ("said they may leave"). `predicate` are the terms of what it says of its
    participants, `classes` their classes, `deeds` the terms of every deed inside. `subjects`, `objects`, `others` are
    entity ids, or `~` and a term;
    `denied` are named only to say that it was not they ("soldiers, not rebels");
    `frames` pairs of deed and participant, `cast` the same with the part played. `days` are proleptic ordinals,
    `within` those of any span, be it a year or more; `times` are the times of day and lengths of time that it, or what
    it only says, tells of itself;
    `figures` are those that the clause tells itself, not those of what only hangs on it ("…, killing four"); `nations`
    are the states of those to whom something is done; `one` tells that it is told of a single person, `many` of several
    whom it counts; `asks` tells that it, or what it says, only asks ("how he died"); `article` is the
    address of the report, equal for two versions of one article.
    """

    report: str
    clause: Clause
    span: Span
    terms: frozenset[str]
    entities: frozenset[str]
    own: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    grams: frozenset[tuple[str, str]]
    runs: frozenset[tuple[str, str, str]]
    predicate: frozenset[str]
    classes: frozenset[str]
    deeds: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    others: frozenset[str]
    denied: frozenset[str]
    frames: frozenset[tuple[str, str]]
    cast: frozenset[tuple[str, str, str]]
    core: frozenset[str]
    core_frames: frozenset[tuple[str, str]]
    core_predicate: frozenset[str]
    core_negated: bool
    core_open: bool
    senses: frozenset[str]
    beside: frozenset[str]
    figures: frozenset[tuple[float, str]]
    places: frozenset[str]
    nations: frozenset[str]
    one: bool
    many: bool
    asks: bool
    days: tuple[int, int] | None
    within: tuple[int, int] | None
    times: tuple[ToldTime, ...]
    published: int | None
    speaker: str
    direct: bool
    lead: bool
    headline: bool
    depth: float
    article: str

    @property
    def evidence(self) -> Evidence:
        """Give the place of the clause."""
        return self.report, *self.span


def units(
    readings: Mapping[str, Reading], entities: Sequence[Entity], speakers: Mapping[Member, str]
) -> tuple[Unit, ...]:
    """Give the units of `readings`, reports in the order of their ids, clauses in that of the text.

    `speakers` gives for rows of attributions the key of who speaks there. A clause that says too little to be told
    apart (`_LEAST`), or that is all but the same stretch as one before it, is no unit.
    """
    entity_of = {member: e.id for e in entities for member in e.mentions}
    named = {
        entity_of[r, m.id]
        for r, read in readings.items()
        for m in read.mentions
        if m.form == "name" and (r, m.id) in entity_of
    }
    found: list[Unit] = []
    held: dict[frozenset[Any], frozenset[Any]] = {}
    for report in sorted(readings):
        found += (sharing(u, held) for u in _OfReport(readings[report], entity_of, named, speakers).units())
    return tuple(found)


class _OfReport:
    def __init__(
        self, reading: Reading, entity_of: Mapping[Member, str], named: set[str], speakers: Mapping[Member, str]
    ) -> None:
        self._reading, self._speakers = reading, speakers
        report = reading.report
        self._entity = {
            m.id: e for m in reading.mentions if (e := entity_of.get((report, m.id))) is not None and e in named
        }
        self._mentions = [(m.start, m.end, self._entity[m.id]) for m in reading.mentions if m.id in self._entity]
        self._persons = {m.id for m in reading.mentions if m.kind == "person" and m.form != "pronoun"}
        self._mention_starts = [start for start, _, _ in self._mentions]
        self._names = [(m.start, m.end) for m in reading.mentions if m.form == "name" and m.id in self._entity]
        empty = function_words()
        self._words = [w for w in reading.words if w.lemma not in empty and not (w.name and self._in_a_name(w))]
        self._questions = [w.start for w in reading.words if w.lemma in listed("question_words")]
        self._opened = {c.start for c in reading.clauses}
        self._word_starts = [w.start for w in self._words]
        self._terms = [term(w.lemma) for w in self._words]
        self._by_attribution = {a.id: a for a in reading.attributions}
        self._by_clause = {c.id: c for c in reading.clauses}
        heads = sorted(c.head[0] for c in reading.clauses)
        self._said_at: dict[int, list[Attribution]] = defaultdict(list)
        for a in reading.attributions:
            for start, end in a.cue:
                for at in heads[bisect_left(heads, start) : bisect_left(heads, end)]:
                    self._said_at[at].append(a)
        self._deeds = [(v.start, v.end, term(v.lemma)) for v in reading.eventualities if v.lemma not in _SAYING]
        self._deed_starts = [start for start, _, _ in self._deeds]
        self._places = [
            (m.start, m.end, self._entity[m.id])
            for m in reading.mentions
            if m.kind in ("place", "facility") and m.id in self._entity
        ]
        published = days(reading.published.value)
        self._published = published[0].toordinal() if published else None
        self._told_days = [
            (t.start, t.end, d[0].toordinal(), d[1].toordinal())
            for t in reading.times
            if t.type in ("DATE", "TIME") and (d := days(t.value[:10])) and (d[1] - d[0]).days <= _WIDEST_DAY
        ]
        self._times = self._by_narrowest_clause()
        self._sentences: dict[int, tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str, str]]]] = {}
        self._args: dict[str, dict[str, frozenset[str]]] = {}

    def _in_a_name(self, word: Word) -> bool:
        at = bisect_left(self._names, (word.start + 1,)) if self._names else 0
        return any(start <= word.start < end for start, end in self._names[max(0, at - 3) : at])

    def units(self) -> list[Unit]:
        reading = self._reading
        hidden = [(r.start, r.end) for r in reading.regions if r.kind not in _BODY]
        heads = [(r.start, r.end) for r in reading.regions if r.kind == "headline"]
        inner: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            at = c
            while at.within is not None:
                inner[at.within].append(c)
                at = self._clause(at.within)
        length = max(1, max((s[1] for s in reading.sentences), default=1))
        found: list[Unit] = []
        taken = _Taken()
        for c in sorted(reading.clauses, key=lambda c: (c.form == "noun", c.start, -c.end)):
            if any(a <= c.start and c.end <= b for a, b in hidden) or taken.has_all_but(c):
                continue
            if self._is_tag(c) or self._is_reason_for_no_name(c):
                continue
            unit = self._unit(c, inner[c.id], heads, c.start / length)
            little = _tells_how_many(c) or self._only_answers(c)
            if len(unit.terms) + len(unit.entities) + little >= _LEAST[c.form]:
                taken.add(c)
                found.append(unit)
        return sorted(found, key=lambda u: u.span)

    def _only_answers(self, c: Clause) -> bool:
        """Whether somebody says no more than that it is not so: "the boys said they had not", "a claim he denies"."""
        if c.link == "relative" and c.form == "clause" and c.lemma in listed("contest_cues", "denies", "rejects"):
            return not c.negated
        said = None if c.content is None else self._clause(c.content)
        return said is not None and said.negated and not any(a.role != "subject" for a in said.arguments)

    def _clause(self, clause: str) -> Clause:
        return self._by_clause[clause]

    def _is_tag(self, c: Clause) -> bool:
        """Whether a clause tells only who says what stands outside it: "reported on Monday", "citing two aides".

        Who denies it says something of his own: "a claim the union denies".
        """
        return c.lemma not in listed("contest_cues", "denies", "rejects") and any(
            a.content and not any(s < c.end and c.start < e for s, e in a.content)
            for a in self._said_at.get(c.head[0], ())
        )

    def _is_reason_for_no_name(self, c: Clause) -> bool:
        """Whether a clause tells only why its source has no name: "who spoke on condition of anonymity"."""
        if c.link == "complement" and c.within is not None:
            return self._is_reason_for_no_name(self._clause(c.within))
        if c.link not in _HANGING:
            return False
        words = {self._words[i].lemma for i in self._words_in(c.start, c.end)}
        if words & _unnamed("says"):
            return bool(_unnamed("asks", "speaks") & {c.lemma})
        if c.lemma in _unnamed("asks") and words & _unnamed("names"):
            return not any(a.role == "object" for a in c.arguments)
        return c.negated and c.lemma in _unnamed("allowed") and bool(words & _unnamed("speaks"))

    def _unit(self, c: Clause, inner: Sequence[Clause], heads: Sequence[Span], depth: float) -> Unit:
        words = self._words_in(c.start, c.end)
        list_of = self._terms[words.start : words.stop]
        terms = frozenset(list_of)
        entities = frozenset(self._entities_in(c.start, c.end))
        hanging = [x for x in inner if x.link in _HANGING]
        loose = [(x.start, x.end) for x in hanging if x.within == c.id]
        carried = [(x.start, x.end) for x in hanging]
        own = self._spoken_in(c.start, c.end, loose) if loose else terms | entities
        around, near, runs = self._sentence(c.sentence)
        core = c
        for _ in range(3):
            if core.content is None:
                break
            core = self._clause(core.content)
        deeds = frozenset(self._deeds_in(c.start, c.end))
        frames, cast, core_frames = self._frames([c, *inner], core)
        said = self._by_attribution.get(c.attribution or "")
        roles = self._arguments(c)
        mine = [f for f in c.figures if not _inside(f.start, carried)]
        predicate = _terms(c.predicate)
        people, things = _named_and_not(roles.values())
        return Unit(
            report=self._reading.report,
            clause=c,
            span=(c.start, c.end),
            terms=terms | things,
            entities=entities | people,
            own=own | people | things,
            around=around,
            near=near,
            grams=frozenset(pairwise(list_of)),
            runs=runs,
            predicate=predicate,
            classes=classes_of(deeds | predicate),
            deeds=deeds | predicate,
            subjects=roles["s"],
            objects=roles["o"],
            others=roles["x"],
            denied=roles["d"],
            frames=frames,
            cast=cast,
            core=terms | entities if core is c else self._spoken_in(core.start, core.end),
            core_frames=core_frames,
            core_predicate=_terms(core.predicate),
            core_negated=core.negated,
            core_open=core is not c and (is_open(core) or is_doubted(core)),
            senses=_senses(terms | things) | entities | people,
            beside=self._beside(c.sentence),
            figures=frozenset((f.value, counted(f)) for f in mine),
            places=frozenset(place for *_, place in _whole_in(self._places, c)),
            nations=nations_of(c, self._reading.words),
            one=self._is_one(c),
            many=_are_many(c),
            asks=self._asks(c) or self._asks(core),
            days=self._day(c),
            within=(told[0].toordinal(), told[1].toordinal()) if (told := days(c.date) if c.date else None) else None,
            times=self._times.get(core.id, ()),
            published=self._published,
            speaker=self._speaker(c),
            direct=said is not None and said.quote == "direct",
            lead=c.sentence < _LEAD,
            headline=any(a < c.end and c.start < b for a, b in heads),
            depth=depth,
            article=self._reading.url or "",
        )

    def _words_in(self, start: int, end: int) -> range:
        return range(bisect_left(self._word_starts, start), bisect_left(self._word_starts, end))

    def _mentions_in(self, start: int, end: int) -> Iterable[tuple[int, str]]:
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return [(s, e) for s, _, e in self._mentions[low:high]]

    def _entities_in(self, start: int, end: int) -> Iterable[str]:
        return [e for _, e in self._mentions_in(start, end)]

    def _spoken_in(self, start: int, end: int, but: Sequence[Span] = ()) -> frozenset[str]:
        words = (self._terms[i] for i in self._words_in(start, end) if not _inside(self._words[i].start, but))
        return frozenset(words).union(e for s, e in self._mentions_in(start, end) if not _inside(s, but))

    def _deeds_in(self, start: int, end: int) -> Iterable[str]:
        low, high = bisect_left(self._deed_starts, start), bisect_left(self._deed_starts, end)
        return [t for _, _, t in self._deeds[low:high]]

    def _sentence(self, number: int) -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str, str]]]:
        if number not in self._sentences:
            start, end = self._reading.sentences[number]
            words = [self._terms[i] for i in self._words_in(start, end)]
            near = frozenset(self._entities_in(start, end))
            self._sentences[number] = (
                frozenset(words) | near,
                near,
                frozenset(zip(words, words[1:], words[2:], strict=False)),
            )
        return self._sentences[number]

    def _beside(self, number: int) -> frozenset[str]:
        """Give the words of the sentences before and after, not its own."""
        last = len(self._reading.sentences) - 1
        return frozenset().union(
            *(self._sentence(n)[0] for n in {max(0, number - 1), min(last, number + 1)} - {number})
        )

    def _arguments(self, c: Clause) -> dict[str, frozenset[str]]:
        if c.id not in self._args:
            filled: dict[str, set[str]] = {part: set() for part in _ROLES.values()}
            for a in c.arguments:
                if (filler := self._filler(a)) is not None:
                    filled[_ROLES[a.role]].add(filler)
            self._args[c.id] = {role: frozenset(who) for role, who in filled.items()}
        return self._args[c.id]

    def _filler(self, a: Argument) -> str | None:
        """Who takes part: an entity or a term. A pronoun that stands for nobody known is none: two "it" are two."""
        entity = self._entity.get(a.mention or "")
        return entity or (None if a.lemma in listed("pronouns") else f"~{term(a.lemma)}")

    def _asks(self, c: Clause) -> bool:
        """Whether a clause is a question behind what it hangs on: "What began as a march ended in fire" is none."""
        if c.link != "complement" or c.within is None or c.start < self._clause(c.within).head[0]:
            return False
        at = bisect_left(self._questions, c.start)
        if at == len(self._questions) or self._questions[at] > c.head[0]:
            return False
        return self._questions[at] == c.start or self._questions[at] not in self._opened  # "Berg, who ran, fired"

    def _is_one(self, c: Clause) -> bool:
        """Whether of whom it is told is one person, by name or by role."""
        told_of = _told_of(c)
        return len(told_of) == 1 and told_of[0].mention in self._persons

    def _frames(
        self, clauses: Sequence[Clause], core: Clause
    ) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str, str]], frozenset[tuple[str, str]]]:
        frames: set[tuple[str, str]] = set()
        cast: set[tuple[str, str, str]] = set()
        mine: set[tuple[str, str]] = set()
        for c in clauses:
            if c.lemma in _SAYING:
                continue
            deed = term(c.lemma)
            for role, who in self._arguments(c).items():
                for x in who if role != "d" else ():
                    frames.add((deed, x))
                    cast.add((deed, role, x))
                    if core.start <= c.head[0] < core.end:
                        mine.add((deed, x))
        return frozenset(frames), frozenset(cast), frozenset(mine)

    def _day(self, c: Clause) -> tuple[int, int] | None:
        told = days(c.date) if c.date else None
        if told and (told[1] - told[0]).days <= _WIDEST_DAY:
            return told[0].toordinal(), told[1].toordinal()
        inside = _whole_in(self._told_days, c)
        return inside[0][2:] if len(inside) == 1 else None

    def _by_narrowest_clause(self) -> dict[str, tuple[ToldTime, ...]]:
        """Give the times of day and the lengths of time by the clause that tells each of itself."""
        found: dict[str, list[ToldTime]] = defaultdict(list)
        clauses, sentences = self._reading.clauses, self._reading.sentences
        for t in self._reading.times:
            if t.type not in ("TIME", "DURATION"):
                continue
            first, _ = sentences[bisect_left(sentences, (t.start + 1,)) - 1]
            low, high = (bisect_left(clauses, at, key=lambda c: c.start) for at in (first, t.start + 1))
            holding = [c for c in clauses[low:high] if t.end <= c.end]
            holder = min(holding, key=lambda c: (c.end - c.start, c.id), default=None)
            if holder is None:
                continue
            if holder.link == "adverbial" and holder.start == t.start and holder.within is not None:
                holder = self._clause(holder.within)  # "ten minutes before the wall broke": of what happened then
            _, end = sentences[holder.sentence]
            behind = [self._words[i] for i in self._words_in(t.end, end)]
            if (told := told_time(t, behind)) is not None:
                found[holder.id].append(told)
        return {c: tuple(told) for c, told in found.items()}

    def _speaker(self, c: Clause) -> str:
        if c.attribution is not None:
            return self._speakers.get((self._reading.report, c.attribution), "")
        return next((x for x in sorted(self._arguments(c)["s"])), "") if c.content is not None else ""


@cache
def _unnamed(*parts: str) -> frozenset[str]:
    return frozenset(word for word, part in lexicon("unnamed_reasons") if part in parts)


def _named_and_not(fillers: Iterable[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the entities among those who take part, and the terms of the others: also of those outside the clause."""
    all_ = frozenset().union(*fillers)
    terms = frozenset(x for x in all_ if x.startswith("~"))
    return all_ - terms, frozenset(x.removeprefix("~") for x in terms)


def _senses(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(terms) | {f"={name}" for name in classes_of(terms)}


def _terms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(term(x) for x in lemmas if x not in _SAYING)


def _tells_how_many(c: Clause) -> bool:
    """Whether a clause that says something tells it of how many, or of nobody: "all were clean", "none survived"."""
    if c.wording is None or c.link not in ("main", "complement", "joined"):
        return False
    empty = c.lemma in function_words()
    if empty and not any(a.start > c.head[0] and a.lemma not in function_words() for a in c.arguments):
        return False  # "all is well"
    alone = {a.lemma for a in c.arguments if a.end <= c.head[0] and a.role in ("subject", "object")}
    nobody = c.negated and not empty and not alone.isdisjoint(word_set("words_of_lines", "nobody"))
    return nobody or not alone.isdisjoint(word_set("words_of_lines", "how_many"))


def _are_many(c: Clause) -> bool:
    """Whether a clause counts two or more of those of whom it is told: "two men left"."""
    told_of = {a.lemma for a in _told_of(c)}
    return any((f.low or 0) > 1 and f.counts in told_of and not f.part for f in c.figures)


def _told_of(c: Clause) -> list[Argument]:
    """Who does it, or to whom it is done where nobody does it: "two men were held"."""
    doers = [a for a in c.arguments if a.role == "subject"]
    return doers or [a for a in c.arguments if a.role == "object"]


def _whole_in(rows: Sequence[_Row], c: Clause) -> Sequence[_Row]:
    """Give those of some rows, which open with where they start and end and stand in order, that lie in a clause."""
    low, high = bisect_left(rows, (c.start,)), bisect_left(rows, (c.end,))
    return [row for row in rows[low:high] if row[1] <= c.end]


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


class _Taken:
    """The stretches of the clauses that are units, in the order of where they start."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, c: Clause) -> None:
        insort(self._spans, (c.start, c.end))

    def has_all_but(self, c: Clause) -> bool:
        """Whether a clause covers all but a tenth of what one of them covers, and no more: both start near by."""
        furthest = (c.end - c.start) // 9 + 1
        low = bisect_left(self._spans, (c.start - furthest,))
        high = bisect_left(self._spans, (c.start + furthest + 1,))
        return any(_all_but(c, span) for span in self._spans[low:high])


def _all_but(c: Clause, taken: Span) -> bool:
    """Whether a clause covers all but a tenth of what another covers, and no more."""
    shared = min(c.end, taken[1]) - max(c.start, taken[0])
    return shared > 0.9 * (max(c.end, taken[1]) - min(c.start, taken[0]))
