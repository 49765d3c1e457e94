"""Who puts a document forward, where the text has said so before: "issued a statement … The statement said"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.own_subject import own_subject
from rashomon.reading.attributions.source_nouns import source_nouns
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent

_REACH = 150
_DEFINITE = frozenset({"the", "this"})
# Documents that are their issuer's own words; a report that the chief released is not.
_OWN_WORDS = frozenset(
    {"announcement", "communique", "communiqué", "email", "filing", "letter", "memo", "message", "note", "post"}
    | {"resolution", "speech", "statement", "tweet"}
)
_IN = frozenset({"in", "via", "with", "through"})
# Verbs whose subject has made what is their object; whoever quotes or reads a document has not.
_MAKES = frozenset(
    {
        "adopt",
        "approve",
        "file",
        "give",
        "issue",
        "make",
        "pass",
        "post",
        "publish",
        "put",
        "release",
        "send",
        "sign",
        "submit",
        "tweet",
        "write",
    }
)


def issuer_of(paper: Token) -> Token | None:
    """Give the head of who issued the document `paper`: its own possessor, or who issued the one told of before."""
    if source_nouns().get(paper.lower_) != "document" or not paper.is_lower:
        return None
    own = issuer(paper)
    if own is not None:
        return own
    if (
        paper.tag_ not in tags.COMMON_NOUN
        or paper.lower_ not in _OWN_WORDS
        or not has_dependent(paper, rel.DETERMINER, _DEFINITE)
    ):
        return None
    doc, lemma = paper.doc, paper.lemma_.lower()
    for i in range(paper.i - 1, max(-1, paper.i - _REACH), -1):
        if doc[i].lemma_.lower() == lemma and doc[i].pos_ == "NOUN":
            return _of_earlier(doc[i])
    return None


def issuer(paper: Token) -> Token | None:
    """Give whose a document is that is cited, where its own phrase says so: "a report by the bank", "its statement"."""
    if source_nouns().get(paper.lower_) != "document":
        return None
    for child in paper.children:
        if child.dep_ in rel.PREPOSITION_OR_AGENT and child.lower_ in ("by", "from"):
            return next((c for c in dependents(child, rel.GOVERNED) if may_speak(c)), None)
    return next((c for c in dependents(paper, rel.OWNER) if c.pos_ != "PRON" and may_speak(c)), None)


def _of_earlier(paper: Token) -> Token | None:
    own = issuer(paper)
    if own is not None:
        return own
    verb: Token | None = None
    if paper.dep_ in rel.UNDERGOER and paper.head.lemma_.lower() in _MAKES:
        verb = paper.head
    elif paper.dep_ in rel.GOVERNED and paper.head.lower_ in _IN and paper.head.head.pos_ == "VERB":
        verb = paper.head.head
    who = None if verb is None or paper.dep_ in rel.PASSIVE_SUBJECT else own_subject(verb)
    return who if who is not None and may_speak(who) else None
