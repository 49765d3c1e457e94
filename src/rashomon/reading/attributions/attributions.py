"""Attributions of one report: source, cue and content of all that somebody puts forward."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

import rashomon.reading.layers  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.reading.attributions.assemble import assemble


class _Attributions:
    def __init__(self, precise: bool) -> None:
        self.precise = precise

    def __call__(self, doc: Doc) -> Doc:
        doc._.rashomon_attributions = assemble(doc, self.precise)
        return doc


def attributions(nlp: Language, name: str, precise: bool = False) -> _Attributions:
    """Make the reader of attributions, which writes `doc._.rashomon_attributions`."""
    return _Attributions(precise)
