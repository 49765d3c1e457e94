"""Where the phrases of a lexicon stand in a text that is in lower case, as words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.lexicons import lexicon


def phrases(name: str, lower: str) -> Iterator[re.Match[str]]:
    """Give the first place of each phrase of a lexicon that stands in `lower`, in the order of the lexicon."""
    for phrase, pattern in _patterns(name):
        if phrase in lower and (found := pattern.search(lower)):  # few texts hold any, which `in` sees at once
            yield found


@cache
def _patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((phrase, re.compile(rf"\b{re.escape(phrase)}\b")) for (phrase,) in lexicon(name))
