"""What became of what was planned: "the talks set for Monday never began" looks back, "were moved to Friday" does not.

Only a verb that tells how a plan ended, or one that is denied, says that its day has been; "a rally planned for Sunday
drew criticism" leaves it ahead.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent
from rashomon.reading.times.words import neighbours

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_MODAL = word_set("words_of_verbs", "will")
_BEFELL = word_set("words_of_verbs", "befell")
_TELLS_PAST = neighbours("tells-past")
_CLIMB = 12


@cache
def looks_ahead() -> frozenset[str]:
    """The words by which what is told of is yet to come."""
    return frozenset(row[0] for row in lexicon("time_leans") if row[1].startswith("future"))


def what_came_of(plan: Token) -> Token | None:
    """Give the verb that tells what became of what was planned: "the talks set for Monday never began"."""
    participle = plan.dep_ in rel.ADNOMINAL and plan.tag_ in tags.PAST_OR_PARTICIPLE
    if plan.lower_ not in looks_ahead() or not (participle or plan.dep_ in rel.ADJECTIVAL):
        return None
    noun = plan.head
    for _ in range(_CLIMB):
        if noun.dep_ in rel.SUBJECT or noun.head == noun or noun.head.pos_ in _VERBAL:
            break
        noun = noun.head
    verb = noun.head
    helpers = dependents(verb, rel.ANY_HELPER)
    forms = {c.lower_ for c in helpers}
    if noun.dep_ not in rel.SUBJECT or forms & _MODAL or any(c.tag_ in tags.MODAL for c in helpers):
        return None
    if _has_a_day(verb) or not (_denied(verb) or verb.lemma_.lower() in _BEFELL):
        return None
    over = verb.tag_ in tags.PAST or any(c.tag_ in tags.PAST for c in helpers)
    return verb if over or (_denied(verb) and forms & _TELLS_PAST) else None


def _has_a_day(verb: Token) -> bool:
    """Read "the vote planned for Friday was called off on Tuesday": the vote's day may lie ahead."""
    told = [c for c in verb.children if c.dep_ not in rel.SUBJECT]
    told += [n for c in told if c.dep_ in rel.PREPOSITION for n in dependents(c, rel.GOVERNED)]
    return any(t.ent_type_ in ner.TIMES for t in told)


def _denied(verb: Token) -> bool:
    return has_dependent(verb, rel.NEGATION) or any(c.lower_ == "never" for c in verb.children)
