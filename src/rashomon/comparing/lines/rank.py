"""Which lines come first: what headlines are about, what many reports come near to, what stands early and names names.

A candidate is a claim that can have a line, with the words by which it is weighed against others. What later reports
open with is the latest of the story, though few have told it yet. How many reports tell a claim is counted by how
likely each tells it, so that a telling in other words counts for part.

In other words a thing is told so that no two clauses are alike, but a third is like both. So each line takes what may
tell it as heard, by how likely it does; and a claim is the less worth the more of what may tell it has been heard. The
next line is of what others tell.

Signals are scaled to 0..1 within a story, so that a long story does not hide a short one, and weighed by a table that a
ridge regression gave on annotated stories (`python -m benchmarks.rank`). Whether a claim is disputed and how many
voices it has say no more than chance about what a reader must know first; they stand on the line, not in its rank.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.days import days
from rashomon.comparing.joining.incidence import BRIEF, Ints, Likely, Nearby, Probabilities
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Composer, Line
from rashomon.comparing.term import rarity, term
from rashomon.language import lexicon
from rashomon.records import Reading, Report


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A claim that can have a line: its number among those of the story, the claim, its lines, the best first.

    `words` are those of its tellings, names among them; `core` those of what is said there.
    """

    number: int
    told: Told
    lines: tuple[Line, ...]
    words: frozenset[str]
    core: frozenset[str]


def candidates_of(g: Gathered, composer: Composer, reports: Mapping[str, Report]) -> list[Candidate]:
    """Give the claims of a story that can have a line; the year in which most of its reports stand needs no telling."""
    mine = sorted({u.report for u in g.units})
    years = Counter(d[0].year for r in mine if (d := days((reports[r].published or "")[:10])))
    year = str(max(years, key=lambda y: (years[y], y))) if years else ""
    return [
        Candidate(
            n,
            told,
            tuple(lines),
            frozenset().union(*(u.terms | u.entities for u in told.units)),
            frozenset().union(*(u.core & u.own for u in told.units)),
        )
        for n, told in enumerate(g.told)
        if (lines := composer.lines(told, position=told.claim.kind == "position", year=year))
    ]


ToldBy = tuple[Ints, Probabilities]
"""Numbers of units, and how likely each tells a claim."""
_AT_HAND = 256  # claims that were asked last: of all of them at once, what may tell each is more than all pairs
_SURE_FROM_HALF = 2.0  # a telling that is as likely as not is counted whole


class Near:
    """For the units of a story, by number, what may tell the same and how likely it does."""

    def __init__(self, units: Sequence[Unit], likely: Likely) -> None:
        """`likely` gives it for pairs of `units`."""
        self.count = len(units)
        self._number = {id(u): n for n, u in enumerate(units)}
        self._near = Nearby(likely, len(units))
        self._report = np.unique([u.report for u in units], return_inverse=True)[1].astype(np.int64)
        self._depth = np.array([u.depth for u in units], np.float64)
        self._told: dict[Candidate, ToldBy] = {}

    def told_by(self, c: Candidate) -> ToldBy:
        """Give the units that may tell what a claim does, each once; its own do."""
        told = self._told.pop(c, None)
        self._told[c] = told = self._told_by(c) if told is None else told
        if len(self._told) > _AT_HAND:
            del self._told[next(iter(self._told))]
        return told

    def _told_by(self, c: Candidate) -> ToldBy:
        mine = [self._number[id(u)] for u in c.told.units]
        likely = np.zeros(self.count)
        for n in mine:
            near = self._near.units(n)
            likely[near] = np.maximum(likely[near], self._near.probabilities(n))
        likely[mine] = 1.0
        numbers = np.flatnonzero(likely)
        return numbers.astype(BRIEF), likely[numbers]

    def average(self, c: Candidate, line: Candidate) -> float:
        """Give how likely the reports of a claim, each by its likeliest clause, tell what a line does: their mean."""
        near = np.zeros(self.count)
        numbers, likely = self.told_by(line)
        near[numbers] = likely
        mine = np.array([self._number[id(u)] for u in c.told.units], np.int64)
        by_report = np.zeros(int(self._report.max()) + 1)
        np.maximum.at(by_report, self._report[mine], near[mine])
        told: list[float] = by_report[np.unique(self._report[mine])].tolist()
        return round(sum(told) / len(told), 6)

    def reports(self, told: ToldBy, within: float) -> float:
        """Give how many reports tell it in their part up to `within`."""
        early = self._depth[told[0]] <= within
        units = told[0][early]
        new = np.minimum(1.0, _SURE_FROM_HALF * told[1][early])
        by_report = np.zeros(int(self._report.max()) + 1)
        np.maximum.at(by_report, self._report[units], new)
        return round(sum(by_report.tolist()), 6)


