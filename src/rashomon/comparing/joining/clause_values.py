"""What a clause tells beside its deed: whether it denies it or leaves it open, at what hour, how long, of what nation.

It is left open, or denied, by a word of its own, or by a verb above it that doubts it or asks about it. Times of day
and lengths of time are values: "at 3:58 a.m.", "18 minutes after the blast", "three hours". The nation is that of those
to whom it tells that something befell: "two Tajik guards", "citizens of Peru".

Two clauses that tell one deed and give it times that cannot be one do not tell one thing. What is written exactly is
still about so: a clock told to the hour may be half an hour off, a length a seventh; of months and years, which are
counted (a sentence, a term), half of one. Hours that differ by whole halves may be told in two zones, and are compared
within one report alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from rashomon.comparing.term import predicate_class, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Clause, Timex, Word

if TYPE_CHECKING:
    from rashomon.comparing.joining.unit import Unit


_CLOCK = re.compile(r"T(\d\d):(\d\d)(Z?)$")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)")
_MINUTES = {"TS": 1 / 60, "TM": 1, "TH": 60, "D": 1440, "W": 10080, "M": 43830, "Y": 525960, "DE": 5259600}
_ABOUT = 1 / 7
_LOOSELY = 1 / 3
_HALF_A_DAY = 720
_HALF_AN_HOUR = 30
_HALVES = 210  # minutes: zones less far apart differ by whole hours
_ANCHOR = 40  # characters behind a length in which that stands from which it runs


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time of day, or a length of time: how long something goes on, or how long after or before something it is.

    `low` and `high` are minutes, since midnight or in all, None where they are open; `unit` is the length that it is
    told in. `anchor` are the terms of what a length runs from, empty where it is not named ("an hour later").
    `of_noun` tells that it says which thing is meant, not how long it went on: "a four-hour truce".
    """

    kind: Literal["clock", "length", "after", "before"]
    low: float | None
    high: float | None
    unit: float
    anchor: frozenset[str] = frozenset()
    of_noun: bool = False


def told_time(time: Timex, words: Sequence[Word]) -> ToldTime | None:
    """Give what a time expression tells; None where it is no time of day and no measured length.

    `words` are the content words behind it in its sentence.
    """
    bound = next((s.words for s in time.because.steps if s.rule == "bound"), "")
    if time.type == "TIME" and (clock := _CLOCK.search(time.value)) and not clock[3] and not bound:
        at = int(clock[1]) * 60 + int(clock[2])
        exact = next(grain for grain in (60, 5, 1) if at % grain == 0)
        loose = {60: _HALF_AN_HOUR, 5: 10, 1: 1}[exact]
        return ToldTime("clock", at - loose, at + loose, exact)
    length = _LENGTH.fullmatch(time.value) if time.type == "DURATION" else None
    unit = _MINUTES.get(length[1] + length[3]) if length is not None else None
    if length is None or unit is None:
        return None
    value = float(length[2]) * unit
    low, high = _bounds(value, unit, bound)
    run = next((s.words for s in time.because.steps if s.rule in ("runs", "later")), "")
    side: Literal["length", "after", "before"] = (
        "after" if run in ("after", "later") else "before" if run in ("before", "earlier") else "length"
    )
    anchor = next((term(w.lemma) for w in words if time.end <= w.start < time.end + _ANCHOR), "")
    named = side != "length" and run in ("after", "before") and anchor
    return ToldTime(
        side, low, high, unit, frozenset({anchor}) if named else frozenset(), time.because.by("before a noun")
    )


def _bounds(value: float, unit: float, bound: str) -> tuple[float | None, float | None]:
    about = min(value * _ABOUT, unit / 2) if unit >= _MINUTES["M"] else value * _ABOUT
    low, high = value - about, value + about
    match bound:
        case "least":
            return low, None
        case "most":
            return None, high
        case "":
            return low, high
        case _:
            return value * (1 - _LOOSELY), value * (1 + _LOOSELY)


def cannot_be_one(some: Sequence[ToldTime], others: Sequence[ToldTime], *, one_report: bool) -> bool:
    """Whether both tell when, or how long, and no time of one can be one of the other."""
    found = False
    for a in some:
        for b in others:
            if _of_one_kind(a, b):
                if not _apart(a, b, one_report=one_report):
                    return False
                found = True
    return found


def may_be_one(a: ToldTime, b: ToldTime) -> bool:
    """Whether two of one kind can be one value, both being told with bounds."""
    if a.kind != b.kind or a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    return a.low <= b.high and b.low <= a.high


def _of_one_kind(a: ToldTime, b: ToldTime) -> bool:
    if {a.kind, b.kind} == {"after", "before"}:  # "10 minutes later", and "nine minutes before she came back"
        return bool(a.anchor and b.anchor) and _of_one_anchor(a, b)
    return a.kind == b.kind and (a.kind in ("clock", "length") or _of_one_anchor(a, b))


def _of_one_anchor(a: ToldTime, b: ToldTime) -> bool:
    """Whether two lengths may run from one thing: from what is called alike, or is not named in one of them."""
    x, y = (t.anchor.union(*map(predicate_class, t.anchor)) for t in (a, b))
    return not x or not y or bool(x & y)


def _apart(a: ToldTime, b: ToldTime, *, one_report: bool) -> bool:
    if a.kind != b.kind:
        return True
    if a.kind == "clock":
        return _clocks_apart(a, b, one_report=one_report)
    if a.unit != b.unit:  # "two days" may be 38 hours
        unit = max(a.unit, b.unit) / 2
        return _under(a, b, unit) or _under(b, a, unit)
    return _under(a, b) or _under(b, a)


