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
from rashomon.language import lexicon

_BIAS = "bias"
_TOLD = 3
_SPEAKS = {
    "around": "the sentences' words",
    "beside": "the words around them",
    "both deny": "both deny",
    "cast": "who does what",
    "classes": "deeds of one kind",
    "core": "what is said",
    "core predicate": "what is said to be done",
    "day": "one day",
    "grams": "words in a row",
    "objects": "whom it is done to",
    "one speaker": "one speaker",
    "own": "the clauses' own words",
    "senses": "words of one sense",
    "subjects": "who does it",
    "value": "one figure",
    "words": "words",
}  # what speaks for a pair, as it is told: the other features only weigh
_DIGITS = 4


def score(pairs: Pairs) -> NDArray[np.float64]:
    """Give for each pair the probability that both tell one thing."""
    names, weights, bias = _weights()
    reach = np.full(len(pairs.one), bias)
    for name, weight in zip(names, weights.tolist(), strict=True):  # one after another: no pair hangs on its neighbours
        reach += weight * np.asarray(FEATURES[name](pairs), np.float32)
    return np.asarray(np.round(1 / (1 + np.exp(-reach)), _DIGITS), np.float64)


def reasons(pairs: Pairs) -> list[str]:
    """Give for each pair what spoke most for it, the strongest first."""
    names, weights, _ = _weights()
    table = features(pairs, names) * weights
    found = []
    for row in table.tolist():
        spoke = sorted(
            ((value, _SPEAKS[name]) for name, value in zip(names, row, strict=True) if name in _SPEAKS and value > 0),
            reverse=True,
        )
        found.append(", ".join(f"{name} {value:+.1f}" for value, name in spoke[:_TOLD]))
    return found


@cache
def _weights() -> tuple[tuple[str, ...], Floats, float]:
    table = {name: float(weight) for name, weight in lexicon("pair_weights")}
    bias = table.pop(_BIAS)
    return tuple(table), np.array(list(table.values()), np.float32), bias
