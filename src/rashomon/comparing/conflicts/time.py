"""Two voices put one event on two days that cannot both be right.

Both days are told in the text beside the event, and both are exact. A day apart is a night, or the hour of another
place; days far apart are two events, but for a death.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.one_event import is_told, one_event
from rashomon.comparing.days import Days
from rashomon.comparing.gap import gap
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights

_EXACT = timedelta(days=1)
_NIGHT = timedelta(days=1)
_ONE_EPISODE = timedelta(days=7)
_TOLD = ("clause:", "corrected by ")


class Time:
    """Two voices put one event on two days."""

    name = "time"
    alone = False
    once = True

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return _day(p) is not None and is_told(p)

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        one, other = _day(a), _day(b)
        if one is None or other is None:
            return None
        if not _NIGHT < gap(one, other) <= _ONE_EPISODE or not one_event(a, b):
            return None
        first, second = sorted((one[0].isoformat(), other[0].isoformat()))
        return Difference("time", 0.9 + weights.held(a, b), f"time: {first} or {second}")

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The event whose day it is is."""
        return bool(event.trigger & side.trigger)


def _day(p: Proposition) -> Days | None:
    """The exact day that the text gives the event of `p`."""
    if p.event is None or p.days is None or not p.event.date_basis.startswith(_TOLD):
        return None
    return p.days if p.days[1] - p.days[0] <= _EXACT else None
