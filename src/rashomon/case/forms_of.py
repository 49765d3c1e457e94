"""The forms of a word that a question means too: strike, strikes, striking, by the stemmer that comparing uses."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_SHORT = 3
"""Letters of a word that stands for itself alone."""
_ENDINGS = ("", "s", "es", "ed", "ing", "e", "er", "ers", "ly")
_AFTER_I = ("y", "ies", "ied", "ying")


@lru_cache(1024)
def forms_of(word: str) -> tuple[str, ...]:
    """Give `word` and its inflected forms: those words of the same stem that an ending makes of it."""
    low = word.casefold()
    if len(low) <= _SHORT or not (low.isascii() and low.isalpha()):
        return (word,)
    stem = str(_STEMMER.stemWord(low))
    made = [stem + ending for ending in _ENDINGS]
    if stem.endswith("e"):
        made += [stem[:-1] + ending for ending in ("ing", "ed")]
    if stem.endswith("i"):
        made += [stem[:-1] + ending for ending in _AFTER_I]
    made += [stem + stem[-1] + ending for ending in ("ed", "ing")]
    return (word, *dict.fromkeys(m for m in made if m != low and str(_STEMMER.stemWord(m)) == stem))
