"""A word is compared by its term: the state of a people, the head of its synonyms, or its stem."""

from __future__ import annotations

from functools import cache

from rashomon.comparing.peoples import peoples
from rashomon.comparing.stem import stem
from rashomon.language import lexicon


@cache
def term(word: str) -> str:
    """Give the term of a lower-case English word: Iranian and Iran are one, missile and rocket, kills and killing.

    Stems are Snowball's (Porter 2); the synonyms are those of the lexicon, joined by their stems.
    """
    people = peoples().get(word)
    if people:
        return people
    stemmed = stem(word)
    return _heads().get(stemmed, stemmed)


@cache
def _heads() -> dict[str, str]:
    found = {}
    for head, others in lexicon("synonyms"):
        for word in others.split(","):
            found[stem(word)] = stem(head)
    return found
