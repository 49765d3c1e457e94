"""Two figures for one thing, said of the same day; a toll that grows from day to day is change."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights

_ABOUT = 0.16
_ABOUT_ONE = 0.4
_LIST = 3
_MEASURES = "percent year month week day hour minute mile kilometre kilometer metre dollar euro pound point time foot"
_BEFELL = {
    "dead": "kill die dead death perish",
    "hurt": "injure wound hurt",
    "held": "arrest detain hold",
    "missing": "missing",
}


class Number:
    """Two figures for one thing, said of the same day; a toll that grows from day to day is change."""

    name = "figures"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return bool(p.figures)

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if not a.figures or not b.figures or a.figures & b.figures:
            return None
        if a.said and b.said and a.said != b.said:
            return None
        if _elsewhere(a, b):
            return None
        x, y = a.days or a.said, b.days or b.said
        if x and y and (x[0] > y[1] or y[0] > x[1]):
            return None
        cosine, shared = weights.shared(a, b)
        for n, what in sorted(a.figures):
            for m, same in sorted(b.figures):
                if what == same and n != m and shared >= _shared(what) and cosine >= _least(what, a, b):
                    return Difference("number", 1.0 + cosine, f"figures: {n:g} or {m:g} {what}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The event with the figure is."""
        kinds = {what for _, what in side.figures} & {what for _, what in other.figures}
        told = event.stems | {party.lstrip("~") for party in event.actors | event.recipients}
        return any(what in told or told & _fates().get(what, frozenset()) for what in kinds)


def _elsewhere(a: Proposition, b: Proposition) -> bool:
    """Whether each speaks of a state that the other does not: troops in one country are not those in another."""
    x, y = ({e for e in p.entities if e[0] == "@"} for p in (a, b))
    return bool(x - y and y - x)


def _shared(what: str) -> int:
    """How many words and names two must share; "60 seats" and "six seats" of one party may be lost and won."""
    return 2 if what in _BEFELL else 3


def _least(what: str, a: Proposition, b: Proposition) -> float:
    """How alike two must be: a measure ("9 percent") does not say what is measured, and of a list no one figure is."""
    if max(sum(unit == what for _, unit in p.figures) for p in (a, b)) >= _LIST:
        return 1.0
    return _ABOUT_ONE if what in _measures() else _ABOUT


@cache
def _measures() -> frozenset[str]:
    return frozenset(term(word) for word in _MEASURES.split())


@cache
def _fates() -> dict[str, frozenset[str]]:
    """The words by which the counted people are known, by what befell them."""
    return {fate: frozenset(term(word) for word in words.split()) for fate, words in _BEFELL.items()}
