"""To agree that something is so is to share a view, a statement; to agree that something shall be done is AGREE."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent

_AGREES = frozenset({"agree", "concur"})
_COMES = frozenset({"will", "would", "shall", "should", "must", "to", "'ll", "’ll", "wo"})


def shares_view(verb: Token) -> bool:
    """Whether the verb agrees with a finite clause that tells how things are ("agreed that the plan was late")."""
    if verb.lemma_.lower() not in _AGREES:
        return False
    clauses = [c for c in dependents(verb, rel.CONTENT) if c.i > verb.i]
    return bool(clauses) and not any(_to_be_done(c) for c in clauses)


def _to_be_done(clause: Token) -> bool:
    """Read "would meet", "to meet" and the bare "that both sides meet"."""
    return clause.tag_ in tags.BARE_VERB or has_dependent(clause, rel.HELPER, _COMES)
