"""The tokens worth looking at are found by one look at all lemmas, not token by token."""

from __future__ import annotations

from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token


def candidates(doc: Doc, words: frozenset[str], *, lower: bool = False) -> list[Token]:
    """Give the tokens of `doc`, in order, whose lemma (or lower-case form) is one of `words`, titled ones too."""
    ids = _ids(words)
    values = doc.to_array(["LOWER" if lower else "LEMMA"])
    return [doc[i] for i, value in enumerate(values.tolist()) if value in ids]


@cache
def _ids(words: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(w) for word in words for w in (word, word.title()))
