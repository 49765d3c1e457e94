"""A word is compared by its term: the state of a people, the head of its synonyms, or its stem.

Peoples and their adjectives, each by the stem of its state: Iranian is of Iran, French of France.

One stem for every word that comparing looks at: the same word, the same stem, in every room.

The words that tell nothing of what a text is about, the same in every room that compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import snowballstemmer

from rashomon.language import lexicon


@cache
def function_words() -> frozenset[str]:
    """Give the function words, in lower case."""
    return frozenset(row[0] for row in lexicon("function_words"))


_STEMMER = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """Give the Snowball stem of a lower-case English word (Porter 2)."""
    return str(_STEMMER.stemWord(word))


@cache
def peoples() -> Mapping[str, str]:
    """Give lower-case word → stem of the name of the state, for states whose name is one word."""
    found: dict[str, str] = {}
    for state, *columns in lexicon("countries"):
        for word in (columns[0] if columns else "").lower().split("|"):
            if word and " " not in state:
                found[word] = stem(state.lower())
    return found


@cache
def term(word: str) -> str:
    """Give the term of a lower-case English word: Iranian and Iran are one, missile and rocket, kills and killing.

    Stems are Snowball's (Porter 2); the synonyms are those of the lexicon, joined by their stems.
    """
    people = peoples().get(word)
    if people:
        return people
    return head(stem(word))


def head(stemmed: str) -> str:
    """Give the stem under which the synonyms of a stem stand."""
    return _heads().get(stemmed, stemmed)


@cache
def _heads() -> dict[str, str]:
    found = {}
    for head, others in lexicon("synonyms"):
        for word in others.split(","):
            found[stem(word)] = stem(head)
    return found
