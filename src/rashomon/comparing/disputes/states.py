"""Two states of one thing that exclude each other: "the tank was full", "it was empty"; "locked", "open".

Which do is told by a table (lexicon `states`): matter, pole, how it is said and the word; "not empty" is at the other
pole. Both must be said of one thing, by two, of one time: what is told of two of a kind ("the north tank"), of now and
of then, or beside two other things that happened, is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.accounts import words_between
from rashomon.comparing.disputes.contest import away_words, contest_kinds
from rashomon.comparing.disputes.rival import Rivals, by_rule, gap, other_days, overlap, two_tellers
from rashomon.comparing.disputes.words import cosine, voice, words_in
from rashomon.comparing.joining.other_values import two_times
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Clause, ConflictKind, Reading

_SURE = 0.6
_DAYS = 3  # between the reports, where it may change
_EPISODE = 30
_COMMON = 400
_SHARED = 0.3
_BEING = word_set("words_of_contests", "being")
_CALLS = word_set("words_of_disputes", "calls")
_HOLDING = frozenset({"have", "hold", "contain"})
_ROOM = 16  # characters behind a verb in which "off" and "out" stand
_WRITTEN = frozenset({"clause", "sentence"})
_NOW = "now"
_BESIDE = 2  # sentences
_SOUND = "sound"
_FAILING = word_set("words_of_states", "fails")
_THINGS = word_set("words_of_states", "thing")
_ANY_ALARM = "~alarm"
_ALARMS = frozenset(map(term, word_set("words_of_states", "alarm")))
_ARMS = "arms"
_HOLDS = word_set("words_of_states", "holds")
_AIMS = word_set("words_of_states", "aims")
_WEAPONS = word_set("words_of_states", "weapon")
_HANDS = word_set("words_of_states", "hands")
_ANYTHING = word_set("words_of_states", "anything")


@dataclass(frozen=True, slots=True)
class State:
    """What a clause tells of a thing: matter, which pole of it, by which word; whether it lasts.

    `which` are the terms that tell which of its kind the thing is, `beside` those of what else is told of when.
    """

    unit: int
    thing: str
    matter: str
    pole: bool
    word: str
    lasting: bool
    which: frozenset[str]
    beside: frozenset[str]


def rival_states(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of clauses that tell two states of one thing that exclude each other."""
    at: dict[tuple[str, str], list[State]] = defaultdict(list)
    inner: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for u in units:
        if u.clause.link == "adverbial" and u.clause.within is not None:
            inner[u.report, u.clause.within].append(u)
    away = {
        r: [w.start for w in readings[r].words if w.lemma in away_words()] for r in sorted({u.report for u in units})
    }
    says = {(u.report, u.clause.content): n for n, u in enumerate(units) if u.clause.content is not None}
    for n, u in enumerate(units):
        if u.clause.status == "denied":  # "deny that he carried a gun": shown with the denial
            n = says.get((u.report, u.clause.id), n)
        for s in _states(n, u, readings[u.report], inner.get((u.report, u.clause.id), ()), away[u.report]):
            at[s.matter, s.thing].append(s)
    seen: set[tuple[int, int]] = set()
    for key in sorted(at):
        mine = at[key][:_COMMON]
        for i, s in enumerate(mine):
            for o in mine[i + 1 :]:
                if s.pole == o.pole or s.word == o.word or (s.unit, o.unit) in seen:
                    continue
                if _rival(s, units[s.unit], o, units[o.unit]):
                    seen.add((s.unit, o.unit))
                    one, other = (o, s) if s.matter == _ARMS and s.pole else (s, o)
                    because = by_rule("state", f"{one.word} or {other.word}")
                    matter = f"{s.matter} of {s.thing}" if s.matter == _ARMS and is_entity(s.thing) else ""
                    kind: ConflictKind = "denial" if s.matter == _ARMS else "status"
                    yield Rivals(one.unit, other.unit, _SURE, kind, because, matter=matter)


