"""One stem for every word that comparing looks at: the same word, the same stem, in every room."""

from __future__ import annotations

from functools import cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """Give the Snowball stem of a lower-case English word (Porter 2)."""
    return str(_STEMMER.stemWord(word))
