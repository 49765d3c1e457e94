"""Average linkage: the two groups most alike on average are joined while they are alike enough.

Order does not matter but between exactly equal pairs, where the smaller numbers go first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def linkage(likeness: NDArray[np.float32], enough: float) -> list[list[int]]:
    """Group the rows of a symmetric `likeness` matrix; groups and their members in order. Quadratic in the rows."""
    n = len(likeness)
    alike = likeness.astype(np.float64)
    np.fill_diagonal(alike, -1.0)
    members = [[i] for i in range(n)]
    if n < 2:
        return members
    best = alike.argmax(axis=1)
    top = alike[np.arange(n), best]
    while True:
        i = int(top.argmax())
        if top[i] < enough:
            break
        j = int(best[i])
        i, j = min(i, j), max(i, j)
        a, b = len(members[i]), len(members[j])
        merged = (a * alike[i] + b * alike[j]) / (a + b)
        merged[[i, j]] = -1.0
        merged[alike[i] < 0] = -1.0
        alike[i], alike[:, i] = merged, merged
        alike[j], alike[:, j] = -1.0, -1.0
        members[i], members[j] = members[i] + members[j], []
        stale = np.flatnonzero((best == i) | (best == j))
        stale = np.union1d(stale, [i, j])
        best[stale] = alike[stale].argmax(axis=1)
        top[stale] = alike[stale, best[stale]]
        nearer = np.flatnonzero(merged > top)
        best[nearer], top[nearer] = i, merged[nearer]
    return [sorted(group) for group in members if group]
