"""A verb group denies what it reports where it is negated, and only supposes it under a modal or a condition.

Who will not say, neither confirms nor denies, does not deny, or does not claim a deed has told nothing of it, for or
against: no comment is no denial.
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent

_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_MODALS = frozenset({"would", "could", "might", "may", "should", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def negated(verb: Token) -> bool:
    """Whether nobody says it: "did not say", "never said", "nobody said", "no official said"."""
    for child in verb.children:
        if child.dep_ in rel.NEGATION or (child.dep_ in rel.HELPER and has_dependent(child, rel.NEGATION)):
            return True  # "had not been saying" too
        if child.dep_ in rel.SUBJECT:
            if child.lower_ in _NEGATIVE_SUBJECTS or _has_no(child):
                return True
        elif child.dep_ in rel.OBJECT and _has_no(child):
            return True
    if verb.dep_ in rel.OPEN_CLAUSE and has_dependent(verb.head, rel.NEGATION):
        return verb.head.lemma_.lower() not in _FORGOES
    return _forgone(verb)


_FORGOES = word_set("words_of_attributions", "forgoes")


def _forgone(verb: Token) -> bool:
    """Tell "avoided blaming", "stopped short of accusing", "failed to mention" from "did not stop blaming"."""
    above = verb.head
    if verb.dep_ in rel.GOVERNED_CLAUSE:
        above = above.head  # "refrained from", "stopped short of"
        above = above.head if above.dep_ in rel.ADVERBIAL else above
    elif verb.dep_ not in rel.OPEN_CLAUSE:
        return False
    return above.lemma_.lower() in _FORGOES and not has_dependent(above, rel.NEGATION)


_CONFIRMS = frozenset({"confirm", "verify", "corroborate"})
_DENIES = frozenset({"contest", "deny", "dispute", "refute", "rule out"})
_OWNS_UP = frozenset({"acknowledge", "admit", "concede"})
_CLAIMS = frozenset({"claim"})
_COMMENTS = frozenset(
    {"comment", "discuss", "disclose", "elaborate", "identify", "name", "reveal", "say", "specify", "speculate"}
)
_WITHHOLDS = frozenset({"decline", "refuse"})
_NEITHER = frozenset({"neither", "nor"})


def no_comment(verb: Token, lemma: str) -> bool:
    """Whether the verb group tells neither for nor against: "did not deny", "refused to confirm", "nobody claimed".

    `lemma` is the cue's; of "declined to say" both "declined" and "say" are such.
    """
    if lemma in _WITHHOLDS:
        withheld = dependents(verb, rel.OPEN_CLAUSE)
        return any(w.lemma_.lower() in _CONFIRMS | _DENIES | _COMMENTS for w in withheld)
    if lemma in _OWNS_UP:
        return _not_done(verb)
    if lemma not in _CONFIRMS | _DENIES | _CLAIMS | _COMMENTS:
        return False
    if lemma in _CLAIMS:
        return any(c.dep_ in rel.SUBJECT and _nobody(c) for c in verb.children)
    if (verb.dep_ in rel.OPEN_CLAUSE and verb.head.lemma_.lower() in _WITHHOLDS) or _neither_nor(verb):
        return True
    return lemma not in ("say", "name", "identify", "rule out") and _not_done(verb)


def _neither_nor(verb: Token) -> bool:
    """Tell both verbs of "would neither confirm nor deny": the pair stands beside them or beside the first."""
    first = verb.head if verb.dep_ in rel.JOINED else verb
    pair = {first.lemma_.lower(), *(c.lemma_.lower() for c in dependents(first, rel.JOINED))}
    if not (pair & _CONFIRMS and pair & _DENIES):
        return False
    words = {c.lower_ for c in (*first.children, *verb.children)}
    return bool(words & _NEITHER) or _not_done(first) or first.head.lemma_.lower() in _WITHHOLDS


def _not_done(verb: Token) -> bool:
    if any(c.dep_ in rel.NEGATION or (c.dep_ in rel.ADVERBIAL and c.lower_ == "never") for c in verb.children):
        return True
    unable = verb.dep_ in rel.OPEN_CLAUSE and verb.head.lemma_.lower() in ("able", "unable")
    if unable:
        return verb.head.lower_ == "unable" or any(
            c.dep_ in rel.NEGATION for h in (verb.head, verb.head.head) for c in h.children
        )
    return any(c.dep_ in rel.SUBJECT and _nobody(c) for c in verb.children)


def _nobody(noun: Token) -> bool:
    return noun.lower_ in _NEGATIVE_SUBJECTS or _has_no(noun)


def _has_no(noun: Token) -> bool:
    return has_dependent(noun, rel.DETERMINER, _NEGATIVE_DETERMINERS)


def says_no_more(verb: Token) -> bool:
    """Tell "would only say that", which was said, from what somebody would say."""
    return verb.lemma_.lower() == "say" and has_dependent(verb, rel.ADVERBIAL, ("only",))


def hypothetical(verb: Token) -> bool:
    """Whether it is only supposed to be said: "would say", "if he says"; "asked whether X expects"."""
    for child in verb.children:
        if child.dep_ in rel.HELPER and child.lower_ in _MODALS:
            return not says_no_more(verb)
        if child.dep_ in rel.SUBORDINATOR and child.lower_ in _CONDITIONS:
            return True
    return False
