"""An anniversary's date is the day to come; the date inside "anniversary of …" is the event's own, years before."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.reading.times.context import Context
from rashomon.reading.times.grammar import Found
from rashomon.reading.times.neighbours import neighbours
from rashomon.reading.times.numerals import Numerals

_REACH = 45  # words back to "anniversary of": an event with its actors and its place between
_DIRECT = 4  # words back to a verb that gives the anniversary its own day ("falls on")


class Anniversary(NamedTuple):
    """How many years back the event lies (None: unnumbered, at least one), and the words that say so."""

    years: int | None
    evidence: str


def anniversaries(found: Found, context: Context) -> Anniversary | None:
    """Give the anniversary whose event a day without year dates ("the first anniversary of the killing … on May 3").

    None where the sentence names no anniversary before it, or gives the day to the anniversary itself ("falls on").
    """
    for i in range(found.start - 1, max(-1, found.start - _REACH), -1):
        word = context.at(i)
        if word.kind in ("stop", "break"):
            return None
        if found.start - i < _DIRECT and word.form in neighbours("on-the-day"):
            return None
        if word.kind == "anniversary":
            if context.at(i + 1).form != "of":
                return None
            ordinal = context.at(i - 1)
            years = Numerals.digits(ordinal.value) if ordinal.kind in ("ord", "ordword", "second") else None
            return Anniversary(years, f"anniversary-of:{ordinal.form if years else 'unnumbered'}")
    return None
