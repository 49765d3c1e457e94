"""What befell people is one thing only where one fate befell the same people, and did.

Who was missing was not yet dead, who could be jailed was not jailed, and of two people who were arrested each was. A
fate is what a clause's own word tells, or what its own figure counts (the lexicon `fates`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.unit import AHEAD, TOLD, Unit
from rashomon.language import lexicon

_OF_PEOPLE = frozenset(
    (
        *("charged", "convicted", "dead", "dismissed", "displaced", "freed", "held", "hurt", "missing", "rescued"),
        *("sanctioned", "surrendered"),
    )
)
_TOGETHER = frozenset({"charged", "held"})  # who is arrested is charged, often in one breath
_WAYS = frozenset({"by", "is", "to", "who"})  # of a clause's own verb or adjective


def fates(u: Unit) -> frozenset[str]:
    """Give what the clause says has befallen people, in its own word or figure."""
    told = {f.fate for f in u.clause.figures} | {fate for lemma in u.clause.predicate for fate in _of_word()[lemma]}
    return _OF_PEOPLE & told


def two_fates(a: Unit, b: Unit) -> bool:
    """Whether two clauses tell other fates, one as done and one as to come, or of other named people."""
    one, other = fates(a), fates(b)
    if not one & other:
        return not one | other <= _TOGETHER
    if {a.clause.status, b.clause.status} & AHEAD and {a.clause.status, b.clause.status} & TOLD:
        return True
    whom, else_ = _named(a), _named(b)
    return bool(whom and else_) and not whom & b.entities and not else_ & a.entities


def _named(u: Unit) -> frozenset[str]:
    return frozenset(o for o in u.objects if is_entity(o))


@cache
def _of_word() -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for lemma, way, *fate in lexicon("fates"):
        if way in _WAYS and fate:
            found[lemma] |= {fate[0]}
    return found
