"""A period is the days from its first to its last, both in it; a date that is less exact is a longer period.

The time from one period to another: none or less where they meet.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache


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
