"""How a word stands to the word that it hangs on: the relations that the readers ask the parser for.

The labels lie in `language/en/parser_labels.txt`, behind the names that readers know them by; what is asked together
has a name of its own. Nothing in reading names a label of the parser (tested). Whose deed a clause without a subject
tells: of some verbs above it their object's, of all others their subject's.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from rashomon.language import lexicon, word_set

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token


ROOT = word_set("parser_labels", "parser.root")
"""The head of a sentence."""
ADNOMINAL = word_set("parser_labels", "parser.adnominal")
"""A participle or infinitive of a noun: "troops *sent* there"."""
ADJECTIVE_PREDICATE = word_set("parser_labels", "parser.adjective_predicate")
"""How somebody is: "is *ill*"."""
ADVERBIAL_CLAUSE = word_set("parser_labels", "parser.adverbial_clause")
"""When, why, if: "left when it *fell*"."""
ADVERBIAL = word_set("parser_labels", "parser.adverbial")
"""As in "*soon*"."""
AGENT = word_set("parser_labels", "parser.agent")
"""The "by" of a passive: "seen *by* them"."""
ADJECTIVAL = word_set("parser_labels", "parser.adjectival")
"""An adjective before a noun: "*new* talks"."""
APPOSITION = word_set("parser_labels", "parser.apposition")
"""Names the same: "the mayor, *Berg*"."""
NOUN_PREDICATE = word_set("parser_labels", "parser.noun_predicate")
"""What somebody is: "is a *doctor*"."""
HELPER = word_set("parser_labels", "parser.helper")
"""As in "*has* left", "*to* leave"."""
PASSIVE_HELPER = word_set("parser_labels", "parser.passive_helper")
"""As in "*was* seen"."""
CASE_MARK = word_set("parser_labels", "parser.case_mark")
"""As in "Berg *'s*"."""
CONJUNCTION = word_set("parser_labels", "parser.conjunction")
"""As in "*and*"."""
CONTENT = word_set("parser_labels", "parser.content")
"""A clause with a subject of its own that the verb governs: "said that it *fell*"."""
COMPOUND = word_set("parser_labels", "parser.compound")
"""A noun before a noun: "*peace* talks"."""
JOINED = word_set("parser_labels", "parser.joined")
"""Joined to what stands before: "came and *left*"."""
CLAUSE_SUBJECT = word_set("parser_labels", "parser.clause_subject")
"""A clause as subject: "*what he did* was wrong"."""
PASSIVE_CLAUSE_SUBJECT = word_set("parser_labels", "parser.passive_clause_subject")
"""A clause as subject of a passive: "*that he left* was denied"."""
RECIPIENT = word_set("parser_labels", "parser.recipient")
"""To whom: "gave *him* a note", "gave it *to* him"."""
UNSURE = word_set("parser_labels", "parser.unsure")
"""The parser did not know."""
DETERMINER = word_set("parser_labels", "parser.determiner")
"""As in "*the*", "*no*"."""
OBJECT = word_set("parser_labels", "parser.object")
"""What the verb acts on: "shelled the *town*"."""
EXPLETIVE = word_set("parser_labels", "parser.expletive")
"""A subject that names nothing: "*there* was fire"."""
FLAT_NAME = word_set("parser_labels", "parser.flat_name")
"""Part of a name, in some models."""
SUBORDINATOR = word_set("parser_labels", "parser.subordinator")
"""Opens a clause: "*that*", "*if*"."""
NEGATION = word_set("parser_labels", "parser.negation")
"""As in "*not*"."""
NOUN_MODIFIER = word_set("parser_labels", "parser.noun_modifier")
"""Another noun before a noun."""
NOUN_ADVERBIAL = word_set("parser_labels", "parser.noun_adverbial")
"""A noun as adverb: "left *Monday*"."""
ACTIVE_SUBJECT = word_set("parser_labels", "parser.active_subject")
"""Who does, or is, something: "*rebels* left"."""
PASSIVE_SUBJECT = word_set("parser_labels", "parser.passive_subject")
"""Who undergoes it: "*rebels* were seen"."""
COUNT = word_set("parser_labels", "parser.count")
"""As in "*ten* men"."""
OBJECT_PREDICATE = word_set("parser_labels", "parser.object_predicate")
"""What an object is called or made: "called it a *war*"."""
PARATAXIS = word_set("parser_labels", "parser.parataxis")
"""Set beside, unbound: "it fell, he *said*"."""
GOVERNED_CLAUSE = word_set("parser_labels", "parser.governed_clause")
"""The clause behind a preposition: "for *hiding* it"."""
GOVERNED = word_set("parser_labels", "parser.governed")
"""The noun behind a preposition: "in *Elm*"."""
OWNER = word_set("parser_labels", "parser.owner")
"""As in "*his* house", "*Berg* 's"."""
PRECONJUNCTION = word_set("parser_labels", "parser.preconjunction")
"""As in "*both* … and"."""
PREDETERMINER = word_set("parser_labels", "parser.predeterminer")
"""As in "*all* the"."""
PREPOSITION = word_set("parser_labels", "parser.preposition")
"""As in "*in* Elm"."""
PARTICLE = word_set("parser_labels", "parser.particle")
"""Of the verb: "shot *down*"."""
PUNCTUATION = word_set("parser_labels", "parser.punctuation")
"""A mark."""
QUANTIFIER = word_set("parser_labels", "parser.quantifier")
"""As in "*about* ten"."""
RELATIVE = word_set("parser_labels", "parser.relative")
"""As in "troops who *left*"."""
OPEN_CLAUSE = word_set("parser_labels", "parser.open_clause")
"""A clause whose subject is that of another: "wants to *leave*"."""

ANY_CONJUNCTION = CONJUNCTION | PRECONJUNCTION
"""As in "and", "both"."""
ANY_HELPER = HELPER | PASSIVE_HELPER
"""Helpers of a verb."""
ANY_OBJECT = OBJECT | GOVERNED
"""Of a verb or a preposition."""
ATTRIBUTIVE = ADJECTIVAL | COMPOUND
"""An adjective or a noun before a noun."""
BESIDE_NOUN = APPOSITION | JOINED
"""A second noun beside the first."""
COMPLEMENT = CONTENT | OPEN_CLAUSE
"""A clause that a verb governs."""
COUNTING = COUNT | QUANTIFIER
"""A number and what bounds it."""
DESCRIBING = ADNOMINAL | RELATIVE
"""A clause that a noun governs."""
GOVERNED_ANY = GOVERNED_CLAUSE | GOVERNED
"""What a preposition governs."""
NAME_PART = APPOSITION | COMPOUND
"""A name beside its title."""
NOUN_BEFORE_NOUN = COMPOUND | NOUN_MODIFIER
"""A noun before a noun."""
OBJECTS = RECIPIENT | OBJECT
"""Direct and indirect."""
OBJECT_OR_PREDICATE = NOUN_PREDICATE | OBJECT
"""As in "is a *war*", "fought a *war*"."""
OPENER = ADVERBIAL | SUBORDINATOR
"""A word that opens a clause."""
OWNER_OR_GOVERNED = GOVERNED | OWNER
"""As in "*his* fall", "the fall of *Elm*"."""
PREDICATE = ADJECTIVE_PREDICATE | NOUN_PREDICATE
"""What somebody is or how."""
PREDICATE_OF_STATE = ADJECTIVE_PREDICATE | OBJECT_PREDICATE
"""How somebody is or is made."""
PREPOSITION_OR_AGENT = AGENT | PREPOSITION
"""A preposition, "by" among them."""
PREPOSITION_OR_RECIPIENT = RECIPIENT | PREPOSITION
"""A preposition, "to" among them."""
SAID_CLAUSE = CONTENT | PARATAXIS
"""A clause beside a verb of saying."""
SUBJECT = ACTIVE_SUBJECT | PASSIVE_SUBJECT
"""A noun as subject."""
UNDERGOER = OBJECT | PASSIVE_SUBJECT
"""Who undergoes it, active or passive."""
ANY_PREDICATE = PREDICATE | OBJECT_PREDICATE
"""What somebody is, how, or is made."""
BEFORE_NOUN = ATTRIBUTIVE | NOUN_MODIFIER
"""What describes a noun from before it."""
CLAUSE_OF_NOUN = DESCRIBING | CONTENT
"""A clause that the parser may have hung on a noun."""
DEPENDENT_VERB = ADVERBIAL_CLAUSE | JOINED | OPEN_CLAUSE
"""A verb that takes its subject from another."""
HELPER_OR_NEGATION = ANY_HELPER | NEGATION
"""What may stand between a subject and its verb."""
SUBJECT_OR_CLAUSE = SUBJECT | CLAUSE_SUBJECT
"""A subject, be it a clause."""
SUBJECT_OR_OBJECT = SUBJECT | OBJECT
"""Who takes part directly."""
TAKEN_OR_PREDICATED = ANY_OBJECT | NOUN_PREDICATE
"""What is had, is, or stands behind a preposition."""
WHAT_IS_SAID = COMPLEMENT | OBJECT
"""Object or clause of a verb of saying."""
GOVERNOR = PREPOSITION_OR_AGENT | RECIPIENT | PARTICLE
"""A word of a verb that may govern a noun."""
TAKEN = OBJECT_OR_PREDICATE | PASSIVE_SUBJECT | OBJECT_PREDICATE
"""The noun that a light verb takes: "made a *call*"."""
NAMED_BESIDE = BEFORE_NOUN | APPOSITION | OWNER
"""What may name whose a noun is."""
TAKEN_OR_GOVERNED = TAKEN | GOVERNED
"""The same, behind a preposition too."""
NOUN_PHRASE_PART = BEFORE_NOUN | DETERMINER | COUNT | OWNER
"""What stands before a noun in its phrase."""


@cache
def object_control(asking: Literal["event", "source", "deed"]) -> frozenset[str]:
    """Give the verbs, by lemma, whose object does what the clause below them says, as one kind of reader takes them.

    >>> "ask" in object_control("event"), "promise" in object_control("event")
    (True, False)
    """
    return frozenset(verb for verb, readers in lexicon("object_control") if asking in readers.split())


def dependents(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> list[Token]:
    """Give those that stand in one of `relations` to `token`, in the order of the text.

    `words`, where given, are the ones asked for, in lower case.
    """
    if words is None:
        return [c for c in token.children if c.dep_ in relations]
    return [c for c in token.children if c.dep_ in relations and c.lower_ in words]


def dependent(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> Token | None:
    """Give the first of them, or None."""
    return next((c for c in token.children if c.dep_ in relations and (words is None or c.lower_ in words)), None)


def has_dependent(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> bool:
    """Whether there is one."""
    return dependent(token, relations, words) is not None
