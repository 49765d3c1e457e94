"""What the tagger and the parser err in where news is worded: put right in their answers, before anything is read.

May: the month takes part in its sentence as a day or month does. The tagger knows it by its capital; the parser, which
mostly meets "may" before a verb, does not: "On 2 May the crew found a leak" would say that the crew may have found one.

A plural that opens a sentence is a common noun where the tagger takes it for a name by its capital: "Rebels left". Its
lemma is then its singular, which the lists of those who act and speak know; a name's lemma is the name as written.

A verb of one syllable doubles its last consonant before an ending ("hopped", "robbed"): where a single one stands
there, the verb ends in e. The tables of lemmas give "hop" for "hoped", "fin" for "fined", "rat" for "rated".

A sentence opens with what is told: "Claims that men fell ill after the leak are unfounded". The parser takes "after the
leak are unfounded" for a clause of its own and leaves the sentence without a main verb. A sentence that ends with a
stop has one: the last finite verb of what hangs on its opening noun, where all that stands between that noun and the
verb can do without it.

Whose words are whose, of two verbs, has five forms: a semicolon parts two sentences, of which neither says the other;
so does a comma where somebody says something of his own on either side ("rebels say 70 died, the army says nine");
who says what stands before a semicolon says nothing behind it ("dozens died, residents say; the army counts nine");
what stands
behind an inserted phrase is the object of the verb before it ("confirmed the sale and rejected, by two votes, a
motion"); "after the ship, then called Dawn, was found empty" is a clause, and so is "as the truce took effect"; "put
out with foam and guards were called" are two; and "by the time it fell" tells when, whoever says so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy
from spacy.tokens import Doc, Span, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.cue_verbs import utters
from rashomon.reading.clauses.extent import heeded
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_PREPOSITIONS = word_set("words_of_pages", "sets_a_time")
_STOPS = ".!?"


def main_verbs(doc: Doc) -> Doc:
    """Give such sentences their main verb back; the noun that opens them is its subject."""
    found = [lost for sentence in doc.sents if (lost := _lost(sentence)) is not None]
    if not found:
        return doc
    ties: Any = doc.to_array(["HEAD", "DEP"]).astype("int64")
    heads = numpy.arange(len(doc)) + ties[:, 0]
    number = doc.vocab.strings.add
    for opening, verb, mark, noun in found:
        passive = has_dependent(verb, rel.PASSIVE_HELPER)
        new = [
            (mark, verb.head, label(rel.PREPOSITION)),
            (noun, mark, label(rel.GOVERNED)),
            (verb, verb, label(rel.ROOT)),
            (opening, verb, label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)),
            *((c, verb, c.dep_) for c in dependents(opening, rel.PUNCTUATION) if c.i > verb.i),
        ]
        for token, head, dep in new:
            heads[token.i], ties[token.i, 1] = head.i, number(dep)
    ties[:, 0] = heads - numpy.arange(len(doc))
    return doc.from_array(["HEAD", "DEP"], ties.astype("uint64"))


def _lost(sentence: Span) -> tuple[Token, Token, Token, Token] | None:
    """Give the noun that opens a sentence, its lost verb, and the preposition and noun between them, or None."""
    opening = sentence.root
    if opening.tag_ not in tags.COMMON or sentence[-1].text not in _STOPS or has_dependent(opening, rel.JOINED):
        return None
    told = next((c for c in dependents(opening, rel.CLAUSE_OF_NOUN) if c.i > opening.i), None)
    if told is None or told.left_edge.lower_ != "that" or told.left_edge.i != opening.i + 1:
        return None
    for verb in told.subtree:
        if verb.dep_ not in rel.ADVERBIAL_CLAUSE or verb.i < told.i or not is_finite(verb):
            continue
        mark = dependent(verb, rel.SUBORDINATOR, _PREPOSITIONS)
        noun = next((c for c in dependents(verb, rel.SUBJECT) if c.tag_ in tags.COMMON), None)
        last = verb.right_edge.i >= sentence.end - 2
        if mark is not None and noun is not None and mark.i < noun.i < verb.i and last and _agrees(opening, verb):
            return opening, verb, mark, noun
    return None


def is_finite(verb: Token) -> bool:
    """Whether a verb, or a helper of it, tells a time."""
    return verb.tag_ in tags.FINITE or any(c.tag_ in tags.FINITE for c in dependents(verb, rel.ANY_HELPER))


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a finite verb: "reports … is" cannot."""
    forms = [verb, *dependents(verb, rel.ANY_HELPER)]
    first = min((t for t in forms if t.tag_ in tags.FINITE), key=lambda t: t.i)
    return tags.agree(noun.tag_, first.tag_, first.lower_)


