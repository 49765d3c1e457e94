"""Who can be somebody that speaks: names, people, bodies; what is a thing, and says only what is given in its words."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import calendar_words
from rashomon.reading.attributions.source_nouns import is_agent, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents

_SPEECHLESS_PRONOUNS = frozenset({"that", "which", "this", "these", "those", "there", "what", "all", "much"})


def may_speak(who: Token) -> bool:
    """Whether the head of a noun phrase can be somebody: a name, a pronoun, or a listed noun of sources."""
    if who.lower_ in ("that", "which") and who.head.dep_ in rel.RELATIVE:
        return may_speak(who.head.head)
    if who.pos_ == "PRON":
        return who.lower_ not in _SPEECHLESS_PRONOUNS
    if who.lower_ in calendar_words() and who.ent_type_ not in ner.PERSON:
        return False  # "has besieged the town since January have agreed": read as its subject
    return who.pos_ == "PROPN" or who.ent_type_ in ner.ACTORS or who.lower_ in source_nouns()


def is_thing(who: Token) -> bool:
    """Whether the head of a noun phrase is one thing that no list of speakers knows: "the trip", "a storm that"."""
    if who.lower_ in ("that", "which") and who.head.dep_ in rel.RELATIVE:
        who = who.head.head
    return who.tag_ in tags.COMMON_NOUN and who.pos_ == "NOUN" and not may_speak(who) and not is_agent(who.lower_)


_VOICES = frozenset({"anonymous", "person", "office", "outlet", "collective"})


def can_speak(who: Token) -> bool:
    """Whether an object can be a voice of its own: "citing two officials", not "citing the cost"."""
    return who.ent_type_ in ner.PERSON_OR_BODY or source_nouns().get(who.lower_) in _VOICES


def is_somebody(who: Token) -> bool:
    """Whether the head of a noun phrase is a person, by name or by what he is."""
    if who.ent_type_ in ner.PERSON:
        return True
    return source_nouns().get(who.lower_) in _PERSONS or who.lower_ in ("him", "her", "them", "he", "she", "they")


_PERSONS = frozenset({"person", "office"})


def can_be_cited(who: Token) -> bool:
    """Whether an object can be who stands behind what is passed on: "citing the ministry", not "citing the cost"."""
    return can_speak(who) or source_nouns().get(who.lower_) == "institution" or _is_anybody(who)


def _is_anybody(who: Token) -> bool:
    """Whether no list knows a noun that means somebody all the same: "a fisherman", "a caller who heard it"."""
    if who.pos_ != "NOUN" or not is_agent(who.lower_.removesuffix("s")):
        return who.lower_.endswith(("men", "women"))
    asked = (w for c in dependents(who, rel.RELATIVE) for w in c.children)
    return who.lower_.endswith(_SOMEBODY) or any(w.lower_ == "who" for w in asked)


_SOMEBODY = ("man", "woman", "person", "ist", "ists", "mate", "mates")
