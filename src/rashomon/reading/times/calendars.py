"""Days of the Persian and Hijri calendars: "15 Khordad 1402", "Ramadan", "Eid al-Fitr".

A Persian day is exact. A Hijri month begins when its moon is seen, so that a day of it is written with the day before
and the day after. Without a year, the one nearest to the report is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rashomon.reading.times.context import Context, Numerals, Value
from rashomon.reading.times.grammar import Found

_HIJRI_SLACK = 1  # days by which the sight of the moon may differ from the tables
_FLIGHT, _LUNAR_YEAR = 622.54, 0.970224  # where the Hijri calendar begins, and how long its year is, in our years
_OURS = 1700  # neither calendar counts so far yet
_RAMADAN = "hijri-9"
_LEADS_TO_A_MONTH = frozenset(
    {"after", "before", "during", "end", "for", "in", "last", "next", "of", "since", "this", "through", "throughout"}
    | {"until"}
)


def calendars(found: Found, context: Context) -> Value | None:
    """Give the value of a day, month, year or feast of another calendar; None where the words are none."""
    return _RULES[found.rule](found, context)


def _day(found: Found, context: Context) -> Value | None:
    calendar, month = _month(context.worth(found, "m"))
    number, year = Numerals.digits(context.worth(found, "d")), Numerals.digits(context.worth(found, "y"))
    return None if number is None else _dated(calendar, year, month, number, context)


def _feast(found: Found, context: Context) -> Value | None:
    calendar, month, number = context.worth(found, "h").split("-")
    year = Numerals.digits(context.worth(found, "y"))
    return _dated(calendar, year, int(month), int(number), context, context.said(found, "r"))


def _month_of_year(found: Found, context: Context) -> Value | None:
    calendar, month = _month(context.worth(found, "m"))
    year = Numerals.digits(context.worth(found, "y"))
    return None if year is None else _whole_month(calendar, year, month)


def _bare(found: Found, context: Context) -> Value | None:
    """Read "Ramadan", the one month that reports name alone; it is a surname too."""
    if context.worth(found, "m") != _RAMADAN or context.at(found.start - 1).form not in _LEADS_TO_A_MONTH:
        return None
    calendar, month = _month(_RAMADAN)
    if context.today is None:
        return None
    near = _nearest(calendar, month, 15, context.today, "")
    return None if near is None else _whole_month(calendar, near, month)


def _year(found: Found, context: Context) -> Value | None:
    calendar, year = context.worth(found, "e"), Numerals.digits(context.worth(found, "y"))
    first = None if year is None else _gregorian(calendar, year, 1, 1)
    after = None if year is None else _gregorian(calendar, year + 1, 1, 1)
    return _written(calendar, first, after - timedelta(days=1)) if first and after else None


def _month(value: str) -> tuple[str, int]:
    calendar, month = value.split("-")
    return calendar, int(month)


def _dated(calendar: str, year: int | None, month: int, number: int, context: Context, which: str = "") -> Value | None:
    """Give the day of a year of that calendar, or of our own where the number can be no other."""
    if year is not None and year >= _OURS:
        about = _year_of(calendar, date(year, 7, 1))
        years = (y for y in (about - 1, about, about + 1) if _falls_in(year, calendar, y, month, number))
        year = next(years, None)
    elif year is None:
        year = None if context.today is None else _nearest(calendar, month, number, context.today, which)
    day = None if year is None else _gregorian(calendar, year, month, number)
    return _written(calendar, day, day) if day else None


def _falls_in(ours: int, calendar: str, year: int, month: int, number: int) -> bool:
    day = _gregorian(calendar, year, month, number)
    return day is not None and day.year == ours


def _nearest(calendar: str, month: int, number: int, today: date, which: str) -> int | None:
    """Give the calendar's year whose such day lies nearest to `today`, of the next or the last alone where so said."""
    year = _year_of(calendar, today)
    options = [(day, y) for y in (year - 1, year, year + 1) if (day := _gregorian(calendar, y, month, number))]
    if which in ("last", "next"):
        options = [(day, y) for day, y in options if (day > today) == (which == "next")]
    return min(options, key=lambda option: abs((option[0] - today).days), default=(today, None))[1]


def _whole_month(calendar: str, year: int, month: int) -> Value | None:
    first = _gregorian(calendar, year, month, 1)
    after = _gregorian(calendar, year + month // 12, month % 12 + 1, 1)
    return _written(calendar, first, after - timedelta(days=1)) if first and after else None


def _written(calendar: str, first: date, last: date) -> Value:
    slack = timedelta(days=_HIJRI_SLACK if calendar == "hijri" else 0)
    if first == last and not slack:
        return Value("DATE", first.isoformat(), calendar)
    return Value("DATE", f"{(first - slack).isoformat()}/{(last + slack).isoformat()}", calendar)


def _year_of(calendar: str, day: date) -> int:
    """Give about which year of the calendar holds `day`, one too many or too few at its turn."""
    if calendar == "persian":
        return day.year - 621
    return int((day.year + (day.month - 0.5) / 12 - _FLIGHT) / _LUNAR_YEAR) + 1


def _gregorian(calendar: str, year: int, month: int, number: int) -> date | None:
    """Give the day in our calendar, None where that calendar has none such, or no table reaches so far."""
    try:
        if calendar == "persian":
            from convertdate import persian

            if not 1 <= number <= persian.month_length(year, month):
                return None
            return date(*persian.to_gregorian(year, month, number))
        from hijridate import Hijri

        return date.fromisoformat(Hijri(year, month, number).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


_RULES: dict[str, Callable[[Found, Context], Value | None]] = {
    "far-bare": _bare,
    "far-day": _day,
    "far-day-after": _day,
    "far-feast": _feast,
    "far-month": _month_of_year,
    "far-year": _year,
}
