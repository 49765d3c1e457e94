"""The words of the sides of disputes, as a line has them: without what stands glued in the text, pronouns by name.

What somebody denies or doubts is never shown as his word: where only the verb above it turns it, the words of that
verb's clause stand ("Berg denied that he was armed", not "he was armed").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Composer
from rashomon.records import Conflict, Evidence, Side


def worded(conflicts: Iterable[Conflict], units: Iterable[Unit], composer: Composer) -> tuple[Conflict, ...]:
    """Give the conflicts, each side with the words of the clause that tells it best; `units` are those of the case."""
    told = list(conflicts)
    wanted = {side.evidence[0] for c in told for side in c.sides if side.evidence}
    at: dict[Evidence, Unit] = {}
    by_clause: dict[tuple[str, str], Unit] = {}
    for u in units:
        by_clause[u.report, u.clause.id] = u
        if u.evidence in wanted:
            at[u.evidence] = u
    return tuple(replace(c, sides=tuple(_worded(side, at, by_clause, composer) for side in c.sides)) for c in told)


def _worded(
    side: Side, at: Mapping[Evidence, Unit], by_clause: Mapping[tuple[str, str], Unit], composer: Composer
) -> Side:
    unit = at.get(side.evidence[0]) if side.evidence else None
    if unit is None:
        return side
    for _ in range(_DEEP):
        if not _is_turned_above(unit) or unit.clause.within is None:
            break
        unit = by_clause.get((unit.report, unit.clause.within), unit)
    return replace(side, said=composer.words(unit, side.voices))


def _is_turned_above(u: Unit) -> bool:
    """Whether what turns a clause stands outside its words: "denies that …", "neither sent nor received …"."""
    c = u.clause
    if c.negated:
        return c.wording is None and c.link in _HANGS
    return c.status in _TURNED and c.link in _HANGS


_TURNED = frozenset({"denied", "hypothetical"})
_HANGS = frozenset({"complement", "joined"})
_DEEP = 3
