"""A model's tokens are embedded once for each kind of token in a batch: the vectors are the same, to the bit.

Until its neighbours come in, a token's vector depends on its own features alone (norm, prefix, suffix, shape), and
three tokens of four in a batch have those of another one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, Ragged

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
