"""The units of one story gathered into claims: those that surely tell one thing, and those that perhaps do.

Two thresholds: from `SAME` on two groups are one claim and are counted as one; from `PERHAPS` on they are shown beside
each other and never counted together.

Clauses that only mention a thing in passing are too slight to tell it: "who shot him", "to reduce violence". Such words
stand in what tells something else ("police did not name the officer who shot him"): who writes them takes the thing as
known. They lend weight to what others tell, but are no telling of it. What somebody is accused of is told, be it in
three words ("accused the army of shelling Tarn").

Clauses of one sentence may tell one thing at several widths: "Y said that X left", "that X left", "left at noon".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.claim_kinds import only_says
from rashomon.comparing.joining.candidates import candidates
from rashomon.comparing.joining.clause_values import denied
from rashomon.comparing.joining.features import Pairs, reasons, score, seen_of
from rashomon.comparing.joining.groups import groups, moved
from rashomon.comparing.joining.incidence import BRIEF, Ints, Likely, Nearest, Walls, in_steps
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.joining.vetoes import never
from rashomon.comparing.one_run import give_back, let_go
from rashomon.comparing.term import weight

_SLIGHT = 3  # terms and entities
_SLIGHT_AND_UNFIT = 4  # of what cannot stand as a sentence: an infinitive, a noun, "where he was found"


def in_passing(unit: Unit) -> bool:
    """Tell whether a clause hangs on another and says next to nothing; what is denied, or blamed on one, is told."""
    clause = unit.clause
    if clause.link == "main" or clause.status == "denied":
        return False
    if clause.link == "complement" and clause.wording is None and clause.status in TOLD and not unit.asks:
        return False
    return len(unit.terms) + len(unit.entities) <= (_SLIGHT_AND_UNFIT if clause.wording is None else _SLIGHT)


SAME = 0.65
PERHAPS = 0.14
_UNLIKELY = 0.03
LISTED = 5
_BLOCK = 1 << 18  # pairs that are judged at once


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups of units by number, each in order; every unit is in one.

    For each group: its `tellings`, one unit for each statement in it (`statements`), the groups it may be one with, the
    likeliest first, why it is one (empty for a single unit), and how near every other comes (the likeliest of their
    pairs). `likely` are the pairs worth keeping, with their probability.
    """

    groups: tuple[tuple[int, ...], ...]
    tellings: tuple[tuple[int, ...], ...]
    perhaps: tuple[tuple[int, ...], ...]
    because: tuple[str, ...]
    near: Nearest
    likely: Likely


def join(units: Sequence[Unit]) -> Joined:
    """Gather units of one story; the same units in any order give the same groups."""
    none = np.zeros(0, np.int64)
    alone = Pairs(units, none, none, seen_of(tuple(units)))
    one, other = candidates(alone)
    likely = _likely(units, one, other, alone)
    del one, other
    teller = statements(units)
    del alone
    let_go_beside(likely)
    found, told = gathered(units, teller, of_statements(teller, likely), SAME, lambda near: never(units, likely, near))
    let_go_beside(likely)
    perhaps, near = perhaps_and_near(found, told, of_statements(teller, likely), likely)
    give_back()
    because = _because(units, found, likely)
    give_back()
    return Joined(tuple(map(tuple, found)), tuple(map(tuple, told)), perhaps, because, near, likely)


def let_go_beside(pairs: Likely) -> None:
    """Give back what is held beside pairs that are many: of few there is little, and it is soon asked for again."""
    if len(pairs.one) > _BLOCK:
        let_go()


def _likely(units: Sequence[Unit], one: Ints, other: Ints, alone: Pairs) -> Likely:
    """Judge pairs block by block; those that are kept are written over those that were looked at."""
    held = np.zeros(len(one), np.uint16)
    kept = 0
    for at in range(0, len(one), _BLOCK):
        some = slice(at, at + _BLOCK)
        told = score(Pairs(units, one[some], other[some], alone.seen))
        few = Likely(one[some], other[some], in_steps(told)).where(told >= _UNLIKELY)
        to = slice(kept, kept := kept + len(few.one))
        one[to], other[to], held[to] = few.one, few.other, few.held
    return Likely(one[:kept], other[:kept], held[:kept])


