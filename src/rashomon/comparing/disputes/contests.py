"""Clauses that contest something: how they do it, what they contest, and who does.

Read off the rows of one reading: the lemma that contests (lexicon `contest_cues`), what stands behind it, and whether
that only points back ("denied this", "rejected the report"). A contest under a negation ("did not deny"), of nobody
("no group has claimed") or of what is no claim ("rejected talks") is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon
from rashomon.records import Clause, Reading, Word

Cue = Literal["denies", "rejects", "false", "negated", "unsure", "blames", "refuses", "demands"]
_CLAIMS = frozenset({"denies", "rejects"})
_POINTING = frozenset({"it", "this", "that", "so", "these", "those", "them", "they", "such"})
_NET = frozenset({"denied", "unrealised"})
_TRUTH = frozenset({"true", "accurate", "correct", "credible", "case", "guilty"})


@dataclass(frozen=True, slots=True)
class Contest:
    """One clause that contests. `unit` is its number.

    `content` are the terms and entities contested, `predicate` the terms of the deed. `back` tells that it points back
    to what was told before, `part` that what is denied is a part in something ("any involvement in"). `denier` are the
    entities and the key of whose word it is. `inside` are the units that lie in what it contests.
    """

    unit: int
    cue: Cue
    content: frozenset[str]
    predicate: frozenset[str]
    back: bool
    part: bool
    denier: frozenset[str]
    inside: frozenset[int]


def contests(units: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[Contest, ...]:
    """Give the contests among `units`, in their order; at most one of a unit and a cue."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        by_report[u.report].append(n)
    found: list[Contest] = []
    for report in sorted(by_report):
        found += _OfReport(readings[report], units, by_report[report]).contests()
    return tuple(found)


