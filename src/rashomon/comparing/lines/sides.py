"""The words of the sides of disputes, as a line has them: without what stands glued in the text, pronouns by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Composer
from rashomon.records import Conflict, Evidence, Side


def worded(conflicts: Iterable[Conflict], units: Iterable[Unit], composer: Composer) -> tuple[Conflict, ...]:
    """Give the conflicts, each side with the words of the clause that tells it best; `units` are those of the case."""
    told = list(conflicts)
    wanted = {side.evidence[0] for c in told for side in c.sides if side.evidence}
    at = {u.evidence: u for u in units if u.evidence in wanted}
    return tuple(replace(c, sides=tuple(_worded(side, at, composer) for side in c.sides)) for c in told)


def _worded(side: Side, at: dict[Evidence, Unit], composer: Composer) -> Side:
    unit = at.get(side.evidence[0]) if side.evidence else None
    return replace(side, said=composer.words(unit, side.voices)) if unit is not None else side
