"""The names of months, whole or cut short, as patterns; and the month May, which the parser takes for a modal.

May then takes part in its sentence as a day or month does. The tagger knows the month by its capital; the parser, which
mostly meets "may" before a verb, does not: "On 2 May the crew found a leak" would say that the crew may have found one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.labels import label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
