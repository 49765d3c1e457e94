"""Pairs that cannot both hold, folded into disputes: one dispute once, with all its voices on its two sides.

The surest contest first. A later one joins a dispute where it tells what a side of it tells, contests alike content,
or stands against the same clause; a side has at most four clauses, each alike its side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.judging import Contested, one_matter
from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.words import cosine, mass, told, voice
from rashomon.comparing.joining.unit import FULL_LINKS, Unit
from rashomon.comparing.term import is_entity
from rashomon.records import ConflictKind, Reason

_ALIKE = 0.45
_ONE_MATTER = 0.4
_SOMETHING = 0.2
_AT_ALL = 0.1
_SAME = 0.3
_NEAR_THE_SUREST = 0.4
_CLAIMING = frozenset({"denies", "rejects", "false"})
_NEARLY = 0.5
_PARTNERS = 4
_PARTS = 2
_SIDE = 4
_LEAST = 0.08
_FULL = 12.0
_BESIDE = 3
_PRONOUN = 0.5  # of a clause that opens with a word for somebody whom another clause names
_KINDS: dict[str, ConflictKind] = {"denies": "denial", "rejects": "denial", "false": "denial", "negated": "denial"}


@dataclass(slots=True)
class Folded:
    """A dispute in the making: units of its two sides, the best first, how sure it is, and which rules found it.

    `contesting` are all the units of its first side, also those that are not among the best.
    """

    kind: ConflictKind
    one: list[int]
    other: dict[int, float]
    surest: float
    contest: Contest | None
    because: Reason
    chances: list[float] = field(default_factory=list)
    overtaken: bool = False
    pairs: list[tuple[int, int, float]] = field(default_factory=list)
    contesting: tuple[int, ...] = ()
    matter: str = ""

    @property
    def sure(self) -> float:
        """How sure it is that the two sides contend, by all the pairs that say so."""
        missed = 1.0
        for chance in sorted(self.chances, reverse=True)[:_PARTNERS]:
            missed *= 1 - chance
        return 1 - missed


def fold(
    units: Sequence[Unit],
    group_of: Mapping[int, str],
    made: Iterable[Contest],
    contested: Iterable[Contested],
    rivals: Iterable[Rivals],
) -> list[Folded]:
    """Give the disputes, the surest first; `group_of` tells which units are one claim, `made` are all contests."""
    judged = list(contested)
    denials = {c.contest.unit: c.contest for c in judged if c.contest.cue in _CLAIMING}
    answered = {c.contest.unit for c in judged if c.probability >= _LEAST}
    alone = [c for c in made if c.cue in _CLAIMING and c.unit not in answered]
    return _Folding(units, group_of, one_matter(units, list(denials.values()))).folded(judged, rivals, alone)


class _Folding:
    def __init__(
        self, units: Sequence[Unit], group_of: Mapping[int, str], matter: Mapping[tuple[int, int], float]
    ) -> None:
        self._units, self._group, self._matter = units, group_of, matter
        self._found: list[Folded] = []
        self._contests: dict[int, Contest] = {}

    def folded(
        self, contested: Iterable[Contested], rivals: Iterable[Rivals], alone: Iterable[Contest]
    ) -> list[Folded]:
        by_contest: dict[tuple[str, int], list[Contested]] = defaultdict(list)
        for c in contested:
            if c.contest.cue in _KINDS:
                self._contests[c.contest.unit] = c.contest
                by_contest[c.contest.cue, c.contest.unit].append(c)
        ready: list[tuple[float, int, list[Contested] | Rivals]] = []
        for (_, unit), of in by_contest.items():
            of.sort(key=lambda c: (-c.probability, c.against))
            ready.append((-of[0].probability, unit, of[:_PARTNERS]))
        ready += [(-r.probability, r.one, r) for r in rivals]
        ready.sort(key=lambda row: row[:2])
        for chance, _, what in ready:
            if -chance < _LEAST:
                break
            if isinstance(what, Rivals):
                self._take_rivals(what)
            else:
                self._take_contest(what)
        for contest in alone:
            self._take_alone(contest)
        self._unite()
        self._found = [part for f in self._found for part in self._parted(f)]
        for f in self._found:
            f.other = self._best(f)
            self._lead(f)
        return sorted((f for f in self._found if f.other), key=lambda f: (-f.sure, f.one[0]))

    def _take_contest(self, of: Sequence[Contested]) -> None:
        contest, best = of[0].contest, of[0]
        homes = [f for f in self._found if self._joins(f, contest, best)]
        home = max(homes, key=lambda f: self._nearness(f, contest, best), default=None)
        if home is None:
            if any(self._crosses(f, contest.unit, best.against) for f in self._found):
                return
            because = Reason("rule", f"{contest.cue} {best.because}")
            home = Folded(_KINDS[contest.cue], [], {}, best.probability, contest, because)
            self._found.append(home)
        home.chances.append(best.probability)
        if not any(self._overlap(contest.unit, n) for n in home.one):
            home.one.append(contest.unit)
        for c in of:
            if home.matter and c.against not in home.other:  # who tells that matter is known
                continue
            home.pairs.append((c.contest.unit, c.against, c.probability))
            home.other[c.against] = 1 - (1 - home.other.get(c.against, 0.0)) * (1 - c.probability)

    def _take_alone(self, contest: Contest) -> None:
        """A denial that stands against no clause joins the denial of the same: it is one more voice of its side."""
        for f in self._found:
            if f.contest is None or f.contest.cue not in _CLAIMING:
                continue
            named = any(is_entity(x) for x in contest.denier & f.contest.denier)
            alike = cosine(self._content(contest), self._content(f.contest))
            one_hand = contest.part and f.contest.part and named
            if (
                one_hand
                or (named and alike >= _SOMETHING)
                or (not contest.back and not f.contest.back and alike >= _ONE_MATTER)
            ):
                if not any(self._overlap(contest.unit, n) for n in (*f.one, *f.other)):
                    f.one.append(contest.unit)
                return

    def _take_rivals(self, r: Rivals) -> None:
        for f in self._found:
            if r.matter and f.matter == r.matter:
                f.chances.append(r.probability)
                f.one += [r.one] if r.one not in f.one else []
                f.other.setdefault(r.other, r.probability)
                return
            if f.kind == r.kind == "stance" and r.other in f.other:  # one demand, refused again
                f.chances.append(r.probability)
                f.one.append(r.one)
                return
            for a, b in ((r.one, r.other), (r.other, r.one)):
                if a in f.other or b in f.one:  # of two alike sides each tells nearly what the other does
                    continue
                if self._tells(a, f.one[0]) and any(self._tells(b, n) for n in f.other):
                    f.chances.append(r.probability)
                    f.overtaken = f.overtaken or r.overtaken
                    f.pairs.append((a, b, r.probability))
                    if not any(self._overlap(a, n) for n in f.one):
                        f.one.append(a)
                    f.other.setdefault(b, r.probability)
                    return
        chances, other = [r.probability], {r.other: r.probability}
        self._found.append(
            Folded(
                r.kind, [r.one], other, r.probability, None, r.because, chances, overtaken=r.overtaken, matter=r.matter
            )
        )

    def _joins(self, f: Folded, contest: Contest, best: Contested) -> bool:
        mine, against = f.contest, best.against
        if f.matter:
            same_deed = bool(contest.predicate & self._units[against].predicate)
            return contest.unit in f.one or (against in f.other and same_deed)
        if mine is None:
            return self._tells(contest.unit, f.one[0]) and any(self._tells(against, n) for n in f.other)
        alike = cosine(self._content(contest), self._content(mine))
        if contest.bare or mine.bare:  # what else its clause tells is not what it contests
            if any(voice(self._units[n]) in contest.denier for n in f.other):
                return False  # who denies this tells what is denied there
            one_party = any(is_entity(x) for x in contest.denier & mine.denier)
            return alike >= (_SOMETHING if one_party else _ONE_MATTER) or any(
                self._one_claim(against, n) for n in f.other
            )
        pointing = contest.back or mine.back
        if self._tells(contest.unit, f.one[0]) and (pointing or alike >= _AT_ALL):
            return True
        if not pointing and (alike >= _ONE_MATTER or self._matter.get((contest.unit, mine.unit), 0.0) >= _SAME):
            return True
        named = {x for x in contest.denier & mine.denier if is_entity(x)}
        if contest.part and mine.part and named:  # one party's denials of a hand in it
            return True
        if named and alike >= _SOMETHING and contest.cue != "negated" != mine.cue:  # one party on one matter
            return True
        if best.probability < _NEAR_THE_SUREST * f.surest:
            return False
        first = max(f.other, key=lambda n: (f.other[n], -n))
        if (contest.cue == "negated") != (mine.cue == "negated") and alike < _SAME:
            return False
        return self._tells(against, first) and (alike >= _SOMETHING or pointing or bool(contest.part and named))

    def _unite(self) -> None:
        """Make one of a denial and a negation of one deed, where they stand against one claim."""
        kept: list[Folded] = []
        for g in self._found:
            home = next((f for f in kept if self._same_dispute(f, g)), None)
            if home is None:
                kept.append(g)
                continue
            home.one += [n for n in g.one if not any(self._overlap(n, m) for m in home.one)]
            home.other = {**g.other, **home.other}
            home.chances += g.chances
            home.pairs += g.pairs
        self._found = kept

    def _parted(self, f: Folded) -> list[Folded]:
        """Give a dispute, or each matter of one that tells of several: no clause of one is alike any of another."""
        if f.contest is None or f.contest.cue not in _KINDS:
            return [f]
        matters: list[set[int]] = []
        for n in (*f.one, *f.other):
            near = [m for m in matters if any(self._one_matter(f, n, x) for x in m)]
            matters = [m for m in matters if m not in near] + [{n}.union(*near)]
        sure = [m for m in matters if m & set(f.one) and m & f.other.keys()]
        if len(sure) < len(matters) or len(sure) < _PARTS:
            return [f]
        parts = [self._matter_of(f, m) for m in sure]
        return [part for part in parts if part.surest >= _NEARLY * max(p.surest for p in parts)]

    def _one_matter(self, f: Folded, a: int, b: int) -> bool:
        if any({a, b} == {x, y} for x, y, _ in f.pairs):
            return True
        one, other = (self._contests.get(n) for n in (a, b))
        if one is not None and other is not None and a in f.one and b in f.one:
            alike = max(self._matter.get((a, b), 0.0), cosine(self._content(one), self._content(other)))
            return one.back or other.back or (one.part and other.part) or alike >= _SOMETHING
        return (a in f.one) == (b in f.one) and (
            self._tells(a, b) or cosine(told(self._units[a]), told(self._units[b])) >= _SOMETHING
        )

    def _matter_of(self, f: Folded, matter: set[int]) -> Folded:
        """One matter of a dispute, as sure as the whole: neither was shown for its own sake alone."""
        other = {n: p for n, p in f.other.items() if n in matter}
        first = max((p for p in f.pairs if p[0] in matter), key=lambda p: (p[2], -p[0]), default=f.pairs[0])
        return replace(
            f,
            one=[n for n in f.one if n in matter],
            other=other,
            surest=max(other.values()),
            contest=self._contests.get(first[0], f.contest),
            chances=list(f.chances),
            pairs=[p for p in f.pairs if p[0] in matter],
        )

    def _same_dispute(self, f: Folded, g: Folded) -> bool:
        one, other = f.contest, g.contest
        if one is None or other is None or one.part or other.part:
            return False
        # two men's denials, of which one only points, are of one thing where nearly the same is denied
        pointing = (one.bare or other.bare) and not any(is_entity(x) for x in one.denier & other.denier)
        least = _ONE_MATTER if pointing else _SOMETHING
        if not one.predicate & other.predicate and cosine(self._content(one), self._content(other)) < least:
            return False
        sure = [m for m in g.other if g.other[m] >= _NEARLY * max(g.other.values())]
        return any(self._one_claim(n, m) for n in f.other for m in sure)

    def _nearness(self, f: Folded, contest: Contest, best: Contested) -> float:
        """How near a contest is to a dispute that it may join: by what it contests, and by what stands against it."""
        if f.contest is None:
            return 0.0
        matter = self._matter.get((contest.unit, f.contest.unit), 0.0)
        shared = max(f.other, key=lambda n: (f.other[n], -n))
        return max(matter, cosine(self._content(contest), self._content(f.contest))) + self._one_claim(
            best.against, shared
        )

    def _one_claim(self, a: int, b: int) -> bool:
        return a == b or (a in self._group and self._group[a] == self._group.get(b))

    def _crosses(self, f: Folded, a: int, b: int) -> bool:
        """Whether a pair tells a dispute the other way round."""
        return self._tells(b, f.one[0]) and any(self._tells(a, n) for n in f.other)

    def _best(self, f: Folded) -> dict[int, float]:
        """The clauses of the other side: those nearly as sure as the best, alike it, none of them twice."""
        f.contesting = tuple(f.one)
        if f.matter:
            f.one, f.other = self._by_voice(f.one), {n: f.other[n] for n in self._by_voice(list(f.other))}
        f.one = self._spread(f.one)
        kept: dict[int, float] = {}
        ordered = list(f.other.items()) if f.matter else sorted(f.other.items(), key=lambda row: (-row[1], row[0]))
        surest = max((chance for _, chance in ordered), default=0.0)
        for n, chance in ordered:
            if chance < _NEARLY * surest:
                continue
            if not any(self._overlap(n, m) for m in (*kept, *f.one)):
                kept[n] = chance
        if not kept:  # told nowhere but in the denial: "denied the claim by Berg that …"
            claims = {self._contests[m].claim for m in f.one if m in self._contests}
            kept = {n: chance for n, chance in ordered[:1] if n in claims}
        return {n: kept[n] for n in self._spread(list(kept))}

    def _lead(self, f: Folded) -> None:
        """Put first on each side the clause that tells it most clearly: in a sentence, by somebody, in full."""
        if not f.other:
            return
        surest = max(f.other.values())
        scene = frozenset[str]()
        if f.contest is not None and f.contest.part:  # "denied any part in it": in what, the sentences around tell
            u = self._units[f.contest.unit]
            scene = u.around | u.beside
        against = max(
            f.other,
            key=lambda n: (f.other[n] / surest + self._clearness(n) + cosine(scene, told(self._units[n])), -n),
        )
        f.other = {against: f.other[against], **f.other}
        told_of = told(self._units[against])

        def worth(n: int) -> float:
            contest = self._contests.get(n)
            if contest is None:
                return self._clearness(n)
            if contest.back:
                return self._clearness(n) + (1.0 if self._beside(n, against) else -1.0)
            return self._clearness(n) + 2 * mass(self._content(contest) & told_of) / mass(told_of)

        first = max(f.one, key=lambda n: (worth(n), -f.one.index(n)))
        f.one = [first, *(n for n in f.one if n != first)]

    def _clearness(self, n: int) -> float:
        u = self._units[n]
        finite = u.clause.wording is not None and u.clause.link in FULL_LINKS
        aside = u.clause.link == "relative"
        pronoun = u.clause.wording is not None and any(
            h.kind == "pronoun" and h.start <= u.span[0] for h in u.clause.wording.hangs
        )
        clear = 0.5 * finite + 0.25 * bool(u.speaker) + 0.25 * (mass(told(u)) >= _FULL)
        return clear - 0.25 * aside - _PRONOUN * pronoun

    def _beside(self, a: int, b: int) -> bool:
        x, y = self._units[a], self._units[b]
        return x.report == y.report and abs(x.clause.sentence - y.clause.sentence) <= _BESIDE

    def _by_voice(self, of: Sequence[int]) -> list[int]:
        """All of `of`, each voice once before any twice, what somebody is cited for before what an outlet tells."""
        again: Counter[str] = Counter()
        turns = []
        for at, n in enumerate(sorted(of, key=lambda n: (not self._units[n].speaker, -self._clearness(n), n))):
            turns.append((again[voice(self._units[n])], at, n))
            again[voice(self._units[n])] += 1
        return [n for _, _, n in sorted(turns)]

    def _spread(self, of: Sequence[int]) -> list[int]:
        """The first of `of`, each report once before any twice."""
        again: Counter[str] = Counter()
        turns = []
        for at, n in enumerate(of):
            report = self._units[n].report
            turns.append((again[report], at, n))
            again[report] += 1
        return [n for _, _, n in sorted(turns)[:_SIDE]]

    def _content(self, contest: Contest) -> frozenset[str]:
        if contest.bare or len(contest.content) > 1:
            return contest.content
        return told(self._units[contest.unit])

    def _tells(self, a: int, b: int) -> bool:
        if a == b or self._overlap(a, b) or self._group.get(a, "") == self._group.get(b, "?"):
            return True
        return cosine(told(self._units[a]), told(self._units[b])) >= _ALIKE

    def _overlap(self, a: int, b: int) -> bool:
        x, y = self._units[a], self._units[b]
        return x.report == y.report and x.span[0] < y.span[1] and y.span[0] < x.span[1]
