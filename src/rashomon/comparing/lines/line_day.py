"""The day of a line: when what it tells happened, or was so, by those of its claim's tellings that tell it alike.

A day written beside the predicate of the line's own clause goes first, then one beside a like predicate in another
telling: what else a report tells of that day is no reason. What somebody holds is of the day on which he says so; what
is told in the present tense is of the day of its telling. What only says is of the day of the saying, and no day of
what is said. A longer time is cut to the day that another telling of the claim gives in it. Nothing that has happened
starts after its report, and no day is better than one that nothing bears out.

Nobody dies twice: a death that one report tells with its day was on that day in every other. A day counts where a
clause gives it with the death of one named person; where reports differ, the one that most give, and none where as many
give another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.claim_kinds import only_says
from rashomon.comparing.claims import Told
from rashomon.comparing.days import Days, days
from rashomon.comparing.joining.other_values import fates_of
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.term import earlier_terms, is_entity, predicate_class, term
from rashomon.records import Clause, Reading, Reason, Span

_WRITTEN = frozenset({"clause", "corrected by", "sentence", "scene", "lapse", "since", "same-death", "same-deed"})
_AHEAD = _WRITTEN | {"ahead"}
_KNOWN_EVENT = "known-event"
_NOW = frozenset({"now"})
_PRINTED = Reason("now").then(Reason("published"), ":")
_COME_ABOUT = Reason("now").then(Reason("come-about"), ":")
_UNDATED = frozenset({"now", "none", "by"})  # "he said he was angry" is of the day of saying, "I was angry" is not
_OF_THE_NEWS = frozenset({"news-day", "now", "published"})
_LENGTHS = frozenset({"length", "long-word", "units-alone"})
_SEASON = 92
_EVE = timedelta(days=1)
_DEATH = Reason("date").then(Reason("same-death"), ": ")
_OWN, _ALIKE, _SAID, _PRESENT, _PRESENT_ALIKE, _NEWS = range(6)


@dataclass(frozen=True, slots=True)
class _Given:
    """A day that a telling gives, how sure it is (the less the surer), and what it rests on."""

    rank: int
    value: str
    span: Days
    because: Reason

    @property
    def length(self) -> int:
        return (self.span[1] - self.span[0]).days

    def meets(self, other: _Given) -> bool:
        return self.span[0] <= other.span[1] and other.span[0] <= self.span[1]

    def holds(self, other: _Given) -> bool:
        return self.span[0] <= other.span[0] and other.span[1] <= self.span[1]


class _InReport:
    """A reading, with its clauses by their ids and by who says them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def _clauses(self) -> Mapping[str, Clause]:
        return {c.id: c for c in self.reading.clauses}

    @cached_property
    def _heads(self) -> Beginnings[Clause]:
        return Beginnings(((c.head[0],), c) for c in self.reading.clauses)

    @cached_property
    def _cues(self) -> Mapping[str, Sequence[Span]]:
        return {a.id: a.cue for a in self.reading.attributions}

    def told_in(self, clause: Clause) -> Clause:
        """Give the clause that a clause tells which only says it, else the clause itself."""
        seen: set[str] = set()
        while only_says(clause) and (clause.content or "") in self._clauses and clause.id not in seen:
            seen.add(clause.id)
            clause = self._clauses[clause.content or ""]
        return clause

    def saying(self, clause: Clause) -> Clause | None:
        """Give the clause that says who says it: the one of the cue of the statement that the clause stands in."""
        return next(iter(self._heads.within(*self._cues.get(clause.attribution or "", ()))), None)


