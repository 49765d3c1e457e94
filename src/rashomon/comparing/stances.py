"""What every outlet does with a claim, as its tellings word it; and which outlets are silent on it, where that is sure.

An outlet says, denies or hedges a claim by its tellings; a denial that stands elsewhere and points at it is one of
them. A denial points at its claim by its own words ("denied killing him"), by what was told just before ("denied
this"), or by whom it clears ("denied any involvement"). No comment, and what nobody has claimed, deny nothing. A claim
that is itself but a denial is not denied by another one.

An outlet is called silent only on a claim that matters (told in two reports and more, no background), only where it
published a whole report of the story (no part of one) on or after the day on which the claim was first told, and only
where none of its clauses comes near any telling: silence is easily said of who tells it in other words. Whose reports
tell next to nothing in words that another outlet's share has words of its own for this as well: it is never called
silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.disputes.judging import Contested
from rashomon.comparing.joining.clause_values import denied
from rashomon.comparing.joining.incidence import distinct
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.publishers import bare
from rashomon.records import Claim, Member, Reading, Reason, Report, Stance, StanceKind, Telling

_ORDER: tuple[StanceKind, ...] = ("says", "denies", "hedges")
_LISTED = 24
_WHOLE = 900  # characters of a report from which it could have told what matters
_MATTERS = 2  # reports
_AS_OTHERS = 0.15  # of an outlet's clauses, those that are likely told by another too: from here on it would show
_LIKELY = 0.5


def stances(
    gathered: Gathered,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    against: Mapping[str, tuple[Denial, ...]],
) -> tuple[Claim, ...]:
    """Give the claims of a story with stances and silences; an outlet without a name goes by the id of its report.

    `against` are by claim the denials that stand outside of it: they are tellings of it, and no evidence.
    """

    @cache
    def outlet(report: str) -> str:
        return reports[report].outlet or readings[report].outlet or report

    mine = sorted({u.report for u in gathered.units})
    by_outlet: dict[tuple[str, str], list[str]] = defaultdict(list)
    for report in mine:
        by_outlet[gathered.story_of[report], outlet(report)].append(report)
    seen = _seen(gathered, lambda report: (gathered.story_of[report], outlet(report)))
    near = _near(gathered, mine)
    day = {u.report: u.published for u in gathered.units}
    whole = {r for r in mine if len(reports[r].text) >= _WHOLE and not reports[r].partial}
    found = []
    for n, told in enumerate(gathered.told):
        claim = told.claim
        denying = against.get(claim.id, ())
        silent: list[str] = []
        if len({u.report for u in told.units}) >= _MATTERS and claim.kind != "background":
            first = min((d for u in told.units if (d := day[u.report])), default=None)
            close = {mine[r] for r in near(n)} | {u.report for u in told.units}
            close |= {d.telling.report for d in denying}
            speaking = {bare(o.name) for o in claim.origins}  # a firm's own site tells what the firm says
            silent = [
                name
                for (story, name), of in by_outlet.items()
                if story == told.story
                and (story, name) in seen
                and close.isdisjoint(of)
                and bare(name) not in speaking
                and any(r in whole and (d := day.get(r)) and first is not None and d >= first for r in of)
            ]
        named = sorted(silent)
        found.append(
            replace(
                claim,
                tellings=(*claim.tellings, *(d.telling for d in denying)),
                stances=_stances(told, denying, outlet),
                silent=tuple(named[:_LISTED]),
                silent_outlets=len(named),
            )
        )
    return tuple(found)


def _near(gathered: Gathered, reports: Sequence[str]) -> Callable[[int], list[int]]:
    """Give what tells for each claim the numbers of `reports` of which some clause comes near a clause of it."""
    number = {report: n for n, report in enumerate(reports)}
    report_of = np.array([number[u.report] for u in gathered.units], np.int64)
    claims: dict[int, int] = {id(u): n for n, told in enumerate(gathered.told) for u in told.units}
    claim_of = np.array([claims.get(id(u), -1) for u in gathered.units], np.int64)
    found = [np.zeros(0, np.int64)]
    for likely in gathered.joined.likely.some_at_a_time():
        for mine, theirs in ((likely.one, likely.other), (likely.other, likely.one)):
            at = np.flatnonzero(claim_of[mine] >= 0)
            key = claim_of[mine[at]] * len(number) + report_of[theirs[at]]
            found.append(key[distinct(key)[0]])
    every = np.unique(np.concatenate(found))
    first = np.searchsorted(every, np.arange(len(gathered.told) + 1) * len(number)).tolist()
    return lambda claim: (every[first[claim] : first[claim + 1]] - claim * len(number)).tolist()


def _seen(gathered: Gathered, key: Callable[[str], tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Give the outlets of each story that tell so much in words like those of others that a telling would be seen."""
    keys = [key(u.report) for u in gathered.units]
    number: dict[tuple[str, str], int] = {k: n for n, k in enumerate(dict.fromkeys(keys))}
    of = np.array([number[k] for k in keys], np.int64)
    shown = np.zeros(len(of), np.bool_)
    for likely in gathered.joined.likely.some_at_a_time():
        both = (likely.probability >= _LIKELY) & (of[likely.one] != of[likely.other])
        shown[likely.one[both]] = shown[likely.other[both]] = True
    shared = np.bincount(of[shown], minlength=len(number))
    enough = shared >= _AS_OTHERS * np.bincount(of, minlength=len(number))
    return frozenset(k for k, n in number.items() if enough[n])


def _stances(told: Told, denying: Sequence[Denial], outlet: Callable[[str], str]) -> tuple[Stance, ...]:
    rows: dict[tuple[str, StanceKind], dict[Member, Reason]] = defaultdict(dict)
    own: dict[tuple[str, StanceKind], bool] = defaultdict(bool)
    standing = [
        (t, Reason("clause").then(u.clause.because or Reason("asserted"), ":"), u.clause.attribution is None)
        for u, t in zip(told.units, told.claim.tellings, strict=True)
    ]
    for telling, because, narrated in standing + [(d.telling, d.because, d.own) for d in denying]:
        key = outlet(telling.report), telling.stance
        rows[key].setdefault((telling.report, telling.row), because)
        own[key] = own[key] or narrated
    return tuple(
        Stance(name, kind, own[name, kind], tuple(members), next(iter(members.values())))
        for (name, kind), members in sorted(rows.items(), key=lambda item: (_ORDER.index(item[0][1]), item[0][0]))
    )


_POINTED_AT = 0.3
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
        if c.contest.cue not in _DENYING or c.probability < _POINTED_AT or against is None:
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
