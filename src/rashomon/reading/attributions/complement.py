"""One complement of a verb: its shape and the tokens that it covers."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import has_dependent

Range = tuple[int, int]
"""Token indexes, `[start, end)`."""


class Complement(NamedTuple):
    """One complement of a verb: its frame, the ranges of tokens that are content, and the tokens it adds to the cue."""

    frame: str
    ranges: tuple[Range, ...]
    cue: tuple[int, ...] = ()


def span(token: Token) -> Range:
    """Give the tokens of the phrase at `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def has_to(token: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return has_dependent(token, rel.HELPER, ("to",))
