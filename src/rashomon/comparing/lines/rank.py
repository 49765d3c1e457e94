"""Which lines come first: what headlines are about, what many clauses echo, what stands early, what is told in full.

Signals are scaled to 0..1 within a story, so that a long story does not hide a short one, and weighed by a table that
a ridge regression gave on annotated stories (`python -m benchmarks.rank`). Whether a claim is disputed and how many
voices it has say no more than chance about what a reader must know first; they stand on the line, not in its rank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.joining.rarity import rarity
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon
from rashomon.records import Report

_FIFTH = 0.2
_MARKS = ".,:;!?'\"“”‘’()"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that can have a line: its number among those of the story, the claim, its lines, the best first."""

    number: int
    told: Told
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Story:
    """What signals need of the story."""

    headlines: tuple[frozenset[str], ...]
    near: tuple[Mapping[int, float], ...]


Signal = Callable[[Candidate, _Story], float]


def _saying(c: Candidate) -> list[Unit]:
    return [u for u, t in zip(c.told.units, c.told.claim.tellings, strict=True) if t.stance != "denies"]


def _headlines(c: Candidate, story: _Story) -> float:
    """How much of what the headlines say the claim says."""
    mine: frozenset[str] = frozenset().union(*(u.core for u in _saying(c)))
    return sum(_weight(words & mine) / (_weight(words) or 1.0) for words in story.headlines)


def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, sorted(words)))


SIGNALS: dict[str, Signal] = {
    "headlines": _headlines,
    "echo": lambda c, story: sum(story.near[c.number].values()),
    "earliest": lambda c, story: 1 - min((u.depth for u in _saying(c)), default=1.0),
    "first fifth": lambda c, story: len({u.report for u in _saying(c) if u.depth <= _FIFTH}),
    "figures": lambda c, story: float(any(u.figures for u in c.told.units)),
    "length": lambda c, story: len(c.lines[0].text.split()),
    "two reports": lambda c, story: float(len({u.report for u in c.told.units}) > 1),
    "said": lambda c, story: float(any(u.clause.attribution for u in c.told.units)),
    "plan": lambda c, story: float(c.told.claim.kind == "plan"),
    "finding": lambda c, story: float(c.told.claim.kind == "finding"),
    "position": lambda c, story: float(c.told.claim.kind == "position"),
}


def signals(candidates: Sequence[Candidate], gathered: Gathered, reports: Mapping[str, Report]) -> list[list[float]]:
    """Give the signals of each candidate of a story, each scaled to 0..1, in the order of `SIGNALS`."""
    told = sorted({u.report for u in gathered.units})
    story = _Story(tuple(_title(reports[r]) for r in told), gathered.joined.near)
    rows = [[of(c, story) for of in SIGNALS.values()] for c in candidates]
    columns = [_scaled(column) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def ranked(
    candidates: Sequence[Candidate], gathered: Gathered, reports: Mapping[str, Report]
) -> list[tuple[float, Candidate]]:
    """Give the candidates of a story with their scores, those that tell most first."""
    weight = {name: float(value) for name, value in lexicon("line_weights")}
    weights = [weight[name] for name in SIGNALS]
    scored = [
        (round(sum(w * v for w, v in zip(weights, row, strict=True)), 6), c)
        for row, c in zip(signals(candidates, gathered, reports), candidates, strict=True)
    ]
    return sorted(scored, key=lambda s: (-s[0], s[1].told.claim.evidence))


def _title(report: Report) -> frozenset[str]:
    words = (w.strip(_MARKS).lower() for w in (report.title or "").split())
    return frozenset(term(w) for w in words if w)


def _scaled(column: Sequence[float]) -> list[float]:
    low, high = min(column), max(column)
    return [(v - low) / (high - low) if high > low else 0.0 for v in column]


def like(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """How much of the shorter of two claims' words the other has: two lines of the same words are one too many."""
    a: frozenset[str] = frozenset().union(*(u.core for u in one))
    b: frozenset[str] = frozenset().union(*(u.core for u in other))
    lighter = min(_weight(a), _weight(b))
    return _weight(a & b) / lighter if lighter else 0.0
