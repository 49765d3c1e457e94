"""What a reader in a hurry is shown first: of each period the lines that tell most, in the order of the days.

One sentence is shown once, and what tells nothing on its own not at all, unless there is nothing else; a short
chronicle is shown whole but for those. What is held back is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.exports.account import Line

_MOST = {"story": 9, "ahead": 3, "background": 3}


def choice(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give those of `lines` that are shown first, in their order."""
    kept: set[str] = set()
    for period, most in _MOST.items():
        told: set[str] = set()
        for line in sorted((x for x in lines if x.period == period), key=_first):
            if len(told) == most:
                break
            if (line.weight >= 0 or line.corrections) and line.title not in told:
                told.add(line.title)
                kept.add(line.id)
    if not kept and lines:
        kept.add(max(lines, key=lambda x: (x.weight, x.id)).id)
    return tuple(line for line in lines if line.id in kept)


def _first(line: Line) -> tuple[bool, int, str, str]:
    """What a person looked at comes first."""
    return not line.corrections, -line.weight, line.date or "~", line.id
