"""Two voices give one thing two causes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.phrases import phrases
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights

_ABOUT = 0.16
_BREAK = re.compile(r"[;:]|\s(?:--|[–—])\s?|—")


class Cause:
    """Two voices give one thing two causes."""

    name = "causes"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and bool(_reason(p.text)[0])

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if a.event or b.event:
            return None
        (x, effect), (y, other) = _reason(a.text), _reason(b.text)
        if not x or not y:
            return None
        cosine, shared = weights.shared(a, b)
        told = {term(w) for w in x} & {term(w) for w in y} - (a.stems & b.stems)
        same = effect & other
        if shared >= 2 and len(same) >= 2 and weights.held(a, b) >= _ABOUT and len(told) <= 1:
            return Difference("cause", 0.5 + cosine, f"causes: {' '.join(x[:6])} or {' '.join(y[:6])}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The effect is."""
        return bool(event.trigger & (_reason(side.text)[1] | (side.stems & other.stems)))


@lru_cache(maxsize=1 << 16)
def _reason(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words after the first cause cue, up to the end of the clause, and the terms of what it causes.

    The effect stands before the cue, or after the pause that ends the cause where the cue comes first.
    """
    lower = text.casefold()
    cues = list(phrases("cause_cues", lower))
    if not cues:
        return (), frozenset()
    at = min(cues, key=lambda m: m.start())
    cause, _, rest = re.split(r"[.;]", lower[at.end() :])[0].partition(",")
    before = re.findall(r"[a-z]{4,}", _BREAK.split(lower[: at.start()])[-1])
    effect = before if len(before) > 1 else re.findall(r"[a-z]{4,}", rest)
    return tuple(re.findall(r"[a-z]{4,}", cause)[:12]), frozenset(term(w) for w in effect)
