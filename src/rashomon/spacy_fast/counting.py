"""How a model counts, quicker: the readings are the same, and nothing of it is saved.

A model's tokens are embedded once for each kind of token in a batch: the vectors are the same, to the bit. Until its
neighbours come in, a token's vector depends on its own features alone (norm, prefix, suffix, shape), and three tokens
of four in a batch have those of another one.

Products of matrices are numpy's, quicker than those that a model comes with. On one core here OpenBLAS, which numpy
brings, makes three times the products a second of blis, which thinc brings. A sum of many numbers differs in its last
bits by the order in which it is added up, so each model is asked once whether both give about the same; where they do
not, or RASHOMON_PRODUCTS is "thinc", nothing is changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ragged

from rashomon.spacy_fast.stand_in import layers

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
