"""What no model can join: clauses that, by their figures, days or deeds, never tell one thing.

The largest part that agrees with itself is kept; of equals that of the clause that was named first.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.comparing.joining.never import why_never
from rashomon.comparing.joining.unit import AHEAD, Unit

_DONE = frozenset({"asserted"})


def contradicted(units: Sequence[Unit], members: Sequence[int]) -> tuple[list[int], list[tuple[int, str]]]:
    """Give those of `members` that can be one, and the others, each with what speaks against it."""
    walls: dict[int, dict[int, str]] = {n: {} for n in members}
    for i, n in enumerate(members):
        for m in members[i + 1 :]:
            why = why_never(units[n], units[m])
            if why:
                walls[n][m] = walls[m][n] = why
    kept = list(members)
    out: list[tuple[int, str]] = []
    while True:
        against = {n: sum(m in walls[n] for m in kept) for n in kept}
        worst = max(kept, key=lambda n: (against[n], kept.index(n)), default=None)
        if worst is None or not against[worst]:
            return kept, out
        out.append((worst, next(why for m, why in sorted(walls[worst].items()) if m in kept)))
        kept.remove(worst)


def doubted(units: Sequence[Unit], members: Sequence[int]) -> list[str]:
    """Give what makes it doubtful that `members` are one: some tell as done what others tell as ahead."""
    ahead = [n for n in members if units[n].clause.status in AHEAD]
    done = [n for n in members if units[n].clause.status in _DONE and not units[n].clause.negated]
    if ahead and done and len(ahead) < len(members):
        return [f"{units[n].report} tells it as ahead" for n in ahead]
    return []