def perhaps_and_near(
    found: Sequence[Sequence[int]],
    told: Sequence[Sequence[int]],
    between: Likely,
    likely: Likely,
) -> tuple[tuple[tuple[int, ...], ...], Nearest]:
    """Give for each group of `found` those that perhaps tell the same, and how near every other comes.

    `between` tells how likely two statements tell one thing (`of_statements`), `likely` two units.
    """
    group_of = _group_of(found)
    return _perhaps(told, group_of, between), _near(len(found), group_of, likely)


def _group_of(found: Sequence[Sequence[int]]) -> Ints:
    group_of = np.zeros(sum(map(len, found)), BRIEF)
    for g, members in enumerate(found):
        group_of[list(members)] = g
    return group_of


def gathered(
    units: Sequence[Unit],
    teller: Sequence[int],
    between: Likely,
    threshold: float,
    walls: Callable[[Ints], Ints],
) -> tuple[list[list[int]], list[list[int]]]:
    """Gather statements, and give each group as all its units and as those that tell its statements.

    `between` are the statements that may tell one thing (`of_statements`). `walls` gives the units that never do, two a
    row, once it is told for each unit what chains of sure pairs connect it with. What is told in passing joins nothing.
    """
    tellers = sorted(set(teller))
    of_unit = np.searchsorted(tellers, teller)
    members: list[list[int]] = [[] for _ in tellers]
    for u, n in enumerate(of_unit.tolist()):
        members[n].append(u)
    between = between.where(_may_hang(units, between, tellers))  # who asks need not hold them: there may be millions
    links = between.renamed(_places(tellers)).tied(len(tellers), threshold)
    del between
    let_go_beside(links)
    apart = _apart(units, of_unit, len(tellers), walls(links.tops(len(tellers))[of_unit]))
    let_go_beside(links)
    found = moved(groups(len(tellers), links, apart, threshold), links, apart, threshold)
    both = sorted((sorted(u for n in some for u in members[n]), [tellers[n] for n in some]) for some in found)
    return [all_ for all_, _ in both], [sorted(told) for _, told in both]


def _may_hang(units: Sequence[Unit], between: Likely, tellers: Sequence[int]) -> NDArray[np.bool_]:
    """Tell which links of statements groups can hang on.

    What is told in passing is linked with the very same words of the same voice alone, as copies have them.
    """
    number: dict[tuple[object, ...], int] = {}
    slight = [_number(number, t, units[t]) if in_passing(units[t]) else -1 for t in tellers]
    words = np.full(max(tellers, default=0) + 1, -1, BRIEF)
    words[list(tellers)] = slight
    return np.asarray(words[between.one] == words[between.other], np.bool_)


def _places(tellers: Sequence[int]) -> Ints:
    """Give for the number of each unit that tells a statement that of the statement."""
    place = np.zeros(max(tellers, default=0) + 1, BRIEF)
    place[list(tellers)] = np.arange(len(tellers))
    return place


def _number(number: dict[tuple[object, ...], int], place: int, unit: Unit) -> int:
    """Number what one voice says in the same words; of what is no sentence, each for itself."""
    if unit.clause.form != "clause" or unit.clause.link not in FULL_LINKS:
        return number.setdefault((place,), len(number))
    said = (unit.speaker, unit.clause.status, unit.terms, unit.entities, unit.runs)
    return number.setdefault(said, len(number))


def of_statements(teller: Sequence[int], likely: Likely) -> Likely:
    """Give how likely two statements tell one thing, in their order: as their likeliest clauses do."""
    return likely.best(np.array(teller, BRIEF))


def _apart(units: Sequence[Unit], number: Ints, count: int, walls: Ints) -> Walls:
    """Which of `count` statements never join; `number` gives for each unit that of its statement.

    What one sentence tells twice it tells as one statement.
    """
    of: dict[tuple[str, int], set[int]] = defaultdict(set)
    for u, n in zip(units, number.tolist(), strict=True):
        of[u.report, u.clause.sentence].add(n)
    beside = np.array([pair for some in of.values() for pair in combinations(sorted(some), 2)], np.int64).reshape(-1, 2)
    both = np.concatenate([number[walls], beside])
    return Walls(both[:, 0], both[:, 1], count)


