"""Plans that somebody gives up or moves, with what was told of them before.

"Scrapped its plan to close the pool", "reversed her decision to sell it", "will not build the mill after all" stand
against whoever told that it would be done; "postponed to 14 April", "on 14 April, not on 3 March" against the day that
was told first. Both are superseded: the later report tells how it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.comparing.disputes.rival import Rivals, by_rule, overlap
from rashomon.comparing.disputes.words import cosine
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import word_set

_SURE = 0.6
_ALIKE = 0.35
_COMMON = 200
_DROPS = word_set("words_of_plans", "drops")
_PLANS = word_set("words_of_plans", "plan")
_MOVES = word_set("words_of_plans", "moves")
_AHEAD = frozenset({"planned", "demanded"})


def changed_plans(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give each clause that gives up or moves what was planned, with those that told before that it was."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if u.clause.form == "clause" and u.clause.status in _AHEAD and not u.clause.negated and u.published:
            for what in sorted(u.subjects | u.objects):
                of[what].append(n)
    inside: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for u in units:
        if u.clause.within is not None:
            inside[u.report, u.clause.within].append(u)
    for n, u in enumerate(units):
        yield from _dropped(n, u, units, of, inside)
        yield from _moved(n, u, units, of)


def _dropped(
    n: int,
    a: Unit,
    units: Sequence[Unit],
    of: Mapping[str, Sequence[int]],
    inside: Mapping[tuple[str, str], Sequence[Unit]],
) -> Iterator[Rivals]:
    """Give what was planned where a clause tells that somebody gives up the plan to do it."""
    c = a.clause
    if c.form != "clause" or c.status != "asserted" or c.negated or c.lemma not in _DROPS or not a.published:
        return
    plans = [x for x in c.arguments if x.role == "object" and x.lemma in _PLANS]
    if not plans:
        return
    held = inside.get((a.report, c.id), ())
    held = [*held, *(y for x in held for y in inside.get((a.report, x.clause.id), ()))]
    for deed in (x for x in held if x.clause.form == "clause" and x.clause.start >= plans[0].end):
        who = deed.objects | {x for x in a.entities if is_entity(x)}
        for m in sorted({m for what in who for m in of.get(what, ())[:_COMMON]}):
            b = units[m]
            if _is_earlier(a, b) and deed.predicate & b.predicate and _is_of_one(deed, a, b):
                yield Rivals(n, m, _SURE, "status", by_rule("plan given up", c.lemma), True)


def _is_of_one(deed: Unit, a: Unit, b: Unit) -> bool:
    """Whether what is given up is what another tells is planned: done to the same, or by a pronoun in like words."""
    if deed.objects & b.objects:
        return True
    return not deed.objects and cosine(a.own | a.around, b.own) >= _ALIKE


def _moved(n: int, a: Unit, units: Sequence[Unit], of: Mapping[str, Sequence[int]]) -> Iterator[Rivals]:
    """Give the day that was planned where a clause tells that it is another."""
    c = a.clause
    if c.form != "clause" or c.negated or c.content is not None or not a.published:
        return
    moves = c.lemma in _MOVES and c.status == "asserted"
    instead = c.status in _AHEAD and any(x.role == "denied" for x in c.arguments)
    if not (moves or instead):
        return
    what = a.objects if moves else a.subjects | a.objects
    for m in sorted({m for x in what for m in of.get(x, ())[:_COMMON]}):
        b = units[m]
        if not _is_earlier(a, b) or not b.days or b.days[0] != b.days[1] or b.days[0] <= (b.published or 0):
            continue
        one = a.entities & b.entities or {x[1:] for x in what} & b.deeds
        same = bool(a.predicate & b.predicate) if instead else term(c.lemma) not in b.predicate
        if one and same and (not a.days or a.days != b.days):
            yield Rivals(n, m, _SURE, "time", by_rule("day moved", c.lemma), True)


def _is_earlier(a: Unit, b: Unit) -> bool:
    return not overlap(a, b) and (b.published or 0) < (a.published or 0)
