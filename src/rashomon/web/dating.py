"""How well a day is known is never lost: stated in the text, inferred from something else, or unknown."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rashomon.records import Reason

Basis = Literal["stated", "inferred", "unknown"]
_STATED = {"clause", "sentence", "dateline", "metadata", "url", "date-line"}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PRECISIONS = {4: "the year", 7: "the month", 10: "the day"}


class Dating(NamedTuple):
    """How a date is known: its basis, how fine it is, and the rule that gave it."""

    basis: Basis
    precision: str
    rule: str


def dating(date: str | None, because: Reason) -> Dating:
    """Tell how `date` is known from the reason of its row ("…; date: REPORT: clause:Sunday") or its basis."""
    told = because.after("date") or next((Reason(s.words) for s in because.steps if s.rule == "date"), because)
    rule = str(told)
    if not date:
        return Dating("unknown", "", rule)
    start, _, end = date.partition("/")
    precision = "between two days" if end else _PRECISIONS.get(len(start[:10]), "the day")
    return Dating("stated" if told.rule in _STATED else "inferred", precision, rule)


def date_of(told: str | None) -> str | None:
    """Give a day, month or year as it is told, None where what stands there is no date at all."""
    return told if told and _DATE.fullmatch(told[:10]) else None
