"""Opposite words about the same thing, both affirmed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights
from rashomon.lexicons import lexicon

_ABOUT = 0.15
_SHARED = 3


class Opposition:
    """Opposite words about the same thing, both affirmed."""

    name = "opposites"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and p.topic is not None and bool(p.stems & _opposed_words())

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if a.event or b.event or a.topic is None or a.topic != b.topic:
            return None
        affirmed, other = a.stems - a.denied, b.stems - b.denied
        pair = next((f"{x}/{y}" for x, y in _opposites() if _opposing(affirmed, other, x, y)), None)
        if pair is None:
            return None
        cosine, shared = weights.shared(a, b)
        if shared >= _SHARED and cosine >= _ABOUT:
            return Difference("stance", cosine, f"opposites: {pair}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """An event told by one of the opposite words is."""
        return bool(event.trigger & _opposed_words() & side.stems)


def _opposing(a: frozenset[str], b: frozenset[str], x: str, y: str) -> bool:
    forward, backward = x in a and y in b, y in a and x in b
    return (forward and x not in b and y not in a) or (backward and y not in b and x not in a)


@cache
def _opposed_words() -> frozenset[str]:
    return frozenset(word for pair in _opposites() for word in pair)


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((term(one), term(other)) for one, others in lexicon("opposites") for other in others.split(","))
