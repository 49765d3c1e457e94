"""Which steps of a model give way to quicker ones, which names spaCy knows these by, and for which versions they hold.

Three lean on the inside of spaCy and thinc: how a recognizer's layers are made, what a ruler sets with, what a layer
calls. With versions that nobody has held them against, the stock steps stay.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer

from rashomon.spacy_fast.attributes import AttributeRules, Lemmas
from rashomon.spacy_fast.counting import embed_once, quick_products
from rashomon.spacy_fast.entity_recognition import EntityRecognition

HELD = {"spacy": "3.8", "thinc": "8.3"}
"""The versions (their beginnings) with which tests/test_spacy_fast.py finds stock and quick steps the same."""

_RULES, _LEMMAS, _ENTITIES = "rashomon_attribute_rules", "rashomon_lemmas", "rashomon_entity_recognition"


def held() -> bool:
    """Tell whether the quick steps were held against the versions of spaCy and thinc that are installed."""
    return all(f"{version(name)}.".startswith(f"{number}.") for name, number in HELD.items())


def quicken(nlp: Language) -> None:
    """Put the quick steps in place of the stock ones of `nlp`, where it has them and the versions are known.

    A step of another make stays: a lemmatizer that looks things up, a recognizer that takes its vectors from another
    component (spaCy unties it when it leaves the pipeline).
    """
    known = held()
    if known:
        embed_once(nlp)
    for name, component in nlp.pipeline:
        if isinstance(component, Lemmatizer) and _by_rule(component):
            quick = nlp.replace_pipe(name, _LEMMAS, config=_told(nlp, name, "mode", "overwrite"))
            if isinstance(quick, Lemmas):
                quick.lemmatizer = component
        elif known and type(component) is AttributeRuler:
            quick = nlp.replace_pipe(name, _RULES)
            if isinstance(quick, AttributeRules):
                quick.add_patterns(component.patterns)
        elif known and type(component) is EntityRecognizer and not _listens(component):
            quick = nlp.replace_pipe(name, _ENTITIES, config=_told(nlp, name))
            if isinstance(quick, EntityRecognition):
                quick.recognizer = component
    if known:
        quick_products(nlp)


def _told(nlp: Language, name: str, *only: str) -> dict[str, Any]:
    """The settings of a component, as its factory was given them."""
    config = dict(nlp.get_pipe_config(name))
    return {key: value for key, value in config.items() if (key in only if only else key != "factory")}


def _by_rule(lemmatizer: Lemmatizer) -> bool:
    """Tell whether a lemmatizer looks at what spaCy's own rules look at and nothing more."""
    return lemmatizer.mode == "rule" and type(lemmatizer).rule_lemmatize is Lemmatizer.rule_lemmatize


def _listens(component: Any) -> bool:
    """Tell whether a component takes its vectors from another one, which spaCy unties when it leaves the pipeline."""
    return any("listener" in layer.name for layer in component.model.walk())


@Language.factory(_RULES)
def _attribute_rules(nlp: Language, name: str) -> AttributeRules:
    return AttributeRules(nlp.vocab, name)


@Language.factory(_LEMMAS, assigns=["token.lemma"], default_config={"mode": "rule", "overwrite": False})
def _lemmas(nlp: Language, name: str, mode: str, overwrite: bool) -> Lemmas:
    made = Lemmas(name)
    stock: Any = nlp.create_pipe("lemmatizer", name, config={"mode": mode, "overwrite": overwrite})
    made.lemmatizer = stock
    return made


@Language.factory(
    _ENTITIES,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "model": None,
        "moves": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
        "incorrect_spans_key": None,
        "update_with_oracle_cut_size": 100,
        "beam_width": 1,
        "beam_density": 0.0,
        "beam_update_prob": 0.0,
    },
)
def _entity_recognition(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    scorer: Any,
    incorrect_spans_key: str | None,
    update_with_oracle_cut_size: int,
    beam_width: int,
    beam_density: float,
    beam_update_prob: float,
) -> EntityRecognition:
    """Make the step with the stock one that it asks; its settings are those of spaCy's `ner` and `beam_ner`."""
    made = EntityRecognition(name)
    if model is not None:
        made.recognizer = EntityRecognizer(
            nlp.vocab,
            model,
            name,
            moves,
            scorer=scorer,
            incorrect_spans_key=incorrect_spans_key,
            update_with_oracle_cut_size=update_with_oracle_cut_size,
            beam_width=beam_width,
            beam_density=beam_density,
            beam_update_prob=beam_update_prob,
        )
    return made
