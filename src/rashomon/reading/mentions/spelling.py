"""Two spellings are one inside a report where they sound alike and differ by little: Rouhani, Rohani; Haq, Haqq."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Levenshtein


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the consonants of a plain word, doubled ones once, with its first letter kept."""
    tail = "".join(c for c in word[1:] if c not in "aeiouyw'")
    return "".join(c for c, _ in groupby(word[:1] + tail))


def spelling(a: str, b: str) -> bool:
    """Whether two plain words are spellings of one name; never for words under four letters."""
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= 3
        and skeleton(a) == skeleton(b)
        and Levenshtein.distance(a, b) <= (2 if len(a) > 5 else 1)
    )
