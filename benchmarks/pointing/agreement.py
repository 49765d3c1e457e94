"""How far two readers of one page agree: B-cubed over the clauses that both put into a claim, and what both listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_STANCES = ("says", "denies", "hedges")


def agreement(one: Mapping[str, list[Any]], other: Mapping[str, list[Any]]) -> dict[str, float]:
    """Give F1 of joining (B-cubed, over clauses that either lists), of listing, and the share of like stances."""
    a, b = _home(one), _home(other)
    both = sorted(set(a) & set(b))
    either = sorted(set(a) | set(b))

    def score(mine: Mapping[int, tuple[int, str]], theirs: Mapping[int, tuple[int, str]]) -> float:
        total = 0.0
        for n in mine:
            if n in theirs:
                group = [m for m in mine if mine[m][0] == mine[n][0]]
                total += sum(m in theirs and theirs[m][0] == theirs[n][0] for m in group) / len(group)
        return total / len(mine) if mine else 0.0

    p, r = score(a, b), score(b, a)
    return {
        "joined F1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
        "listed by both": round(len(both) / len(either), 3) if either else 0.0,
        "like stance": round(sum(a[n][1] == b[n][1] for n in both) / len(both), 3) if both else 0.0,
    }


def _home(parts: Mapping[str, list[Any]]) -> dict[int, tuple[int, str]]:
    return {n: (c, s) for c, claim in enumerate(parts.get("claims", [])) for s in _STANCES for n in claim[s]}
