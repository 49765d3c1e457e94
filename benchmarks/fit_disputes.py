"""Fit the weights by which a contest finds what it stands against: `python -m benchmarks.fit_disputes STORIES`.

STORIES is a folder of annotated stories, each a folder with `reports.jsonl` and `gold.json`. Right is a pair whose two
clauses tell two sides of one dispute, or of which one denies a fact that the other tells. Written is the lexicon
`dispute_weights`; shown is how often the right clause is found first, and among three, in a story left out of the fit.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.disputes.judging import pairs
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import Unit, units
from rashomon.comparing.lineage import lineage
from rashomon.comparing.origins import origins
from rashomon.reading import read
from rashomon.records import Report

_WEIGHTS = Path(__file__).parent.parent / "src/rashomon/language/weights/dispute_weights.txt"
_TITLE = "# Weights of what a contest and a clause have of each other (`benchmarks.fit_disputes`): feature, weight."
_CUES = frozenset({"denies", "rejects", "false", "negated"})
_PRIOR = 10.0
_STEPS = 12
_FIELDS = ("id", "text", "title", "outlet", "url", "published")

Floats = NDArray[np.float64]
Marks = list[set[tuple[str, int]]]


@dataclass(frozen=True)
class Judged:
    """A pair as annotated: its contest, its numbers, whether it is right, and how much it counts."""

    contest: tuple[int, str]
    numbers: Mapping[str, float]
    disputed: bool
    right: bool
    counts: float


def main(folder: Path) -> None:
    """Fit on all stories of `folder`; tell how stories left out fare."""
    told = {home.name: _judged(home) for home in sorted(folder.iterdir()) if (home / "gold.json").exists()}
    names = sorted({name for rows in told.values() for row in rows for name in row.numbers})
    found: Counter[str] = Counter()
    for left_out, rows in told.items():
        weights, bias = _fit([r for name, others in told.items() if name != left_out for r in others], names)
        found.update(_retrieved(rows, _table(rows, names) @ weights + bias))
    print(f"left out: {found['first']} first, {found['three']} within three, of {found['all']} contests")
    weights, bias = _fit([r for rows in told.values() for r in rows], names)
    lines = [f"bias\t{bias:.3f}", *(f"{name}\t{weight:.3f}" for name, weight in zip(names, weights, strict=True))]
    _WEIGHTS.write_text("\n".join([_TITLE, *sorted(lines)]) + "\n", encoding="utf-8")


def _judged(home: Path) -> list[Judged]:
    rows = [json.loads(line) for line in (home / "reports.jsonl").read_text("utf-8").splitlines() if line.strip()]
    gold = json.loads((home / "gold.json").read_text("utf-8"))
    reports = {r["id"]: Report(**{key: r[key] for key in _FIELDS if key in r}) for r in rows}
    readings = {r.report: r for r in read(reports.values())}
    who = identity(readings, (), (), {i: r.text for i, r in reports.items()})
    voices = origins(reports, readings, who, lineage(reports, readings))
    made = units(readings, who, {member: origin.key for member, origin in voices.items()})
    sides = _marked(
        made, ((d["id"], n, q) for d in gold["disputes"] for n, s in enumerate(d["sides"]) for q in s["quotes"])
    )
    stances = _marked(made, ((f["id"], int(t["stance"] == "denies"), t) for f in gold["facts"] for t in f["tellings"]))
    both = [
        (c, n, numbers, _against(sides, c.unit, n))
        for c, n, numbers in pairs(made, readings)
        if c.cue in _CUES and c.meant is None  # what grammar tells is not fitted
    ]
    often = Counter(d for *_, disputed in both for d in disputed)
    return [
        Judged(
            (c.unit, c.cue),
            numbers,
            bool(disputed),
            bool(disputed or _against(stances, c.unit, n)),
            max((often[d] ** -0.5 for d in disputed), default=1.0),
        )
        for c, n, numbers, disputed in both
    ]


def _marked(made: Sequence[Unit], quotes: Iterable[tuple[str, int, Any]]) -> Marks:
    """For each unit what it tells: the ids of disputes or facts, each with the side."""
    found: Marks = [set() for _ in made]
    at: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(made):
        at[u.report].append(n)
    for id_, side, quote in quotes:
        if "start" not in quote:
            continue
        start, end = quote["start"], quote["end"]
        for n in at[quote["report"]]:
            low, high = made[n].span
            if min(high, end) - max(low, start) >= 0.5 * min(high - low, end - start):
                found[n].add((id_, side))
    return found


def _against(marks: Marks, one: int, other: int) -> set[str]:
    return {a for a, side in marks[one] for b, against in marks[other] if a == b and side != against}


def _table(rows: Sequence[Judged], names: Sequence[str]) -> Floats:
    return np.array([[row.numbers.get(name, 0.0) for name in names] for row in rows], np.float64)


def _fit(rows: Sequence[Judged], names: Sequence[str]) -> tuple[Floats, float]:
    """Logistic regression by Newton's method, the weights of scaled features held near nought."""
    table = _table(rows, names)
    right = np.array([row.right for row in rows], np.float64)
    counts = np.array([row.counts for row in rows], np.float64)
    middle, spread = table.mean(0), table.std(0) + 1e-9
    scaled = np.hstack([(table - middle) / spread, np.ones((len(table), 1))])
    prior = np.eye(scaled.shape[1]) * _PRIOR
    prior[-1, -1] = 1e-6
    found = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-scaled @ found))
        bend = (scaled.T * (counts * likely * (1 - likely))) @ scaled + prior
        found += np.linalg.solve(bend, scaled.T @ (counts * (right - likely)) - prior @ found)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ middle)


def _retrieved(rows: Sequence[Judged], reach: Floats) -> Counter[str]:
    """Of the contests with a right clause among the candidates: how many find it first, and within three."""
    found: Counter[str] = Counter()
    by_contest: dict[tuple[int, str], list[tuple[float, bool]]] = defaultdict(list)
    for row, score in zip(rows, reach.tolist(), strict=True):
        by_contest[row.contest].append((-score, row.disputed))
    for tried in by_contest.values():
        if any(disputed for _, disputed in tried):
            tried.sort()
            found.update(all=1, first=int(tried[0][1]), three=int(any(disputed for _, disputed in tried[:3])))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
