"""Two ends that one came to: freed or killed, dismissed or resigned (lexicon `rival_outcomes`).

What comes later may follow what came first, so over reports two ends are rivals only where nothing follows the one that
was told first. Whoever wins or loses does so in one contest: "won the primary" and "lost contact" are of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import gap, of_one_time, other_days, overlap, two_tellers
from rashomon.comparing.disputes.two_matters import only_ahead
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, word_set

_SURE = 0.5
_DAYS = 3
_COMMON = 400
_ROLES = ("subject", "object")
_CONTEST = "contest"
_CONTESTED = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "contested"))


def ends(verbs: Sequence[str], subjects: frozenset[str], objects: frozenset[str]) -> Mapping[str, list[End]]:
    """Give by matter the ends that a clause tells, each with those who came to it."""
    found: dict[str, list[End]] = defaultdict(list)
    for verb, role in product(verbs, _ROLES):
        for matter, end, last in _outcomes().get((verb, role), ()):
            found[matter].append((end, subjects if role == "subject" else objects, last))
    return found


End = tuple[str, frozenset[str], bool]
"""An end, who came to it, and whether nothing follows it."""


def rival_outcomes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses of two reports that tell of two ends of one."""
    held = {(u.report, u.clause.id) for u in units}
    by_matter: dict[str, list[tuple[int, End]]] = defaultdict(list)
    for n, u in enumerate(units):
        c = u.clause
        if c.status not in TOLD or c.negated or c.link not in FULL_LINKS or c.figures or (u.report, c.content) in held:
            continue
        if only_ahead(u) or c.wording is None:  # "was set to be released", "to win the final"
            continue
        for matter, told in sorted(ends(c.predicate, u.subjects, u.objects).items()):
            by_matter[matter] += [(n, end) for end in told]
    for matter in sorted(by_matter):
        mine = by_matter[matter][:_COMMON]
        for i, (n, x) in enumerate(mine):
            for m, y in mine[i + 1 :]:
                a, b = units[n], units[m]
                if matter == _CONTEST and not _in_one_contest(a, b):
                    continue
                if x[0] != y[0] and a.report != b.report and _of_one(a, x, b, y) and _cannot_follow(a, x, b, y):
                    yield Rivals(n, m, _SURE, "status", by_rule("outcome", f"{x[0]} or {y[0]}"))


def _of_one(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether both tell of one: of a name, or of a word beside one name."""
    if overlap(a, b) or not two_tellers(a, b) or gap(a, b) > _DAYS or other_days(a, b) or not of_one_time(a, b):
        return False
    shared = x[1] & y[1]
    return any(map(is_entity, shared)) or (bool(shared) and bool(a.entities & b.entities))


def _in_one_contest(a: Unit, b: Unit) -> bool:
    """Whether both tell what was won or lost, if anything, and the same: "won the match", "lost"."""
    x, y = a.objects - a.subjects, b.objects - b.subjects
    return x | y <= _CONTESTED and (not x or not y or bool(x & y))


def _cannot_follow(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether the end that was told later cannot have come after the other."""
    if a.published == b.published or not (a.published and b.published):
        return x[2] or y[2]
    return (x if a.published < b.published else y)[2]


@cache
def _outcomes() -> Mapping[tuple[str, str], tuple[tuple[str, str, bool], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str, bool], ...]] = {}
    for matter, verb, whose, end, *last in lexicon("rival_outcomes"):
        found[verb, whose] = (*found.get((verb, whose), ()), (matter, end, bool(last)))
    return found
