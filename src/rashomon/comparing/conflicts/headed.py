"""Two voices put different people in one place: the head of a delegation, the leader of a group."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights

_HEADED = re.compile(
    r"(?P<what>\w+),? (?:is |was |are |were )?(?:headed|led|chaired|commanded) by "
    r"(?P<who>(?:the )?[\w’'-]+(?: [\w’'-]+){0,3})"
)


class Headed:
    """Two voices put different people in one place: the head of a delegation, the leader of a group."""

    name = "headed by"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and _head(p.text) is not None

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if a.event or b.event:
            return None
        x, y = _head(a.text), _head(b.text)
        if not x or not y or term(x["what"].lower()) != term(y["what"].lower()):
            return None
        _, shared = weights.shared(a, b)
        one, other = x["who"].strip(), y["who"].strip()
        if shared >= 1 and not set(one.lower().split()) & set(other.lower().split()) - {"the", "of", "al"}:
            return Difference("identity", 1.2, f"headed by: {one} or {other}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """What is headed takes part in it."""
        head = _head(side.text)
        what = term(head["what"].lower()) if head else ""
        return what in event.stems or f"~{what}" in event.actors | event.recipients


@lru_cache(maxsize=1 << 16)
def _head(text: str) -> re.Match[str] | None:
    return _HEADED.search(text)
