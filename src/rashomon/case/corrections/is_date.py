"""A date that a person gives is an ISO day, month or year, an interval of two that do not run backwards, or unknown."""

from __future__ import annotations

import re
from datetime import date

UNKNOWN = "unknown"
_ISO_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def is_date(value: str) -> bool:
    """Tell whether `value` is one."""
    parts = value.split("/")
    if value == UNKNOWN:
        return True
    if len(parts) > 2 or not all(map(_ISO_DAY.fullmatch, parts)):
        return False
    try:
        starts = [date.fromisoformat(f"{part}-01-01"[:10]) for part in parts]
    except ValueError:
        return False
    return starts == sorted(starts)
