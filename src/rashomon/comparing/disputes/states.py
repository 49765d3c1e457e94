"""Whose state or people somebody is of: "Norvian officials", "the Norvians", "Norvia"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.language import lexicon
from rashomon.records import Word


def states_in(words: Iterable[Word], start: int, end: int) -> frozenset[str]:
    """Give the states that words in `[start, end)` name, or the people of."""
    return frozenset(s for w in words if start <= w.start < end and (s := state_of().get(w.lemma)) is not None)


@cache
def state_of() -> Mapping[str, str]:
    """Give the state for each word that names it or its people."""
    rows = [(state.lower(), row[0].lower().split("|")) for state, *row in lexicon("countries") if row]
    return {word: state for state, people in rows for word in (state, *people) if word and " " not in word}
