"""The groups of a story as a model pointed at them, over those that the rules made.

What the model put together is one claim, unless the figures, the days or the deeds forbid it: then the part that most
of its clauses agree with stays, what contradicts it goes its own way, and the claim says so. What the model saw
and did not name stays as the rules have it, apart from what it named; what it was not shown goes along with the claim
that the rules are sure it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.comparing.joining.join import Joined, perhaps_and_near
from rashomon.comparing.joining.statements import statements
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.pointed.contradicted import contradicted, doubted
from rashomon.comparing.pointed.places import Places
from rashomon.records import ClaimKind, Pointed, StanceKind


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Groups as pointed at; kinds and reasons by the number of the group, stances by that of the unit.

    `claim_of` gives for a group the number of the pointed claim that it is.
    """

    joined: Joined
    kinds: Mapping[int, ClaimKind] = field(default_factory=dict)
    because: Mapping[int, str] = field(default_factory=dict)
    stances: Mapping[int, StanceKind] = field(default_factory=dict)
    claim_of: Mapping[int, int] = field(default_factory=dict)


def regrouped(joined: Joined, units: Sequence[Unit], pointed: Pointed | None) -> Regrouped:
    """Give the groups of `units`, which the rules `joined`, as `pointed` has them."""
    if pointed is None or pointed.claims is None:
        return Regrouped(joined)
    return _Regrouping(joined, units, pointed).regrouped()


class _Regrouping:
    def __init__(self, joined: Joined, units: Sequence[Unit], pointed: Pointed) -> None:
        self._joined, self._units, self._pointed = joined, units, pointed
        self._teller = statements(units)
        self._places = Places(units, {*self._teller})
        self._stances: dict[int, StanceKind] = {}
        self._home: dict[int, int] = {}  # of a teller: the pointed claim
        self._parted: dict[int, list[str]] = defaultdict(list)
        self._doubts: dict[int, list[str]] = defaultdict(list)

    def regrouped(self) -> Regrouped:
        for number, claim in enumerate(self._pointed.claims or ()):
            self._take(number, {"says": claim.says, "denies": claim.denies, "hedges": claim.hedges})
        self._let_follow()
        return self._made()

    def _take(self, number: int, by_stance: Mapping[StanceKind, Sequence[tuple[str, int, int]]]) -> None:
        found: dict[int, StanceKind] = {}
        for stance, places in by_stance.items():
            for place in places:
                n = self._places.unit(place)
                if n is not None and n not in self._home and n not in found:
                    found[n] = stance
        kept, out = contradicted(self._units, [n for n in found if found[n] == "says"])
        for n, why in out:
            self._parted[number].append(f"{self._units[n].report} {why}")
        parted = {n for n, _ in out}
        for n, stance in found.items():
            if n not in parted:
                self._home[n], self._stances[n] = number, stance
        self._doubts[number] = doubted(self._units, kept)

    def _let_follow(self) -> None:
        """What the model was not shown goes along with the claim that the rules are sure it tells."""
        named = {**self._home}
        shown = {n for place in self._pointed.shown if (n := self._places.unit(place)) is not None}
        for told in self._joined.tellings:
            count = Counter(named[n] for n in told if n in named)
            if len(count) != 1:
                continue
            number = next(iter(count))
            for n in told:
                if (
                    n not in named
                    and n not in shown
                    and not contradicted(self._units, [m for m in told if m in named] + [n])[1]
                ):
                    self._home[n] = number

    def _made(self) -> Regrouped:
        of_claim: dict[tuple[int, int], list[int]] = defaultdict(list)
        for group, told in enumerate(self._joined.tellings):
            for n in told:
                home = self._home.get(n)
                of_claim[(0, home) if home is not None else (1, group)].append(n)
        members: dict[int, list[int]] = defaultdict(list)
        for n, of in enumerate(self._teller):
            members[of].append(n)
        rows = sorted(
            (sorted(m for n in told for m in members[n]), sorted(told), key) for key, told in of_claim.items()
        )
        groups = tuple(tuple(all_) for all_, _, _ in rows)
        tellings = tuple(tuple(told) for _, told, _ in rows)
        old = {told: n for n, told in enumerate(self._joined.tellings)}
        kinds: dict[int, ClaimKind] = {}
        because: dict[int, str] = {}
        claim_of: dict[int, int] = {}
        reasons = []
        for g, (ruled, number) in enumerate(key for _, _, key in rows):
            at = old.get(tellings[g])
            reasons.append(self._joined.because[at] if at is not None else "")
            if ruled:
                continue
            claim_of[g] = number
            claim = (self._pointed.claims or ())[number]
            if claim.kind is not None:
                kinds[g] = claim.kind
            parted = f"; the model joins, the rules do not: {', '.join(self._parted[number])}"
            doubts = f"; doubtful: {', '.join(self._doubts[number])}"
            because[g] = f"pointed by {self._pointed.by}" + (parted if self._parted[number] else "")
            because[g] += doubts if self._doubts[number] else ""
        perhaps, near = perhaps_and_near(groups, tellings, self._teller, self._joined.likely)
        made = replace(
            self._joined, groups=groups, tellings=tellings, perhaps=perhaps, because=tuple(reasons), near=near
        )
        return Regrouped(made, kinds, because, self._stances, claim_of)
