"""The verb that a mention is the subject of, and what it tells of who is meant: that he speaks, or that he dies."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.mentions.gazetteer import nominal_heads

SUBJECTS = rel.SUBJECT_OR_CLAUSE
ONE_OF = frozenset({"another", "one"})
"""Who is one of many: "One of them, Ann Holm, said"."""
_PARTICLES = {"go": "on", "point": "out"}
"""Verbs that speak only with a word of theirs: "went on", "pointed out"."""
_LIGHT = word_set("words_of_mentions", "gives")
"""Verbs that speak with what is said as their object: "gave another account"."""


@cache
def speaking() -> frozenset[str]:
    """Give the verbs by which somebody speaks."""
    return frozenset(row[0] for row in lexicon("speaking_verbs"))


@cache
def _speaking_nouns() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("speaking_nouns"))


def _is_negated(verb: Token) -> bool:
    return has_dependent(verb, rel.NEGATION)


@cache
def _deaths() -> dict[str, str]:
    return {word: place for word, place in lexicon("deaths") if place != "both"}


def dies(token: Token) -> bool:
    """Whether a person is told to have died: "Berg was shot dead", "killed Berg"; not "nearly", not "will be"."""
    token = lifted(token)
    verb = token.head
    place = _deaths().get(verb.lemma_.lower())
    if place is None or verb.tag_ not in tags.FINITE_SINGULAR | tags.PARTICIPLE:
        return False
    if any(c.dep_ in rel.NEGATION or c.tag_ in tags.MODAL or c.lower_ in {"nearly", "almost"} for c in verb.children):
        return False
    if verb.lemma_ == "shoot" and not any(c.lower_ == "dead" for c in verb.children):
        return False
    undergone = rel.ACTIVE_SUBJECT if place == "subject" else rel.UNDERGOER
    return token.dep_ in undergone


def before_then(verb: Token) -> bool:
    """Whether the verb tells of an earlier time: "he had said"."""
    return any(c.lower_ == "had" and c.dep_ in rel.HELPER for c in verb.children)


def utters(verb: Token) -> bool:
    """Whether a verb is one of speaking, with the word that makes it one."""
    lemma = verb.lemma_.lower()
    if lemma in _LIGHT:
        said = (c for c in dependents(verb, rel.OBJECT) if c.lemma_.lower() in _speaking_nouns())
        return not _is_negated(verb) and any(not any(w.lower_ == "no" for w in c.children) for c in said)
    particle = _PARTICLES.get(lemma)
    return lemma in speaking() and (particle is None or any(c.lower_ == particle for c in verb.children))


def first_of_all(token: Token) -> Token:
    """Give the first of those that are joined to `token`."""
    while token.dep_ in rel.JOINED:
        token = token.head
    return token


def verb_of(token: Token) -> Token | None:
    """Give the verb whose subject `token` is, also as the second of two subjects."""
    token = lifted(token)
    return token.head if token.dep_ in SUBJECTS else None


def lifted(token: Token) -> Token:
    """Give the subject that `token` stands for: the first of two, or the role that a name is set beside.

    The parser may set the name beside what the role is of: "the mayor of Karm, Ann Holm, said".
    """
    above = token.head
    if token.dep_ in rel.APPOSITION and above.dep_ in rel.GOVERNED and above.head.dep_ in rel.PREPOSITION:
        role = above.head.head
        if role.lower_ in ONE_OF:
            return role if role.dep_ in SUBJECTS else token
        named = above.pos_ == "PROPN" or not _is_a_person(above)
        return role if _is_a_person(role) and named and role.dep_ in SUBJECTS else token
    return above if token.dep_ in rel.BESIDE_NOUN and above.dep_ in SUBJECTS else token


def _is_a_person(noun: Token) -> bool:
    head = nominal_heads().get(noun.lower_)
    return head is not None and head[0] == "person"
