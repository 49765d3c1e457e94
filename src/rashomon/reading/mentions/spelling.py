"""Two spellings are one inside a report where they sound alike and differ by little: Rouhani, Rohani; Haq, Haqq."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from rashomon.reading.mentions.skeleton import skeleton


def spelling(a: str, b: str) -> bool:
    """Whether two plain words are spellings of one name; never for words under four letters."""
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= 4
        and skeleton(a) == skeleton(b)
        and Levenshtein.distance(a, b) <= (2 if len(a) > 5 else 1)
    )
