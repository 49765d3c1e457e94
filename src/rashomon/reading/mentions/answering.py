"""Who denies what was said of him is the accused: "Berg said that Holm took it. He denies that" is Holm's denial.

So it is where the denial only points back ("denied it", "denies the accusation", "denied any wrongdoing"), names a deed
("denies taking it"), or says again what was said ("was dismissed … denies that he was dismissed").
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags

_POINTERS = frozenset({"it", "that", "this", "them", "these", "those", "all"})
_LIGHT = frozenset({"be", "have", "do", "get", "make", "go"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ"})


@cache
def _denying() -> frozenset[str]:
    return frozenset(word for word, how in lexicon("contest_cues") if how in ("denies", "rejects"))


@cache
def _accounts() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("claim_nouns") if row[1] in ("claim", "part"))


def answers(pronoun: Token) -> bool:
    """Whether a pronoun denies what the sentence before says: then whom that tells of is meant, not who says it."""
    verb = pronoun.head
    if (
        pronoun.dep_ not in rel.ACTIVE_SUBJECT
        or verb.lemma_.lower() not in _denying()
        or verb.dep_ not in rel.ROOT
        or not pronoun.sent.start
    ):
        return False
    said = [c for c in verb.children if c.i > verb.i and c.dep_ in rel.WHAT_IS_SAID]
    return any(_points(c) or _says_again(c) for c in said)


def _points(said: Token) -> bool:
    """Whether an object says nothing of its own: a pronoun, a noun for an account, a deed ("denies taking it")."""
    if said.dep_ not in rel.OBJECT:
        return said.tag_ in tags.GERUND
    deed = said.tag_ in tags.GERUND or (said.lower_.endswith("ing") and said.left_edge == said)
    bare = not any(c.dep_ in rel.DESCRIBING or c.lower_ in ("that", "by") for c in said.children)
    return said.lower_ in _POINTERS or (said.lemma_.lower() in _accounts() and bare) or deed


def _says_again(said: Token) -> bool:
    """Whether a verb, noun or adjective that tells something stands in the denial and in the sentence before."""
    told = {t.lemma_.lower() for t in said.subtree if t.pos_ in _CONTENT} - _LIGHT
    return any(t.pos_ in _CONTENT and t.lemma_.lower() in told for t in said.doc[said.sent.start - 1].sent)
