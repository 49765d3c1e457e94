"""Two voices put one event in two places of which neither is in the other (`places_apart`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.one_event import is_told, one_event
from rashomon.comparing.gap import gap
from rashomon.comparing.places_apart import places_apart
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights

_SAME_DAYS = timedelta(days=1)


class Place:
    """Two voices put one event in two places."""

    name = "place"
    alone = False
    once = True

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.place is not None and is_told(p)

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if (
            not a.place
            or not b.place
            or not places_apart(a.place, b.place)
            or not _one_time(a, b)
            or not one_event(a, b)
        ):
            return None
        first, second = sorted((a.place.lstrip("@"), b.place.lstrip("@")))
        return Difference("place", 0.9 + weights.held(a, b), f"place: {first} or {second}")

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The event whose place it is is."""
        return bool(event.trigger & side.trigger)


def _one_time(a: Proposition, b: Proposition) -> bool:
    x, y = a.days or a.said, b.days or b.said
    return x is not None and y is not None and gap(x, y) <= _SAME_DAYS
