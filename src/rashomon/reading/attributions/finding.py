"""A finding is one attribution in the making: tokens and characters, before ids, kinds and nesting."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.records import Polarity, Span


@dataclass(slots=True)
class Finding:
    """Cue tokens, the head of the source (None where nobody is named), content in characters, and the rule.

    `source` overrides the characters that would be read from `speaker`, for sources that are no noun phrase.
    """

    cue: list[Span]
    speaker: Token | None
    content: list[Span]
    lemma: str
    rule: str
    at: int
    token: int
    polarity: Polarity = "assert"
    source: tuple[Span, ...] | None = None
    negated: bool = False
    hypothetical: bool = False
    verb: Token | None = None
    fixed: bool = False
    inside: Finding | None = None
