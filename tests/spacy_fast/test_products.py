"""Products of matrices by numpy: what thinc's own give, whatever is turned over, and the same readings."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
import spacy
from thinc.api import Model, NumpyOps

from rashomon.reading.read import DEFAULT_MODEL
from rashomon.spacy_fast import NumpyProducts, quick_products


def _matrix(rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(rows * 1000 + columns).standard_normal((rows, columns)).astype(np.float32)


@pytest.mark.parametrize(
    ("x", "y", "turned"),
    [
        (_matrix(5, 8), _matrix(8, 3), (False, False)),
        (_matrix(5, 8), _matrix(3, 8), (False, True)),
        (_matrix(8, 5), _matrix(8, 3), (True, False)),
        (_matrix(8, 5), _matrix(3, 8), (True, True)),
        (_matrix(0, 8), _matrix(3, 8), (False, True)),
    ],
)
@pytest.mark.parametrize("into", [False, True])
def test_a_product_is_that_of_thinc(x: np.ndarray, y: np.ndarray, turned: tuple[bool, bool], into: bool) -> None:
    told = [
        ops.gemm(
            x,
            y,
            out=np.empty((5 if len(x) else 0, 3), np.float32) if into else None,
            trans1=turned[0],
            trans2=turned[1],
        )
        for ops in (NumpyProducts(), NumpyOps())
    ]
    assert told[0].dtype == told[1].dtype == np.float32
    assert np.allclose(*told, atol=1e-4)


def _kinds(switch: str, monkeypatch: pytest.MonkeyPatch) -> set[type]:
    monkeypatch.setenv("RASHOMON_PRODUCTS", switch)
    nlp = spacy.load(DEFAULT_MODEL)
    quick_products(nlp)
    models = [c.model for _, c in nlp.pipeline if isinstance(getattr(c, "model", None), Model)]
    return {type(layer.ops) for model in models for layer in model.walk()}


def test_every_layer_counts_so_unless_somebody_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _kinds("", monkeypatch) == {NumpyProducts}
    assert _kinds("thinc", monkeypatch) == {NumpyOps}


_READ = """
from rashomon.records.interchange import as_json
from rashomon.intake import intake
from rashomon.reading import read
from rashomon.sample import sample
print([as_json(reading) for reading in read(list(intake([str(sample())])))])
"""


def test_readings_are_the_same_either_way() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", _READ],
            env={**os.environ, "RASHOMON_PRODUCTS": switch, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for switch in ("", "thinc")
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 10_000
