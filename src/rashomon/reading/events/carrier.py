"""An event noun is carried by the light verb that it completes, which lends it a subject, tense and adjuncts."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.attributions.stance import no_comment
from rashomon.reading.events.sense import base_form
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents

_LIGHT_PREPOSITIONS = frozenset({"in", "under", "to", "on", "out"})


def carrier(noun: Token) -> tuple[Token, bool] | None:
    """Give the light verb of an event noun and whether its subject undergoes the event, or None."""
    described = _described(noun)
    if described is not None:
        return described
    link = noun
    if noun.dep_ in rel.JOINED and noun.head.pos_ in ("NOUN", "PROPN"):
        link = noun.head
    if link.dep_ in rel.GOVERNED and link.head.lower_ == "of" and link.head.head.pos_ == "NOUN":
        link = link.head.head  # "a series of attacks"
    head = link.head
    if link.dep_ in rel.ADNOMINAL or (head.dep_ in rel.ADNOMINAL and head == link):
        return None
    if link.dep_ not in rel.TAKEN_OR_GOVERNED:
        return _described(noun)
    if link.dep_ in rel.GOVERNED:
        if head.lower_ not in _LIGHT_PREPOSITIONS or head.head.pos_ not in ("VERB", "AUX"):
            return None
        word, head = head.lower_, head.head
        kind = _kind(head, word) or (_kind(head, None) if _particle(head) and word in ("of",) else None)
        return (head, kind == "undergo") if kind else None
    kind = None if no_comment(head, head.lemma_.lower()) else _kind(head, None)  # "no group claimed the raid"
    return (head, kind == "undergo") if kind else _described(noun)


def _described(noun: Token) -> tuple[Token, bool] | None:
    """Read "An attack carried out by rebels", "the threats that the factions direct at them"."""
    for child in noun.children:
        if (
            child.dep_ in rel.DESCRIBING
            and child.tag_ in tags.FINITE_OR_PARTICIPLE | tags.BARE_VERB
            and child.i > noun.i
        ):
            if child.dep_ in rel.ADNOMINAL and child.tag_ not in tags.PARTICIPLE:
                continue
            kind = _kind(child, None)
            if kind == "do" and (
                child.dep_ in rel.ADNOMINAL or any(c.lower_ in ("that", "which") for c in child.children)
            ):
                return child, False
    return None


def _particle(verb: Token) -> str | None:
    return next((c.lower_ for c in dependents(verb, rel.ADJECTIVE_PREDICATE | rel.PARTICLE)), None)


def _kind(verb: Token, preposition: str | None) -> str | None:
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    table = _verbs()
    lemma = base_form(verb, table)
    particle = _particle(verb)
    for extra in (particle, preposition):
        if extra and f"{lemma} {extra}" in table:
            return table[f"{lemma} {extra}"]
    if preposition:
        return None
    return table.get(lemma)


@cache
def _verbs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("light_verbs")}
