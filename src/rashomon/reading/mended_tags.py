"""The names of months, whole or cut short, as patterns; and the month May, which the parser takes for a modal.

May then takes part in its sentence as a day or month does. The tagger knows the month by its capital; the parser, which
mostly meets "may" before a verb, does not: "On 2 May the crew found a leak" would say that the crew may have found one.

A plural that opens a sentence is a common noun where the tagger takes it for a name by its capital: "Rebels left".

Its lemma is then its singular, which the lists of those who act and speak know; a name's lemma is the name as written.

A verb of one syllable doubles its last consonant before an ending ("hopped", "robbed"): where a single one stands
there, the verb ends in e. The tables of lemmas give "hop" for "hoped", "fin" for "fined", "rat" for "rated".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
            and not first.ent_type_
            and first.dep_ not in _PART_OF_A_NAME
        ):
            singular = _singular(first)
            if singular:
                first.tag_, first.pos_, first.lemma_ = label(tags.COMMON_PLURAL), "NOUN", singular
    return doc


def _singular(token: Token) -> str:
    word = token.lower_
    forms = (word.removesuffix(end) + other for end, other in _ENDINGS if word.endswith(end))
    return next((form for form in forms if form in _common()), "")


@cache
def _common() -> frozenset[str]:
    """Give the nouns for those who act or are told of, in the singular."""
    return frozenset(row[0] for name in ("nominal_heads", "political_actors") for row in lexicon(name))


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first letters of each, in their order."""
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)


_MONTH = "May"
_BETWEEN = tags.NUMERAL | tags.ARTICLE | tags.ADJECTIVE
"""Tags of the words between a preposition and its month: "on the 2nd", "in early"."""


def months(doc: Doc) -> Doc:
    """Hang every May that is a name and stands as an auxiliary on the preposition before it, or on its verb."""
    for token in doc:
        if token.text == _MONTH and token.dep_ in rel.HELPER and token.tag_ in tags.NAME:
            _hang(token)
    return doc


def _hang(month: Token) -> None:
    doc, at = month.doc, month.i - 1
    while at > month.sent.start and doc[at].tag_ in _BETWEEN:
        at -= 1
    before = doc[at]
    if before.dep_ in rel.PREPOSITION and before.i < month.i:
        month.head, month.dep_ = before, label(rel.GOVERNED)
    else:
        month.dep_ = label(rel.NOUN_ADVERBIAL)
