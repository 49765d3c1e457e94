"""The head nouns of sources, by lower-case word: what such a source is."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon


@cache
def source_nouns() -> dict[str, str]:
    """Give the class of each noun: anonymous, collective, document, institution, office or outlet."""
    return {entry[0]: entry[1] for entry in lexicon("source_nouns")}


def is_agent(low: str) -> bool:
    """Whether a lower-case noun that is not listed ends as words for persons do."""
    return low.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "person", "mate", "ee"))