class Readings:
    """The readings that lines take their days from."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._found: dict[str, _InReport] = {}

    def __getitem__(self, report: str) -> _InReport:
        if report not in self._found:
            self._found[report] = _InReport(self._readings[report])
        return self._found[report]


def line_day(told: Told, line: Line, readings: Readings, died: Mapping[str, str]) -> tuple[str | None, Reason]:
    """Give the ISO day or interval of a line and what it rests on; None where no telling gives a day for it.

    `died` gives the day of somebody's death by his id (`days_of_death`): it goes before a longer time, and before the
    day of the news.
    """
    shown = [u for u in told.units if u.report == line.evidence[0] and u.span[0] <= line.evidence[1] < u.span[1]]
    does = frozenset().union(*(_deeds(u) for u in shown))
    alike = [u for u in told.units if u in shown or _deeds(u) & does]
    given = [g for u in alike for g in _given(u, told.claim.kind, readings[u.report], shown=u in shown)]
    death = next((died[who] for u in shown if (who := who_died(u)) is not None and who in died), None)
    if not given:
        return death, Reason("date", "no telling is dated") if death is None else _DEATH
    first = min(g.rank for g in given)
    best = _most_held([g for g in given if g.rank == first])
    if death is not None and (first > _ALIKE or (best.length and best.value[:10] <= death <= best.value[-10:])):
        return death, _DEATH
    if best.length and first in (_OWN, _ALIKE):
        kind = told.claim.kind
        everywhere = [g for u in told.units for g in _given(u, kind, readings[u.report], shown=False)]
        known = (u for u in told.units if u.clause.date_basis.rule == _KNOWN_EVENT)
        everywhere += [g for u in known for g in _placed(_ALIKE, u.clause, readings[u.report].reading, kind)]
        inside = [g for g in everywhere if g.rank == _ALIKE and best.holds(g) and g.length < best.length]
        if inside:
            best = _most_held(inside)
    return best.value, best.because


def _most_held(given: Sequence[_Given]) -> _Given:
    """Give the one that most of them meet, the shortest of these, the first of these."""
    return min(given, key=lambda g: (-sum(g.meets(o) for o in given), g.length, g.value))


@cache
def _deeds_of(lemma: str) -> frozenset[str]:
    name = term(lemma)
    return predicate_class(name) | {name}


def _deeds(unit: Unit) -> frozenset[str]:
    """Give the terms of what a unit says of its participants, and their classes."""
    return unit.predicate.union(*(predicate_class(t) for t in unit.predicate), _deeds_of(unit.clause.lemma))


def _given(unit: Unit, kind: str, told_by: _InReport, *, shown: bool) -> Iterator[_Given]:
    holds, reading = kind == "position", told_by.reading
    clause = unit.clause if holds else told_by.told_in(unit.clause)
    rank: int | None
    if clause.date_basis.rule in (_AHEAD if kind == "plan" else _WRITTEN):
        rank = _OWN if shown else _ALIKE
    elif holds and not unit.lead and clause.attribution is None and clause.date_basis == _COME_ABOUT:
        rank = None  # who "has denied it" did so on a day that is not told
    elif clause.date_basis.rule in _NOW:  # how things stand is told of the day only where it is the news
        told = clause.attribution is not None or unit.lead or kind in ("plan", "position")
        told = told or clause.date_basis not in (_PRINTED, _COME_ABOUT)
        rank = (_PRESENT if shown else _PRESENT_ALIKE) if told else None
    else:  # what a report recalls, or somebody tells in its words, was by the day of the news, perhaps long before
        said = holds and not (clause.attribution is not None and unit.terms & earlier_terms())
        rank = _NEWS if said or (clause.attribution is None and unit.lead) else None
    if rank is not None:
        yield from _placed(rank, clause, reading, kind)
    if holds and shown and clause.date_basis.rule not in _WRITTEN:
        saying = told_by.saying(clause)
        of_it = saying is not None and _of_its_saying(clause, saying, direct=unit.direct)
        if saying is not None and of_it and not _lasted(clause, reading):
            written = saying.date_basis.rule in _WRITTEN
            if written or saying.date_basis.rule in _OF_THE_NEWS:
                yield from _placed(_SAID if written else _NEWS, saying, reading, kind)


def _of_its_saying(clause: Clause, saying: Clause, *, direct: bool) -> bool:
    """Whether what is said was so as it was said: "he said he was angry", not "'I was angry'", "says he was angry"."""
    told_again = direct or saying.date_basis.rule in _NOW
    return clause.date_basis.rule in (_NOW if told_again else _UNDATED | _OF_THE_NEWS)


def _lasted(clause: Clause, reading: Reading) -> bool:
    """Whether a clause tells how long it was so: "said that the guards had slept for hours" is of no day of saying."""
    if clause.date_basis.rule in _NOW:
        return False  # "has slept for hours" does so still
    within = (t for t in reading.times if clause.start <= t.start < clause.end)
    return any(t.type == "DURATION" and t.because.rule in _LENGTHS for t in within)


def _placed(rank: int, clause: Clause, reading: Reading, kind: str) -> Iterator[_Given]:
    span = days(clause.date)
    if span is None or clause.date is None:
        return
    first, last = (days(reading.published.value), days(reading.published.latest))
    first, last = first or last, last or first
    if first and last and (span[1] < first[0] - _EVE if kind == "plan" else span[0] > last[1]):
        return
    if (span[1] - span[0]).days > _SEASON and kind != "background":
        return  # a year beside a deed of these days is a name's or a modifier's
    yield _Given(rank, clause.date, span, Reason("date", reading.report).then(clause.date_basis, ": "))


_DEAD, _FOUND = "dead", "find"
_OF_ITS_DEATH = frozenset({"clause", "known-event", "same-death", "sentence"})


def who_died(unit: Unit) -> str | None:
    """Give the id of the one named person whose death a clause tells as done; None where it tells of no such death.

    Who is charged with two murders is not dead: the verb tells the death, and no figure.
    """
    clause = unit.clause
    found_dead = clause.lemma == _FOUND and _DEAD in unit.own
    died = found_dead or _DEAD in fates_of(clause.predicate)
    if not died or not unit.one or clause.negated or clause.status not in TOLD:
        return None
    dying = {who for who in unit.objects or unit.subjects if is_entity(who)}
    return next(iter(dying)) if len(dying) == 1 else None


def days_of_death(units: Iterable[Unit]) -> Mapping[str, str]:
    """Give the ISO day of the death of each person for whom one is told, by id."""
    told: dict[str, Counter[str]] = {}
    for unit in units:
        who = who_died(unit)
        day = unit.clause.date if unit.clause.date_basis.rule in _OF_ITS_DEATH else None
        if who is not None and day is not None and _is_a_day(day):
            told.setdefault(who, Counter())[day] += 1
    found: dict[str, str] = {}
    for who, given in told.items():
        (most, often), *others = given.most_common()
        if not others or others[0][1] < often:
            found[who] = most
    return found


def _is_a_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
