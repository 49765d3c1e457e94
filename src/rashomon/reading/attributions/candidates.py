"""The tokens worth looking at are found by one look at all lemmas, not token by token."""

from __future__ import annotations

from functools import cache

import numpy
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token


def candidates(doc: Doc, words: frozenset[str], *, lower: bool = False) -> list[Token]:
    """Give the tokens of `doc`, in order, whose lemma (or lower-case form) is one of `words`, titled ones too."""
    values = doc.to_array(["LOWER" if lower else "LEMMA"])
    return [doc[int(i)] for i in numpy.flatnonzero(numpy.isin(values, _ids(words)))]


@cache
def _ids(words: frozenset[str]) -> NDArray[numpy.uint64]:
    return numpy.array(sorted({get_string_id(w) for word in words for w in (word, word.title())}), numpy.uint64)
