"""A word or entity tells the more, the fewer propositions hold it; sums do not hang on the order of a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum, log, sqrt

from rashomon.comparing.propositions import Proposition
from rashomon.records import Member


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word or entity tells: the logarithm of how rare it is among the propositions of the case."""

    of: Mapping[str, float]
    _known: dict[tuple[Member, int], tuple[frozenset[str], float]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def shared(self, a: Proposition, b: Proposition) -> tuple[float, int]:
        """Give the cosine of what two propositions speak of, and how many words and entities they share."""
        (x, mass), (y, other) = self._spoken(a), self._spoken(b)
        both = x & y
        norm = sqrt(mass * other)
        return (self._mass(both) / norm if norm and both else 0.0), len(both)

    def held(self, a: Proposition, b: Proposition) -> float:
        """Give how much of the shorter of two propositions is in the other."""
        (x, mass), (y, other) = self._spoken(a), self._spoken(b)
        least = min(mass, other)
        return self._mass(x & y) / least if least else 0.0

    def _spoken(self, p: Proposition) -> tuple[frozenset[str], float]:
        known = self._known.get(p.key)
        if known is None:
            words = p.stems | p.entities
            known = self._known[p.key] = (words, self._mass(words))
        return known

    def _mass(self, words: Iterable[str]) -> float:
        return fsum(self.of.get(w, 0.0) for w in words)  # exact, so the same in any order


def weigh(propositions: Sequence[Proposition]) -> Weights:
    """Count how rare each word and entity is among `propositions`."""
    seen = Counter(word for p in propositions for word in p.stems | p.entities)
    return Weights({word: log((len(propositions) + 1) / n) for word, n in seen.items()})