_TIMES = word_set("words_of_clauses", "opens_a_time")
_TELLS_WHOM = word_set("words_of_attributions", "tells_whom")
_THE = frozenset({"the"})
_VERBAL = ("VERB", "AUX")
_NAMING = ("NOUN", "PROPN")
_BEFORE_A_VERB = rel.ANY_HELPER | rel.ADVERBIAL | rel.NEGATION
_BESIDE = rel.JOINED | rel.ADVERBIAL_CLAUSE | rel.PUNCTUATION
_OWNED = rel.OWNER | rel.DETERMINER
_ANY_OBJECT = rel.OBJECT | rel.COMPLEMENT | rel.NOUN_PREDICATE


def second_verbs(doc: Doc) -> Doc:
    """Give each verb its own words; what else the parser found stays."""
    for token in doc:
        if token.pos_ not in _VERBAL:
            continue
        _before_a_semicolon(token)
        if token.dep_ in rel.CONTENT and token.i < token.head.i:
            _parted(token)
        elif token.dep_ in rel.CONTENT:
            _when(token)
            _besides(token)
        elif token.dep_ in rel.JOINED | rel.ADVERBIAL_CLAUSE and token.head.pos_ in _VERBAL and token.head.i < token.i:
            if token.dep_ in rel.JOINED:
                _object_of(token)
                _behind_a_joined_noun(token)
            _behind_a_time(token)
    return doc


def _parted(verb: Token) -> None:
    """Set a sentence beside the one that a semicolon parts it from: "He left; she stayed"."""
    other = verb.head
    first, second = _subject(verb), _subject(other)
    if first is None or second is None or not (is_finite(verb) and is_finite(other)) or other.pos_ not in _VERBAL:
        return
    last = verb.right_edge.i
    between = [verb.doc[i].text for i in range(last, second.left_edge.i) if i > verb.i]
    if ";" in between:
        verb.dep_ = label(rel.PARATAXIS)
    elif "," in between and _says_of_its_own(other, other.i) and _says_of_its_own(verb, verb.i):
        verb.dep_ = label(rel.PARATAXIS)  # "rebels say 70 died, the army says nine"


def _before_a_semicolon(verb: Token) -> None:
    """Give who closes what stands before a semicolon that alone: "Dozens died, residents say; the army counts nine"."""
    who = _subject(verb)
    if who is None or not who.i < verb.i or verb.lemma_.lower() in _TELLS_WHOM or not utters(verb):
        return
    doc, end = verb.doc, verb.i + 1
    while end < verb.sent.end and doc[end].head == verb and doc[end].dep_ in _BESIDE_A_TAG:
        end = doc[end].right_edge.i + 1
    first = who.left_edge
    comma = first.i - 1
    while comma > verb.sent.start and doc[comma].is_quote:
        comma -= 1
    if end >= verb.sent.end or doc[end].text != ";" or first.i == verb.sent.start or doc[comma].text != ",":
        return
    before = [c for c in verb.children if c.dep_ in rel.CONTENT and c.i < first.i]
    if not before and verb.dep_ in rel.PARATAXIS and verb.head.i > end:
        told = [c for c in verb.head.children if c.right_edge.i == comma - 1 and c.pos_ in _VERBAL and _subject(c)]
        for clause in told[-1:]:
            clause.head, clause.dep_ = verb, label(rel.CONTENT)
    elif before:
        for clause in (c for c in dependents(verb, rel.CONTENT) if c.left_edge.i >= end):
            clause.dep_ = label(rel.PARATAXIS)


