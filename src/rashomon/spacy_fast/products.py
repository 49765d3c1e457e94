"""A model counts with products of matrices by numpy, quicker than those that it comes with: the readings are the same.

On one core here OpenBLAS, which numpy brings, makes three times the products a second of blis, which thinc brings.
A sum of many numbers differs in its last bits by the order in which it is added up, so each model is asked once whether
both give about the same; where they do not, or RASHOMON_PRODUCTS is "thinc", nothing is changed.
"""

from __future__ import annotations

import os
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps

from rashomon.spacy_fast.stand_in import layers

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
