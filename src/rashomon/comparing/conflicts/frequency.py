"""One voice calls something the first of its kind, another says that it happens often."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights

_ABOUT = 0.12
_SHARED = 3
_FIRST = re.compile(r"\b(?:first time|first ever|never before|unprecedented)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:has|have|had|was|were) (?:long |already )?(?:often|repeatedly|regularly|frequently|always|routinely)\b"
    r"|\b(?:not|hardly) the first time\b",
    re.IGNORECASE,
)


class Frequency:
    """One voice calls something the first of its kind, another says that it happens often."""

    alone = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and bool(_FIRST.search(p.text) or _OFTEN.search(p.text))

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        first, other = (bool(_FIRST.search(p.text)) and not _OFTEN.search(p.text) for p in (a, b))
        cosine, shared = weights.shared(a, b)
        if first == other or shared < _SHARED or cosine < _ABOUT:
            return None
        return Difference("number", 0.6 + cosine, "frequency: for the first time, or often")
