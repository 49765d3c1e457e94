"""Who takes part without standing in a slot: the text names him once, for another word of the same sentence.

Nothing is added where the frame's own slots have named somebody.
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.events.arguments import is_actor, is_passive, objects, prepositional, subject
from rashomon.reading.events.dating import prompting
from rashomon.reading.events.sense import Trigger
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents

_HITS = word_set("words_of_events", "hits")
_SUFFERS = word_set("words_of_events", "suffers")
_CAUSES = frozenset({"because", "due", "from", "under"})
_ANNOUNCES = word_set("words_of_events", "announces")
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_HOSTILE = _HARMS | {"MOBILIZE", "THREATEN"}
_MEMBERS = word_set("words_of_events", "member")


def implied(trigger: Trigger, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """Give actors and recipients with those that the sentence implies."""
    if not actors and trigger.sense.type == "MOBILIZE":
        actors = _deployed(trigger)
    if not recipients:
        recipients = [t for t in _sufferers(trigger) if t not in actors]
    elif trigger.sense.type in _HARMS:  # who strikes the leaders of a group strikes the group
        recipients = recipients + [g for t in recipients for g in _whose(t) if g not in recipients and g not in actors]
    return actors, recipients


def _deployed(trigger: Trigger) -> list[Token]:
    """Read "Troops were deployed": where nobody sends them, they act."""
    verb = trigger.clause
    if verb.pos_ != "VERB" or not is_passive(verb):
        return []
    force = subject(verb) or (verb.head if verb.dep_ in rel.ADNOMINAL else None)
    return [force] if force is not None and is_actor(force) else []


def _sufferers(trigger: Trigger) -> list[Token]:
    kind = trigger.sense.type
    if kind == "ASSAULT" and trigger.token.pos_ == "NOUN" and trigger.carrier is None:
        return _hit(trigger.token)
    if kind in _HOSTILE and (before := prompting(trigger.clause)) is not None:
        provoker = subject(before) or (before.head if before.dep_ in rel.ADNOMINAL else None)
        return [provoker] if provoker is not None and is_actor(provoker) else []
    if kind in _HARMS and trigger.token.pos_ == "NOUN" and trigger.carrier is None:
        return _struck_by(trigger.token)
    if trigger.sense.mode == "visit" and trigger.carrier is not None:
        return _host(trigger)
    return []


def _hit(noun: Token) -> list[Token]:
    """Read "the blast, which hit the mission", "attacks targeting the mission"."""
    for clause in noun.children:
        relative = clause.dep_ in rel.RELATIVE and any(
            c.tag_ in tags.WHICH and c.dep_ in rel.ACTIVE_SUBJECT for c in clause.children
        )
        if (
            relative or (clause.dep_ in rel.ADNOMINAL and clause.tag_ in tags.GERUND)
        ) and clause.lemma_.lower() in _HITS:
            return objects(clause)
    return []


def _struck_by(noun: Token) -> list[Token]:
    """Read "Chad suffers losses because of Libyan sanctions": who suffers is the recipient."""
    caused, step = False, noun
    for _ in range(7):
        step = step.head
        caused = caused or step.lower_ in _CAUSES
        if step.pos_ == "VERB":
            break
    sufferer = subject(step) if caused and step.lemma_.lower() in _SUFFERS else None
    return [sufferer] if sufferer is not None and is_actor(sufferer) else []


def _host(trigger: Trigger) -> list[Token]:
    """Read "Oman announced the visit of a Kenyan delegation": a state that announces another's visit is its host."""
    verb = trigger.carrier
    if (
        verb is None
        or verb.lemma_.lower() not in _ANNOUNCES
        or any(t.tag_ in tags.OWNING_PRONOUN for t in trigger.token.subtree)
    ):
        return []
    host = subject(verb)
    return [host] if host is not None and host.ent_type_ in ner.POLITY else []


def _whose(head: Token) -> list[Token]:
    """Give the group of "the militias' leaders", "members of the Front"."""
    if head.lemma_.lower() not in _MEMBERS or head.ent_type_:
        return []
    owners = [c for c in dependents(head, rel.OWNER) if c.pos_ != "PRON"] + prepositional(head, "of")
    return [t for t in owners if is_actor(t)]
