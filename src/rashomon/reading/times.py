"""Times of one report (to be built)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

import rashomon.reading.layers  # noqa: F401  (the layers must stand before a reader writes)


@Language.component("rashomon_times")
def times(doc: Doc) -> Doc:
    """Read the times into `doc._.rashomon_times`."""
    return doc
