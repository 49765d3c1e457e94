"""Two accounts of who or what did one thing: two causes of a mishap, and a deed that each party lays to the other.

"A child started the blaze", "the firemen blamed the blaze on an electrical fault"; "the migrants rammed its vessel,
the coast guard said", "the coast guard rammed our vessel". Whoever is cited with it is the doer of whom the other
speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.incidence import Incidence, Ints
from rashomon.comparing.joining.predicate_class import predicate_class
from rashomon.comparing.joining.rarity import is_entity, rarity
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import term
from rashomon.language import word_set

_RARE = 1.0
_OUTLET = "outlet:"
_VOICE = "voice:"
_NOBODY = "nobody"
_CAUSES = frozenset(map(term, word_set("words_of_disputes", "causes")))
_LAYS = word_set("words_of_disputes", "lays")
_MISHAPS = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "mishap"))


def mishaps(u: Unit) -> frozenset[str]:
    """Give the mishaps of which a clause tells the cause; none where that is only somebody's guess."""
    guessed = u.clause.status == "hedged" and (not u.speaker or u.speaker.startswith((_OUTLET, _NOBODY)))
    return frozenset() if guessed or not _tells(u) else _laid(u)[0]


def causes(u: Unit) -> frozenset[str]:
    """Give what a clause names as the cause of a mishap."""
    return _laid(u)[1]


def lays(u: Unit) -> frozenset[str]:
    """Give whoever himself lays a mishap to a cause: "engineers blamed the blackout on a cable"."""
    return u.subjects if u.clause.lemma in _LAYS else frozenset()


def two_causes(a: Unit, b: Unit) -> bool:
    """Whether both name a cause, of one mishap in name, and no word or kind of one is of the other."""
    x, y = causes(a), causes(b)
    both = mishaps(a) & mishaps(b)
    if not both or not x or not y or x & y or not (_known(x) and _known(y)):
        return False
    one, other = (frozenset().union(*(_which(u, m[1:]) for m in both)) for u in (a, b))
    if one - b.around and other - a.around and not one & other:
        return False  # "the collapse of the stand", "the collapse of the talks"
    one, other = (frozenset(k for who in of for k in predicate_class(who.removeprefix("~"))) for of in (x, y))
    return not one & other and not (a.entities & y or b.entities & x) and not any(who[1:] in b.terms for who in x)


def _laid(u: Unit) -> tuple[frozenset[str], frozenset[str]]:
    """Give the mishaps that a clause lays to something, and to what: "blamed the fire on a cable", "a cable for it"."""
    if u.predicate & _CAUSES:
        return u.objects & _MISHAPS, u.subjects
    if u.clause.lemma not in _LAYS:
        return frozenset(), frozenset()
    if u.objects & _MISHAPS:
        behind = [a for a in u.clause.arguments if a.role == "other"]
        last = frozenset({f"~{term(behind[-1].lemma)}"} if behind else ())
        return u.objects & _MISHAPS, last & u.others or frozenset(x for x in u.others if is_entity(x))
    return u.others & _MISHAPS, u.objects


def _which(u: Unit, mishap: str) -> frozenset[str]:
    """Give the word behind a mishap that tells which it is: "the collapse of the stand"."""
    return frozenset(y for x, y in u.grams if x == mishap) - u.predicate - {x[1:] for x in causes(u) | u.subjects}


def laid_to(u: Unit) -> frozenset[str]:
    """Give the deeds that somebody who is cited lays to somebody else, of whom or what he says it was done to."""
    return u.predicate if _tells(u) and u.speaker and u.subjects and u.objects else frozenset()


def may_be_laid(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs `laid_to_each_other` may hold: one deed, done to one thing, by nobody whom both name."""
    found = np.ones(len(one), np.bool_)
    for of, shared in ((laid_to, True), (lambda u: u.objects, True), (lambda u: u.subjects, False)):
        at = np.flatnonzero(found)
        found[at] = (Incidence([of(u) for u in units]).shared(one[at], other[at]) > 0) == shared
    return found


def laid_to_each_other(a: Unit, b: Unit) -> bool:
    """Whether both tell one deed, done to one thing, and who tells the one is whom the other tells to have done it."""
    if mishaps(a) & mishaps(b) or not laid_to(a) & laid_to(b) or not a.objects & b.objects or a.subjects & b.subjects:
        return False
    return _is_laid_to_its_teller(a, b) or _is_laid_to_its_teller(b, a)


def _is_laid_to_its_teller(a: Unit, b: Unit) -> bool:
    teller = a.speaker.removeprefix(_VOICE)
    called = frozenset(f"~{term(word)}" for word in teller.rpartition(":")[2].split()) | {teller}
    return bool(called & b.subjects) and not called & a.subjects


def _tells(u: Unit) -> bool:
    c = u.clause
    return c.form == "clause" and c.status in TOLD and not c.negated and c.content is None and not u.headline


def _known(who: frozenset[str]) -> bool:
    return all(is_entity(x) or rarity(x[1:]) >= _RARE for x in who)
