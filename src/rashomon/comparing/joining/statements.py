"""Clauses of one sentence that tell one thing at several widths: "Y said that X left", "that X left", "left at noon".

A clause belongs to the smallest one around it where that adds little, or only says it. What stands under a denial
never belongs to what denies it. All clauses of one statement are joined as one: two statements are as near as their
nearest clauses, and each is one telling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.comparing.joining.denied import denied
from rashomon.comparing.joining.rarity import weight
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.kinds import only_says

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
