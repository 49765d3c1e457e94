"""Whose words they are where another word stands for who speaks: a relative pronoun, a meeting of a body."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.who_may_speak import is_thing, may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent


def antecedent(clause: Token) -> Token:
    """Give what a relative clause hangs on: of several joined, the last where the clause tells of one.

    "Norvia and Ostland, which has accused them": Ostland.
    """
    head = _somebody(clause)
    last = head
    while (joined := next((c for c in dependents(last, rel.JOINED) if head.i < c.i < clause.i), None)) is not None:
        last = joined
    singular = next(
        (t for t in (*clause.children, clause) if t.dep_ not in rel.ACTIVE_SUBJECT and t.tag_ in tags.FINITE_SINGULAR),
        None,
    )
    one = singular is not None and (singular.tag_ in tags.PRESENT_SINGULAR or singular.lower_ == "was")
    return last if one and last != head and not has_dependent(last, rel.RELATIVE) else head


def _somebody(clause: Token) -> Token:
    """Give what a clause hangs on; who somebody is of a place, where the place is: "a man of Elm, who said"."""
    head = clause.head
    if head.dep_ in rel.APPOSITION and head.head.ent_type_ in ner.PERSON:  # "Ann Berg, a Unionist who said"
        return head.head
    if (
        head.dep_ not in rel.GOVERNED
        or head.ent_type_ not in ner.PLACES
        or not any(c.lower_ == "who" for c in clause.children)
    ):
        return head
    holder = head.head.head
    return holder if holder.pos_ in ("NOUN", "PROPN") and may_speak(holder) else head


def body_of(thing: Token) -> Token | None:
    """Give the body that speaks through what is its own: "a meeting of the Council called for a truce"."""
    if not is_thing(thing) or thing.lower_ not in _ASSEMBLES:
        return None
    of = next((c for c in dependents(thing, rel.PREPOSITION, ("of",)) if c.i > thing.i), None)
    return None if of is None else next((c for c in dependents(of, rel.GOVERNED) if may_speak(c)), None)


_ASSEMBLES = frozenset({"assembly", "conference", "meeting", "session", "summit"})
