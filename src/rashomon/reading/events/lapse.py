"""The day of what is told by a lapse from something else: "three days after the militia shelled the port".

Of the main clause and the one under "after" or "before", the one without a day of its own is so many days from the
other. Weeks and longer are told too loosely to give a day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from spacy.tokens import Token

from rashomon.reading.events.stretch import ends

Dated = tuple[str | None, str]
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_STEPS = {"after": -1, "before": 1}


def lapse(head: Token, day: Callable[[Token], Dated]) -> tuple[str, str] | None:
    """Give the day of the clause at `head` by its lapse from a clause that `day` gives one; None where none is told."""
    found = _lapse(head)
    if found is not None and head.head != head:
        return _moved(day(head.head), found[0] * _STEPS[found[1]], found)
    for child in head.children:
        below = _lapse(child)
        if below is not None:
            return _moved(day(child), -below[0] * _STEPS[below[1]], below)
    return None


def _moved(dated: Dated, days: int, told: tuple[int, str]) -> tuple[str, str] | None:
    value, basis = dated
    span = ends(value) if value is not None else None
    if span is None or span[0] != span[1] or not basis.startswith("clause:"):
        return None
    return (span[0] + timedelta(days=days)).isoformat(), f"lapse:{told[0]} days {told[1]} {basis}"


def _lapse(clause: Token) -> tuple[int, str] | None:
    """Read "three days after" before a clause: the days and the word."""
    if clause.dep_ != "advcl":
        return None
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in _STEPS), None)
    if mark is None or mark.i < 2:
        return None
    unit, number = mark.nbor(-1), mark.nbor(-2)
    if unit.lower_ not in ("day", "days"):
        return None
    count = int(number.text) if number.text.isdigit() and len(number.text) < 3 else _NUMBERS.get(number.lower_)
    return None if count is None else (count, mark.lower_)