_BESIDE_A_TAG = rel.NOUN_ADVERBIAL | rel.PREPOSITION | rel.ADVERBIAL


def _besides(verb: Token) -> None:
    """Set who says something of his own beside who spoke before a comma: "Berg said it failed, his mate said no"."""
    above, who = verb.head, _subject(verb)
    told = next((c for c in dependents(above, rel.CONTENT) if above.i < c.i < verb.i), None)
    if told is None or who is None or has_dependent(verb, rel.SUBORDINATOR) or not _says_of_its_own(verb, verb.i):
        return
    if utters(above) and told.right_edge.i < who.left_edge.i and who.left_edge.nbor(-1).text == ",":
        verb.dep_ = label(rel.PARATAXIS)


def _says_of_its_own(verb: Token, after: int) -> bool:
    """Whether somebody says something by a verb, and what he says stands behind it."""
    if not utters(verb) or verb.lemma_.lower() in _TELLS_WHOM:
        return False
    told = [c for c in dependents(verb, rel.WHAT_IS_SAID) if c.i > after]
    counted = rel.COUNTING | rel.PREDETERMINER
    return any(c.pos_ in _VERBAL or c.tag_ in tags.NUMERAL or has_dependent(c, counted) for c in told)


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
    """Make a clause of "after" or "as" with its noun and the verb that agrees with it, where no "and" joins that verb.

    The verb stands right behind the noun ("as the truce took effect"), or behind what commas set beside it.
    """
    first = _first_word(verb)
    if _subject(verb) is not None or not is_finite(verb) or first.i - 1 <= verb.sent.start:
        return
    last = first.nbor(-1)
    inserted = last.text == ","
    noun = _led_in(last.nbor(-1) if inserted else last, verb)
    if noun is None or not _agrees(noun, verb):
        return
    opened = any(t.text == "," for t in verb.doc[noun.i + 1 : last.i])
    if opened != inserted or (not inserted and noun.right_edge.i != last.i):
        return
    mark = noun.head
    above = next((t for t in mark.ancestors if t.pos_ in _VERBAL and t != verb), verb.head)
    between = [c for c in above.children if noun.i < c.i < first.i]
    if any(not (c.dep_ in _BESIDE or _tells_without_verb(c)) or is_finite(c) for c in between):
        return
    for c in between:
        c.head = noun
        if c.dep_ not in rel.PUNCTUATION:
            c.dep_ = label(rel.ADNOMINAL)
    noun.head, mark.head, verb.head = verb, verb, above
    noun.dep_ = label(rel.PASSIVE_SUBJECT if has_dependent(verb, rel.PASSIVE_HELPER) else rel.ACTIVE_SUBJECT)
    mark.dep_, verb.dep_ = label(rel.SUBORDINATOR), label(rel.ADVERBIAL_CLAUSE)


def _tells_without_verb(noun: Token) -> bool:
    """Whether what is set in tells what some are: ", *many of them students*,"."""
    return noun.dep_ in rel.NOUN_ADVERBIAL and has_dependent(noun, rel.SUBJECT)


def _behind_a_joined_noun(verb: Token) -> None:
    """Give a verb the noun right before it that "and" joins: "put out with foam and *police* had been called"."""
    first = _first_word(verb)
    if _subject(verb) is not None or not is_finite(verb) or first.i - 1 <= verb.sent.start:
        return
    if has_dependent(verb, rel.CONJUNCTION):
        return
    last = first.nbor(-1)
    noun = next((t for t in (last, *last.ancestors) if t.dep_ in rel.JOINED and t.pos_ in _NAMING), None)
    if noun is None or noun.right_edge != last or noun.head.pos_ not in _NAMING or noun.is_ancestor(verb):
        return
    if noun.head.dep_ in rel.GOVERNED and noun.head.head.lower_ == "between":
        return  # "a war between Elm and Oak began"
    joint = noun.left_edge.i - 1
    if verb.doc[joint].tag_ not in tags.COORDINATOR or not _agrees(noun, verb):
        return
    noun.head, verb.doc[joint].head = verb, verb.head
    noun.dep_ = label(rel.PASSIVE_SUBJECT if has_dependent(verb, rel.PASSIVE_HELPER) else rel.ACTIVE_SUBJECT)


