"""The deeds that a clause takes up as known: "two died in the crash", "the raid lasted an hour"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.events.attachment import tells_deed

_TAKES_UP = frozenset({"that", "the", "this"})
_DURING = frozenset({"after", "at", "by", "during", "from", "in", "of", "with"})


def resumed(clause: Token) -> Iterator[Token]:
    """Give the nouns by which the clause at `clause` takes up a deed that was told before it."""
    for child in clause.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            nouns = [child]
        elif child.dep_ in ("prep", "agent") and child.lower_ in _DURING and child.i > clause.i:
            nouns = [c for c in child.children if c.dep_ == "pobj"]
        else:
            continue
        for noun in nouns:
            if tells_deed(noun) and any(c.dep_ == "det" and c.lower_ in _TAKES_UP for c in noun.children):
                yield noun
