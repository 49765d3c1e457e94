"""A row's date and figure as people write them, and who corrected it; what is not known is never made up.

A row's date as first and last moment of one precision each; what is no ISO date has neither.

A figure's value in words: what is told is an interval, open ends are said to be open.

What a person corrected is marked wherever it is shown: by whom, when and why, and never by a report's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from rashomon.case import Case
from rashomon.records import Judgement, Member, Reason, Value

Q = TypeVar("Q")


def value(told: Value) -> str:
    """Give "43" for [43, 43], "at least 20", "at most 5", "90–110"; "" where both ends are open."""
    low, high = told
    if low is None:
        return "" if high is None else f"at most {_number(high)}"
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def once_a_voice(points: Iterable[tuple[str, str | None, str, Q]]) -> tuple[tuple[str, str | None, str, Q], ...]:
    """Give the points of a figure (value, day, voice, quotation) less those where a voice repeats itself."""
    kept: list[tuple[str, str | None, str, Q]] = []
    said: dict[str, str] = {}
    for point in points:
        if said.get(point[2]) != point[0]:
            kept.append(point)
        said[point[2]] = point[0]
    return tuple(kept)


_ISO = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01])(?:T[0-9:]*)?)?)?")


def span_of_days(date: str | None) -> tuple[str, str] | None:
    """Give ("2031-05-02", "2031-05-04") of an interval, the same twice of a day, month or year, None where unknown."""
    first, _, last = (date or "").partition("/")
    start, end = _ISO.fullmatch(first), _ISO.fullmatch(last or first)
    if start is None or end is None:
        return None
    return first.partition("T")[0], (last or first).partition("T")[0]


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: str | None) -> str:
    """Give "20 Dec 2020" for a day, "Dec 2020", "2020", "20–22 Dec 2020" for an interval, "undated" for none.

    A value of any other form is given as it stands.
    """
    if not date:
        return "undated"
    start, _, end = date.partition("/")
    first, last = _parts(start), _parts(end)
    if len(first) == len(last):
        while len(first) > 1 and first[-1] == last[len(first) - len(last) - 1]:
            first.pop()
    parts = [" ".join(p) for p in (first, last) if p]
    return ("–" if len(first) == 1 else " – ").join(parts)


def day_in(date: str | None, year: str) -> str:
    """Give the same without its year where that is `year`, the one that all around it is in."""
    told = day(date)
    return told.removesuffix(f" {year}") if year else told


def day_or_by(date: str | None, latest: str | None, year: str = "") -> str:
    """Give the same; of what has no day, "by 23 Aug", the day by which it was told."""
    return f"by {day_in(latest, year)}" if not date and latest else day_in(date, year)


def first_by(dates: Iterable[str | None]) -> str | None:
    """Give the first day by which one of these had surely come; none where none is a day or an interval."""
    return min((days[1] for date in dates if (days := span_of_days(date))), default=None)


def hour(moment: str | None) -> str:
    """Give "23:30, UTC−5" for an ISO moment, as its place has it; "" where no hour is told.

    Where the hour is told without its zone, that is said: no zone is made up.
    """
    try:
        at = datetime.fromisoformat(moment or "") if len(moment or "") > 10 else None
    except ValueError:
        return ""
    if at is None:
        return ""
    away = at.utcoffset()
    if away is None:
        return f"{at:%H:%M}, zone not told"
    minutes = round(abs(away).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    sign = "−" if away.days < 0 else "+"
    return f"{at:%H:%M}, UTC" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")


def _parts(date: str) -> list[str]:
    pieces = date[:10].split("-")
    if len(pieces) > 3 or not all(p.isascii() and p.isdigit() for p in pieces):
        return [date] if date else []
    named = [pieces[0]]
    if len(pieces) > 1:
        month = int(pieces[1])
        if not 1 <= month <= 12:
            return [date]
        named.insert(0, _MONTHS[month - 1])
    if len(pieces) > 2:
        named.insert(0, str(int(pieces[2])))
    return named


class Corrected:
    """Answers, for one open case, which judgements stand behind a row."""

    def __init__(self, case: Case) -> None:
        self._resting = case.corrections.resting()
        self._by_id = {j.id: j for told in self._resting.values() for j in told}

    def of(self, members: Iterable[Member], *because: Reason) -> tuple[str, ...]:
        """Say what stands behind a finding: judgements that rest on its rows, and those that its reasons name."""
        if not self._by_id:
            return ()
        found = {j.id: j for member in members for j in self._resting.get(member, ())}
        named = (step.words for reason in because for step in reason.steps if step.rule == "judgement")
        found |= {i: self._by_id[i] for i in named if i in self._by_id}
        return tuple(_mark(j) for j in sorted(found.values(), key=lambda j: (j.when, j.id)))


def _mark(judgement: Judgement) -> str:
    who, on = judgement.who or "somebody", day(judgement.when[:10])
    if judgement.kind == "note":
        return f"note by {who} on {on}: {judgement.value or judgement.because}"
    return f"corrected by {who} on {on} ({judgement.kind}): {judgement.because}"
