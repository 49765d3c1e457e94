"""The words that hang on a word, by the relation that they stand in to it and, where asked, by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token


def dependents(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> list[Token]:
    """Give those that stand in one of `relations` to `token`, in the order of the text.

    `words`, where given, are the ones asked for, in lower case.
    """
    if words is None:
        return [c for c in token.children if c.dep_ in relations]
    return [c for c in token.children if c.dep_ in relations and c.lower_ in words]


def dependent(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> Token | None:
    """Give the first of them, or None."""
    return next((c for c in token.children if c.dep_ in relations and (words is None or c.lower_ in words)), None)


def has_dependent(token: Token, relations: frozenset[str], words: Container[str] | None = None) -> bool:
    """Whether there is one."""
    return dependent(token, relations, words) is not None
