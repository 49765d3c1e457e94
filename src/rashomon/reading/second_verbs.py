"""Whose words are whose in a sentence of two verbs, where the parser gives one of them the other's.

Four forms: a semicolon parts two sentences, of which neither says the other; what stands behind an inserted phrase is
the object of the verb before it ("confirmed the sale and rejected, by two votes, a motion"); "after the ship, then
called Dawn, was found empty" is a clause; and "by the time it fell" tells when, whoever says so.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.clauses.heeded import heeded
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependent, dependents, has_dependent
from rashomon.reading.grammar.labels import label
from rashomon.reading.main_verbs import agree, is_finite

_TIMES = frozenset({"after", "before", "since", "until", "till"})
_THE = frozenset({"the"})
_VERBAL = ("VERB", "AUX")
_BESIDE = rel.JOINED | rel.ADVERBIAL_CLAUSE | rel.PUNCTUATION
_OWNED = rel.OWNER | rel.DETERMINER
_ANY_OBJECT = rel.OBJECT | rel.COMPLEMENT | rel.NOUN_PREDICATE


def second_verbs(doc: Doc) -> Doc:
    """Give each verb its own words; what else the parser found stays."""
    for token in doc:
        if token.pos_ not in _VERBAL:
            continue
        if token.dep_ in rel.CONTENT and token.i < token.head.i:
            _parted(token)
        elif token.dep_ in rel.CONTENT:
            _when(token)
        elif token.dep_ in rel.JOINED and token.head.pos_ in _VERBAL and token.head.i < token.i:
            _object_of(token)
            _behind_a_time(token)
    return doc


def _parted(verb: Token) -> None:
    """Set a sentence beside the one that a semicolon parts it from: "He left; she stayed"."""
    other = verb.head
    first, second = _subject(verb), _subject(other)
    if first is None or second is None or not (is_finite(verb) and is_finite(other)) or other.pos_ not in _VERBAL:
        return
    last = verb.right_edge.i
    if any(verb.doc[i].text == ";" for i in range(last, second.left_edge.i) if i > verb.i):
        verb.dep_ = label(rel.PARATAXIS)


def _object_of(verb: Token) -> None:
    """Give a verb the object behind the phrase set into it, which the parser gave to the verb before it."""
    above = verb.head
    had = any(c.i < verb.i for c in dependents(above, rel.OBJECT))
    if not had or has_dependent(verb, _ANY_OBJECT | rel.PASSIVE_HELPER):
        return
    for noun in (*dependents(above, rel.OBJECT | rel.NOUN_ADVERBIAL), *dependents(verb, rel.NOUN_ADVERBIAL)):
        edge = noun.left_edge
        if edge.i <= verb.i + 1 or noun.ent_type_ in ner.TIMES or edge.nbor(-1).text != ",":
            continue
        if noun.dep_ in rel.OBJECT or has_dependent(noun, _OWNED):
            noun.head, noun.dep_ = verb, label(rel.OBJECT)
            return


def _when(verb: Token) -> None:
    """Hang on a time the clause right behind it that says which: "by the time the truce began"."""
    edge = verb.left_edge
    if edge.i == 0 or _subject(verb) is None:
        return
    time = edge.nbor(-1)
    if time.i > verb.head.i and time.lemma_.lower() in heeded("time") and has_dependent(time, rel.DETERMINER, _THE):
        verb.head, verb.dep_ = time, label(rel.RELATIVE)


def _behind_a_time(verb: Token) -> None:
    """Make a clause of "after" with its noun and the verb that agrees with it, where no "and" joins that verb."""
    above = verb.head
    first = verb.left_edge
    if _subject(verb) is not None or not is_finite(verb) or first.i == 0 or first.nbor(-1).text != ",":
        return
    mark = next((c for c in reversed(dependents(above, rel.PREPOSITION, _TIMES)) if above.i < c.i < verb.i), None)
    noun = dependent(mark, rel.GOVERNED) if mark is not None else None
    if mark is None or noun is None or not agree(noun, verb):
        return
    between = [c for c in above.children if noun.i < c.i < verb.i]
    if any(c.dep_ not in _BESIDE or is_finite(c) for c in between):
        return
    for c in between:
        c.head = noun
        if c.dep_ not in rel.PUNCTUATION:
            c.dep_ = label(rel.ADNOMINAL)
    noun.head, mark.head = verb, verb
    noun.dep_ = label(rel.PASSIVE_SUBJECT if has_dependent(verb, rel.PASSIVE_HELPER) else rel.ACTIVE_SUBJECT)
    mark.dep_, verb.dep_ = label(rel.SUBORDINATOR), label(rel.ADVERBIAL_CLAUSE)


def _subject(verb: Token) -> Token | None:
    return dependent(verb, rel.SUBJECT_OR_CLAUSE | rel.EXPLETIVE)
