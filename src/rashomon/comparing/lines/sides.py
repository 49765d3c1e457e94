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
    above: dict[tuple[str, str], Unit] = {}
    for u in units:
        if u.evidence in wanted:
            at[u.evidence] = u
        if u.clause.content is not None:
            above[u.report, u.clause.content] = u
    return tuple(replace(c, sides=tuple(_worded(side, at, above, composer) for side in c.sides)) for c in told)


def _worded(side: Side, at: Mapping[Evidence, Unit], above: Mapping[tuple[str, str], Unit], composer: Composer) -> Side:
    unit = at.get(side.evidence[0]) if side.evidence else None
    if unit is None:
        return side
    if unit.clause.status in _TURNED and not unit.clause.negated and unit.clause.link == "complement":
        unit = above.get((unit.report, unit.clause.id), unit)
    return replace(side, said=composer.words(unit, side.voices))


_TURNED = frozenset({"denied", "hypothetical"})
