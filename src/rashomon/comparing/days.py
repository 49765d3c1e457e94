"""A period is the days from its first to its last, both in it; a date that is less exact is a longer period.

The time from one period to another: none or less where they meet. Which of several places is the first: what the
earliest report tells, so that later reports take no name away.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from rashomon.records import Evidence, Reading


def gap(a: Days, b: Days) -> timedelta:
    """Give the time from the end of the earlier of two periods to the beginning of the later."""
    return max(a[0], b[0]) - min(a[1], b[1])


Days = tuple[date, date]
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-Q([1-4])|-(SP|SU|FA|WI))?(?:T.*)?")


@lru_cache(maxsize=1 << 14)
def days(value: str | None) -> Days | None:
    """Give the days that an ISO 8601 or TIMEX3 date or `start/end` interval covers; None where it names none."""
    if not value:
        return None
    if "/" in value:
        first, last = (days(part) for part in value.split("/", 1))
        if first and last:
            return (first[0], last[1]) if first[0] <= last[1] else None
        return None
    m = _ISO.fullmatch(value)
    if not m:
        return None
    year, month, day, week, quarter, season = m.groups()
    try:
        return _calendar(int(year), month, day, week, quarter, season)
    except ValueError:
        return None


def _calendar(
    year: int, month: str | None, day: str | None, week: str | None, quarter: str | None, season: str | None
) -> Days:
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        return monday, monday + timedelta(days=6)
    if day and month:
        only = date(year, int(month), int(day))
        return only, only
    if season:
        first, last = _SEASONS[season]
    elif quarter:
        first, last = 3 * int(quarter) - 2, 3 * int(quarter)
    elif month:
        first = last = int(month)
    else:
        first, last = 1, 12
    over, last = divmod(last - 1, 12)
    end = year + over
    return date(year, first, 1), date(end, last + 1, calendar.monthrange(end, last + 1)[1])


class Firsts:
    """Tells which of several reports, or of places in them, comes first: by day of printing, then by id."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._day = _first_days({r: one.published.value for r, one in readings.items()})

    @classmethod
    def printed(cls, when: Mapping[str, str | None]) -> Firsts:
        """Tell it of reports by when they were printed, as their readings would say it."""
        firsts = cls({})
        firsts._day = _first_days(when)
        return firsts

    def key(self, report: str, *place: int) -> tuple[date, str, tuple[int, ...]]:
        """Give what reports and their places are put in order by; those of no known day come last."""
        return self._day.get(report, date.max), report, place

    def of(self, places: Iterable[Evidence]) -> Evidence:
        """Give the first of some places."""
        return min(places, key=lambda e: self.key(*e))


def _first_days(when: Mapping[str, str | None]) -> dict[str, date]:
    return {r: d[0] for r, value in when.items() if (d := days(value))}


def first_of(readings: Mapping[str, Reading]) -> tuple[str, date | None]:
    """Give the first of some reports, and its day where it is known."""
    day, report, _ = min(map(Firsts(readings).key, readings))
    return report, None if day == date.max else day
