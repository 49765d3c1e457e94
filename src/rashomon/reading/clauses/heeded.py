"""The words that the wording of a clause heeds, by what they are to it."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon


@cache
def heeded(role: str) -> frozenset[str]:
    """Give the words of a role: a month, what opens a clause, what must stay in it."""
    return frozenset(word for word, kind in lexicon("wording_words") if kind == role)
