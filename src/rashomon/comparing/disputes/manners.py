"""Two accounts of how somebody died: strangled or in a fall, by his own hand or by another's.

Two of one person's death rival where both tell a means, or a hand, and share none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.tellers import gap, other_days, overlap, two_tellers
from rashomon.comparing.joining.manners import how_died, two_manners
from rashomon.comparing.joining.rarity import is_entity
from rashomon.comparing.joining.unit import Unit
from rashomon.records import Reason

_SURE = 0.6
_BESIDE = 2  # sentences of one report
_EPISODE = 30
_COMMON = 400


def rival_manners(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that tell one person's death in two ways."""
    held = {(u.report, u.clause.id) for u in units}
    told = [n for n, u in enumerate(units) if (u.report, u.clause.content) not in held and any(how_died(u))]
    of: dict[str, list[int]] = defaultdict(list)
    for n in told:
        for key in (units[n].report, *sorted(x for x in _dead(units[n]) if is_entity(x))):
            of[key].append(n)
    pairs = {(n, m) for mine in of.values() for i, n in enumerate(mine[:_COMMON]) for m in mine[i + 1 : _COMMON]}
    for n, m in sorted(pairs):
        a, b = units[n], units[m]
        if not two_manners(a, b) or not _one_dead(a, b) or overlap(a, b) or not two_tellers(a, b):
            continue
        if gap(a, b) <= _EPISODE and not other_days(a, b):
            yield Rivals(n, m, _SURE, "cause", Reason("rule", "manner of death"))


def _one_dead(a: Unit, b: Unit) -> bool:
    """Whether both tell of one dead: of one name, or right beside each other of one word, or of him and "he"."""
    x, y = _dead(a), _dead(b)
    if any(is_entity(who) for who in x & y):
        return True
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _BESIDE
    return beside and not (a.clause.figures or b.clause.figures) and bool(x & y or not x or not y)


def _dead(u: Unit) -> frozenset[str]:
    """Give whom the clause tells dead, where he is named or called by a word: no pronoun."""
    took_part = u.objects or u.subjects
    named = {x for x in took_part if is_entity(x)}
    return frozenset(named or took_part)
