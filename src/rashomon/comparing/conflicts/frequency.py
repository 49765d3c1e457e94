"""One voice calls something the first of its kind, another says that it happens often."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.frequency import frequency
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights

_ABOUT = 0.12
_SHARED = 3


class Frequency:
    """One voice calls something the first of its kind, another says that it happens often."""

    name = "frequency"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and frequency(p.text) is not None

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        cosine, shared = weights.shared(a, b)
        if frequency(a.text) == frequency(b.text) or shared < _SHARED or cosine < _ABOUT:
            return None
        return Difference("number", 0.6 + cosine, "frequency: for the first time, or often")

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """What is said to be the first, or one of many, is."""
        return bool(event.trigger & side.stems & other.stems)
