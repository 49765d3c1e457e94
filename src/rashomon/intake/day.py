"""A date as formats write it to an ISO date or date-time; what is none of those is left as it is, never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 100  # characters: what is longer is no date
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")
_ZONE = re.compile(r"(.*\d)\s+([+-]\d\d):?(\d\d)")


def day(told: str) -> str:
    """Give `told` (ISO 8601, its compact form, RFC 822 as in feeds, "2031-05-02 08:00:00") as ISO 8601."""
    if len(told) > _LONGEST:
        return told
    told = " ".join(told.split())
    if compact := _COMPACT.fullmatch(told):
        year, month, of_month, *clock = compact.groups()
        told = f"{year}-{month}-{of_month}" + (f"T{':'.join(clock)}Z" if clock[0] else "")
    for read in (_iso, _mail):
        try:
            return read(told)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return told


def _iso(told: str) -> str:
    if len(told) == 10:
        return date.fromisoformat(told).isoformat()
    if zoned := _ZONE.fullmatch(told):
        told = f"{zoned.group(1)}{zoned.group(2)}:{zoned.group(3)}"
    moment = datetime.fromisoformat(told.removesuffix(" UTC").removesuffix(" GMT"))
    if told.endswith((" UTC", " GMT")):
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(microsecond=0).isoformat()


def _mail(told: str) -> str:
    return parsedate_to_datetime(told).replace(microsecond=0).isoformat()
