"""The stretch of the calendar that a time expression names, cut to the part of it that its words name.

What has happened ends with the report's day at the latest; a time of day without its day names no stretch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from rashomon.records import Publication, Timex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_SEASONS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11"), "WI": ("12", "12"),
            "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"),
            "H1": ("01", "06"), "H2": ("07", "12")}  # fmt: skip
_PART = re.compile(r"(?:the |very )*(early|mid|late|earlier|later|beginning|start|middle|end)\b")
_REPORTS = ("report's", "report's,bounded-report-day")
_NO_DAY = {
    "clock": _REPORTS,
    "daypart": _REPORTS,
    "military": _REPORTS,
    "noon": (*_REPORTS, "focus", "focus,bounded-report-day"),
}
"""Rules of times of day by what gave them their day, where that is nothing in their own words."""
_RECENT = re.compile(r"recent\b.*\bdays\b")
_LATELY = timedelta(days=7)

Days = tuple[date, date]


def stretch(timex: Timex, words: str, published: Publication | None, over: bool, exact: bool = False) -> str | None:
    """Give the ISO day, month, year or interval that `timex`, written as `words`, means; None where it names none.

    What is `over` has none after the report's day. `exact` cuts a period to the part that its words name, and what is
    over to the report's day; without it the period stands as it is named.
    """
    words = words.lower()
    told = _told(published)
    if exact and _of_the_report(timex):
        return None
    if exact and timex.because.rule == "overnight" and _DAY.match(timex.value):
        return _since_eve(timex.value[:10])
    if timex.value == "PAST_REF":
        if told is None or not exact or not _RECENT.search(words):
            return None
        return f"{(told[0] - _LATELY).isoformat()}/{told[1].isoformat()}"
    value = calendar(timex.value)
    if value is None:
        return None
    span = ends(value)
    if span is None:
        return value
    if over and told is not None and span[0] > told[1]:
        return None
    if not exact:
        return value
    first, last = _part(span, words, told)
    if over and told is not None:
        last = max(first, min(last, told[1]))
    return value if (first, last) == span else _written(first, last)


def _of_the_report(timex: Timex) -> bool:
    """Whether a time of day has its day from the report alone, and so names none."""
    return timex.because.words in _NO_DAY.get(timex.because.rule, ())


def calendar(value: str) -> str | None:
    """Write a TIMEX3 value as an ISO day, month, year or interval; None where it names no stretch of the calendar."""
    day = _DAY.match(value)
    if day and "/" not in value:
        return day.group()
    if _ISO.match(value):
        return value
    week = _WEEK.match(value)
    if week:
        return _week(int(week.group(1)), int(week.group(2)), 6 if week.group(3) else 1)
    season = _SEASON.match(value)
    if season:
        first, last = _SEASONS[season.group(2)]
        return f"{season.group(1)}-{first}/{season.group(1)}-{last}"
    return f"{value}0/{value}9" if re.fullmatch(r"\d{3}", value) else None


def ends(value: str) -> Days | None:
    """Give the first and the last day of an ISO day, month, year or interval."""
    first, _, last = value.partition("/")
    try:
        return _edge(first, False), _edge(last or first, True)
    except ValueError:
        return None


def _edge(value: str, last: bool) -> date:
    if len(value) == 4:
        return date(int(value), 12, 31) if last else date(int(value), 1, 1)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, monthrange(year, month)[1] if last else 1)
    return date.fromisoformat(value[:10])


def _part(span: Days, words: str, told: Days | None) -> Days:
    """Cut a period to its early, middle or late part; a day is not cut."""
    first, last = span
    found = _PART.match(words)
    length = (last - first).days + 1
    if found is None or length < 5:
        return span
    which = found.group(1)
    if which in ("earlier", "later"):
        if told is None or not first <= told[0] <= last:
            return span
        return (first, told[1]) if which == "earlier" else (told[0], last)
    part = timedelta(days=length // 4 if length > 100 else length // 3)
    if which in ("early", "beginning", "start"):
        return first, first + part - timedelta(days=length > 100)
    if which in ("late", "end"):
        return last - part, last
    return first + part, last - part


def _written(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _told(published: Publication | None) -> Days | None:
    """Give the first and the last day on which the report may have been published."""
    if published is None:
        return None
    first, last = published.earliest or published.value, published.latest or published.value
    if not first or not last or len(first) < 10 or len(last) < 10:
        return None
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _since_eve(day: str) -> str:
    return f"{(date.fromisoformat(day) - timedelta(days=1)).isoformat()}/{day}"


def _week(year: int, week: int, first: int) -> str | None:
    try:
        return f"{date.fromisocalendar(year, week, first)}/{date.fromisocalendar(year, week, 7)}"
    except ValueError:
        return None