def _perhaps(found: Sequence[Sequence[int]], group_of: Ints, between: Likely) -> tuple[tuple[int, ...], ...]:
    held = between.sums(group_of)
    size = np.array([len(members) for members in found], np.int64)
    average = held.probability / (size[held.one] * size[held.other])
    kept = Likely(held.one, held.other, average).where(average >= PERHAPS)
    mine, theirs = np.concatenate([kept.one, kept.other]), np.concatenate([kept.other, kept.one])
    order = np.lexsort((theirs, -np.concatenate([kept.probability, kept.probability]), mine))
    first = np.searchsorted(mine[order], np.arange(len(found) + 1)).tolist()
    return tuple(tuple(theirs[order[low : min(high, low + LISTED)]].tolist()) for low, high in pairwise(first))


def _near(groups: int, group_of: Ints, likely: Likely) -> Nearest:
    return Nearest(likely.best(group_of), groups)


def _because(units: Sequence[Unit], found: Sequence[Sequence[int]], every: Likely) -> tuple[str, ...]:
    """Why each group is one: what spoke for its likeliest pair, of equals the first."""
    group_of = _group_of(found)
    most, best = np.full(len(found), -1.0), np.full(len(found), -1)
    done = 0
    for some in every.some_at_a_time():
        at = np.flatnonzero(group_of[some.one] == group_of[some.other])
        of = group_of[some.one[at]]
        order = np.lexsort((some.other[at], some.one[at], -some.probability[at], of))
        first = order[np.flatnonzero(np.diff(of[order], prepend=-1))]
        more = first[some.probability[at[first]] > most[of[first]]]
        most[of[more]], best[of[more]] = some.probability[at[more]], done + at[more]
        done += len(some.one)
    joined = np.flatnonzero(best >= 0)
    pairs = best[joined]
    told = reasons(Pairs.of_few(units, every.one[pairs], every.other[pairs])) if len(pairs) else []
    because = dict(zip(joined.tolist(), told, strict=True))
    return tuple(because.get(g, "") for g in range(len(found)))


_MOSTLY = 0.75  # of the weight of the words around it: what is left out is a time, a place, who says so
_LEAST = 0.3  # of those of the widest clause of the statement


def statements(units: Sequence[Unit]) -> list[int]:
    """Give for each unit the number of the unit that tells its statement: the widest that is no "X said that"."""
    mass = [sum(weight(member) for member in sorted(u.terms | u.entities)) for u in units]
    widest = list(range(len(units)))
    open_: list[int] = []
    for n in sorted(range(len(units)), key=lambda n: (units[n].report, units[n].span[0], -units[n].span[1], n)):
        unit = units[n]
        open_ = [m for m in open_ if units[m].report == unit.report and units[m].span[1] > unit.span[0]]
        around = [m for m in open_ if units[m].span[1] >= unit.span[1] and _is_part(unit, units[m], mass[n], mass[m])]
        if around:
            smallest = min(around, key=lambda m: (units[m].span[1] - units[m].span[0], m))
            if mass[n] >= _LEAST * mass[widest[smallest]]:
                widest[n] = widest[smallest]
        open_.append(n)
    parts: dict[int, list[int]] = defaultdict(list)
    for n, of in enumerate(widest):
        parts[of].append(n)
    teller = {of: _teller(units, of, members) for of, members in parts.items()}
    return [teller[of] for of in widest]


def _is_part(inner: Unit, outer: Unit, mass: float, around: float) -> bool:
    if denied(inner) != denied(outer) or (inner.clause.status == "denied") != (outer.clause.status == "denied"):
        return False
    return outer.clause.content == inner.clause.id or mass >= _MOSTLY * around


def _teller(units: Sequence[Unit], widest: int, members: Sequence[int]) -> int:
    of = {units[m].clause.id: m for m in members}
    told = widest
    seen = {told}
    while (content := units[told].clause.content) in of and of[content] not in seen:
        if not only_says(units[told].clause):
            break  # "demanded that they leave" is told as a demand
        told = of[content]
        seen.add(told)
    return told
