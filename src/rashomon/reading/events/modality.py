"""How an event stands: asserted unless its own words or those that govern it deny, suppose, plan or demand it."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.events.governors import above, auxiliary, cue, hedged, over_noun
from rashomon.reading.events.standing import Standing
from rashomon.reading.events.trigger import Trigger
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import has_dependent
from rashomon.records import Modality, Reason

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_PERHAPS = frozenset({"perhaps", "possibly", "probably", "likely", "maybe"})
_NEARLY = frozenset({"nearly", "almost"})
_NOBODY = frozenset({"nobody", "none", "neither"})


def modality(trigger: Trigger) -> tuple[Modality, Reason] | None:
    """Give the modality with the rule and word that made it; None where nothing takes the event out of assertion."""
    standing = Standing()
    if trigger.recast == "planned":
        standing.add("planned", trigger.because)
    token = trigger.token
    if token.pos_ in ("NOUN", "PROPN"):
        _modifiers(token, standing)
        if trigger.carrier is None:
            over_noun(token, standing)
    if trigger.carrier is not None or token.pos_ not in ("NOUN", "PROPN"):
        _clause(trigger, standing)
        above(trigger.clause, standing)
    if any(t.text == "?" for t in token.sent[-2:]):
        standing.add("hypothetical", Reason("question"))
    return standing.strongest()


def _modifiers(noun: Token, standing: Standing) -> None:
    """Read "no attack", "any attack", "a possible attack", "the planned visit"."""
    for child in noun.children:
        if child.dep_ in rel.DETERMINER and child.lower_ in ("no", "neither"):
            standing.add("denied", Reason("negation", child.lower_))
        elif child.dep_ in rel.ATTRIBUTIVE or child.lower_ == "any":
            kind = cue(child)
            if kind is not None:
                standing.add(kind, Reason("modifier", child.lower_))


def _clause(trigger: Trigger, standing: Standing) -> None:
    """Read what stands in the event's own clause: negation, modal verbs, conditions, adverbs."""
    verb = trigger.clause
    bound = trigger.because.rule in ("will", "will-not", "commits")
    for child in verb.children:
        word, dep = child.lower_, child.dep_
        if dep in rel.NEGATION and trigger.because.rule != "will-not":
            standing.add("denied", Reason("negation", word))
        elif dep in rel.HELPER and not bound:
            kind = auxiliary(child, hedged(verb))
            if kind is not None:
                standing.add(kind, Reason("modal", word))
        elif dep in rel.SUBORDINATOR and word in _CONDITIONS:
            standing.add("hypothetical", Reason("condition", word))
        elif dep in rel.ADVERBIAL and (word == "never" or word in _PERHAPS):
            standing.add("denied" if word == "never" else "hypothetical", Reason("adverb", word))
        elif dep in rel.ADVERBIAL and word in _NEARLY and child.i == verb.i - 1:
            standing.add("hypothetical", Reason("adverb", word))
        elif (
            dep in rel.ADVERBIAL_CLAUSE
            and _conditional(child)
            and not bound
            and any(auxiliary(c) for c in verb.children)
        ):
            standing.add("hypothetical", Reason("condition", "if"))
        elif dep in rel.SUBJECT_OR_OBJECT and _nobody(child):
            standing.add("denied", Reason("negation", word))


def _conditional(clause: Token) -> bool:
    return has_dependent(clause, rel.SUBORDINATOR, ("if", "unless"))


def _nobody(noun: Token) -> bool:
    return noun.lower_ in _NOBODY or has_dependent(noun, rel.DETERMINER, ("no",))
