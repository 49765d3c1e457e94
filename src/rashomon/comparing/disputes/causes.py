"""Two accounts of who or what did one thing (`joining.two_causes`), told by two, of one occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_tellers
from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.two_causes import laid_to, laid_to_each_other, mishaps, two_causes
from rashomon.comparing.joining.unit import Unit

_SURE = 0.5
_EPISODE = 30
_DAYS = 2
_COMMON = 400
_NEAR = 3  # sentences of one report


def rival_causes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that lay one mishap to two causes."""
    for mishap, n, m in _pairs(units, mishaps):
        a, b = units[n], units[m]
        if two_causes(a, b) and _of_two(a, b) and gap(a, b) <= _EPISODE and _of_one_mishap(a, b):
            yield Rivals(n, m, _SURE, "cause", by_rule("cause of", mishap.removeprefix("~")))


def each_other(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses in which two parties lay one deed to each other."""
    for deed, n, m in _pairs(units, laid_to):
        a, b = units[n], units[m]
        if laid_to_each_other(a, b) and _of_two(a, b) and gap(a, b) <= _DAYS:
            yield Rivals(n, m, _SURE, "actor", by_rule("each other", deed))


def _pairs(units: Sequence[Unit], key: Callable[[Unit], frozenset[str]]) -> Iterator[tuple[str, int, int]]:
    """Give each pair of units with a key in common, once, with the first of their keys."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        for x in sorted(key(u)):
            of[x].append(n)
    seen = set[tuple[int, int]]()
    for x in sorted(of):
        mine = of[x][:_COMMON]
        for i, n in enumerate(mine):
            for m in mine[i + 1 :]:
                if (n, m) not in seen:
                    seen.add((n, m))
                    yield x, n, m


def _of_two(a: Unit, b: Unit) -> bool:
    return not overlap(a, b) and two_tellers(a, b) and not other_days(a, b)


def _of_one_mishap(a: Unit, b: Unit) -> bool:
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
        return True
    if a.places and b.places and not a.places & b.places:
        return False
    return any(map(is_entity, (a.around | a.beside) & (b.around | b.beside)))
