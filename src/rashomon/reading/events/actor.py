"""Who can act in public affairs: names, personal pronouns, and the nouns of the lexicon."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.grammar import entity_types as ner

_TIMES = ner.TIMES | ner.CARDINAL | ner.ORDINAL | ner.PERCENT
_PRONOUNS = frozenset({"he", "she", "they", "him", "them", "we", "us", "i", "me", "you", "who"})


def is_actor(token: Token) -> bool:
    """Whether a token names or stands for somebody: a person, a body, a state, a people."""
    return (
        token.ent_type_ in ner.NAMES
        or token.lower_ in _PRONOUNS
        or token.lemma_.lower() in _nouns()
        or (token.pos_ == "PROPN" and token.ent_type_ not in _TIMES)
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, kind in lexicon("political_actors") if kind != "weapon")
