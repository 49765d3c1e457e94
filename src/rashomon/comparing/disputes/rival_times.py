"""Two times of one deed: at what hour, how long, or how long after what; in two voices.

"The ferry left at 4:10", "it left at 6:40"; "called 15 minutes after the blast", "called 50 minutes after it". Whoever
"puts the time at 3:24" gives the hour of what is told with another just before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_counters
from rashomon.comparing.disputes.words import cosine, mass
from rashomon.comparing.joining.other_values import two_times
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.origins.counting import times
from rashomon.records import Reason

_LEAST = 0.3
_SOME = 4.0
_BESIDE = 0.2
_NEAR = 2  # sentences of one report
_EPISODE = 30
_COMMON = 400


def rival_times(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of times that cannot both be of one deed."""
    held = {(u.report, u.clause.id) for u in units}
    mine = [
        n
        for n, u in enumerate(units)
        if any(not t.of_noun for t in u.times)
        and u.clause.status in TOLD
        and not u.clause.negated
        and (u.report, u.clause.content) not in held
    ]
    at: dict[str, list[int]] = defaultdict(list)
    for n in mine:
        for deed in sorted(units[n].predicate | units[n].classes):
            at[deed].append(n)
    found: dict[tuple[int, int], Rivals] = {}
    for deed in sorted(at):
        for i, n in enumerate(at[deed][:_COMMON]):
            for m in at[deed][i + 1 : _COMMON]:
                if (n, m) not in found and (rivals := _two_times(n, units[n], m, units[m])) is not None:
                    found[n, m] = rivals
    for m in mine:
        if times(units[m].clause):
            for n in mine:
                rivals = _put(n, units[n], m, units[m])
                if rivals is not None:
                    found.setdefault((n, m), rivals)
    yield from (found[pair] for pair in sorted(found))


def _two_times(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    if not two_times(a, b) or overlap(a, b) or not two_counters(a, b) or gap(a, b) > _EPISODE or other_days(a, b):
        return None
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    pronoun = beside and bool(a.predicate & b.predicate) and not (b.subjects or b.objects)
    if not (pronoun or a.subjects & b.subjects or a.objects & b.objects or a.entities & b.entities):
        return None
    alike = cosine(a.own, b.own) + (_BESIDE if beside else 0.0)
    if alike < _LEAST or (not beside and mass(a.own & b.own) < _SOME):
        return None
    return _rivals(n, a, m, b, alike)


def _put(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    """Whether `b` puts the time of what `a` tells right before it at another hour."""
    if a.report != b.report or not 0 <= b.clause.sentence - a.clause.sentence <= _NEAR or a.span[0] >= b.span[0]:
        return None
    return _rivals(n, a, m, b, _LEAST) if two_times(a, b) and not overlap(a, b) and two_counters(a, b) else None


def _rivals(n: int, a: Unit, m: int, b: Unit, alike: float) -> Rivals:
    because = Reason("rule", f"time of {a.clause.lemma}")
    return Rivals(n, m, min(0.9, 0.15 + alike), "time", because)
