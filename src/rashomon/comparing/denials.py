"""Which clauses deny what a claim tells, wherever they stand: a denial finds its claim.

A denial points at its claim by its own words ("denied killing him"), by what was told just before ("denied this"), or
by whom it clears ("denied any involvement"). No comment, and what nobody has claimed, deny nothing. A claim that is
itself but a denial is not denied by another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.disputes.judging import Contested
from rashomon.comparing.joining.denied import denied
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.origins.tellings import Tellings
from rashomon.records import Reason, Telling

_LIKELY = 0.3
_DENYING = frozenset({"denies", "rejects", "false"})  # a bare negation points at nothing: joining finds its claim


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying telling that stands outside of what it denies, the rule, and whether its report denies it itself."""

    telling: Telling
    because: Reason
    own: bool


def denials(
    gathered: Sequence[Gathered], judged: Iterable[Contested], tellings: Tellings
) -> Mapping[str, tuple[Denial, ...]]:
    """Give by the id of a claim the denials that stand outside of it, in the order of their clauses.

    Each denial denies the one claim that it most likely stands against; what a model pointed at as denying a claim
    denies that. `judged` tell of the units of all `gathered`.
    """
    units = [u for g in gathered for u in g.units]
    told_of: dict[int, Told] = {}
    first = 0
    for g in gathered:
        told_of.update((first + n, told) for told, group in zip(g.told, g.joined.groups, strict=True) for n in group)
        first += len(g.units)
    affirmed = {t.claim.id for g in gathered for t in g.told if not all(denied(u) for u in t.units)}
    best: dict[int, tuple[float, str, str]] = {}
    for c in judged:
        against, unit = told_of.get(c.against), c.contest.unit
        if c.contest.cue not in _DENYING or c.probability < _LIKELY or against is None:
            continue
        if against is not told_of.get(unit) and against.claim.id in affirmed:
            best[unit] = max(best.get(unit, (0.0, "", "")), (c.probability, against.claim.id, c.contest.cue))
    found: dict[str, list[Denial]] = defaultdict(list)
    pointed = {g.told[n].claim.id for g in gathered for n in g.denying}
    for g in gathered:
        for n, of in sorted(g.denying.items()):
            found[g.told[of].claim.id] += [_denial(u, "pointed", tellings) for u in g.told[n].units]
    for n in sorted(best):
        if told_of[n].claim.id in pointed:
            continue
        _, claim, cue = best[n]
        found[claim].append(_denial(units[n], cue, tellings))
    return {claim: tuple(found[claim]) for claim in sorted(found)}


def _denial(unit: Unit, cue: str, tellings: Tellings) -> Denial:
    voices = tellings.origins(unit)
    telling = Telling(
        unit.report,
        *unit.span,
        stance="denies",
        voice=voices[0].key if voices else "",
        row=tellings.row(unit),
        clause=unit.clause.id,
    )
    return Denial(telling, Reason("denial", cue), unit.clause.attribution is None)
