"""Two causes of one mishap: "a child started the blaze", "an electrical fault started the blaze".

And one deed of which each party says that the other did it: "the migrants rammed its vessel, the coast guard said",
"the coast guard rammed our boat". Whoever is cited with it is the doer of whom the other speaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_tellers
from rashomon.comparing.disputes.words import OUTLET, voice
from rashomon.comparing.joining.predicate_class import predicate_class
from rashomon.comparing.joining.rarity import is_entity, rarity
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import term
from rashomon.language import word_set
from rashomon.records import Reason

_SURE = 0.5
_EPISODE = 30
_DAYS = 2
_COMMON = 400
_RARE = 1.0
_NEAR = 3  # sentences of one report
_CAUSES = frozenset(map(term, word_set("words_of_disputes", "causes")))
_MISHAPS = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "mishap"))


def rival_causes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that lay one mishap to two causes."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        guessed = u.clause.status == "hedged" and (not u.speaker or u.speaker.startswith((OUTLET, "nobody")))
        if _tells(u) and u.subjects and u.predicate & _CAUSES and not guessed:  # "there was speculation that"
            for mishap in sorted(u.objects & _MISHAPS):
                of[mishap].append(n)
    for mishap in sorted(of):
        mine = of[mishap][:_COMMON]
        for i, n in enumerate(mine):
            for m in mine[i + 1 :]:
                a, b = units[n], units[m]
                if not _two_causes(a, b) or overlap(a, b) or not two_tellers(a, b) or other_days(a, b):
                    continue
                if gap(a, b) <= _EPISODE and _of_one_mishap(a, b):
                    yield Rivals(n, m, _SURE, "cause", by_rule("cause of", mishap[1:]))


def _tells(u: Unit) -> bool:
    c = u.clause
    return c.form == "clause" and c.status in TOLD and not c.negated and c.content is None and not u.headline


def _two_causes(a: Unit, b: Unit) -> bool:
    """Whether both name a cause, and no word or kind of one is of the other."""
    x, y = a.subjects, b.subjects
    if not y or x & y or not (_known(x) and _known(y)):
        return False
    one, other = (frozenset(k for who in of for k in predicate_class(who.removeprefix("~"))) for of in (x, y))
    return not one & other and not (a.entities & y or b.entities & x)


def _known(who: frozenset[str]) -> bool:
    return all(is_entity(x) or rarity(x[1:]) >= _RARE for x in who)


def _of_one_mishap(a: Unit, b: Unit) -> bool:
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
        return True
    if a.places and b.places and not a.places & b.places:
        return False
    about = (a.around | a.beside) & (b.around | b.beside)
    return any(map(is_entity, about))


def each_other(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses in which two parties lay one deed to each other."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if _tells(u) and u.speaker and u.subjects and u.objects:
            for deed in sorted(u.predicate):
                of[deed].append(n)
    seen = set[tuple[int, int]]()
    for deed in sorted(of):
        mine = of[deed][:_COMMON]
        for i, n in enumerate(mine):
            for m in mine[i + 1 :]:
                a, b = units[n], units[m]
                if (n, m) in seen or not a.objects & b.objects or a.subjects & b.subjects or overlap(a, b):
                    continue
                if not (_is_laid_to_its_teller(a, b) or _is_laid_to_its_teller(b, a)) or not two_tellers(a, b):
                    continue
                if gap(a, b) <= _DAYS and not other_days(a, b):
                    seen.add((n, m))
                    yield Rivals(n, m, _SURE, "actor", Reason("rule", f"each other: {deed}"))


def _is_laid_to_its_teller(a: Unit, b: Unit) -> bool:
    """Whether who tells `a`, of somebody else, is whom `b` tells to have done it."""
    teller = voice(a)
    called = frozenset(f"~{term(word)}" for word in teller.rpartition(":")[2].split()) | {teller}
    return bool(called & b.subjects) and not called & a.subjects
