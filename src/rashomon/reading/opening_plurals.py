"""A plural that opens a sentence is a common noun where the tagger takes it for a name by its capital: "Rebels left".

Its lemma is then its singular, which the lists of those who act and speak know; a name's lemma is the name as written.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.labels import label

_ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", ""))
_PART_OF_A_NAME = rel.NOUN_BEFORE_NOUN | rel.FLAT_NAME


def opening_plurals(doc: Doc) -> Doc:
    """Give every such plural the tag and the lemma of a common noun."""
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
