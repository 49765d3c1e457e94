"""The phrases of a lexicon, ready to be looked for in text that is in lower case."""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicons import lexicon


@cache
def phrases(name: str) -> tuple[re.Pattern[str], ...]:
    """The phrases of a lexicon, in its order."""
    return tuple(re.compile(rf"\b{re.escape(phrase)}\b") for (phrase,) in lexicon(name))
