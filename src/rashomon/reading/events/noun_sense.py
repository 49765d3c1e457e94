"""A noun tells an event where it, or it with the word before it, is in the lexicon and it heads its phrase."""

from __future__ import annotations

from functools import cache
from typing import cast

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.events.sense import Sense
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import has_dependent
from rashomon.records import PloverType, Reason

BODILY = frozenset({"asthma", "cardiac", "heart", "panic"})
"""Attacks of these befall somebody: nobody strikes."""


def noun_sense(token: Token) -> Sense | None:
    """Give what the noun at `token` tells, or None. A noun before a noun is left to the head of the phrase."""
    table = _entries()
    lemma = token.lemma_.lower()
    if lemma not in table or token.dep_ in rel.NOUN_BEFORE_NOUN:
        return None
    if has_dependent(token, rel.BEFORE_NOUN, BODILY):
        return None
    rows = table[lemma]
    if (
        lemma == "strike"
        and not any(c.lower_ in rows for c in token.children)
        and any(t.lemma_.lower() in _labour() for t in token.sent)
    ):
        rows = {"": ("PROTEST", "strike", "protestnoun", "weak")}
    for child in token.children:
        if child.dep_ in rel.BEFORE_NOUN and child.lower_ in rows:
            return _sense(rows[child.lower_], (child.i, token.i), Reason("noun", f"{child.lower_} {lemma}"))
        if child.dep_ in rel.BEFORE_NOUN and child.lemma_.lower() in rows:
            return _sense(
                rows[child.lemma_.lower()], (child.i, token.i), Reason("noun", f"{child.lemma_.lower()} {lemma}")
            )
    return _sense(rows[""], (token.i,), Reason("noun", lemma)) if "" in rows else None


def _sense(row: tuple[str, str, str, str], words: tuple[int, ...], because: Reason) -> Sense | None:
    kind, mode, frame, strength = row
    if kind == "-":
        return None
    return Sense(cast(PloverType, kind), None if mode == "-" else mode, frame, words, because, strength == "strong")


@cache
def _labour() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("labour_words"))


@cache
def _entries() -> dict[str, dict[str, tuple[str, str, str, str]]]:
    table: dict[str, dict[str, tuple[str, str, str, str]]] = {}
    for noun, kind, mode, frame, strength in lexicon("event_nouns"):
        before, _, head = noun.rpartition(" ")
        table.setdefault(head, {})[before] = (kind, mode, frame, strength)
    return table