class Heard:
    """What is told already, as lines are added."""

    def __init__(self, near: Near) -> None:
        """`near` tells what may tell the same."""
        self._near = near
        self._heard = np.zeros(near.count)

    def add(self, c: Candidate) -> None:
        """Take a claim as told."""
        numbers, likely = self._near.told_by(c)
        self._heard[numbers] = np.maximum(self._heard[numbers], likely)

    def average(self, c: Candidate, line: Candidate) -> float:
        """Give how likely the reports of a claim tell what a line does: their mean."""
        return self._near.average(c, line)

    def share(self, c: Candidate) -> float:
        """Give how much of what may tell a claim has been heard, 0 to 1; it never becomes less."""
        numbers, likely = self._near.told_by(c)
        heard = likely * self._heard[numbers]
        return float(sum(heard.tolist()) / sum(likely.tolist()))


_FIFTH = 0.2
_OPENING = 2  # sentences of a report
_FULL = 16  # words from which a line tells as much as a line need
_NAMES = 3  # who, whom and where: more of them say no more
_MARKS = ".,:;!?'\"“”‘’()"


@dataclass(frozen=True, slots=True)
class _Story:
    """What signals need of the story.

    Its headlines with their weight, for each unit what may tell the same, and the days of its reports, in their order.
    """

    headlines: tuple[tuple[frozenset[str], float], ...]
    near: Near
    days: tuple[int, ...]


Signal = Callable[[Candidate, _Story], float]


def _saying(c: Candidate) -> list[Unit]:
    return [u for u, t in zip(c.told.units, c.told.claim.tellings, strict=True) if t.stance != "denies"]


def _headlines(c: Candidate, story: _Story) -> float:
    """How much of what the headlines say the claim says."""
    mine: frozenset[str] = frozenset().union(*(u.core for u in _saying(c)))
    told = ((words & mine, whole) for words, whole in story.headlines)
    return sum(_weight(both) / (whole or 1.0) for both, whole in told if both)


def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, sorted(words)))


def _reports(c: Candidate, story: _Story, within: float = 1.0) -> float:
    """How many reports tell the claim in their first part, each counted by how likely it does."""
    return story.near.reports(story.near.told_by(c), within)


def later_lead(c: Candidate, days: Sequence[int]) -> int:
    """Give how many of the `days` of reports, in order, lie before one that opens with a claim: the latest news."""
    opens = [u.published for u in _saying(c) if u.published and u.clause.sentence < _OPENING]
    return max((bisect_left(days, day) for day in opens), default=0)


SIGNALS: dict[str, Signal] = {
    "headlines": _headlines,
    "earliest": lambda c, story: 1 - min((u.depth for u in _saying(c)), default=1.0),
    "reports": _reports,
    "first fifth": lambda c, story: _reports(c, story, _FIFTH),
    "later lead": lambda c, story: later_lead(c, story.days),
    "in full": lambda c, story: min(_FULL, len(c.lines[0].text.split())),
    "names": lambda c, story: min(_NAMES, len(frozenset().union(*(u.entities for u in c.told.units)))),
    "figures": lambda c, story: float(any(u.figures for u in c.told.units)),
    "plan": lambda c, story: float(c.told.claim.kind == "plan"),
    "position": lambda c, story: float(c.told.claim.kind == "position"),
}


class Ranking:
    """The candidates of one story with their signals: `rows`, scaled to 0..1, as `SIGNALS` stand."""

    def __init__(self, candidates: Sequence[Candidate], g: Gathered, headlines: Sequence[str]) -> None:
        """`headlines` are those of the reports of the story (`headline`)."""
        self._candidates = candidates
        self._near = Near(g.units, g.joined.likely)
        days = {u.report: u.published for u in g.units if u.published}
        heads = tuple((words, _weight(words)) for h in headlines for words in [_words(h)])
        story = _Story(heads, self._near, tuple(sorted(days.values())))
        every = [[of(c, story) for of in SIGNALS.values()] for c in candidates]
        self.rows = [list(row) for row in zip(*map(_scaled, zip(*every, strict=True)), strict=True)]

    def order(self, weights: Sequence[float]) -> list[tuple[float, Candidate]]:
        """Give the candidates with their scores, those that tell most first."""
        scored = [
            (round(sum(w * v for w, v in zip(weights, row, strict=True)), 6), c)
            for row, c in zip(self.rows, self._candidates, strict=True)
        ]
        return sorted(scored, key=lambda s: (-s[0], s[1].told.claim.evidence))

    def heard(self) -> Heard:
        """Give what is told already while no line is chosen."""
        return Heard(self._near)


@cache
def line_weights() -> tuple[float, ...]:
    """Give the fitted weights of the signals, as they stand."""
    weight = {name: float(value) for name, value in lexicon("line_weights")}
    return tuple(weight[name] for name in SIGNALS)


def headline(report: Report, reading: Reading) -> str:
    """Give what heads a report: its title, a headline in its text, or else the sentence that it opens with."""
    head = report.title or reading.title
    if head:
        return head
    aside = [(r.start, r.end) for r in reading.regions]
    body = (s for s in reading.sentences if not any(a < s[1] and s[0] < b for a, b in aside))
    return next((report.text[start:end] for start, end in body), "")


def _words(of: str) -> frozenset[str]:
    words = (w.strip(_MARKS).lower() for w in of.split())
    return frozenset(term(w) for w in words if w)


def _scaled(column: Sequence[float]) -> list[float]:
    low, high = min(column), max(column)
    return [(v - low) / (high - low) if high > low else 0.0 for v in column]
