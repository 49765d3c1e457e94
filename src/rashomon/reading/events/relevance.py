"""An event is kept where the people in it act in public affairs, or its words alone say that it is public."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.events.sense import BODILY, Trigger
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Chain

# Modes that only armies and armed groups use: public whoever is hurt.
_ARMED = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "unconventional"})
# Nouns of these are said of anything; they need both sides.
_THIN = frozenset({"AGREE", "SUPPORT", "REJECT", "ACCUSE", "AID", "CONCEDE"})
# What blows up without an act of anybody: "a gas explosion".
_BURSTS = word_set("words_of_events", "bursts")
# How the name of a business ends: public only beside somebody who is.
_FIRMS = word_set("words_of_events", "firm")
_BOUND = frozenset({"commits", "must", "orders", "plans", "will", "will-not"})
# Words that private people use of each other every day; they need two sides in public affairs, or a content.
_WORDS = frozenset({"AGREE", "SUPPORT", "REQUEST", "REJECT", "CONSULT", "ACCUSE", "THREATEN", "AID", "CONCEDE"})


def relevance(trigger: Trigger, actors: list[Token], recipients: list[Token], known: Mapping[int, Chain]) -> bool:
    """Whether the event belongs to public affairs. `known` gives the chain of the mention that starts at an offset."""
    sense = trigger.sense
    nominal = trigger.token.pos_ in ("NOUN", "PROPN")
    doers = max((_standing(t, known) for t in actors), default=0)
    sufferers = max((_standing(t, known) for t in recipients), default=0)
    if sense.type == "ASSAULT" and doers < 2 and _natural(trigger.token, actors):
        return False
    by_weapon = sense.type == "ASSAULT" and not nominal and _by_weapon(trigger.token)
    if (nominal and sense.alone) or trigger.because.rule == "labour" or (actors and _is_strike(trigger)):
        return True
    if by_weapon or (sense.type == "ASSAULT" and (sense.mode in _ARMED or sense.frame == "fell")):
        return doers >= 1 or bool(recipients)
    if trigger.instrument is not None and trigger.instrument.sense.alone:
        return True
    if (
        sense.mode == "visit"
        and not (doers == 2 and (nominal or sense.frame == "sendto"))  # whoever sends an envoy need not say where
        and not any(
            t.ent_type_ in ner.ACTORS or _nouns().get(t.lemma_.lower(), "private") != "private" for t in recipients
        )
    ):
        return False
    if nominal and sense.mode == "visit" and not actors:
        return False
    if nominal and trigger.carrier is None:
        content = has_dependent(trigger.token, rel.DESCRIBING)
        return doers + sufferers >= (3 if sense.type in _THIN and not content else 2)
    if trigger.bound or sense.mode == "resign":
        return doers + sufferers >= 2 or (doers == 1 and any(t.pos_ != "PRON" for t in actors))
    if trigger.because.rule in _BOUND:
        return doers >= (2 if trigger.inner is None else 1)
    if (
        (sense.type == "SUPPORT" or sense.mode == "allege")
        and trigger.token.dep_ in rel.ADNOMINAL
        and trigger.token.tag_ in tags.PARTICIPLE
    ):
        return False  # "militias backed by", "two men accused of": what they are, not what happened
    if sense.mode == "allege" and not actors:  # "were accused of": nobody says by whom
        return sufferers >= 2
    if nominal and sense.mode == "visit":
        return doers == 2
    if sense.type in _WORDS:
        return doers >= 1 and (
            doers + sufferers >= 3 or (doers == 2 and (sense.type == "CONCEDE" or bool(recipients or trigger.inner)))
        )
    return doers + sufferers >= 2


def _is_strike(trigger: Trigger) -> bool:
    """Whether somebody, whoever it is, stops or takes up work: "Nurses called off a strike"."""
    words = trigger.token.doc[slice(*trigger.span)]
    stops = any(t.lemma_.lower() in ("strike", "walkout") and t.pos_ == "NOUN" for t in words)
    return stops and trigger.sense.type in ("PROTEST", "CONCEDE")


def _natural(token: Token, actors: list[Token]) -> bool:
    """Tell whether nobody did it: a storm, a crash or an illness is the actor, or stands beside an unnamed one."""
    causes = listed("natural_causes")
    subject = dependent(token, rel.ACTIVE_SUBJECT)
    if subject is not None and _befalls(subject):
        return True
    if actors:
        return any(t.lemma_.lower() in causes for t in actors)
    return any(t.lemma_.lower() in causes for t in token.sent)


def _befalls(noun: Token) -> bool:
    """Tell "a heart attack", and a fire that no weapon and nobody's hand is named with."""
    before = {c.lower_ for c in dependents(noun, rel.NAMED_BESIDE)}
    return bool(before & BODILY) or (noun.lemma_.lower() == "fire" and not before)


def _by_weapon(verb: Token) -> bool:
    """Tell whether a bomb, a blast or the like is said to do it: "the blast killed", "a bomb went off, killing"."""
    for clause in (verb, verb.head) if verb.dep_ in rel.DEPENDENT_VERB else (verb,):
        subject = dependent(clause, rel.ACTIVE_SUBJECT)
        if subject is not None:
            of = {c.lemma_.lower() for c in dependents(subject, rel.NAMED_BESIDE)}
            return subject.lemma_.lower() in listed("weapons") and not of & _BURSTS
    return False


def _standing(token: Token, known: Mapping[int, Chain]) -> int:
    """2 for a state, a body or an office; 1 for a bare name, a pronoun or somebody of a country; 0 for anybody."""
    kind = _nouns().get(token.lemma_.lower())
    if kind == "private":  # "a UN expert" speaks for the UN; "a Boston man" for nobody
        return 2 if any(c.ent_type_ in ner.ORGANISATION and c.dep_ in rel.NAMED_BESIDE for c in token.children) else 0
    if token.ent_type_ in ner.ORGANISATION and token.lower_.rstrip(".") in _FIRMS:
        return 1
    if kind is not None or token.ent_type_ in ner.PUBLIC_BODIES:
        return 2
    for child in token.children:
        if child.dep_ in rel.NAMED_BESIDE and (
            child.ent_type_ in ner.PEOPLE or _nouns().get(child.lemma_.lower(), "private") != "private"
        ):
            return 2
    chain = known.get(token.idx)
    if chain is not None and chain.names and _office(chain):
        return 2
    if token.pos_ == "PRON" and chain is not None and chain.names:
        return 2
    if token.ent_type_ in ner.PERSON or token.pos_ in ("PRON", "PROPN"):
        return 1
    return 1 if any(c.ent_type_ in ner.PUBLIC_BODIES for c in token.subtree) else 0


def _office(chain: Chain) -> bool:
    """Tell whether the report says of it that it is a body, a place or the holder of an office."""
    if chain.kind in ("organisation", "group", "place", "office"):
        return True
    return any(_nouns().get(word, "private") != "private" for role in chain.roles for word in role.lower().split())


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("political_actors")}
