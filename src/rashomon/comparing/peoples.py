"""Peoples and their adjectives, each by the stem of its state: Iranian is of Iran, French of France."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.stem import stem
from rashomon.language import lexicon


@cache
def peoples() -> Mapping[str, str]:
    """Give lower-case word → stem of the name of the state, for states whose name is one word."""
    found: dict[str, str] = {}
    for state, *columns in lexicon("countries"):
        for word in (columns[0] if columns else "").lower().split("|"):
            if word and " " not in state:
                found[word] = stem(state.lower())
    return found
