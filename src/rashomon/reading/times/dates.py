"""Dates that name a day or a month of the calendar, with their year or without it.

An anniversary's own date is the day to come; a date inside "anniversary of …" is the event's own, years before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.context import OVER, Context, Lean, Numerals, Value
from rashomon.reading.times.grammar import Found, neighbours

_REACH = 45  # words back to "anniversary of": an event with its actors and its place between
_LONG_OVER = timedelta(days=183)
_KEPT = timedelta(days=3653)  # how long a case, a trial or an inquiry may go on
_EVENTS = neighbours("event-noun")
_DIRECT = 4  # words back to a verb that gives the anniversary its own day ("falls on")


class Anniversary(NamedTuple):
    """How many years back the event lies (None: unnumbered, at least one), and the words that say so."""

    years: int | None
    evidence: str


def anniversaries(found: Found, context: Context) -> Anniversary | None:
    """Give the anniversary whose event a day without year dates ("the first anniversary of the killing … on May 3").

    None where the sentence names no anniversary before it, or gives the day to the anniversary itself ("falls on").
    """
    for i in range(found.start - 1, max(-1, found.start - _REACH), -1):
        word = context.at(i)
        if word.kind in ("stop", "break"):
            return None
        if found.start - i < _DIRECT and word.form in neighbours("on-the-day"):
            return None
        if word.kind == "anniversary":
            if context.at(i + 1).form != "of":
                return None
            ordinal = context.at(i - 1)
            years = Numerals.digits(ordinal.value) if ordinal.kind in ("ord", "ordword", "second") else None
            return Anniversary(years, f"anniversary-of:{ordinal.form if years else 'unnumbered'}")
    return None


_NEW_YORK = date(2001, 9, 11)
_MONTH_BEGUN = 5  # days: so early in a month, what was done "in" it was done in last year's
_CLOSE_MONTHS = 8  # a bare month lies up to this far back unless the sentence says more


def dates(found: Found, context: Context) -> Value | None:
    """Give the value of a calendar date; None where the words are not one."""
    return _RULES[found.rule](found, context)


def _full(found: Found, context: Context) -> Value | None:
    number = Numerals.digits(context.worth(found, "d"))
    day = Numerals.day(Numerals.year(found, context), int(context.worth(found, "m")), number)
    return Value("DATE", day.isoformat()) if day else None


def _iso(found: Found, context: Context) -> Value | None:
    text = context.worth(found, "d").upper()
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return None
    return Value("TIME" if "T" in text else "DATE", text)


def _slash(found: Found, context: Context) -> Value | None:
    said = context.worth(found, "d")
    first, second, last = (int(n) for n in said.replace("-", "/").replace(".", "/").split("/"))
    month_first = second > 12 if "." in said else first <= 12  # points are written where the day goes first
    month, number = (first, second) if month_first else (second, first)
    day = Numerals.day(Numerals.full_year(last), month, number)
    return Value("DATE", day.isoformat(), "month-first" if month_first else "day-first") if day else None


def _month_day(found: Found, context: Context) -> Value | None:
    month, number = int(context.worth(found, "m")), Numerals.digits(context.worth(found, "d")) or 0
    name, after, today = context.at(found.parts["m"][0]), context.at(found.end), context.today
    counted = after.form in neighbours("counted") or after.kind == "percent"
    if not name.capital or (counted and found.end - found.start == 2) or not Numerals.day(2000, month, number):
        return None
    if (month, number) == (9, 11) and after.form in neighbours("attack-follows") and not (today and today < _NEW_YORK):
        return Value("DATE", _NEW_YORK.isoformat(), "named-day")
    nearest = Numerals.nearest(month, number, today) if today else None
    if today is None or nearest is None:
        return Value("DATE", f"XXXX-{month:02d}-{number:02d}")
    if event := anniversaries(found, context):
        years = event.years if event.years is not None else int(nearest >= today)
        day = Numerals.day(nearest.year - years, month, number)
        return Value("DATE", (day or nearest).isoformat(), event.evidence)
    if (told := _in_the_year_told(month, number, nearest, found, context)) is not None:
        return Value("DATE", told.isoformat(), "year-told")
    if nearest > today and (why := _is_told(found, context)):
        day = Numerals.day(nearest.year - 1, month, number)
        return Value("DATE", (day or nearest).isoformat(), why)
    return Value("DATE", nearest.isoformat(), "nearest")


def _in_the_year_told(month: int, number: int, nearest: date, found: Found, context: Context) -> date | None:
    """Read "killed in June 2022 … on June 24": of what is long over the year that the text has told it with."""
    spoken = context.years.get(month)
    if spoken is None or context.today is None:
        return None
    ahead = nearest > context.today
    direction = context.lean(found.start, found.end).direction
    if direction == "future" or (ahead and direction is None and context.at(found.end).form not in _EVENTS):
        return None
    day, latest = (Numerals.day(year, month, number) for year in (spoken[0].year, nearest.year - ahead))
    if day is None or latest is None or context.today - day > _KEPT:
        return None
    over = context.today - latest > (OVER if spoken[0] == day else _LONG_OVER)
    return day if over and (spoken[1] == "M" or spoken[0] == day) else None


def _is_told(found: Found, context: Context) -> str:
    """Give the evidence that an event on a day still to come this year is told as past, or "".

    Of days without a year only 5 in 100 lie further back than half a year, so a verb counts only where it holds
    the day itself ("was killed on", "died", "the killing of … on"), and a planned thing never.
    """
    before = context.at(found.start - 1)
    lean = context.lean(found.start, found.end)
    if lean.direction == "future" or before.form in neighbours("not-over"):
        return ""
    if before.form in neighbours("fixing"):
        return ""  # "declared May 9 a day of mourning": the day itself is what was chosen
    if context.at(found.end).form in neighbours("event-noun"):
        return f"event:{context.at(found.end).form}"
    if lean.direction == "past" and lean.near and (before.form == "on" or before.kind == "word"):
        return lean.evidence
    if before.form == "on":
        for i in range(found.start - 2, max(-1, found.start - 12), -1):
            if context.at(i).kind in ("stop", "break"):
                break
            if context.at(i).form in neighbours("event-noun"):
                return f"event:{context.at(i).form}"
    return ""


def _range(found: Found, context: Context) -> Value | None:
    """Read "3-4 May", "May 1 to 3": from the first day to the last, of the year written or the nearest."""
    month = int(context.worth(found, "m"))
    first, last = (Numerals.digits(context.worth(found, part)) or 0 for part in "de")
    if not context.at(found.parts["m"][0]).capital or first >= last or not Numerals.day(2000, month, last):
        return None
    if context.at(found.end).kind == "percent" or context.at(found.end).form in neighbours("counted"):
        return None
    year = Numerals.year(found, context)
    if year is None:
        near = Numerals.nearest(month, first, context.today) if context.today else None
        if near is None:
            return Value("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}", "range")
        year = near.year
    days = Numerals.day(year, month, first), Numerals.day(year, month, last)
    if not (days[0] and days[1]):
        return None
    return Value("DATE", f"{days[0].isoformat()}/{days[1].isoformat()}", "range")


def _day_number(found: Found, context: Context) -> Value | None:
    """Read "on the 13th": of the month last spoken of."""
    number = Numerals.digits(context.worth(found, "d"))
    base = context.focus[0] if context.focus else context.today
    if context.at(found.end).kind not in ("stop", "comma", "break", "edge") or not base:
        return None
    day = Numerals.day(base.year, base.month, number)
    return Value("DATE", day.isoformat(), "focus") if day else None


def is_month(at: int, context: Context, first: bool) -> bool:
    """Tell whether the word at `at` is a month: "may" and "march" are verbs unless something says otherwise.

    `first`: the expression begins with this word.
    """
    word = context.at(at)
    if word.kind == "monthverb":
        before = context.at(at - 1)
        return word.capital and (not first or before.form in neighbours("month-cue") or before.kind == "month")
    return word.capital


def _month(found: Found, context: Context) -> Value | None:
    at = found.parts["m"][0]
    if not is_month(at, context, found.start == at):
        return None
    number, today = int(context.worth(found, "m")), context.today
    if today is None:
        return Value("DATE", f"XXXX-{number:02d}")
    back = (today.month - number) % 12
    latest = Almanac.shifted(today.replace(day=1), -back, "M")
    which = context.said(found, "r").split()[-1:] or [""]
    step, why = 0, which[0]
    if why in ("last", "past"):
        step = 0 if back else -1
    elif why in ("next", "coming"):
        step = 1
    elif why == "this":
        step = today.year - latest.year
    elif first := _range_start(found, context):
        gap = (number - first.month) % 12
        return Value("DATE", Almanac.written(Almanac.shifted(first, gap, "M"), "M"), "range-from")
    else:
        lean = context.lean(found.start, found.end)
        step, why = _month_lean(back, lean, context.at(at - 1).form)
        if not back and today.day <= _MONTH_BEGUN and lean.direction == "past":
            step, why = -1, f"month-just-begun,{lean.evidence}"
    return Value("DATE", Almanac.written(Almanac.shifted(latest, step, "Y"), "M"), why)


def _range_start(found: Found, context: Context) -> date | None:
    """Give the month that this one is joined to ("from May to July"), which it follows in the calendar."""
    joined = context.at(found.start - 1).form in neighbours("range-end")
    if joined and context.focus and context.focus[1] == "M" and context.focus_end == found.start - 1:
        return context.focus[0]
    return None


def _nth_weekday(found: Found, context: Context) -> Value | None:
    """Read "the first Monday in October": counted from the month's first day, "last" from its last."""
    number, month = int(context.worth(found, "w")), int(context.worth(found, "m"))
    nth = Numerals.digits(context.worth(found, "n"))
    year = Numerals.year(found, context)
    if year is None:
        if context.today is None:
            return Value("DATE", f"XXXX-{month:02d}-XX")
        near = Numerals.nearest(month, 15, context.today)
        year = near.year if near else context.today.year
    day = Almanac.holiday(f"{month}/{nth or -1}/{number}", year)
    return Value("DATE", day.isoformat(), "counted") if day.month == month else None


