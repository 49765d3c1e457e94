"""The subject that a verb itself has."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependents, has_dependent


def own_subject(verb: Token) -> Token | None:
    """Give the subject that the verb itself has, or none; of several, the one that stands next before it."""
    subjects = dependents(verb, rel.ACTIVE_SUBJECT)
    before = [c for c in subjects if c.i < verb.i]
    if len(before) > 1 and has_dependent(before[-1], rel.CONJUNCTION) and _next(before[-2], before[-1]):
        return before[-2]  # "the family, friends and neighbours said"
    return before[-1] if before else next(iter(subjects), None)


def _next(first: Token, second: Token) -> bool:
    """Whether nothing but a comma stands between two noun phrases."""
    return first.right_edge.i + 2 == second.left_edge.i and first.doc[first.right_edge.i + 1].text == ","
