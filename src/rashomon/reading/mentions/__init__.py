"""Mentions and chains of one report: every name once, typed over the whole report, and what refers to it."""

from __future__ import annotations

from spacy.tokens import Doc

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.reading.mentions.chains import chains
from rashomon.reading.mentions.governments import governments, institutions, owned_offices
from rashomon.reading.mentions.kinds import kinds
from rashomon.reading.mentions.names import names
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.repeats import repeats

__all__ = ["mentions"]


def mentions(doc: Doc) -> Doc:
    """Read names, role phrases and pronouns into `doc._.rashomon_mentions`, what they name into `…_chains`."""
    page = Page(doc)
    text, headlines = names(page)
    named = repeats(page, kinds(page, text), headlines)
    governments(page, named)
    named = institutions(page, named)
    owned_offices(page, named)
    doc._.rashomon_mentions, doc._.rashomon_chains = chains(page, named)
    return doc
