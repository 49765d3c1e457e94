"""What befell people is one thing only where one fate befell the same people, and did.

Who was missing was not yet dead, who could be jailed was not jailed, and of two people who were arrested each was. A
fate is what a clause's own word tells, or what its own figure counts (the lexicon `fates`); so does "is in custody".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import Incidence, Ints
from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.unit import AHEAD, TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.language import lexicon, word_set

_OF_PEOPLE = frozenset(
    (
        *("charged", "convicted", "dead", "dismissed", "displaced", "freed", "held", "hurt", "missing", "rescued"),
        *("sanctioned", "surrendered"),
    )
)
_TOGETHER = frozenset({"charged", "held"})  # who is arrested is charged, often in one breath
_WAYS = frozenset({"by", "is", "to", "who"})  # of a clause's own verb or adjective


@once
def fates(u: Unit) -> frozenset[str]:
    """Give what the clause says has befallen people, in its own word or figure."""
    told = {f.fate for f in u.clause.figures} | fates_of(u.clause.predicate)
    if u.clause.lemma == "be" and any(a.lemma in word_set("words_of_joining", "held") for a in u.clause.arguments):
        told.add("held")
    return _OF_PEOPLE & told


def fates_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Give what words tell to have befallen those of whom they are said."""
    return frozenset().union(*(_of_word()[lemma] for lemma in lemmas))


def have_two_fates(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell which pairs, all of clauses that tell fates, tell other fates, one done and one to come, or of others."""
    of = [fates(u) for u in units]
    bit = {fate: 1 << n for n, fate in enumerate(sorted(_OF_PEOPLE))}
    told = np.array([sum(bit[fate] for fate in mine) for mine in of], np.int64)
    ahead = np.fromiter((u.clause.status in AHEAD for u in units), np.bool_, len(units))
    done = np.fromiter((u.clause.status in TOLD for u in units), np.bool_, len(units))
    shared = told[one] & told[other] != 0
    alone = (told[one] | told[other]) & ~sum(bit[fate] for fate in _TOGETHER) != 0
    crossed = (ahead[one] | ahead[other]) & (done[one] | done[other])
    found = np.where(shared, crossed, alone)
    named = [_named(u) if mine else frozenset[str]() for u, mine in zip(units, of, strict=True)]
    some = np.fromiter(map(bool, named), np.bool_, len(units))
    at = np.flatnonzero(shared & ~found & some[one] & some[other])
    who = Incidence([*named, *(u.entities for u in units)])
    x, y = one[at], other[at]
    found[at] = (who.shared(x, y + len(units)) == 0) & (who.shared(y, x + len(units)) == 0)
    return np.asarray(found, np.bool_)


def _named(u: Unit) -> frozenset[str]:
    return frozenset(o for o in u.objects if is_entity(o))


@cache
def _of_word() -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for lemma, way, *fate in lexicon("fates"):
        if way in _WAYS and fate:
            found[lemma] |= {fate[0]}
    return found
