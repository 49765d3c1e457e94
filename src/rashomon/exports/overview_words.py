"""What the template of an overview needs, on every face that shows one.

A title in pieces: the words of a report, and what rashomon added in [brackets].

The signs and words of an overview in plain words, told where they first stand and only where they do.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

from rashomon.exports.overview import Overview
from rashomon.exports.safe_text import cut_short
from rashomon.exports.values_in_words import day, day_in
from rashomon.exports.voices_in_words import LEGEND, bounds, pointed, told_by
from rashomon.records.vocabulary import CONFLICTS

VOICES = (
    "voices: how many tell it independently, at least–at most (who only repeats another is not counted); "
    "reports: how many hold it"
)
_SIGNS = {
    "✗": "✗ accounts differ: how, and the number of the dispute below",
    "↻": "↻ later told otherwise",
    "✓": "✓ the other account was given up",
}
ADDED = "[ ] added by rashomon; every other word is a report's own. rashomon gives no verdict."


def legend(shown: Overview) -> tuple[str, ...]:
    """Give the explanations that this overview needs, one a sign."""
    lines = {x.id for part in (shown.lines, shown.ahead, shown.background, shown.corrected) for x in part}
    signs = {mark.sign for line, mark in shown.outcomes if line in lines}
    lines_of = (*shown.lines, *shown.ahead, *shown.background)
    by_model = any(
        [
            *(x.pointed_by for x in lines_of),
            *(d.pointed_by for d in (*shown.disputes, *shown.otherwise)),
            *(f.pointed_by for f in shown.figures),
        ]
    )
    return (VOICES, *(told for sign, told in _SIGNS.items() if sign in signs), *([LEGEND] if by_model else ()))


_ADDED = re.compile(r"(\[[^\[\]]*\])")


def bracketed(text: str) -> list[tuple[str, bool]]:
    """Give the pieces in order, each with whether it was added."""
    return [(piece, bool(_ADDED.fullmatch(piece))) for piece in _ADDED.split(text) if piece]


OURS = ADDED
"""What every overview ends with."""


def overview_style() -> str:
    """Give the style sheet of templates/overview.html."""
    return files("rashomon.exports").joinpath("templates", "overview.css").read_text("utf-8")


FILTERS: dict[str, Any] = {
    "bounds": bounds,
    "bracketed": bracketed,
    "cut": cut_short,
    "day": day,
    "day_in": day_in,
    "kind": lambda kind: CONFLICTS[kind].word,
    "legend": legend,
    "pointed": pointed,
    "told_by": told_by,
}
"""By the names that templates/overview.html calls them."""
