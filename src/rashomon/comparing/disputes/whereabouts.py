"""Where somebody was when he is said to have done something: "set fire to the boathouse", "was at home that night".

Whoever answers for him tells that he was at home, at work, in bed or in another town, of the very day or night, and
right beside what others lay to him.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import other_days, overlap, two_tellers
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import word_set

_SURE = 0.5
_NEAR = 3  # sentences
_FULL = frozenset({"main", "complement", "joined"})
_BEING = word_set("words_of_disputes", "being")
_ELSEWHERE = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "elsewhere"))


def alibis(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give what is laid to somebody with where another says that he was at the time."""
    at: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        at[u.report, u.clause.sentence].append(n)
    for m, b in enumerate(units):
        c = b.clause
        if c.form != "clause" or c.negated or c.status not in TOLD or c.link not in _FULL or c.lemma not in _BEING:
            continue
        if not b.speaker or not b.days or c.date_basis.rule == "published" or c.figures:  # "is up 12 points in Tarn"
            continue
        who = frozenset(x for x in b.subjects if is_entity(x))
        where = b.places | (b.others & _ELSEWHERE)
        if len(who) != 1 or not where:
            continue
        near = (n for d in range(-_NEAR, 1) for n in at.get((b.report, c.sentence + d), ()))
        for n in near:
            a = units[n]
            of_two = two_tellers(a, b) and not overlap(a, b) and not other_days(a, b)
            if of_two and _is_laid_to(a, who, where):
                yield Rivals(m, n, _SURE, "place", by_rule("elsewhere", c.lemma))
                break


def _is_laid_to(a: Unit, who: frozenset[str], where: frozenset[str]) -> bool:
    """Whether a clause tells that somebody did something to something, and not there."""
    c = a.clause
    if c.form != "clause" or c.negated or c.status not in TOLD or c.content is not None or not a.speaker:
        return False
    return a.subjects == who and bool(a.objects) and not where & (a.places | a.others) and c.lemma not in _BEING
