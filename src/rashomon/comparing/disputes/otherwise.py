"""Whoever tells a deed of one thing and says that it is not another: "cement, not food" against "food"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_tellers
from rashomon.comparing.disputes.words import cosine
from rashomon.comparing.joining.other_values import says_otherwise
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.records import Reason

_LEAST = 0.3
_BESIDE = 0.2
_NEAR = 2  # sentences of one report
_EPISODE = 30
_COMMON = 400


def told_otherwise(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give each clause that says of something that it is not that, with those that say it is."""
    held = {(u.report, u.clause.id) for u in units}
    told = [
        n
        for n, u in enumerate(units)
        if u.clause.status in TOLD and not u.clause.negated and (u.report, u.clause.content) not in held
    ]
    of: dict[str, list[int]] = defaultdict(list)
    for n in told:
        for part in sorted(units[n].subjects | units[n].objects | units[n].others):
            of[part].append(n)
    for n in told:
        against = {m for part in units[n].denied for m in of.get(part, ())[:_COMMON]}
        for m in sorted(against - {n}):
            rivals = _otherwise(n, units[n], m, units[m])
            if rivals is not None:
                yield rivals


def _otherwise(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    if not says_otherwise(a, b) or overlap(a, b) or not two_tellers(a, b) or gap(a, b) > _EPISODE or other_days(a, b):
        return None
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    pronoun = beside and not (a.subjects and b.subjects)
    if not (pronoun or a.subjects & b.subjects or a.objects & b.objects or a.entities & b.entities):
        return None
    alike = cosine(a.own, b.own) + (_BESIDE if beside else 0.0)
    if alike < _LEAST:
        return None
    because = Reason("rule", f"not {', '.join(x.lemma for x in a.clause.arguments if x.role == 'denied')}")
    return Rivals(n, m, min(0.9, 0.15 + alike), "actor" if a.denied & b.subjects else "denial", because)
