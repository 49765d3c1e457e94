"""The tokens worth looking at are found by one look at all lemmas, not token by token."""

from __future__ import annotations

import numpy
from spacy.tokens import Doc, Token


def candidates(doc: Doc, words: frozenset[str], *, lower: bool = False) -> list[Token]:
    """Give the tokens of `doc`, in order, whose lemma (or lower-case form) is one of `words`, titled ones too."""
    strings = doc.vocab.strings
    keys = [strings[w] for word in words for w in (word, word.title()) if w in strings]
    values = doc.to_array(["LOWER" if lower else "LEMMA"])
    hits = numpy.flatnonzero(numpy.isin(values, numpy.array(sorted(keys), dtype=values.dtype)))
    return [doc[int(i)] for i in hits]