def _first_word(verb: Token) -> Token:
    """Give the first of a verb's helpers and adverbs right before it, or the verb."""
    first = verb
    while first.i > verb.sent.start and first.nbor(-1).head == verb and first.nbor(-1).dep_ in _BEFORE_A_VERB:
        first = first.nbor(-1)
    return first


def _led_in(last: Token, verb: Token) -> Token | None:
    """Give the noun that a word of time leads in and that ends with `last`, or that stands before what is set in."""
    opens = rel.PREPOSITION | rel.SUBORDINATOR
    for noun in (last, *last.ancestors):
        if noun.dep_ in rel.GOVERNED and noun.head.lower_ in _TIMES and noun.head.dep_ in opens:
            return None if noun.is_ancestor(verb) else noun
    marks = [c for c in dependents(verb.head, rel.PREPOSITION, _TIMES) if verb.head.i < c.i < verb.i]
    return dependent(marks[-1], rel.GOVERNED) if marks else None


def _subject(verb: Token) -> Token | None:
    return dependent(verb, rel.SUBJECT_OR_CLAUSE | rel.EXPLETIVE)


_ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", ""))
_PART_OF_A_NAME = rel.NOUN_BEFORE_NOUN | rel.FLAT_NAME
_SHORT = re.compile(r"(?:[^aeiou]*|qu)[aeiou][bcdfgklmnprtvz]")
_VERB_ENDINGS = ("e", "ed", "es", "ing")


def opening_plurals(doc: Doc) -> Doc:
    """Give every such plural the tag and the lemma of a common noun, and such a verb its e."""
    for token in doc:
        lemma = token.lemma_
        if token.pos_ == "VERB" and _SHORT.fullmatch(lemma) and token.lower_ in {lemma + end for end in _VERB_ENDINGS}:
            token.lemma_ = lemma + "e"
    for sentence in doc.sents:
        first = next((token for token in sentence if token.is_alpha), None)
        if (
            first is not None
            and first.tag_ in tags.PLURAL_NAME
            and (not first.ent_type_ or first.ent_type_ in ner.PERSON)
            and first.dep_ not in _PART_OF_A_NAME
        ):
            singular = _singular(first)
            if singular and not (first.ent_type_ and first.nbor().ent_type_):
                first.tag_, first.pos_, first.lemma_ = label(tags.COMMON_PLURAL), "NOUN", singular
                first.ent_type_ = ""
    return doc


def _singular(token: Token) -> str:
    word = token.lower_
    forms = (word.removesuffix(end) + other for end, other in _ENDINGS if word.endswith(end))
    return next((form for form in forms if form in _common()), "")


@cache
def _common() -> frozenset[str]:
    """Give the nouns for those who act or are told of, and for what shows something, in the singular."""
    named = (row[0] for name in ("nominal_heads", "political_actors") for row in lexicon(name))
    return frozenset(named) | word_set("words_of_mentions", "device")


_MONTH = "May"
_BEFORE_A_MONTH = tags.NUMERAL | tags.ARTICLE | tags.ADJECTIVE
"""Tags of the words between a preposition and its month: "on the 2nd", "in early"."""


def months(doc: Doc) -> Doc:
    """Hang every May that is a name and stands as an auxiliary on the preposition before it, or on its verb."""
    for token in doc:
        if token.text == _MONTH and token.dep_ in rel.HELPER and token.tag_ in tags.NAME:
            _hang_month(token)
    return doc


def _hang_month(month: Token) -> None:
    doc, at = month.doc, month.i - 1
    while at > month.sent.start and doc[at].tag_ in _BEFORE_A_MONTH:
        at -= 1
    before = doc[at]
    if before.dep_ in rel.PREPOSITION and before.i < month.i:
        month.head, month.dep_ = before, label(rel.GOVERNED)
    else:
        month.dep_ = label(rel.NOUN_ADVERBIAL)
