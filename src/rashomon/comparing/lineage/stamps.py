"""When reports came out, as far as their order goes: by the clock where all have one, else by the day.

A stamp is an ISO day, or a day and a clock in UTC; "" where nothing is known. Midnight to the second is no clock: it
is how containers write a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rashomon.records import Reading, Report

_DAY = 10  # characters of an ISO day


def stamp(report: Report, reading: Reading | None) -> str:
    """Give when `report` came out: the clock from its container, the day from its reading."""
    published = reading.published if reading else None
    day = ((published and (published.value or published.earliest)) or report.published or "")[:_DAY]
    told = _clock(report.published or "")
    if told is None or (told.hour, told.minute, told.second) == (0, 0, 0):
        return day
    if day and told.date().isoformat() != day:  # the reading knows better
        return day
    return (told.astimezone(UTC) if told.tzinfo else told).replace(tzinfo=None).isoformat(timespec="seconds")


def alike(stamps: Iterable[str]) -> dict[str, str]:
    """Give each of `stamps` as it may be held against the others: of a day that one has no clock of, the day alone."""
    listed = set(stamps)
    bare = {s for s in listed if len(s) <= _DAY}
    return {s: s[:_DAY] if s[:_DAY] in bare else s for s in listed}


def _clock(published: str) -> datetime | None:
    try:
        return datetime.fromisoformat(published.strip())
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(published)
    except (ValueError, TypeError, IndexError):
        return None
