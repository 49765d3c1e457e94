"""How a word stands to the word that it hangs on: the relations that the readers ask the parser for.

Labels are those of ClearNLP, which spaCy's English parsers give; each bears here the name that the readers know it by,
and what is asked together has a name of its own. Nothing else in reading names a label of the parser (tested).
"""

from __future__ import annotations

ROOT = frozenset({"ROOT"})
"""The head of a sentence."""
ADNOMINAL = frozenset({"acl"})
"""A participle or infinitive of a noun: "troops *sent* there"."""
ADJECTIVE_PREDICATE = frozenset({"acomp"})
"""How somebody is: "is *ill*"."""
ADVERBIAL_CLAUSE = frozenset({"advcl"})
"""When, why, if: "left when it *fell*"."""
ADVERBIAL = frozenset({"advmod"})
"""As in "*soon*"."""
AGENT = frozenset({"agent"})
"""The "by" of a passive: "seen *by* them"."""
ADJECTIVAL = frozenset({"amod"})
"""An adjective before a noun: "*new* talks"."""
APPOSITION = frozenset({"appos"})
"""Names the same: "the mayor, *Berg*"."""
NOUN_PREDICATE = frozenset({"attr"})
"""What somebody is: "is a *doctor*"."""
HELPER = frozenset({"aux"})
"""As in "*has* left", "*to* leave"."""
PASSIVE_HELPER = frozenset({"auxpass"})
"""As in "*was* seen"."""
CASE_MARK = frozenset({"case"})
"""As in "Berg *'s*"."""
CONJUNCTION = frozenset({"cc"})
"""As in "*and*"."""
CONTENT = frozenset({"ccomp"})
"""A clause with a subject of its own that the verb governs: "said that it *fell*"."""
COMPOUND = frozenset({"compound"})
"""A noun before a noun: "*peace* talks"."""
JOINED = frozenset({"conj"})
"""Joined to what stands before: "came and *left*"."""
CLAUSE_SUBJECT = frozenset({"csubj"})
"""A clause as subject: "*what he did* was wrong"."""
PASSIVE_CLAUSE_SUBJECT = frozenset({"csubjpass"})
"""A clause as subject of a passive: "*that he left* was denied"."""
RECIPIENT = frozenset({"dative"})
"""To whom: "gave *him* a note", "gave it *to* him"."""
UNSURE = frozenset({"dep"})
"""The parser did not know."""
DETERMINER = frozenset({"det"})
"""As in "*the*", "*no*"."""
OBJECT = frozenset({"dobj"})
"""What the verb acts on: "shelled the *town*"."""
EXPLETIVE = frozenset({"expl"})
"""A subject that names nothing: "*there* was fire"."""
FLAT_NAME = frozenset({"flat"})
"""Part of a name, in some models."""
SUBORDINATOR = frozenset({"mark"})
"""Opens a clause: "*that*", "*if*"."""
NEGATION = frozenset({"neg"})
"""As in "*not*"."""
NOUN_MODIFIER = frozenset({"nmod"})
"""Another noun before a noun."""
NOUN_ADVERBIAL = frozenset({"npadvmod"})
"""A noun as adverb: "left *Monday*"."""
ACTIVE_SUBJECT = frozenset({"nsubj"})
"""Who does, or is, something: "*rebels* left"."""
PASSIVE_SUBJECT = frozenset({"nsubjpass"})
"""Who undergoes it: "*rebels* were seen"."""
COUNT = frozenset({"nummod"})
"""As in "*ten* men"."""
OBJECT_PREDICATE = frozenset({"oprd"})
"""What an object is called or made: "called it a *war*"."""
PARATAXIS = frozenset({"parataxis"})
"""Set beside, unbound: "it fell, he *said*"."""
GOVERNED_CLAUSE = frozenset({"pcomp"})
"""The clause behind a preposition: "for *hiding* it"."""
GOVERNED = frozenset({"pobj"})
"""The noun behind a preposition: "in *Elm*"."""
OWNER = frozenset({"poss"})
"""As in "*his* house", "*Berg* 's"."""
PRECONJUNCTION = frozenset({"preconj"})
"""As in "*both* … and"."""
PREDETERMINER = frozenset({"predet"})
"""As in "*all* the"."""
PREPOSITION = frozenset({"prep"})
"""As in "*in* Elm"."""
PARTICLE = frozenset({"prt"})
"""Of the verb: "shot *down*"."""
PUNCTUATION = frozenset({"punct"})
"""A mark."""
QUANTIFIER = frozenset({"quantmod"})
"""As in "*about* ten"."""
RELATIVE = frozenset({"relcl"})
"""As in "troops who *left*"."""
OPEN_CLAUSE = frozenset({"xcomp"})
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
