"""The groups of a story as a model pointed at them, over those that the rules made.

What the model put together is one claim, unless the figures, the days or the deeds forbid it: then the part that most
of its clauses agree with stays, what contradicts it goes its own way, and the claim says so. What the model saw and did
not name stays as the rules have it, apart from what it named; what it was not shown goes along with the claim that the
rules are sure it tells. Who denies a claim makes one of his own, tied to what it denies: two voices that contradict
each other are never counted as one.

What no model can join: clauses that, by their figures, days or deeds, never tell one thing.

The largest part that agrees with itself is kept; of equals that of the clause that was named first.

Clauses with nothing in common: of what a model joins, what shares hardly a word, name or neighbour with the rest.

Of the tellings that annotators of six stories put together, one in twenty-six is so unlike all the others of its claim;
of clauses taken at random, more than half are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log, sqrt

import numpy as np

from rashomon.comparing.joining.incidence import Likely
from rashomon.comparing.joining.join import LISTED, Joined, of_statements, perhaps_and_near, statements
from rashomon.comparing.joining.unit import AHEAD, Unit
from rashomon.comparing.joining.vetoes import why_never
from rashomon.comparing.pointed.voices import Places
from rashomon.records import ClaimKind, Evidence, Pointed, PointedClaim, Reason, Span, StanceKind

_LIKELY = 0.03  # that two clauses tell one thing, by the rules
_AROUND = 0.1  # cosine of the words of their sentences and those beside them
_OWN = 0.05  # of their own
_CLOSE, _CLOSE_OWN = 0.15, 0.2  # the same where an answer is doubtful as a whole
_DOUBTFUL = 0.08  # of the clauses that a model joins, those with nothing in common: one in twenty is no rarity
_TO_TELL = 20  # clauses that a model joins, where their share is to tell anything
HALF_SURE = 0.4
"""That two clauses tell one thing, where a model thinks so too, if only on a second look."""


class Unlike:
    """Tells which clauses of a story have nothing in common; a word counts as it is rare among its sentences."""

    def __init__(self, units: Sequence[Unit], teller: Sequence[int], likely: Likely) -> None:
        """`teller` gives for each unit the one that tells its statement, `likely` pairs that may tell one thing."""
        self._units = units
        self._likely = likely.best(np.array(teller, np.int64)).by_pair()
        sentences = {(u.report, u.clause.sentence): u.around for u in units}
        often = Counter(w for words in sentences.values() for w in words)
        self._worth = {w: max(0.0, log(len(sentences) / (1 + n))) ** 2 for w, n in often.items()}

    def alone(self, n: int, others: Iterable[int]) -> bool:
        """Tell whether unit `n` has nothing in common with any of `others`."""
        return not any(self._meets(n, m) for m in others)

    def apart(self, n: int, others: Iterable[int]) -> bool:
        """Tell whether unit `n` has nothing in common with any of `others` but, perhaps, that it stands beside them."""
        return not any(
            self._likelihood(n, m) >= _LIKELY or self._own(n, m) >= _OWN
            if self._units[n].report == self._units[m].report
            else self._meets(n, m)
            for m in others
        )

    def far(self, n: int, others: Iterable[int]) -> bool:
        """Tell whether unit `n` has so little in common with any of `others` that a doubtful answer is not followed."""
        return not any(self._likelihood(n, m) >= _CLOSE or self._own(n, m) >= _CLOSE_OWN for m in others)

    def likely(self, n: int, others: Iterable[int]) -> bool:
        """Tell whether the rules are half sure that unit `n` tells one thing with any of `others`."""
        return any(self._likelihood(n, m) >= HALF_SURE for m in others)

    def _meets(self, n: int, m: int) -> bool:
        if self._likelihood(n, m) >= _LIKELY or self._own(n, m) >= _OWN:
            return True
        a, b = self._units[n], self._units[m]
        return self._cosine(a.around | a.beside, b.around | b.beside) >= _AROUND

    def _likelihood(self, n: int, m: int) -> float:
        return self._likely.get((min(n, m), max(n, m)), 0.0)

    def _own(self, n: int, m: int) -> float:
        a, b = self._units[n], self._units[m]
        return self._cosine(a.terms | a.entities, b.terms | b.entities)

    def _cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = self._mass(one & other)
        return both / sqrt(self._mass(one) * self._mass(other)) if both else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return sum(self._worth.get(w, 0.0) for w in sorted(words))


_DONE = frozenset({"asserted"})


def contradicted(units: Sequence[Unit], members: Sequence[int]) -> tuple[list[int], list[tuple[int, str]]]:
    """Give those of `members` that can be one, and the others, each with what speaks against it."""
    walls: dict[int, dict[int, str]] = {n: {} for n in members}
    for i, n in enumerate(members):
        for m in members[i + 1 :]:
            why = why_never(units[n], units[m])
            if why:
                walls[n][m] = walls[m][n] = why
    kept = list(members)
    out: list[tuple[int, str]] = []
    while True:
        against = {n: sum(m in walls[n] for m in kept) for n in kept}
        worst = max(kept, key=lambda n: (against[n], kept.index(n)), default=None)
        if worst is None or not against[worst]:
            return kept, out
        out.append((worst, next(why for m, why in sorted(walls[worst].items()) if m in kept)))
        kept.remove(worst)


def doubted(units: Sequence[Unit], members: Sequence[int]) -> list[str]:
    """Give what makes it doubtful that `members` are one: some tell as done what others tell as ahead."""
    ahead = [n for n in members if units[n].clause.status in AHEAD]
    done = [n for n in members if units[n].clause.status in _DONE and not units[n].clause.negated]
    if ahead and done and len(ahead) < len(members):
        return [f"{units[n].report} tells it as ahead" for n in ahead]
    return []


MOST_INSIDE = 0.3
"""Of the characters of the longer of two clauses, one inside the other."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Groups as pointed at; kinds, reasons and `by` whom by the number of the group, stances by that of the unit.

    `first` gives for groups that matter most their place, and the number of the answer that says so; `denying` for
    groups that are but denials the group that they deny; `baseless` are disputes of doubtful answers whose sides have
    nothing in common, by the number of the answer and their own.
    """

    joined: Joined
    kinds: Mapping[int, ClaimKind] = field(default_factory=dict)
    because: Mapping[int, Reason] = field(default_factory=dict)
    by: Mapping[int, str] = field(default_factory=dict)
    stances: Mapping[int, StanceKind] = field(default_factory=dict)
    first: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    denying: Mapping[int, int] = field(default_factory=dict)
    baseless: frozenset[tuple[int, int]] = frozenset()


def regrouped(joined: Joined, units: Sequence[Unit], pointed: Sequence[Pointed]) -> Regrouped:
    """Give the groups of `units`, which the rules `joined`, as `pointed` has them."""
    if all(p.claims is None for p in pointed):
        return Regrouped(joined)
    return _Regrouping(joined, units, pointed).regrouped()


_PARTED = "the model joins, the rules do not"
_Name = tuple[int, int, bool]  # of a pointed claim: the number of the answer, its own in it, whether it is its denial


class _Regrouping:
    def __init__(self, joined: Joined, units: Sequence[Unit], pointed: Sequence[Pointed]) -> None:
        self._joined, self._units = joined, units
        self._teller = statements(units)
        self._places = Places((n, units[n].evidence) for n in {*self._teller})
        self._unlike = Unlike(units, self._teller, joined.likely)
        self._stances: dict[int, StanceKind] = {}
        self._home: dict[int, _Name] = {}  # of a teller
        self._inside: dict[int, int] = {}  # of a teller that was not named: the one that tells it
        self._parted: dict[_Name, list[str]] = defaultdict(list)
        self._doubts: dict[_Name, list[str]] = defaultdict(list)
        self._perhaps: list[tuple[_Name, int]] = []  # tellers that were found on a second look, and by that alone
        self._pointed = [self._put_together(number, p) for number, p in enumerate(pointed)]
        self._told_in = self._by_sentence()
        shares = enumerate(map(self._share_alone, self._pointed))
        self._doubtful = {number: share for number, share in shares if share >= _DOUBTFUL}

    def regrouped(self) -> Regrouped:
        for number, p in enumerate(self._pointed):
            for n, c in enumerate(p.claims or ()):
                told: dict[StanceKind, Sequence[Evidence]] = {"says": c.says, "denies": c.denies, "hedges": c.hedges}
                self._take((number, n, False), told, frozenset(c.also))
        self._let_follow()
        self._absorb()
        return self._made()

    def _put_together(self, number: int, p: Pointed) -> Pointed:
        """What was pointed at, with the claims that are one in the place of the first of them.

        What the rules forbid stays apart: where no clause of one claim can be one with those of the other.
        """
        claims, home = list(p.claims or ()), dict[int, int]()
        for row in p.one or ():
            first, *others = row or (0,)
            for n in others:
                why = self._why_apart(claims[first], claims[n])
                if why:
                    self._parted[number, first, False].append(why)
                    continue
                claims[first] = _together(claims[first], claims[n])
                claims[n] = PointedClaim(())
                home[n] = first
        if not home:
            return p
        order = None if p.first is None else tuple(dict.fromkeys(home.get(n, n) for n in p.first))
        return replace(p, claims=tuple(claims), first=order, one=None)

    def _why_apart(self, one: PointedClaim, other: PointedClaim) -> str:
        """What keeps two claims apart that a model says are one; nothing where they can be."""
        mine, theirs = self._of(one.clauses), self._of(other.clauses)
        if not mine or not theirs:
            return ""
        if all(self._unlike.apart(n, mine) for n in theirs):
            return f"{self._units[theirs[0]].report} nothing in common"
        kept, out = contradicted(self._units, list(dict.fromkeys(mine + theirs)))
        for n, why in out:
            if not {*kept} & {*(mine if n in mine else theirs)}:
                return f"{self._units[n].report} {why}"
        return ""

    def _share_alone(self, p: Pointed) -> float:
        """How many of the clauses that an answer joins have nothing in common with the rest of their claim."""
        joined = alone = 0
        for c in p.claims or ():
            told = self._of(e for e in c.clauses if e not in c.also)
            if len(told) > 1:
                joined += len(told)
                alone += sum(self._unlike.alone(n, [m for m in told if m != n]) for n in told)
        return alone / joined if joined >= _TO_TELL else 0.0

    def _of(self, places: Iterable[Evidence]) -> list[int]:
        return [n for e in places if (n := self._places.at(e)) is not None]

    def _baseless(self) -> frozenset[tuple[int, int]]:
        """Disputes of doubtful answers whose two sides have nothing in common, by answer and place in it."""
        found = set()
        for number in self._doubtful:
            for at, d in enumerate(self._pointed[number].disputes or ()):
                one, other = self._of(d.one), self._of(d.other)
                if one and other and all(self._unlike.alone(n, other) for n in one):
                    found.add((number, at))
        return frozenset(found)

    def _by_sentence(self) -> dict[tuple[str, int], set[_Name]]:
        """The claims that each sentence tells by what was named for them at first."""
        found: dict[tuple[str, int], set[_Name]] = defaultdict(set)
        for number, p in enumerate(self._pointed):
            for k, c in enumerate(p.claims or ()):
                for place in (*c.says, *c.denies, *c.hedges):
                    n = self._places.at(place) if place not in c.also else None
                    if n is not None:
                        found[self._sentence(n)].add((number, k, False))
        return found

    def _sentence(self, n: int) -> tuple[str, int]:
        return self._units[n].report, self._units[n].clause.sentence

    def _counts(self, name: _Name, n: int, named: Iterable[int]) -> bool:
        """Tell whether a clause found on a second look counts for the claim of those `named`.

        It does where the rules are half sure too. Else it does where its sentence was named for no other claim, which
        might but take this one for granted; not for a claim that comes first, where one wrong clause does most harm.
        """
        if self._unlike.likely(n, named):
            return True
        comes_first = name[1] in (self._pointed[name[0]].first or ())
        return not comes_first and self._told_in.get(self._sentence(n), set()) <= {name}

    def _take(self, name: _Name, by_stance: Mapping[StanceKind, Sequence[Evidence]], also: frozenset[Evidence]) -> None:
        found: dict[int, StanceKind] = {}
        second: set[int] = set()
        for stance, places in by_stance.items():
            for place in places:
                n = self._places.at(place)
                if n is not None and n not in self._home and n not in found:
                    found[n] = stance
                    if place in also:
                        second.add(n)
        for n in sorted(second):
            if not self._counts(name, n, found.keys() - second):
                del found[n]
                self._perhaps.append((name, n))
        kept, out = contradicted(self._units, [n for n in found if found[n] == "says"])
        left = [n for n in found if n not in {m for m, _ in out}]
        out += [(n, "nothing in common") for n in self._alone(left, name)]
        for n, why in out:
            self._parted[name].append(f"{self._units[n].report} {why}")
        parted = {n for n, _ in out}
        affirmed = any(found[n] != "denies" for n in found if n not in parted)
        for n, stance in found.items():
            if n in parted:
                continue
            if stance == "denies" and affirmed:
                self._home[n], self._stances[n] = (*name[:2], True), "says"
            else:
                self._home[n], self._stances[n] = name, stance
        self._doubts[name] = doubted(self._units, [n for n in kept if n not in parted])

    def _alone(self, members: Sequence[int], name: _Name) -> list[int]:
        """Those that have nothing in common with any other; the first stays where none has.

        A doubtful answer has to be borne out by more.
        """
        is_apart = self._unlike.far if name[0] in self._doubtful else self._unlike.alone
        alone = [n for n in members if is_apart(n, [m for m in members if m != n])]
        return alone[1:] if len(alone) == len(members) else alone

    def _let_follow(self) -> None:
        """What the model was not shown goes along with the claim that the rules are sure it tells."""
        named = {**self._home}
        shown = {n for p in self._pointed for place in p.shown if (n := self._places.at(place)) is not None}
        for told in self._joined.tellings:
            count = Counter(named[n] for n in told if n in named)
            if len(count) != 1:
                continue
            name = next(iter(count))
            for n in told:
                if (
                    n not in named
                    and n not in shown
                    and not contradicted(self._units, [m for m in told if m in named] + [n])[1]
                ):
                    self._home[n] = name

    def _absorb(self) -> None:
        """A clause that was not named and is most of one that was, or holds little more than it, is told by that."""
        named: dict[str, list[int]] = defaultdict(list)
        for m in sorted(self._home):
            named[self._units[m].report].append(m)
        for n in sorted({*self._teller} - {*self._home}):
            best: tuple[float, int] | None = None
            for m in named[self._units[n].report]:
                share = share_inside(self._units[n].span, self._units[m].span)
                if share >= MOST_INSIDE and (best is None or (share, -m) > best):
                    best = share, -m
            if best is not None:
                self._inside[n] = -best[1]

    def _made(self) -> Regrouped:
        of_claim: dict[tuple[bool, _Name], list[int]] = defaultdict(list)
        for group, told in enumerate(self._joined.tellings):
            for n in told:
                if n in self._inside:
                    continue
                home = self._home.get(n)
                of_claim[(False, home) if home is not None else (True, (group, 0, False))].append(n)
        members: dict[int, list[int]] = defaultdict(list)
        for n, of in enumerate(self._teller):
            members[self._inside.get(of, of)].append(n)
        rows = sorted(
            (sorted(m for n in told for m in members[n]), sorted(told), key) for key, told in of_claim.items()
        )
        groups = tuple(tuple(all_) for all_, _, _ in rows)
        tellings = tuple(tuple(told) for _, told, _ in rows)
        old = {told: n for n, told in enumerate(self._joined.tellings)}
        kinds: dict[int, ClaimKind] = {}
        because: dict[int, Reason] = {}
        by: dict[int, str] = {}
        first: dict[int, tuple[int, int]] = {}
        denying: dict[int, _Name] = {}
        group_of: dict[_Name, int] = {}
        reasons = []
        for g, (ruled, name) in enumerate(key for _, _, key in rows):
            at = old.get(tellings[g])
            reasons.append(self._joined.because[at] if at is not None else "")
            if ruled:
                continue
            answer = self._pointed[name[0]]
            by[g] = answer.by
            because[g] = Reason("pointed by", answer.by)
            if name[2]:
                kinds[g] = "position"
                denying[g] = name
                continue
            group_of[name] = g
            kind = (answer.claims or ())[name[1]].kind
            if kind is not None:
                kinds[g] = kind
            if name[1] in (answer.first or ()):
                first[g] = ((answer.first or ()).index(name[1]), name[0])
            doubts = self._doubts[name]
            if name[0] in self._doubtful:
                share = 100 * self._doubtful[name[0]]
                doubts = [*doubts, f"of what this model joins {share:.0f} in 100 have nothing in common with the rest"]
            for rule, words in ((_PARTED, self._parted[name]), ("doubtful", doubts)):
                if words:
                    because[g] = because[g].then(Reason(rule, ", ".join(words)))
        between = of_statements(self._teller, self._joined.likely)
        perhaps, near = perhaps_and_near(groups, tellings, between, self._joined.likely)
        perhaps = self._also_told(perhaps, {n: g for g, some in enumerate(groups) for n in some}, group_of)
        made = replace(
            self._joined, groups=groups, tellings=tellings, perhaps=perhaps, because=tuple(reasons), near=near
        )
        denied = {g: group_of[(*name[:2], False)] for g, name in denying.items()}
        return Regrouped(made, kinds, because, by, self._stances, first, denied, self._baseless())

    def _also_told(
        self, perhaps: Sequence[tuple[int, ...]], group: Mapping[int, int], group_of: Mapping[_Name, int]
    ) -> tuple[tuple[int, ...], ...]:
        """What was found on a second look alone stands beside its claim, before what the rules find likely."""
        found = [list(some) for some in perhaps]
        for name, n in reversed(self._perhaps):
            one, other = group_of.get(name), group[n]
            if one is None or one == other:
                continue
            for g, h in ((one, other), (other, one)):
                found[g] = [h, *(k for k in found[g] if k != h)]
        return tuple(tuple(some[:LISTED]) for some in found)


def _together(one: PointedClaim, other: PointedClaim) -> PointedClaim:
    return PointedClaim(
        one.says + other.says,
        one.denies + other.denies,
        one.hedges + other.hedges,
        one.kind or other.kind,
        one.also + other.also,
    )


def share_inside(one: Span, other: Span) -> float:
    """Give how much of the longer the shorter is, where it stands inside; else 0."""
    (a, b), (c, d) = sorted((one, other), key=lambda span: span[1] - span[0])
    return (b - a) / (d - c) if c <= a and b <= d else 0.0