class _OfReport:
    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Sequence[int]) -> None:
        self._reading, self._units, self._mine = reading, units, mine
        self._starts = [w.start for w in reading.words]
        self._number = {c.id: n for n, c in enumerate(reading.clauses)}
        self._inner: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            if c.within is not None:
                self._inner[c.within].append(c)
        self._unit_of = {units[n].clause.id: n for n in mine}

    def contests(self) -> list[Contest]:
        found = []
        for n in self._mine:
            for contest in self._of(n):
                found.append(contest)
        return found

    def _of(self, n: int) -> Iterable[Contest]:
        u = self._units[n]
        c = u.clause
        cues = self._cues(c)
        if self._nobody(c):
            return
        for cue, at in cues.items():
            contest = self._contest(n, cue, at)
            if contest is not None:
                yield contest
        if not cues.keys() & {"denies", "rejects", "false", "unsure"} and self._turned(c):
            yield self._negated(n)

    def _cues(self, c: Clause) -> dict[Cue, int]:
        """The ways in which a clause contests, each with where its word stands."""
        found: dict[Cue, int] = {}
        if not c.negated and c.status in ("asserted", "hedged"):
            for kind in _kinds().get(c.lemma, ()):
                if c.form == "clause" or kind in _CLAIMS:
                    found[kind] = c.head[0]
        if not c.negated and c.status in ("asserted", "hedged", "denied", "demanded"):
            for a in c.arguments:
                if a.role != "subject" and a.start >= c.start:
                    for kind in _kinds().get(a.lemma, ()):
                        if kind in ("false", "unsure") or kind in _CLAIMS and _is_noun_of_denial(a.lemma):
                            found.setdefault(kind, a.start)
            if c.form == "noun" and c.status == "denied" and c.lemma in _nouns():
                found.setdefault("false", c.head[0])
        return found

    def _nobody(self, c: Clause) -> bool:
        return c.negated and any(a.role == "subject" and a.mention is None for a in c.arguments) and c.lemma == "claim"

    def _turned(self, c: Clause) -> bool:
        """Whether a clause tells that something is not so, in its own words."""
        if c.form != "clause" or c.status in ("hypothetical", "demanded"):
            return False
        if c.lemma in _idle() or c.predicate and c.predicate[-1] in _idle():
            return False
        if c.content is not None:
            return False
        return c.negated != (c.status == "unrealised")

    def _denier(self, c: Clause, u: Unit) -> frozenset[str]:
        who = set(u.subjects)
        if u.speaker:
            who.add(u.speaker)
        return frozenset(who)

    def _contest(self, n: int, cue: Cue, at: int) -> Contest | None:
        u = self._units[n]
        c = u.clause
        reading = self._reading
        objects = [a for a in c.arguments if a.role != "subject" and a.end > c.start]
        lemmas = {a.lemma for a in objects} | set(c.predicate[1:])
        nouns = {x for x in lemmas if x in _nouns()}
        said = self._unit_of.get(c.content or "")
        relative = c.link == "relative"
        body = self._body(c, at)
        rest = {w.lemma for w in body} - set(_nouns()) - set(_kinds()) - _TRUTH
        if cue == "demands" and not self._demands(c):
            return None
        if cue == "rejects" and not nouns and said is None and not (relative and self._of_claim(c)):
            return None
        back = False
        if cue in _CLAIMS:
            back = not rest or (bool({a.lemma for a in objects} & _POINTING) and len(rest) < 2)
            if relative and not [a for a in objects if a.start > c.head[1]]:
                back = True
        elif cue == "false":
            back = len(rest) < 2
        part = any(_nouns().get(a.lemma) == "part" for a in objects if a.role == "object")
        inside = frozenset(m for m in self._mine if m != n and c.start <= self._units[m].span[0] < c.end)
        terms = {term(w.lemma) for w in body if not w.name and w.lemma not in _nouns() and w.lemma not in _kinds()}
        entities = self._entities(c, at if cue in _CLAIMS else c.start, u)
        if part or any(x.link == "complement" and x.lemma == c.predicate[-1] for x in self._inner[c.id]):
            entities |= {x for x in u.subjects if not x.startswith("~")}
        deeds = {t for m in inside for t in self._units[m].predicate} if cue in _CLAIMS else set(u.deeds)
        del reading
        return Contest(
            n, cue, frozenset(terms | entities), frozenset(deeds), back, part, self._denier(c, u), inside
        )

    def _demands(self, c: Clause) -> bool:
        """Whether what a verb of demanding governs is demanded: "called for a halt", "insists that they be disarmed"."""
        return c.lemma == "demand" or any(x.status == "demanded" for x in self._inner[c.id] if x.start > c.head[1])

    def _of_claim(self, c: Clause) -> bool:
        return any(a.lemma in _nouns() for a in c.arguments)

    def _body(self, c: Clause, at: int) -> list[Word]:
        """What stands behind the word that contests; for one that calls false, all the clause."""
        low, high = bisect_left(self._starts, c.start), bisect_left(self._starts, c.end)
        words = self._reading.words[low:high]
        if at == c.head[0] and c.form == "clause":
            subject = {a.start for a in c.arguments if a.role == "subject"}
            passive = not any(a.role == "object" and a.start > at for a in c.arguments)
            if passive:
                return [w for w in words if w.start != at and w.start not in subject]
            return [w for w in words if w.start > at]
        return [w for w in words if w.start != at]

    def _entities(self, c: Clause, start: int, u: Unit) -> set[str]:
        del c, start
        return set(u.entities) - {x for x in u.subjects}

    def _negated(self, n: int) -> Contest:
        u = self._units[n]
        return Contest(
            n, "negated", u.terms | u.entities, u.predicate, False, False, self._denier(u.clause, u), frozenset()
        )


def _is_noun_of_denial(lemma: str) -> bool:
    return lemma in ("denial", "rejection", "refutation")


@cache
def _kinds() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for lemma, how in lexicon("contest_cues"):
        found[lemma] = (*found.get(lemma, ()), how)  # type: ignore[arg-type]
    return found


@cache
def _nouns() -> dict[str, str]:
    return {lemma: of for lemma, of in lexicon("claim_nouns")}


@cache
def _idle() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("idle_negations"))
