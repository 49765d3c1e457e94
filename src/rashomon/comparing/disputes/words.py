"""What clauses speak of, weighed and compared: terms by their rarity, entities alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import fsum, sqrt

from rashomon.comparing.joining.rarity import weight
from rashomon.comparing.joining.unit import Unit

OUTLET = "outlet:"
"""How the key of a voice begins that is the report's own."""


def mass(members: Iterable[str]) -> float:
    """What a set of terms and entities weighs: exact, whatever their order."""
    return fsum(map(weight, members))


def cosine(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of terms and entities are, from 0 to 1."""
    shared = one & other
    return mass(shared) / sqrt(_whole(one) * _whole(other)) if shared else 0.0


@lru_cache(maxsize=1 << 15)
def _whole(members: frozenset[str]) -> float:
    """What a set weighs that is held against many others."""
    return mass(members)


def told(unit: Unit) -> frozenset[str]:
    """Everything that a clause speaks of."""
    return unit.terms | unit.entities


def voice(unit: Unit) -> str:
    """Who says it: the entity where there is one, else the key of the voice; empty where nobody is named."""
    return unit.speaker.removeprefix("voice:")
