"""What an undated clause must be to be of the day that its report is news of: the report's own story, told plainly.

A relative clause, "had been killed", "after he was killed" and "the killing of" go back to something earlier; what is
habitual or ahead has no day. Only a main clause, what somebody is said to have told in one, and what is of one time
with it, are the news.
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.events.attachment import of_its_verb
from rashomon.reading.events.dating import tense_of
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent

_CLAUSES = frozenset({"VERB", "AUX"})
_EARLIER = word_set("words_of_events", "earlier")
_OF_LATE = word_set("words_of_events", "of_late")
_TOGETHER = frozenset({"as", "while"})
_MEANS = frozenset({"by", "in", "with", "without"})
_LOOKS_BACK = word_set("words_of_events", "looks_back")
_BEFORE = frozenset({"before", "prior"})
_MOMENTS = frozenset({"moment", "point", "time"})
_FURTHEST = 8


def is_news(clause: Token, dated: bool = False) -> bool:
    """Tell whether the clause of the verb or deed-noun at `clause` can be of the report's news day.

    `dated`: its own time is known and does not speak against it.
    """
    if clause.pos_ not in _CLAUSES:
        if not of_its_verb(clause):
            return False
        while clause.pos_ not in _CLAUSES and clause.head != clause:
            clause = clause.head
        if clause.pos_ not in _CLAUSES:
            return True  # a headline without a verb
    if _is_state(clause) or (not dated and _has_time_of_its_own(clause)):
        return False
    first = clause
    for _ in range(_FURTHEST):
        if _goes_back(clause) or (clause != first and clause.lemma_.lower() in _LOOKS_BACK):
            return False
        dep, head = clause.dep_, clause.head
        if head == clause:
            return first != clause or not (clause.tag_ in tags.PRESENT_FORM and clause.lemma_.lower() in _LOOKS_BACK)
        if dep in rel.CONTENT and tense_of(clause) == "past" and not _told_once(head):
            return False
        if dep in rel.COMPLEMENT | rel.JOINED | rel.PARATAXIS or (dep in rel.ADVERBIAL_CLAUSE and _beside(clause)):
            clause = head
        elif dep in rel.GOVERNED_CLAUSE and head.lower_ in _MEANS and head.head.pos_ in _CLAUSES:
            clause = head.head
        else:
            return False
        if clause.pos_ not in _CLAUSES:
            return False
    return False


def _goes_back(verb: Token) -> bool:
    return any(
        (c.dep_ in rel.ANY_HELPER and c.lower_ in ("had", "having", "'d", "’d"))
        or (c.dep_ in rel.ADVERBIAL and (c.lower_ in _EARLIER or (c.lower_ == "then" and c.i > verb.i)))
        or (c.dep_ in rel.ADVERBIAL and c.lower_ in _OF_LATE and tense_of(verb) == "past")
        for c in verb.children
    )


def _is_state(verb: Token) -> bool:
    """Tell whether it says how something was or is as a rule: "was unarmed", "was being held", "are required"."""
    helpers = dependents(verb, rel.ANY_HELPER)
    tense = tense_of(verb)
    if verb.lemma_.lower() == "be" or (tense == "past" and any(c.tag_ in tags.GERUND for c in (verb, *helpers))):
        return tense == "past"
    return (
        tense == "present"
        and verb.tag_ in tags.PARTICIPLE
        and not any(c.lemma_.lower() == "have" or c.tag_ in tags.GERUND for c in helpers)
    )


def _told_once(telling: Token) -> bool:
    """Tell whether a telling is itself news ("said"): "says he fell", "has said he fell" tell again what is past."""
    return tense_of(telling) == "past" and not any(c.lemma_.lower() == "have" for c in telling.children)


def _has_time_of_its_own(verb: Token) -> bool:
    """Read "for weeks", "a few days before", "at that point", "under that deal": another time, though no day."""
    for child in verb.children:
        if child.lower_ in _BEFORE or has_dependent(child, rel.SUBORDINATOR, _BEFORE):
            return True
        if child.dep_ not in rel.ADVERBIAL_CLAUSE | rel.ADVERBIAL | rel.NOUN_ADVERBIAL | rel.PREPOSITION:
            continue
        for token in child.subtree:
            if token.ent_type_ in ner.TIMES and _verb(token) in (verb, child):
                return True
            if child.dep_ in rel.PREPOSITION and token.head == child and token.lemma_.lower() in _MOMENTS:
                return True
        if (
            child.dep_ in rel.PREPOSITION
            and child.i < verb.i
            and any(
                g.lower_ in ("that", "those") and g.dep_ in rel.DETERMINER for c in child.children for g in c.children
            )
        ):
            return True
    return False


def _verb(token: Token) -> Token:
    while token.pos_ not in _CLAUSES and token.head != token:
        token = token.head
    return token


def _beside(clause: Token) -> bool:
    opens = next((c.lower_ for c in dependents(clause, rel.SUBORDINATOR)), "")
    if any(c.dep_ in rel.ADVERBIAL and c.lower_ in ("when", "where") and c.i < clause.i for c in clause.children):
        return False
    return opens in _TOGETHER if opens else clause.tag_ in tags.ANY_PARTICIPLE