def _rival(s: State, a: Unit, o: State, b: Unit) -> bool:
    """Whether both are told of one thing and of one time, by two."""
    if overlap(a, b) or not (two_tellers(a, b) or _calls_it_so(a, b) or _calls_it_so(b, a)):
        return False
    if not (a.speaker or b.speaker):
        return False
    if (
        (s.which - o.which and o.which - s.which)
        or (s.which ^ o.which) & sorting()
        or (a.places and b.places and not a.places & b.places)
    ):
        return False
    one_scene = cosine(s.beside, o.beside) >= _SHARED
    if s.matter == _ARMS and other_days(a, b) and all(u.clause.date_basis.rule in _WRITTEN for u in (a, b)):
        return False
    if (s.beside and o.beside and not one_scene) or gap(a, b) > (_EPISODE if s.lasting or one_scene else _DAYS):
        return False
    one_alarm = s.thing == _ANY_ALARM and _are_beside(a, b)  # it sounds at its hour
    return not two_times(a, b) and (s.lasting or one_alarm or _of_one_time(a, b))


def _calls_it_so(a: Unit, b: Unit) -> bool:
    """Whether the one calls it so himself, and the other is not his word: "the bank called the letter a forgery"."""
    who = {x.removeprefix("~") for x in a.subjects}
    called = {term(word) for word in voice(b).rpartition(":")[2].split()} | {voice(b)}
    return a.clause.lemma in _CALLS and bool(b.speaker) and bool(who) and not who & called


def _are_beside(a: Unit, b: Unit) -> bool:
    return a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _BESIDE


def _of_one_time(a: Unit, b: Unit) -> bool:
    """Whether nothing tells that they are of two times: now and then, at an hour and at no hour, on two days."""
    if any(t.kind == "clock" for t in a.times) != any(t.kind == "clock" for t in b.times):
        return False
    dated = [u for u in (a, b) if u.clause.date_basis.rule in _WRITTEN]
    if (len(dated) == 2 and other_days(a, b)) or (len(dated) == 1 and a.published != b.published):
        return False
    now = [u.clause.date_basis.rule == _NOW for u in (a, b)]
    return now[0] == now[1] and not (all(now) and a.published != b.published)


def _states(n: int, u: Unit, reading: Reading, inner: Sequence[Unit], away: Sequence[int]) -> Iterator[State]:
    c = u.clause
    if c.form != "clause" or c.content is not None or u.headline or u.asks:
        return
    gone = next((at for at in away if c.head[0] <= at < c.head[1] + _ROOM), None)
    if (armed := _is_armed(c)) is not None:
        for who in sorted(x for x in u.subjects if is_entity(x) or x[1:] not in _anybody()):
            yield State(n, who, _ARMS, armed, f"{'' if armed else 'not '}{c.lemma}", True, frozenset(), frozenset())
        return
    if not (c.status in TOLD or _is_called_false(c)) or c.link not in FULL_LINKS or any(f.part for f in c.figures):
        return
    behind = [] if gone is None else [w.lemma for w in words_in(reading.words, gone + 1, gone + _ROOM)]
    if c.lemma in _HOLDING | _CALLS:
        behind = [w.lemma for w in words_in(reading.words, c.head[1], c.end)]
    for matter, pole, word, role, lasting in _told(c, behind, gone is not None):
        thing = _thing(c, role)
        if thing is None:
            continue
        fillers = u.subjects if thing.role == "subject" else u.objects
        which = frozenset() if c.lemma in _CALLS else frozenset(words_between(reading.words, c.start, thing.start))
        which |= frozenset(words_between(reading.words, thing.end, max(thing.end, c.head[0])))
        beside = frozenset(x.removeprefix("~") for x in u.others) - {term(word.partition(" ")[0])}
        beside = beside.union(*(x.own for x in inner))
        for who in sorted(fillers or {_ANY_ALARM} if matter == _SOUND and thing.lemma in _THINGS else fillers):
            if is_entity(who) or who[1:] not in _anybody():
                by_pronoun = thing.lemma in _THINGS and pole  # "said that it had been set off": nobody is
                who = _ANY_ALARM if matter == _SOUND and (who[1:] in _ALARMS or by_pronoun) else who
                yield State(n, who, matter, pole, word, lasting, which if not is_entity(who) else frozenset(), beside)


