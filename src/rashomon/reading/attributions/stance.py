"""A verb group denies what it reports where it is negated, and only supposes it under a modal or a condition."""

from __future__ import annotations

from spacy.tokens import Token

_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "neither", "nothing"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_MODALS = frozenset({"would", "could", "might", "may", "should", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def negated(verb: Token) -> bool:
    """Whether nobody says it: "did not say", "never said", "nobody said", "no official said"."""
    for child in verb.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in _NEGATIVE_SUBJECTS or _has_no(child):
                return True
        elif child.dep_ == "dobj" and _has_no(child):
            return True
    return verb.dep_ == "xcomp" and any(c.dep_ == "neg" for c in verb.head.children)


def _has_no(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in _NEGATIVE_DETERMINERS for c in noun.children)


def hypothetical(verb: Token) -> bool:
    """Whether it is only supposed to be said: "would say", "if he says"; "asked whether X expects"."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            return True
        if child.dep_ == "mark" and child.lower_ in _CONDITIONS:
            return True
    return False
