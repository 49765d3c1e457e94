"""Calendar arithmetic by the standard library, and days written as TIMEX3 values.

Units are those of the durations: Y, M, W, D, Q, DE, CE, ML, WE, H (half year), F (fortnight), TH, TM, TS.

Days of the Persian and Hijri calendars: "15 Khordad 1402", "Ramadan", "Eid al-Fitr".

A Persian day is exact. A Hijri month begins when its moon is seen, so that a day of it is written with the day before
and the day after. Without a year, the one nearest to the report is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from rashomon.reading.times.context import Context, Numerals, Value
from rashomon.reading.times.grammar import Found, neighbours

_HIJRI_SLACK = 1  # days by which the sight of the moon may differ from the tables
_FLIGHT, _LUNAR_YEAR = 622.54, 0.970224  # where the Hijri calendar begins, and how long its year is, in our years
_OURS = 1700  # neither calendar counts so far yet
_RAMADAN = "hijri-9"


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
    if context.worth(found, "m") != _RAMADAN or context.at(found.start - 1).form not in neighbours("month-of-theirs"):
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


_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS = {"D": 1, "N": 1, "W": 7, "WE": 7, "F": 14}
_OPEN = {
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Almanac:
    """Moves in the calendar; every method is pure and raises nothing on a day out of the calendar's range."""

    @staticmethod
    def shifted(day: date, count: float, unit: str) -> date:
        """Give the day `count` units off; months are cut to their length, the calendar's ends are kept to."""
        try:
            if unit in _MONTHS:
                months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
                year, month = divmod(months, 12)
                return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
            return day + timedelta(days=round(count * _DAYS.get(unit, 0)))
        except (ValueError, OverflowError):
            return date(MAXYEAR, 12, 31) if count > 0 else date(MINYEAR, 1, 1)

    @staticmethod
    def written(day: date, unit: str) -> str:
        """Write the period of `unit` that holds `day`: 2020-12-27, 2020-W52, 2020-12, 2020-Q4, 2020, 202, 20."""
        iso = day.isocalendar()
        match unit:
            case "W" | "F":
                return f"{iso.year:04d}-W{iso.week:02d}"
            case "WE":
                return f"{iso.year:04d}-W{iso.week:02d}-WE"
            case "M":
                return f"{day.year:04d}-{day.month:02d}"
            case "Q":
                return f"{day.year:04d}-Q{(day.month + 2) // 3}"
            case "H":
                return f"{day.year:04d}-H{(day.month + 5) // 6}"
            case "Y":
                return f"{day.year:04d}"
            case "DE":
                return f"{day.year:04d}"[:3]
            case "CE":
                return f"{day.year:04d}"[:2]
            case "ML":
                return f"{day.year:04d}"[:1]
        return day.isoformat()

    @staticmethod
    def written_or_open(day: date | None, unit: str) -> str:
        """Write the period of `unit` that holds `day`, with X for every place where the day is unknown."""
        return Almanac.written(day, unit) if day else _OPEN.get(unit, "XXXX-XX-XX")

    @staticmethod
    def season(day: date) -> tuple[int, str]:
        """Give the season that holds `day` and the year it began in (a winter begins in December)."""
        year = day.year - 1 if day.month < 3 else day.year
        return year, next(s for s in ("WI", "FA", "SU", "SP") if day.month >= _SEASON_START[s] or day.month < 3)

    @staticmethod
    def season_start(year: int, season: str) -> date:
        """Give the first day of a season."""
        return date(year, _SEASON_START[season], 1)

    @staticmethod
    def first_day(value: str) -> tuple[date, str] | None:
        """Read a TIMEX3 value back: its first day and its unit; None where it has no place in the calendar."""
        value = value.split("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                return date.fromisoformat(value), "D"
            if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
                return date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1), "WE" if m[3] else "W"
            if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
                return date(int(m[1]), int(m[2]), 1), "M"
            if m := re.fullmatch(r"(\d{4})-Q([1-4])", value):
                return date(int(m[1]), 3 * int(m[2]) - 2, 1), "Q"
            if m := re.fullmatch(r"(\d{4})-H([12])", value):
                return date(int(m[1]), 6 * int(m[2]) - 5, 1), "H"
            if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
                return date(int(m[1]), _SEASON_START[m[2]], 1), "S"
            if m := re.fullmatch(r"\d{4}", value):
                return date(int(m[0]), 1, 1), "Y"
        except ValueError:
            return None
        return None

    @staticmethod
    def easter(year: int) -> date:
        """Give Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876)."""
        a, b, c = year % 19, year // 100, year % 100
        d, e = divmod(b, 4)
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        m = (32 + 2 * e + 2 * i - h - k) % 7
        n = (a + 11 * h + 22 * m) // 451
        month, day = divmod(h + m - 7 * n + 114, 31)
        return date(year, month, day + 1)

    @staticmethod
    def holiday(rule: str, year: int) -> date:
        """Give a named day of `year` by its rule in `language/en/time_holidays.txt`."""
        if m := re.fullmatch(r"easter([+-]\d+)", rule):
            return Almanac.easter(year) + timedelta(days=int(m[1]))
        if m := re.fullmatch(r"(\d+)/(-?\d)/(\d)(?:\+(\d))?", rule):
            month, week, weekday, more = int(m[1]), int(m[2]), int(m[3]), int(m[4] or 0)
            edge = date(year, month, 1 if week > 0 else monthrange(year, month)[1])
            step = (weekday - edge.isoweekday()) % 7 if week > 0 else -((edge.isoweekday() - weekday) % 7)
            return edge + timedelta(days=step + 7 * (week - 1 if week > 0 else week + 1) + more)
        if len(rule) == 5:
            return date(year, int(rule[:2]), int(rule[3:]))
        return date.fromisoformat(rule)
