"""Two accounts of who or what did one thing (`joining.two_causes`), told by two, of one occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_tellers
from rashomon.comparing.disputes.two_matters import people
from rashomon.comparing.disputes.words import bare, is_cited, mass, voice
from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.two_causes import causes, laid_to, laid_to_each_other, lays, mishaps, two_causes
from rashomon.comparing.joining.unit import Unit

_SURE = 0.5
_EPISODE = 30
_DAYS = 2
_COMMON = 400
_NEAR = 3  # sentences of one report
_MATTER = 4.0  # what two reports share beside the mishap


def rival_causes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that lay one mishap to two causes."""
    for mishap, n, m in _pairs(units, mishaps):
        a, b = units[n], units[m]
        if not two_causes(a, b) or gap(a, b) > _EPISODE or not _of_one_mishap(a, b):
            continue
        if _of_two(a, b) or _are_laid_by_two(a, b):
            yield Rivals(n, m, _SURE, "cause", by_rule("cause of", mishap.removeprefix("~")))


def each_other(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses in which two parties lay one deed to each other."""
    for deed, n, m in _pairs(units, laid_to, lambda u: u.objects):
        a, b = units[n], units[m]
        if laid_to_each_other(a, b) and _of_two(a, b) and gap(a, b) <= _DAYS:
            yield Rivals(n, m, _SURE, "actor", by_rule("each other", deed))


def _pairs(
    units: Sequence[Unit], key: Callable[[Unit], frozenset[str]], also: Callable[[Unit], frozenset[str]] | None = None
) -> Iterator[tuple[str, int, int]]:
    """Give each pair of units with a key in common, once, with the first of their keys.

    Where it is told what they have to have in common `also`, others are not looked at.
    """
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        for x in sorted(key(u)):
            of[x].append(n)
    seen = set[tuple[int, int]]()
    for x in sorted(of):
        mine = of[x][:_COMMON]
        having: dict[str, list[int]] = defaultdict(list)
        shared = [also(units[n]) if also is not None else frozenset[str]() for n in mine]
        for n, some in zip(reversed(mine), reversed(shared), strict=True):
            for y in some:
                having[y].append(n)
        for i, n in enumerate(mine):
            later = mine[i + 1 :] if also is None else _behind(n, (having[y] for y in shared[i]))
            for m in later:
                if (n, m) not in seen:
                    seen.add((n, m))
                    yield x, n, m


def _behind(n: int, falling: Iterable[Sequence[int]]) -> list[int]:
    """Give the numbers above `n` in some lists, each once, in their order; every list falls."""
    return sorted({m for some in falling for m in takewhile(lambda m: m > n, some)})


def _of_two(a: Unit, b: Unit) -> bool:
    return not overlap(a, b) and two_tellers(a, b) and not other_days(a, b)


def _are_laid_by_two(a: Unit, b: Unit) -> bool:
    """Whether two lay a mishap to two causes, be it by a verb that cites whoever does: "engineers blamed it on ice"."""
    x, y = (lays(u) or frozenset({voice(u)} if is_cited(u) else ()) for u in (a, b))
    of_things = all(causes(u).isdisjoint(people()) for u in (a, b))  # whose fault it was is another question
    return of_things and bool(x and y) and not bare(x) & bare(y) and not overlap(a, b) and not other_days(a, b)


def _of_one_mishap(a: Unit, b: Unit) -> bool:
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
        return True
    if a.places and b.places and not a.places & b.places:
        return False
    shared = (a.around | a.beside) & (b.around | b.beside)
    told = a.predicate | b.predicate | {x[1:] for x in mishaps(a)}
    return any(map(is_entity, shared)) or mass(shared - told) >= _MATTER
