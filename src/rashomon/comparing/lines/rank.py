"""Which lines come first: what headlines are about, what many reports come near to, what stands early and names names.

How many reports tell a claim is counted by how likely each tells it, so that a telling in other words counts for part.

Signals are scaled to 0..1 within a story, so that a long story does not hide a short one, and weighed by a table that
a ridge regression gave on annotated stories (`python -m benchmarks.rank`). Whether a claim is disputed and how many
voices it has say no more than chance about what a reader must know first; they stand on the line, not in its rank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.joining.incidence import Ints
from rashomon.comparing.joining.likely import Likely, Nearby
from rashomon.comparing.joining.rarity import rarity
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Composer, Line
from rashomon.comparing.term import term
from rashomon.language import lexicon
from rashomon.records import Report

_FIFTH = 0.2
_SURE_FROM_HALF = 2.0  # a telling that is as likely as not is counted whole
_FULL = 16  # words from which a line tells as much as a line need
_NAMES = 3  # who, whom and where: more of them say no more
_MARKS = ".,:;!?'\"“”‘’()"


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


def candidates_of(g: Gathered, composer: Composer, year: str) -> list[Candidate]:
    """Give the claims of a story that can have a line; `year` is the one that needs no telling."""
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


@dataclass(frozen=True, slots=True)
class _Story:
    """What signals need of the story: its headlines with their weight, and for each unit what may tell the same.

    `report` gives for each unit the number of its report in the order of their ids, `depth` how far down it stands.
    """

    headlines: tuple[tuple[frozenset[str], float], ...]
    number: Mapping[int, int]
    near: Nearby
    report: Ints
    depth: NDArray[np.float64]


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
    told = np.zeros(int(story.report.max()) + 1)
    mine = [story.number[id(u)] for u in c.told.units]
    near = np.concatenate([story.near.units(n) for n in mine])
    likely = np.minimum(1.0, _SURE_FROM_HALF * np.concatenate([story.near.probabilities(n) for n in mine]))
    early = story.depth[near] <= within
    np.maximum.at(told, story.report[near[early]], likely[early])
    own = np.array(mine, np.int64)
    told[story.report[own[story.depth[own] <= within]]] = 1.0
    return round(sum(told.tolist()), 6)


SIGNALS: dict[str, Signal] = {
    "headlines": _headlines,
    "earliest": lambda c, story: 1 - min((u.depth for u in _saying(c)), default=1.0),
    "reports": _reports,
    "first fifth": lambda c, story: _reports(c, story, _FIFTH),
    "in full": lambda c, story: min(_FULL, len(c.lines[0].text.split())),
    "names": lambda c, story: min(_NAMES, len(frozenset().union(*(u.entities for u in c.told.units)))),
    "figures": lambda c, story: float(any(u.figures for u in c.told.units)),
    "plan": lambda c, story: float(c.told.claim.kind == "plan"),
    "position": lambda c, story: float(c.told.claim.kind == "position"),
}


def signals(
    candidates: Sequence[Candidate], gathered: Gathered, reports: Mapping[str, Report], told: Sequence[str]
) -> list[list[float]]:
    """Give the signals of each candidate of a story, whose reports are `told`: scaled to 0..1, as `SIGNALS` stand."""
    units = gathered.units
    story = _Story(
        tuple((words, _weight(words)) for r in told for words in [_title(reports[r])]),
        {id(u): n for n, u in enumerate(units)},
        Nearby(Likely.of(gathered.joined.likely), len(units)),
        np.unique([u.report for u in units], return_inverse=True)[1].astype(np.int64),
        np.array([u.depth for u in units], np.float64),
    )
    rows = [[of(c, story) for of in SIGNALS.values()] for c in candidates]
    columns = [_scaled(column) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def ranked(
    candidates: Sequence[Candidate], gathered: Gathered, reports: Mapping[str, Report], told: Sequence[str]
) -> list[tuple[float, Candidate]]:
    """Give the candidates of a story, whose reports are `told`, with their scores, those that tell most first."""
    weight = {name: float(value) for name, value in lexicon("line_weights")}
    weights = [weight[name] for name in SIGNALS]
    scored = [
        (round(sum(w * v for w, v in zip(weights, row, strict=True)), 6), c)
        for row, c in zip(signals(candidates, gathered, reports, told), candidates, strict=True)
    ]
    return sorted(scored, key=lambda s: (-s[0], s[1].told.claim.evidence))


def _title(report: Report) -> frozenset[str]:
    words = (w.strip(_MARKS).lower() for w in (report.title or "").split())
    return frozenset(term(w) for w in words if w)


def _scaled(column: Sequence[float]) -> list[float]:
    low, high = min(column), max(column)
    return [(v - low) / (high - low) if high > low else 0.0 for v in column]
