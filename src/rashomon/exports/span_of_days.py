"""A row's date as first and last moment of one precision each; what is no ISO date has neither."""

from __future__ import annotations

import re

_ISO = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01])(?:T[0-9:]*)?)?)?")


def span_of_days(date: str | None) -> tuple[str, str] | None:
    """Give ("2031-05-02", "2031-05-04") of an interval, the same twice of a day, month or year, None where unknown."""
    first, _, last = (date or "").partition("/")
    start, end = _ISO.fullmatch(first), _ISO.fullmatch(last or first)
    if start is None or end is None:
        return None
    return first.partition("T")[0], (last or first).partition("T")[0]
