"""The signs and words of an overview in plain words, told where they first stand and only where they do."""

from __future__ import annotations

from rashomon.exports.overview import Overview
from rashomon.exports.pointed import LEGEND

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
