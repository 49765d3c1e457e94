"""An event is kept where somebody in public affairs takes part in it, or its word alone says that it is public."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.lexicons import lexicon
from rashomon.reading.events.trigger import Trigger

_PUBLIC = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})
# Words of public affairs whoever takes part: not a private quarrel, a crime or a career.
_ORDINARY = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "SUPPORT", "CONSULT", "REQUEST", "REJECT", "AGREE", "AID"}
)


def relevance(trigger: Trigger, actors: list[Token], recipients: list[Token]) -> bool:
    """Whether the event belongs to public affairs."""
    if not actors and not recipients:
        return trigger.sense.alone and trigger.token.pos_ in ("NOUN", "PROPN")
    return any(_public(t) for t in (*actors, *recipients)) or (
        trigger.sense.alone and trigger.token.pos_ in ("NOUN", "PROPN")
    )


def _public(token: Token) -> bool:
    if token.ent_type_ in _PUBLIC or token.ent_type_ == "PERSON" or token.lemma_.lower() in _nouns():
        return True
    if token.pos_ in ("PRON", "PROPN"):
        return True
    return any(
        c.ent_type_ in _PUBLIC or c.lemma_.lower() in _nouns()
        for c in token.subtree
        if c.dep_ in ("compound", "amod", "nmod", "poss", "pobj", "appos")
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, _ in lexicon("political_actors"))