def _nth_weekday_near(found: Found, context: Context) -> Value | None:
    """Read "the last Friday of this month": of the report's month or of the one last spoken of."""
    if context.worth(found, "u") != "M" or not context.today:
        return None
    number, nth = int(context.worth(found, "w")), Numerals.digits(context.worth(found, "n"))
    which = context.said(found, "k")
    spoken = context.focus[0] if context.focus and which not in ("this", "last", "next") else context.today
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    month = Almanac.shifted(spoken.replace(day=1), step, "M")
    day = Almanac.holiday(f"{month.month}/{nth or -1}/{number}", month.year)
    return Value("DATE", day.isoformat(), "counted") if day.month == month.month else None


def _nth_week(found: Found, context: Context) -> Value | None:
    """Read "the first week of April": seven days from its first, for the last its last seven."""
    if context.worth(found, "u") != "W" or not is_month(found.parts["m"][0], context, first=False):
        return None
    month, nth = int(context.worth(found, "m")), Numerals.digits(context.worth(found, "n"))
    near = Numerals.nearest(month, 15, context.today) if context.today else None
    year = Numerals.year(found, context) or (near.year if near else None)
    if year is None or (nth is not None and nth > 4):
        return None
    after = Almanac.shifted(date(year, month, 1), 1, "M")
    start = date(year, month, 7 * nth - 6) if nth else Almanac.shifted(after, -7, "D")
    return Value("DATE", f"{start.isoformat()}/{Almanac.shifted(start, 6, 'D').isoformat()}", "counted")


