"""Which clauses deny what a group of clauses tells, wherever they stand: a denial finds its claim.

A denial points at its claim by its own words ("denied killing him"), by what was told just before ("denied this"), or
by whom it clears ("denied any involvement"). No comment, and what nobody has claimed, deny nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.joining.unit import Unit
from rashomon.records import Reading

_LIKELY = 0.3
_DENYING = frozenset({"denies", "rejects", "false", "negated"})


def denials(
    units: Sequence[Unit], groups: Sequence[Sequence[int]], readings: Mapping[str, Reading]
) -> Mapping[int, tuple[int, ...]]:
    """Give for groups of `units` the numbers of the units outside that deny what they tell, in their order.

    Each denial denies the one group that it most likely stands against; groups that nobody denies are left out.
    """
    group_of = {n: g for g, members in enumerate(groups) for n in members}
    best: dict[int, tuple[float, int]] = {}
    for c in contested(units, readings):
        if c.contest.cue not in _DENYING or c.probability < _LIKELY or c.against not in group_of:
            continue
        unit, group = c.contest.unit, group_of[c.against]
        if group_of.get(unit) != group:
            best[unit] = max(best.get(unit, (0.0, 0)), (c.probability, -group))
    found: dict[int, list[int]] = defaultdict(list)
    for unit in sorted(best):
        found[-best[unit][1]].append(unit)
    return {group: tuple(found[group]) for group in sorted(found)}
