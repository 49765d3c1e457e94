"""Two places are apart where neither can be in the other.

Known are states with their capitals, and towns with their states; of any other place nobody here knows what it lies
in, unless both are called by one word ("Halim province", "Karm province").
"""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon

_UNITS = frozenset(
    {"airport", "city", "county", "district", "governorate", "island", "port", "province", "town", "village"}
)


def places_apart(one: str, other: str) -> bool:
    """Tell whether neither of two places is in the other; a state, which its capital stands for, is marked `@`."""
    if one == other:
        return False
    state, its = (place[1:] if place[0] == "@" else _towns().get(place) for place in (one, other))
    if state and its:
        return state != its or (one[0] != "@" and other[0] != "@")
    words, others = one.casefold().split(), other.casefold().split()
    return bool({words[0], words[-1]} & {others[0], others[-1]} & _UNITS)


@cache
def _towns() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("towns")}
