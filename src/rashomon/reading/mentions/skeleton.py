"""A word's skeleton is what survives romanisation: its first letter and its consonants, doubled ones once."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the consonants of a plain word, doubled ones once, with its first letter kept."""
    tail = "".join(c for c in word[1:] if c not in "aeiouyw'")
    return "".join(c for c, _ in groupby(word[:1] + tail))
