"""Clauses with nothing in common: of what a model joins, what shares hardly a word, name or neighbour with the rest.

Of the tellings that annotators of six stories put together, one in twenty-six is so unlike all the others of its claim;
of clauses taken at random, more than half are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from rashomon.comparing.joining.unit import Unit

_LIKELY = 0.03  # that two clauses tell one thing, by the rules
_AROUND = 0.1  # cosine of the words of their sentences and those beside them
_OWN = 0.05  # of their own


class Unlike:
    """Tells which clauses of a story have nothing in common; a word counts as it is rare among its sentences."""

    def __init__(self, units: Sequence[Unit], teller: Sequence[int], likely: Mapping[tuple[int, int], float]) -> None:
        """`teller` gives for each unit the one that tells its statement, `likely` pairs that may tell one thing."""
        self._units = units
        self._likely: dict[tuple[int, int], float] = {}
        for (a, b), probability in likely.items():
            one, other = sorted((teller[a], teller[b]))
            self._likely[one, other] = max(self._likely.get((one, other), 0.0), probability)
        sentences = {(u.report, u.clause.sentence): u.around for u in units}
        often = Counter(w for words in sentences.values() for w in words)
        self._worth = {w: max(0.0, log(len(sentences) / (1 + n))) ** 2 for w, n in often.items()}

    def alone(self, n: int, others: Iterable[int]) -> bool:
        """Tell whether unit `n` has nothing in common with any of `others`."""
        return not any(self._meets(n, m) for m in others)

    def _meets(self, n: int, m: int) -> bool:
        a, b = self._units[n], self._units[m]
        if self._likely.get((min(n, m), max(n, m)), 0.0) >= _LIKELY:
            return True
        if self._cosine(a.terms | a.entities, b.terms | b.entities) >= _OWN:
            return True
        return self._cosine(a.around | a.beside, b.around | b.beside) >= _AROUND

    def _cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = self._mass(one & other)
        return both / sqrt(self._mass(one) * self._mass(other)) if both else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return sum(self._worth.get(w, 0.0) for w in sorted(words))
