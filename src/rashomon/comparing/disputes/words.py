"""What clauses speak of, weighed and compared: terms by their rarity, entities alike.

Whose state or people somebody is of: "Norvian officials", "the Norvians", "Norvia".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import fsum, sqrt

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import term, weight
from rashomon.language import lexicon
from rashomon.records import Word


def words_in(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Give those of a report's words, in their order, that begin in `[start, end)`."""
    low, high = (bisect_left(words, at, key=lambda w: w.start) for at in (start, end))
    return words[low:high]


def states_in(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """Give the states that words in `[start, end)` name, or the people of."""
    found = (state_of().get(w.lemma) for w in words_in(words, start, end))
    return frozenset(state for state in found if state is not None)


@cache
def state_of() -> Mapping[str, str]:
    """Give the state for each word that names it or its people."""
    rows = [(state.lower(), row[0].lower().split("|")) for state, *row in lexicon("countries") if row]
    return {word: state for state, people in rows for word in (state, *people) if word and " " not in word}


@cache
def seat_of() -> Mapping[str, str]:
    """Give the state for each word that names where it is governed from: "Moscow", "the Kremlin"."""
    rows = [(state.lower(), row[1].lower().split("|")) for state, *row in lexicon("countries") if len(row) > 1]
    return {word: state for state, seats in rows for word in seats if word and " " not in word}


OUTLET = "outlet:"
"""How the key of a voice begins that is the report's own."""


def mass(members: Iterable[str]) -> float:
    """What a set of terms and entities weighs: exact, whatever their order."""
    return fsum(map(weight, members))


def cosine(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of terms and entities are, from 0 to 1."""
    shared = one & other
    return mass(shared) / sqrt(whole(one) * whole(other)) if shared else 0.0


@lru_cache(maxsize=1 << 15)
def whole(members: frozenset[str]) -> float:
    """What a set weighs that is held against many others."""
    return mass(members)


@once
def told(unit: Unit) -> frozenset[str]:
    """Everything that a clause speaks of."""
    return unit.terms | unit.entities


def voice(unit: Unit) -> str:
    """Who says it: the entity where there is one, else the key of the voice; empty where nobody is named."""
    return unit.speaker.removeprefix("voice:")


def called(unit: Unit) -> frozenset[str]:
    """The term of the last word by which whoever says it is known: of a body or role what it is; none of nobody."""
    return frozenset(term(word) for word in voice(unit).rpartition(":")[2].split()[-1:])


def is_cited(u: Unit) -> bool:
    """Whether a report gives a clause as the word of somebody who is no outlet."""
    return bool(u.speaker) and not voice(u).startswith(OUTLET)


def bare(who: frozenset[str]) -> frozenset[str]:
    """Give participants by entity, or by the term of their role without the mark of one."""
    return frozenset(x.removeprefix("~") for x in who)
