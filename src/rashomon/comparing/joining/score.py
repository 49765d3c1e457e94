"""The probability that two clauses tell one thing: a logistic function of named features with fitted weights.

The weights are numbers of a table (the lexicon `pair_weights`) that `python -m benchmarks.fit` writes; which features
spoke for a pair can be told from them.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.features import FEATURES, Pairs, features
from rashomon.comparing.joining.incidence import Floats
from rashomon.lexicons import lexicon

_BIAS = "bias"
_TOLD = 3
_DIGITS = 4


def score(pairs: Pairs) -> NDArray[np.float64]:
    """Give for each pair the probability that both tell one thing."""
    names, weights, bias = _weights()
    reach = np.full(len(pairs.one), bias)
    for name, weight in zip(names, weights.tolist(), strict=True):  # one after another: no pair hangs on its neighbours
        reach += weight * np.asarray(FEATURES[name](pairs), np.float32)
    return np.asarray(np.round(1 / (1 + np.exp(-reach)), _DIGITS), np.float64)


def reasons(pairs: Pairs) -> list[str]:
    """Give for each pair the features that spoke most for it, the strongest first."""
    names, weights, _ = _weights()
    spoken = features(pairs, names) * weights
    best = np.argsort(-spoken, axis=1, kind="stable")[:, :_TOLD]
    return [
        ", ".join(f"{names[n]} {spoken[row, n]:+.1f}" for n in order if spoken[row, n] > 0)
        for row, order in enumerate(best)
    ]


@cache
def _weights() -> tuple[tuple[str, ...], Floats, float]:
    table = {name: float(weight) for name, weight in lexicon("pair_weights")}
    bias = table.pop(_BIAS)
    return tuple(table), np.array(list(table.values()), np.float32), bias
