"""No question can be wrong: what a person types becomes words, phrases and beginnings of words, all to be there.

The forms of a word that a question means too: strike, strikes, striking, by the stemmer that comparing uses.
"""

from __future__ import annotations

import re
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


_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_MOST = 24
"""Parts of one question; more narrow nothing that a person could mean."""


def words_of(question: str, *, typing: bool = False) -> str:
    """Give an FTS5 query, "" where the question holds no word.

    A word is found in any of its forms (strike, strikes, striking), "in quotation marks" as it stands, with a * behind
    it as the beginning of a word; `typing` takes the last word for a beginning.
    """
    parts: list[tuple[str, bool]] = []
    exact: set[str] = set()
    for phrase, star, word in _PART.findall(question.replace("\0", " ")):
        text = phrase or word.rstrip("*")
        if any(c.isalnum() for c in text):
            parts.append((text, bool(star) or word.endswith("*")))
            exact.update([phrase] if phrase else [])
    parts = parts[:_MOST]
    if parts and typing and not question.endswith((" ", '"')):
        parts[-1] = (parts[-1][0], True)
    return " AND ".join(f'"{t}"*' if begins else f'"{t}"' if t in exact else _any(t) for t, begins in parts)


def _any(word: str) -> str:
    forms = [f'"{form}"' for form in forms_of(word)]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"
