"""The main verb of a sentence that opens with what is told: "Claims that men fell ill after the leak are unfounded".

The parser takes "after the leak are unfounded" for a clause of its own and leaves the sentence without a main verb. A
sentence that ends with a stop has one: the last finite verb of what hangs on its opening noun, where all that stands
between that noun and the verb can do without it.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.tokens import Doc, Span, Token

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, dependents, has_dependent
from rashomon.reading.grammar.labels import label as label_of

_PREPOSITIONS = word_set("words_of_pages", "sets_a_time")
_STOPS = ".!?"


def main_verbs(doc: Doc) -> Doc:
    """Give such sentences their main verb back; the noun that opens them is its subject."""
    found = [lost for sentence in doc.sents if (lost := _lost(sentence)) is not None]
    if not found:
        return doc
    ties: Any = doc.to_array(["HEAD", "DEP"]).astype("int64")
    heads = numpy.arange(len(doc)) + ties[:, 0]
    label = doc.vocab.strings.add
    for opening, verb, mark, noun in found:
        passive = has_dependent(verb, rel.PASSIVE_HELPER)
        new = [
            (mark, verb.head, label_of(rel.PREPOSITION)),
            (noun, mark, label_of(rel.GOVERNED)),
            (verb, verb, label_of(rel.ROOT)),
            (opening, verb, label_of(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)),
            *((c, verb, c.dep_) for c in dependents(opening, rel.PUNCTUATION) if c.i > verb.i),
        ]
        for token, head, dep in new:
            heads[token.i], ties[token.i, 1] = head.i, label(dep)
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
        if mark is not None and noun is not None and mark.i < noun.i < verb.i and last and agree(opening, verb):
            return opening, verb, mark, noun
    return None


def is_finite(verb: Token) -> bool:
    """Whether a verb, or a helper of it, tells a time."""
    return verb.tag_ in tags.FINITE or any(c.tag_ in tags.FINITE for c in dependents(verb, rel.ANY_HELPER))


def agree(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb: "reports … is" cannot."""
    forms = [verb, *dependents(verb, rel.ANY_HELPER)]
    first = min((t for t in forms if t.tag_ in tags.FINITE), key=lambda t: t.i)
    many = noun.tag_ in tags.COMMON_PLURAL
    if first.tag_ in tags.PRESENT_SINGULAR or first.lower_ == "was":
        return not many
    return many if first.tag_ in tags.PRESENT_PLURAL or first.lower_ == "were" else True