def _under(a: ToldTime, b: ToldTime, by: float = 0) -> bool:
    return a.high is not None and b.low is not None and a.high + by < b.low


def _clocks_apart(a: ToldTime, b: ToldTime, *, one_report: bool) -> bool:
    x, y = ((t.low or 0) + ((t.high or 0) - (t.low or 0)) / 2 for t in (a, b))
    loose = ((a.high or 0) - (a.low or 0) + (b.high or 0) - (b.low or 0)) / 2
    between = abs(x - y) % _HALF_A_DAY  # "3:24" may be of the afternoon
    between = min(between, _HALF_A_DAY - between)
    return between > loose and (one_report or not _may_be_of_two_zones(abs(x - y)))


def _may_be_of_two_zones(between: float) -> bool:
    return between % (_HALF_AN_HOUR if between >= _HALVES else 2 * _HALF_AN_HOUR) == 0


_BEFORE = 4  # words between the adjective and its noun, and one
_OF = frozenset({len(" of "), len(" of the ")})  # words without meaning are not among those of a reading
_OF_A_STATE = frozenset({"citizen", "national"})
_GAP, _AND = 1, 5  # characters between two words, and with " and " there


def nations_of(c: Clause, words: Sequence[Word]) -> frozenset[str]:
    """Give the states of the people to whom a clause tells that something is done, or that they died.

    `words` are those of the report.
    """
    role = "subject" if c.lemma in _deaths() else "object"
    people = (a for a in c.arguments if a.role == role and a.lemma in _people())
    return frozenset(state for a in people for state in (*_before(a, words), *_behind(a, words)))


def _before(a: Argument, words: Sequence[Word]) -> Iterable[str]:
    """The states whose adjectives stand right before a noun, or right before another of them."""
    at = bisect_left(words, a.start, key=lambda w: w.start)
    end, found = a.start, False
    for w in reversed(words[max(0, at - _BEFORE) : at]):
        state = _adjectives().get(w.lemma.casefold())
        if end - w.end > (_AND if found and state else _GAP):
            return
        if state is not None:
            yield state
        end, found = w.start, state is not None


def _behind(a: Argument, words: Sequence[Word]) -> Iterable[str]:
    """The state that stands right behind a noun for those of a state: "citizens of Peru", "of the Slovak Republic"."""
    at = bisect_left(words, a.end, key=lambda w: w.start)
    if a.lemma in _OF_A_STATE and at < len(words) and words[at].start - a.end in _OF:
        state = words[at].lemma.casefold()
        yield from {_adjectives().get(state) or _names().get(state, "")} - {""}


@cache
def _names() -> dict[str, str]:
    return {row[0].casefold(): row[0] for row in lexicon("countries")}


@cache
def _adjectives() -> dict[str, str]:
    """Give for the adjective of a people its state."""
    return {word.casefold(): state for state, people, *_ in lexicon("countries") for word in people.split("|") if word}


@cache
def _deaths() -> frozenset[str]:
    """The verbs of which the subject dies."""
    return listed("deaths", "subject")


@cache
def _people() -> frozenset[str]:
    heads = listed("nominal_heads", "person", "group")
    return heads | listed("people_nouns") | listed("sides")


def is_open(c: Clause) -> bool:
    """Whether a clause leaves open what it tells by a word of its own, not by the verb that governs it."""
    return c.status == "hedged" and any(
        step.rule == "hedged" and step.words in _leaving_open() for step in c.because.steps
    )


def is_doubted(c: Clause) -> bool:
    """Whether what governs a clause doubts it, or asks whether it is so."""
    return c.status == "hypothetical" and any(
        step.rule == "hypothetical" and step.words in _doubting() for step in c.because.steps
    )


def is_unfounded(c: Clause) -> bool:
    """Whether what governs a clause tells that nothing shows it so: "no evidence that", "did not prove that"."""
    told = (step.words.removeprefix("not ") for step in c.because.steps if step.rule == "hypothetical")
    return c.status == "hypothetical" and c.link in _TOLD_BY and not _shows().isdisjoint(told)


def is_yet_to_be_shown(c: Clause, governor: Clause) -> bool:
    """Whether a clause is what somebody did not come to show, though he meant to: "has yet to confirm that"."""
    return c.status == governor.status == "unrealised" and c.link in _TOLD_BY and governor.lemma in _shows()


_TOLD_BY = frozenset({"complement", "participle"})  # by a verb, by a noun


@cache
def _shows() -> frozenset[str]:
    return word_set("words_of_joining", "shows")


@cache
def _doubting() -> frozenset[str]:
    verbs = {row[0] for row in lexicon("attribution_verbs") if row[2] == "doubt"}
    adjectives = {row[0] for row in lexicon("attribution_adjectives") if row[1] == "doubt"}
    return frozenset(verbs | adjectives | {row[0] for row in lexicon("question_words") if row[1:]})


@cache
def _leaving_open() -> frozenset[str]:
    """Give the modal verbs and adverbs that leave open: "may", "likely"."""
    hedging = {row[0] for name in ("status_modals", "status_cues") for row in lexicon(name) if row[1] == "hedged"}
    governing = {row[0] for row in lexicon("attribution_verbs")}
    return frozenset(hedging - governing - {row[0] for row in lexicon("doubting_words") if row[1] != "adjective"})


_NOT_SO = frozenset({"denied", "unrealised"})


def denied(unit: Unit) -> bool:
    """Tell whether what the clause tells is denied: a denial of a denial is none."""
    return unit.clause.negated != (unit.clause.status in _NOT_SO)
