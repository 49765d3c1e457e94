"""Two accounts of who or what did one thing: two causes of a mishap, and a deed that each party lays to the other.

"A child started the blaze", "an electrical fault started the blaze"; "the migrants rammed its vessel, the coast guard
said", "the coast guard rammed our vessel". Whoever is cited with it is the doer of whom the other speaks.
"""

from __future__ import annotations

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
_MISHAPS = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "mishap"))


def mishaps(u: Unit) -> frozenset[str]:
    """Give the mishaps of which a clause tells the cause; none where that is only somebody's guess."""
    guessed = u.clause.status == "hedged" and (not u.speaker or u.speaker.startswith((_OUTLET, _NOBODY)))
    if guessed or not _tells(u) or not u.subjects or not u.predicate & _CAUSES:
        return frozenset()
    return u.objects & _MISHAPS


def two_causes(a: Unit, b: Unit) -> bool:
    """Whether both name a cause, of one mishap in name, and no word or kind of one is of the other."""
    x, y = a.subjects, b.subjects
    if not mishaps(a) & mishaps(b) or x & y or not (_known(x) and _known(y)):
        return False
    one, other = (frozenset(k for who in of for k in predicate_class(who.removeprefix("~"))) for of in (x, y))
    return not one & other and not (a.entities & y or b.entities & x)


def laid_to(u: Unit) -> frozenset[str]:
    """Give the deeds that somebody who is cited lays to somebody else, of whom or what he says it was done to."""
    return u.predicate if _tells(u) and u.speaker and u.subjects and u.objects else frozenset()


def laid_to_each_other(a: Unit, b: Unit) -> bool:
    """Whether both tell one deed, done to one thing, and who tells the one is whom the other tells to have done it."""
    if not laid_to(a) & laid_to(b) or not a.objects & b.objects or a.subjects & b.subjects:
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
