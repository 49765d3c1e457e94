"""The words that tell nothing of what a text is about, the same in every room that compares."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon


@cache
def function_words() -> frozenset[str]:
    """Give the function words, in lower case."""
    return frozenset(row[0] for row in lexicon("function_words"))
