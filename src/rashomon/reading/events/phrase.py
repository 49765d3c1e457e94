"""The noun phrase of a participant: its head with determiner, modifiers and "of" phrases, without relative clauses."""

from __future__ import annotations

from spacy.tokens import Span, Token

from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependents

_LEFT = rel.NOUN_PHRASE_PART | rel.PREDETERMINER | rel.QUANTIFIER
_RIGHT = frozenset({"of", "in", "for", "from"})
_LONGEST = 16


def phrase(head: Token) -> Span:
    """Give the phrase of `head`: never empty, at most sixteen tokens, within the head's sentence."""
    first, last = head.i, _end(head, 0)
    for child in head.lefts:
        if child.dep_ in _LEFT and head.i - child.left_edge.i < _LONGEST:
            first = min(first, child.left_edge.i)
    while first < head.i and (head.doc[first].is_space or head.doc[first].is_punct):
        first += 1
    return head.doc[first : min(last, first + _LONGEST) + 1 if last - first < _LONGEST else head.i + 1]


def _end(head: Token, depth: int) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ in rel.PREPOSITION and child.lower_ in _RIGHT and depth < 3:
            objects = dependents(child, rel.GOVERNED)
            if objects and objects[0].ent_type_ not in ner.TIMES:
                last = max(last, _end(objects[0], depth + 1))
        elif child.dep_ in rel.CASE_MARK:
            last = max(last, child.i)
    return last
