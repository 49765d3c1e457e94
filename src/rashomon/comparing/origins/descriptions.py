"""What the words for a source without a name tell: the noun that they turn on, its class, and when two say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rashomon.language import lexicon, word_set

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"\s(?:about|against|among|at|between|by|for|from|in|inside|of|on|that|to|which|who|with|within)\s")
_BEHIND_ITS_NOUN = word_set("words_of_voices", "behind_its_noun")
_SO_MANY = word_set("words_of_voices", "so_many")
_VAGUE = word_set("words_of_voices", "vague")


def plain_words(phrase: str) -> list[str]:
    """Give the words of a phrase in lower case."""
    return [m.group().casefold() for m in _WORD.finditer(phrase)]


def words_told(name: str) -> str:
    """Give what a description says, whatever its order and articles: "a source in Iraq", "the Iraq sources" are one."""
    words = {w.removesuffix("s") for w in plain_words(name) if w not in _VAGUE}
    return " ".join(sorted(words - {""})) or name.casefold()


def head_of(phrase: str) -> str:
    """Give the word that a nominal phrase turns on: the last one before its first preposition or relative clause.

    Of "a number of owners" it is "owners", of "a person familiar with it" it is "person".
    """
    parts = _AFTER.split(phrase, maxsplit=2)
    for part in parts:
        words = plain_words(part)
        words = words[:-1] if len(words) > 1 and words[-1] in _BEHIND_ITS_NOUN else words
        if words and not (words[-1] in _SO_MANY and len(parts) > 1):
            return words[-1]
    return ""


def class_of(word: str) -> str:
    """Give the class of a noun for a source: person, institution, document; "" where it is none."""
    return tellers().get(word, "")


@cache
def tellers() -> Mapping[str, str]:
    """Give the words for people, bodies and documents that are cited, with their class."""
    return {row[0]: row[1] for row in lexicon("source_nouns")}


@cache
def company_nouns() -> frozenset[str]:
    """Give the nouns by which companies are told: each has a name, and "the cable operator" may be any of them."""
    return frozenset(
        word for of, word, sorts in lexicon("body_sorts") if of == "noun" and "company" in sorts.split("|")
    )
