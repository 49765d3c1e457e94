"""Calendar arithmetic by the standard library, and days written as TIMEX3 values.

Units are those of the durations: Y, M, W, D, Q, DE, CE, ML, WE, H (half year), F (fortnight), TH, TM, TS.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

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
