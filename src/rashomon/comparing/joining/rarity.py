"""How much it says that two clauses share a word: the rarer in English, the more. A frozen table, the same for all.

So what is said of a pair never hangs on what else was compared. Entities and unknown words count as rare words do.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache, lru_cache

from rashomon.language import lexicon

_COMMONEST = 7.2
_LEAST = 0.6
_UNKNOWN = 3.4  # a little below the rarest term of the table
_ENTITY = 2.2  # in a story its people are everywhere, so less than a rare word

_CLASS = 1.5  # of words that can tell one thing


@lru_cache(maxsize=1 << 16)
def weight(member: Hashable) -> float:
    """Give what sharing a member of a set counts: a term by its rarity, an entity alike wherever it stands."""
    name = str(member)
    if name.startswith("="):
        return _CLASS
    return _ENTITY if is_entity(name) else rarity(name)


def is_entity(member: str) -> bool:
    """Whether a member of a unit's sets is an entity and no term."""
    return member.startswith(("n-", "@"))


@lru_cache(maxsize=1 << 16)
def rarity(term: str) -> float:
    """Give the weight of a term of the text, or of an argument marked `~`."""
    return _rarities().get(term.removeprefix("~"), _COMMONEST - _UNKNOWN)


@cache
def _rarities() -> dict[str, float]:
    return {term: max(_LEAST, _COMMONEST - float(often)) for term, often in lexicon("term_frequencies")}
