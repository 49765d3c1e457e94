"""One voice names who did a deed, the other says that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.instruments import instruments
from rashomon.comparing.conflicts.phrases import phrases
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights

_NEAR = 60
_OTHERS = re.compile(r"\b(?:other|previous|earlier|past|separate|similar|another)\b")


class Doer:
    """One voice names who did a deed, the other says that nobody knows."""

    name = "actor"
    alone = True
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return bool(_unknown(p.text))

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        x, y = _unknown(a.text) & a.stems, _unknown(b.text) & b.stems
        if bool(x) == bool(y):
            return None
        deed, around = (b, x) if x else (a, y)
        if not deed.event or deed.event.type != "ASSAULT" or deed.event.modality not in ("asserted", "attributed"):
            return None
        _, shared = weights.shared(a, b)
        if shared >= 2 and deed.actors - instruments() and around & (deed.stems | deed.trigger):
            return Difference("actor", 1.0, f"actor: unknown to one voice, named by the other: {deed.text[:60]}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The deed is."""
        if event.event is None or event.event.type != "ASSAULT":
            return False
        return bool(event.trigger & (_unknown(side.text) | _unknown(other.text)))


@lru_cache(maxsize=1 << 16)
def _unknown(text: str) -> frozenset[str]:
    """The stems around a phrase that says that nobody knows who did it; none where nothing says so."""
    text = text.casefold()
    for at in phrases("unknown_actors", text):
        near = text[max(0, at.start() - _NEAR) : at.end() + _NEAR]
        if _OTHERS.search(near):  # "five other attacks by unknown men" is no word on this one
            continue
        return frozenset(term(w) for w in re.findall(r"[a-z]{4,}", near))
    return frozenset()
