"""Dates, figures and voices in words, the same on every face; what is not known is never made up.

A row's date as first and last moment of one precision each; what is no ISO date has neither. A figure's value in words:
what is told is an interval, open ends are said to be open.

A voice: what it is called, how it came to us, how many stand behind a line. Bounds are told in as few characters as can
be; of a line people and institutions by name, outlets by name or by number; of a claim who says and who denies it, who
leaves it open, and who could have told it and does not. A sign says that a model of the user's own pointed at
something.

What a person corrected is marked wherever it is shown: by whom, when and why, and never by a report's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from rashomon.case import Case
from rashomon.exports.safe_text import cut_short
from rashomon.language import many
from rashomon.records import Bounds, Judgement, Member, Reason, Stance, Value

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


PERIODS = {"background": "Background", "story": "What happened", "ahead": "Announced, threatened, expected"}
"""What each period of a chronicle is called, in the order in which they are shown."""


SIGN = "☞"
LEGEND = f"{SIGN} a language model of your own put these clauses together, in no words of its own"


def pointed(by: str) -> str:
    """Give the mark of what a model pointed at, with its name; nothing where the rules alone found it."""
    return f"  {SIGN} {by}" if by else ""


_MOST = 4
_OUTLETS = 2
_LONG = 60


SPEAKER = re.compile(r"\[([^\[\]]*):\] *")
"""Who speaks, as a line opens that is somebody's own words."""


def told_by(voices: Sequence[Voice], title: str = "") -> str:
    """Give "Pentagon; Iran; 8 outlets", "Trump (in Reuters, NPR)" for one voice alone; "" for none.

    Whom the `title` opens with is not named again: "in Reuters, NPR".
    """
    opens = SPEAKER.match(title)
    own = list(dict.fromkeys(_called(v) for v in voices if v.kind != "outlet"))
    outlets = list(dict.fromkeys(_called(v) for v in voices if v.kind == "outlet"))
    named = own[:_MOST]
    if len(own) > _MOST:
        named.append(f"{len(own) - _MOST} more")
    if len(outlets) <= _OUTLETS:
        named += outlets
    elif outlets:
        named.append(f"{len(outlets)} outlets")
    if len(own) == 1 and not outlets:
        through = list(dict.fromkeys(way[0] for v in voices for way in v.ways if way))
        if 0 < len(through) <= _OUTLETS:
            places = f"in {', '.join(through)}"
            return places if opens and opens[1] == own[0] else f"{own[0]} ({places})"
    return "; ".join(named)


def _called(voice: Voice) -> str:
    name = "somebody not named" if voice.name == "unnamed" else voice.name
    return cut_short(name, _LONG)


def bounds(told: Bounds) -> str:
    """Give "2" where both are one, else "1–3"."""
    least, most = told
    return f"{least}" if least == most else f"{least}–{most}"


def mark(origins: Bounds, reports: int) -> str:
    """Give the mark of a line: "1 voice / 3 reports", "1–2 voices / 3 reports"; a voice is an independent origin."""
    return f"{bounds(origins)} voice{'' if origins == (1, 1) else 's'} / {many(reports, 'report')}"


def ways(voice: Voice) -> str:
    """Give ", through the Lanse Courier; Harbour Mirror from Northern Wire"; "" where there is none."""
    told = "; ".join(" from ".join(way) for way in voice.ways if way)
    return f", through {told}" if told else ""


_KINDS = {"anonymous": " (unnamed)", "collective": " (collective)", "outlet": " itself"}

_WEAK = {"recalled": "recalling it", "in-passing": "mentioning it in passing"}


def who(voice: Voice) -> str:
    """Give the name, its kind where that is not a person's or an institution's own, and whether it is in doubt."""
    if voice.name == "unnamed":
        return "somebody not named"
    kind = _KINDS.get(voice.kind, "")
    for rule, said in _WEAK.items():
        if not voice.certain and any(reason.by(rule) for reason in voice.because):
            return f"{voice.name}{'' if voice.kind == 'outlet' else kind}, {said}"
    return f"{voice.name}{kind}" if kind or voice.certain else f"{voice.name} (may be a voice named elsewhere)"


_LISTED = 4
_OWN = {"says": "say", "denies": "deny", "hedges": "leave it open"}


def silence(
    stances: tuple[Stance, ...], silent: tuple[str, ...], silent_outlets: int, name: Callable[[str], str] = str
) -> str:
    """Give "Gulf Courier, Mirror say · Wire denies · Harbour Post does not tell it"; "" where nothing is known.

    `name` gives an outlet's name as it is shown.
    """
    parts = []
    for stance, told in groupby(sorted(stances, key=lambda s: list(_OWN).index(s.stance)), key=lambda s: s.stance):
        outlets = [name(s.outlet) for s in told]
        verb = _OWN[stance] if len(outlets) > 1 else {"hedges": "leaves it open"}.get(stance, stance)
        parts.append(f"{_some(outlets, len(outlets))} {verb}")
    if silent_outlets:
        verb = "does" if silent_outlets == 1 else "do"
        parts.append(f"{_some([name(outlet) for outlet in silent], silent_outlets)} {verb} not tell it")
    return " · ".join(parts)


def _some(outlets: list[str], number: int) -> str:
    named = ", ".join(outlets[:_LISTED])
    return named if number <= _LISTED else f"{named} and {number - _LISTED} more"


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin: who says so, and for each way it came to us the outlets and people it came through.

    `party` is for whom it speaks, "" where for itself.
    """

    name: str
    kind: str
    certain: bool
    ways: tuple[tuple[str, ...], ...]
    because: tuple[Reason, ...]
    party: str = ""
