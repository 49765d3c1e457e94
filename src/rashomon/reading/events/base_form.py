"""The base form of a verb as the lexicons list it, where the model's lemma drops an "e" ("staged" is not "stag")."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token


def base_form(verb: Token, listed: Container[str]) -> str:
    """Give the listed form in "e" that a past form or participle can come from, else the model's lemma."""
    word = verb.lower_
    if word.endswith("ed") and word[:-1] in listed:
        return word[:-1]
    if word.endswith("ing") and f"{word[:-3]}e" in listed:
        return f"{word[:-3]}e"
    return verb.lemma_.lower()
