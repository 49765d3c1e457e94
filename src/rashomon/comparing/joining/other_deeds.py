"""Clauses that share who takes part and nothing of what is done: two things told of one, "sued the clinic", "signed".

What a clause tells is known by its predicates, those of what it only says among them, and by the deeds inside it, each
by its word or its class. Where neither tells a deed of the other, and all else that both name in their own words is
who takes part, they are two, the more so where one says that something is not so: "is admired", "will not quit". What
counts the same ("claimed 67 lives", "left 67 dead") may be one, and what only tells who has what ("have justice").

Where only one says that something is not so, it is the other's matter only by a deed that both tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.denied import denied
from rashomon.comparing.joining.incidence import Incidence, Ints
from rashomon.comparing.joining.predicate_class import predicate_class
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import term
from rashomon.language import lexicon


def tells(u: Unit) -> bool:
    """Whether a clause tells a deed or a state in a verb."""
    return u.clause.form == "clause"


def may_be_two(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs `two_of_one` may hold: somebody takes part in both, no deed of one is in the other."""
    found = Incidence([_parties(u) for u in units]).shared(one, other) > 0
    at = np.flatnonzero(found)
    found[at] = _deeds_of(tuple(units)).shared(one[at], other[at]) == 0
    return _without_a_deed(units, one, other, found)


def two_of_one(a: Unit, b: Unit) -> bool:
    """Whether two clauses tell two things of those who take part in both."""
    if a.figures & b.figures or _share_a_deed(a, b):
        return False
    who = _names(_parties(a) & _parties(b))
    if not who:
        return False
    shared = (a.own & b.own) - _roles()
    if len(who) > 1 and not (_told(a) and _told(b)):
        return False
    if a.subjects & b.subjects and a.objects and b.objects and _undergo_apart(a, b):
        return True
    if denied(a) != denied(b):
        return not shared - _names(a.subjects | a.objects | b.subjects | b.objects)
    return not shared - who


def deny_another_deed(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs only one says that something is not so, and neither tells a deed of the other."""
    turned, verbal = (np.fromiter(map(of, units), np.bool_, len(units)) for of in (tells_not, tells))
    return _without_a_deed(units, one, other, (turned[one] != turned[other]) & verbal[one] & verbal[other])


def _without_a_deed(units: Sequence[Unit], one: Ints, other: Ints, found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Give the pairs `found` of which neither tells a deed that the other tells or names."""
    count = len(units)
    deeds = _deeds_of(tuple(units))
    for mine, theirs in ((0, count), (count, 0)):
        at = np.flatnonzero(found)
        found[at] = deeds.shared(one[at] + mine, other[at] + theirs) == 0
    return np.asarray(found, np.bool_)


@once
def _deeds_of(units: tuple[Unit, ...]) -> Incidence:
    """Give what each of some units tells, and then what each names."""
    return Incidence([*map(_telling, units), *map(_naming, units)])


def tells_not(u: Unit) -> bool:
    """Whether a clause, or what it says, tells that something is not so."""
    return denied(u) != (u.clause.content is not None and u.core_negated)


def _undergo_apart(a: Unit, b: Unit) -> bool:
    """Whether neither names at all what the other is done to, nor a deed inside the other: "after he was killed"."""
    if a.deeds & b.deeds:
        return False
    mine, theirs = _names(a.objects), _names(b.objects)
    return mine.isdisjoint(theirs | b.terms | b.entities) and theirs.isdisjoint(a.terms | a.entities)


def _share_a_deed(a: Unit, b: Unit) -> bool:
    """Whether one tells a deed that the other tells or names: "was briefed", "received a briefing"."""
    return not (_telling(a).isdisjoint(_naming(b)) and _telling(b).isdisjoint(_naming(a)))


@once
def _parties(u: Unit) -> frozenset[str]:
    return u.subjects | u.objects


@once
def _telling(u: Unit) -> frozenset[str]:
    return _with_classes(_told(u))


@once
def _naming(u: Unit) -> frozenset[str]:
    return _with_classes(u.deeds) | u.terms


def _told(u: Unit) -> frozenset[str]:
    return u.predicate | u.core_predicate


def _with_classes(predicates: Iterable[str]) -> frozenset[str]:
    told = frozenset(predicates)
    return told | {f"={name}" for word in told for name in predicate_class(word)}


def _names(who: Iterable[str]) -> frozenset[str]:
    return frozenset(x.removeprefix("~") for x in who)


@cache
def _roles() -> frozenset[str]:
    """Give the terms of what people and bodies are called: "the banker Berg" and "the banker Berg" share Berg alone."""
    return frozenset(term(row[0]) for row in lexicon("source_nouns"))
