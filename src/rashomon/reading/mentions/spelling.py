"""Two writings of one name share a key: case, accents, apostrophes, hyphens, particles and the article left out.

Plain text is lower case, without accents, apostrophes and hyphens: what two spellings have in common.

A word's skeleton is what survives romanisation: its first letter and its consonants, doubled ones once.

Two spellings are one inside a report where they sound alike and differ by little: Rouhani, Rohani; Haq, Haqq.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from rashomon.reading.mentions.page import PARTICLES


def spelling(a: str, b: str) -> bool:
    """Whether two plain words are spellings of one name; never for words under four letters."""
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= 4
        and skeleton(a) == skeleton(b)
        and Levenshtein.distance(a, b) <= (2 if len(a) > 5 else 1)
    )


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the consonants of a plain word, doubled ones once, with its first letter kept."""
    tail = "".join(c for c in word[1:] if c not in "aeiouyw'")
    return "".join(c for c, _ in groupby(word[:1] + tail))


def plain(text: str) -> str:
    """Give `text` in lower case, without accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", text) if not text.isascii() else text
    return "".join(c for c in bare.lower() if c.isalnum() or c == " ")


_BREAKS = str.maketrans(dict.fromkeys("-‐‑–\n\r\t\xa0", " "))


def name_key(text: str) -> tuple[str, ...]:
    """Give the words of `text` that tell names apart ("the Al-Hurra" → ("hurra",)); never empty for a word."""
    words = plain(text.translate(_BREAKS)).split()
    core = [w for w in words if w not in PARTICLES or w == "abu"]
    core = core[1:] if len(core) > 1 and core[0] == "the" else core
    return tuple(core or words)