def _month_lean(back: int, lean: Lean, before: str) -> tuple[int, str]:
    """Give 1 where a bare month `back` months ago means the next one, 0 where the latest, and why."""
    if back == 0:
        return 0, "report's"
    if lean.direction == "future" and lean.firm:
        return 1, lean.evidence
    if before in ("until", "till", "by", "through") and lean.direction != "past":
        return 1, f"preposition:{before}"
    if lean.direction == "past" and (lean.near or back <= _CLOSE_MONTHS):
        return 0, lean.evidence
    return int(back > _CLOSE_MONTHS), "nearest"


def _month_year(found: Found, context: Context) -> Value | None:
    year = Numerals.year(found, context)
    if not context.at(found.parts["m"][0]).capital or year is None:
        return None
    return Value("DATE", f"{year:04d}-{int(context.worth(found, 'm')):02d}")


def _month_of_year(found: Found, context: Context) -> Value | None:
    if context.worth(found, "u") != "Y" or not context.at(found.parts["m"][0]).capital:
        return None
    year, number = context.which_year(context.said(found, "k")), int(context.worth(found, "m"))
    return Value("DATE", f"{year:04d}-{number:02d}" if year else f"XXXX-{number:02d}")


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "full-date": _full,
    "date-first": _full,
    "iso-date": _iso,
    "slash-date": _slash,
    "month-day": _month_day,
    "month-day-first": _month_day,
    "day-number": _day_number,
    "day-range": _range,
    "month-range": _range,
    "nth-week": _nth_week,
    "nth-weekday": _nth_weekday,
    "nth-weekday-near": _nth_weekday_near,
    "month": _month,
    "month-year": _month_year,
    "month-of-year": _month_of_year,
}