def _is_called_false(c: Clause) -> bool:
    """Whether a clause tells a state that is itself a denial: "the paper is a fabrication"."""
    behind = (a.lemma for a in c.arguments if a.role == "other")
    return c.status == "denied" and any("false" in contest_kinds().get(lemma, ()) for lemma in behind)


def _is_armed(c: Clause) -> bool | None:
    """Whether a clause tells that somebody has a weapon on him, or none; None where it tells of neither.

    "Pulled a knife", "did not have a gun", "denied that he carried a gun", "had nothing in his hands".
    """
    what = {a.lemma for a in c.arguments if a.role == "object"}
    negated = c.negated != (c.status == "denied")
    holds = c.lemma in _HOLDS
    if c.status not in (*TOLD, "denied"):
        return None
    if holds and negated and what <= _ANYTHING and any(a.lemma in _HANDS for a in c.arguments if a.role == "other"):
        return False
    if not what & _WEAPONS or not (holds or c.lemma in _AIMS):
        return None
    return (False if holds else None) if negated else True


def _told(c: Clause, behind: Sequence[str], gone: bool) -> Iterator[tuple[str, bool, str, str, bool]]:
    """Give the states that the words of a clause tell: matter, pole, word, how it is said, whether it lasts."""
    said, failed = {a.lemma for a in c.arguments if a.role in ("other", "object")} | {*behind}, False
    if c.lemma in _CALLS:
        said = {*behind}
    elif failed := c.lemma in _FAILING and len(c.predicate) > 1:
        said = {c.predicate[-1]}
    elif c.lemma not in _BEING | _HOLDING:
        said = {c.lemma}
    for word in sorted(said):
        for matter, pole, how, lasting, away in _of_word().get(word, ()):
            if away == gone and _is_said(c, how):
                yield matter, pole != (c.negated or failed), f"{word} off" if away else word, how, lasting


def poles(c: Clause) -> frozenset[tuple[str, bool]]:
    """Give the matters of which a clause tells the state, by its words alone, each with the pole."""
    return frozenset((matter, pole) for matter, pole, *_ in _told(c, (), False))


def _is_said(c: Clause, how: str) -> bool:
    before = any(a.role == "object" and a.start < c.head[0] for a in c.arguments)
    if how == "is" and c.lemma in _CALLS:
        return True
    if how in ("is", "has"):
        return c.lemma in (_BEING if how == "is" else _HOLDING)
    return c.lemma not in _BEING and (before if how == "done" else not any(a.role == "object" for a in c.arguments))


@cache
def _of_word() -> Mapping[str, tuple[tuple[str, bool, str, bool, bool], ...]]:
    """Give for each word its states: matter, pole, how it is said, whether it lasts, whether it stands with "off"."""
    found: dict[str, list[tuple[str, bool, str, bool, bool]]] = defaultdict(list)
    for matter, pole, how, word, *more in lexicon("states"):
        found[word].append((matter, pole == "yes", how, "lasting" in more, "away" in more))
    return {word: tuple(of) for word, of in found.items()}


def _thing(c: Clause, how: str) -> Argument | None:
    """Of what a state is told: who is or does so, or to whom it is done."""
    if c.lemma in _CALLS:
        return next((a for a in c.arguments if a.role == "object"), None)
    role = "object" if how == "done" else "subject"
    return next((a for a in c.arguments if a.role == role and a.start < c.head[0]), None)


@cache
def state_words() -> Mapping[str, frozenset[str]]:
    """Give for the term of each word of a state the matters that it is of."""
    found: dict[str, set[str]] = defaultdict(set)
    for matter, _, _, word, *_ in lexicon("states"):
        found[term(word)].add(matter)
    return {word: frozenset(of) for word, of in found.items()}


@cache
def sorting() -> frozenset[str]:
    """Give the terms that tell one of a kind from the other: front, left, north, second."""
    return frozenset(map(term, word_set("words_of_states", "sorting")))


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(term, listed("anybody")))
