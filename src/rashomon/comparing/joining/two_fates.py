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

from rashomon.comparing.joining.incidence import Ints
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


def two_fates(a: Unit, b: Unit) -> bool:
    """Whether two clauses tell other fates, one as done and one as to come, or of other named people."""
    one, other = fates(a), fates(b)
    if not one & other:
        return not one | other <= _TOGETHER
    if {a.clause.status, b.clause.status} & AHEAD and {a.clause.status, b.clause.status} & TOLD:
        return True
    whom, else_ = _named(a), _named(b)
    return bool(whom and else_) and not whom & b.entities and not else_ & a.entities


def may_be_two_fates(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell, of pairs that tell fates, of which `two_fates` may hold: most tell one fate of nobody who is named."""
    of = [fates(u) for u in units]
    bit = {fate: 1 << n for n, fate in enumerate(sorted(_OF_PEOPLE))}
    told = np.array([sum(bit[fate] for fate in mine) for mine in of], np.int64)
    ahead = np.fromiter((u.clause.status in AHEAD for u in units), np.bool_, len(units))
    done = np.fromiter((u.clause.status in TOLD for u in units), np.bool_, len(units))
    named = np.fromiter((bool(mine) and bool(_named(u)) for u, mine in zip(units, of, strict=True)), np.bool_)
    crossed = (ahead[one] | ahead[other]) & (done[one] | done[other])
    return np.asarray((told[one] & told[other] == 0) | crossed | (named[one] & named[other]), np.bool_)


def _named(u: Unit) -> frozenset[str]:
    return frozenset(o for o in u.objects if is_entity(o))


@cache
def _of_word() -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for lemma, way, *fate in lexicon("fates"):
        if way in _WAYS and fate:
            found[lemma] |= {fate[0]}
    return found
