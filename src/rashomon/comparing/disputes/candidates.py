"""Which clauses a contest is held against: those near it, and those that tell most of what it contests.

Found by an index of terms and entities, so the number of a contest's candidates does not grow with the reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.comparing.disputes.contests import Contest
from rashomon.comparing.disputes.likeness import is_grave, is_of
from rashomon.comparing.disputes.words import mass, told
from rashomon.comparing.joining.rarity import weight
from rashomon.comparing.joining.unit import Unit

_NEAR = 3
_MOST = 30
_LEAST = 3.0
_AHEAD = frozenset({"planned", "demanded"})
_TURNING = frozenset({"denies", "rejects", "false", "negated"})


class Index:
    """Units by what they speak of, and by where they stand."""

    def __init__(self, units: Sequence[Unit], contests: Sequence[Contest]) -> None:
        """The numbers given out are those of `units`; `contests` are theirs."""
        self._units = units
        self._not_so = _not_so(units, contests)
        self._told = [told(u) for u in units]
        self._by_member: dict[str, list[int]] = defaultdict(list)
        for n, members in enumerate(self._told):
            for member in members:
                self._by_member[member].append(n)
        self._at: dict[tuple[str, int], list[int]] = defaultdict(list)
        for n, u in enumerate(units):
            self._at[u.report, u.clause.sentence].append(n)
        self._mass = [mass(t) for t in self._told]
        held = {(u.report, u.clause.id) for u in units}
        self._said: dict[str, set[str]] = defaultdict(set)  # clauses that only say what another unit tells
        for u in units:
            if u.clause.content is not None and (u.report, u.clause.content) in held:
                self._said[u.report].add(u.clause.id)

    def against(self, contest: Contest) -> list[int]:
        """Give the units that may tell what `contest` contests, in their order."""
        a = self._units[contest.unit]
        near = {n for d in range(-_NEAR, _NEAR + 1) for n in self._at.get((a.report, a.clause.sentence + d), ())}
        held: Counter[int] = Counter()
        for member in sorted(contest.content):
            w = weight(member)
            for n in self._by_member.get(member, ()):
                held[n] += w  # type: ignore[assignment]
        wanted = mass(contest.content)
        scored = sorted(
            ((-(s * s) / (wanted * self._mass[n]), n) for n, s in held.items() if s >= _LEAST),
        )
        found = near | {n for _, n in scored[:_MOST]}
        return sorted(n for n in found if n not in contest.inside and self._may_stand_against(contest, a, n))

    def _may_stand_against(self, contest: Contest, a: Unit, n: int) -> bool:
        """What is told as not so, or only supposed, is never what a denial or a negation stands against."""
        b = self._units[n]
        if _overlap(a, b) or b.clause.id in self._said[b.report]:
            return False
        if contest.cue in _TURNING and (n in self._not_so or b.clause.status in ("hypothetical", "unrealised")):
            return False
        if b.clause.form == "noun" or (contest.part and not (is_of(contest, b) and is_grave(b))):
            return False
        if contest.cue == "negated" and (a.clause.status in _AHEAD) != (b.clause.status in _AHEAD):
            return False
        return len(b.terms) + len(b.entities) > 1


def _not_so(units: Sequence[Unit], contests: Sequence[Contest]) -> frozenset[int]:
    """The units that tell something as not so, in their own words or in those of a clause inside them."""
    turned = {n for n, u in enumerate(units) if u.clause.status == "denied" or u.clause.negated}
    turned |= {c.unit for c in contests if c.cue in ("denies", "rejects", "false")}
    at: dict[str, list[int]] = defaultdict(list)
    for n in turned:
        at[units[n].report].append(n)
    return frozenset(
        n
        for n, u in enumerate(units)
        if n in turned
        or any(u.span[0] <= units[m].span[0] and units[m].span[1] <= u.span[1] for m in at.get(u.report, ()))
    )


def _overlap(a: Unit, b: Unit) -> bool:
    return a.report == b.report and a.span[0] < b.span[1] and b.span[0] < a.span[1]
