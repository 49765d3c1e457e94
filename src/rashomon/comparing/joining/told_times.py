"""Times of day and lengths of time as values of a clause: "at 3:58 a.m.", "18 minutes after the blast", "three hours".

Two clauses that tell one deed and give it values that cannot be one do not tell one thing. What is written exactly is
still about so: a clock told to the hour may be half an hour off, a length a seventh; of months and years, which are
counted (a sentence, a term), half of one. Hours that differ by whole halves may be told in two zones, and are compared
within one report alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing.term import predicate_class, term
from rashomon.records import Timex, Word

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
