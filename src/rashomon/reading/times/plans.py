"""What became of what was planned: "the talks set for Monday never began" looks back, "were moved to Friday" does not.

Only a verb that tells how a plan ended, or one that is denied, says that its day has been; "a rally planned for Sunday
drew criticism" leaves it ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.times.grammar import neighbours

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_MODAL = word_set("words_of_verbs", "will")
_BEFELL = word_set("words_of_verbs", "befell")
_CAME_OFF = word_set("words_of_verbs", "came_off")
_WAS = frozenset({"been", "had", "was", "were"})
_IS, _TO = frozenset({"are", "is"}), frozenset({"to"})
_BLAMES = word_set("words_of_events", "blames")
_TELLS_PAST = neighbours("tells-past")
_CLIMB = 12


@cache
def looks_ahead() -> frozenset[str]:
    """The words by which what is told of is yet to come."""
    return frozenset(row[0] for row in lexicon("time_leans") if row[1].startswith("future"))


def what_came_of(plan: Token) -> Token | None:
    """Give the verb that tells what became of what was planned: "the talks set for Monday never began"."""
    if plan.lower_ not in looks_ahead():
        return None
    return next((verb for verb in _outcomes(plan) if _tells_the_outcome(verb)), None)


def planned(verb: Token) -> Token:
    """Give the word by which a verb lies ahead: "due" of "due to leave", the verb itself where it is one ("set")."""
    return verb.head if verb.dep_ in rel.COMPLEMENT else verb


def is_planned(ahead: Token, state: Token) -> bool:
    """Whether `state` only says that what `ahead` tells is to come: "is due to open", "is to open"."""
    if is_to(state) == ahead:
        return True
    return planned(ahead) != ahead and planned(ahead) == awaits(state)


def is_to(state: Token) -> Token | None:
    """Give the verb that "is to", "are to" set for a later day: "is to open on Sunday", not "the firm is to blame"."""
    if state.lower_ not in _IS or has_dependent(state, rel.ADJECTIVE_PREDICATE):
        return None
    ahead = dependent(state, rel.OPEN_CLAUSE)
    if ahead is None or not has_dependent(ahead, rel.ANY_HELPER, _TO):
        return None
    blames = ahead.lemma_.lower() in _BLAMES and not has_dependent(ahead, rel.PASSIVE_HELPER)
    return None if blames else ahead


def awaits(state: Token) -> Token | None:
    """Give the word by which a state lies ahead: "due" of "is due to open", "scheduled" of "was scheduled to"."""
    if state.lower_ in looks_ahead() and has_dependent(state, rel.PASSIVE_HELPER):
        return state
    return dependent(state, rel.ADJECTIVE_PREDICATE, looks_ahead())


def was_of_its_day(outcome: Token) -> bool:
    """Whether what became of a plan was on the day planned: what never began, or began; not what was called off."""
    return _denied(outcome) or (outcome.lemma_.lower() in _CAME_OFF and not has_dependent(outcome, rel.PASSIVE_SUBJECT))


def _outcomes(plan: Token) -> Iterator[Token]:
    """Give the verbs that may tell it: of "talks set for Monday" theirs, of "was due on Monday" the ones joined on."""
    participle = plan.dep_ in rel.ADNOMINAL and plan.tag_ in tags.PAST_OR_PARTICIPLE
    was = plan.dep_ in rel.RELATIVE and has_dependent(plan, rel.ANY_HELPER, _WAS)
    if participle or was or plan.dep_ in rel.ADJECTIVAL:
        noun = plan.head
        for _ in range(_CLIMB):
            if noun.dep_ in rel.SUBJECT or noun.head == noun or noun.head.pos_ in _VERBAL:
                break
            noun = noun.head
        if noun.dep_ in rel.SUBJECT:
            yield noun.head
        return
    predicate = plan.head if plan.dep_ in rel.ADJECTIVE_PREDICATE else plan
    if predicate.lower_ in _WAS or has_dependent(predicate, rel.ANY_HELPER, _WAS):
        yield from (c for c in dependents(predicate, rel.JOINED) if c.pos_ in _VERBAL)


def _tells_the_outcome(verb: Token) -> bool:
    helpers = dependents(verb, rel.ANY_HELPER)
    forms = {c.lower_ for c in helpers}
    if forms & _MODAL or any(c.tag_ in tags.MODAL for c in helpers):
        return False
    if _has_a_day(verb) or not (_denied(verb) or verb.lemma_.lower() in _BEFELL):
        return False
    over = verb.tag_ in tags.PAST or any(c.tag_ in tags.PAST for c in helpers)
    return over or (_denied(verb) and not _TELLS_PAST.isdisjoint(forms))


def _has_a_day(verb: Token) -> bool:
    """Read "the vote planned for Friday was called off on Tuesday": the vote's day may lie ahead."""
    told = [c for c in verb.children if c.dep_ not in rel.SUBJECT]
    told += [n for c in told if c.dep_ in rel.PREPOSITION for n in dependents(c, rel.GOVERNED)]
    return any(t.ent_type_ in ner.TIMES for t in told)


def _denied(verb: Token) -> bool:
    return has_dependent(verb, rel.NEGATION) or any(c.lower_ == "never" for c in verb.children)
