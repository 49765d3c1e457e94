"""spaCy's own steps, done quicker: the same annotation, held against the stock ones by tests for the versions named.

`quicken` puts them into a loaded pipeline, which can be saved and loaded like any other: its quick steps are factories
of spaCy's and save what they stand for. Three lean on the inside of spaCy and thinc: how a recognizer's layers are
made, what a ruler sets with, what a layer calls. With versions that nobody has held them against (`HELD`), the stock
steps stay.

A model's own counting is made quicker as well; nothing of that is saved, and it changes no answer. Tokens are embedded
once for each kind of token in a batch: the vectors are the same, to the bit. Until its neighbours come in, a token's
vector depends on its own features alone (norm, prefix, suffix, shape), and three tokens of four in a batch have those
of another one.

Products of matrices are numpy's, quicker than those that a model comes with. On one core here OpenBLAS, which numpy
brings, makes three times the products a second of blis, which thinc brings. A sum of many numbers differs in its last
bits by the order in which it is added up, so each model is asked once whether both give about the same; where they do
not, or RASHOMON_PRODUCTS is "thinc", nothing is changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ragged

from rashomon.spacy_fast.attributes import AttributeRules, Lemmas
from rashomon.spacy_fast.entity_recognition import EntityRecognition
from rashomon.spacy_fast.stand_in import layers

HELD = {"spacy": "3.8", "thinc": "8.3"}
"""The versions (their beginnings) with which tests/spacy_fast finds stock and quick steps the same."""

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


_ALONE = frozenset({"ints-getitem", "hashembed", "maxout", "layernorm", "dropout"})  # layers that look at one token
_ENDS = ("extract_features", "list2ragged"), ("ragged2list",)


def embed_once(nlp: Language) -> None:
    """Let the components of `nlp` embed like tokens together, where it is known that nothing else comes in.

    Training, and embeddings of another make, go the way they went.
    """
    for layer in layers(nlp):
        if _embeds(layer):
            layer._func = _forward(layer)  # in its place: others refer to the layer, and it is saved as it is


def _embeds(layer: Model[Any, Any]) -> bool:
    """Tell whether a layer turns docs into a vector a token, by the token's own features alone."""
    names = tuple(part.name for part in layer.layers)
    return (
        (names[:2], names[-1:]) == _ENDS
        and layer.ops.xp is np
        and _ALONE.issuperset(node.name for part in layer.layers[2:-1] for node in part.walk() if not node.layers)
    )


_Forward = Callable[[Model[Any, Any], Sequence[Doc], bool], tuple[Any, Callable[[Any], Any]]]


def _forward(layer: Model[Any, Any]) -> _Forward:
    plain: _Forward = layer._func
    features, gathered, *alone, parted = layer.layers

    def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        if is_train or not any(len(doc) for doc in docs):
            return plain(model, docs, is_train)
        every = gathered.predict(features.predict(docs))
        rows = np.ascontiguousarray(every.data)
        one = np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))
        _, first, kind = np.unique(rows.view(one).ravel(), return_index=True, return_inverse=True)
        known = gathered.predict([rows[first]])
        for layer in alone:
            known = layer.predict(known)
        return parted.predict(Ragged(known.data[kind], every.lengths)), lambda gradient: []

    return forward


_SWITCH = "RASHOMON_PRODUCTS"
_NEAR = 1e-4
_TRIED = ((7, 96, 288), (64, 288, 64))  # rows, columns in and columns out of the products that are tried


class NumpyProducts(NumpyOps):  # type: ignore[misc]  # thinc has no types for it
    """thinc's operations on numpy's arrays, with numpy's own products."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Give the product of two matrices, each turned over where told, in `out` where that is given."""
        if x.dtype != y.dtype:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def quick_products(nlp: Language) -> None:
    """Let the components of `nlp` that count with thinc's own operations count with numpy's products."""
    if os.environ.get(_SWITCH, "").casefold() == "thinc" or not _agree():
        return
    quick = NumpyProducts()
    for layer in layers(nlp):
        if type(layer.ops) is NumpyOps:
            layer.ops = quick


def _agree() -> bool:
    """Whether both ways give about the same, on products of the sizes that a small model makes."""
    chance = np.random.default_rng(1)
    theirs, ours = NumpyOps(), NumpyProducts()
    for rows, into, out in _TRIED:
        x = chance.standard_normal((rows, into)).astype(np.float32)
        y = chance.standard_normal((out, into)).astype(np.float32)
        if not np.allclose(theirs.gemm(x, y, trans2=True), ours.gemm(x, y, trans2=True), atol=_NEAR * into):
            return False
    return True
