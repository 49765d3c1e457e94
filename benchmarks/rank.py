"""Fit the weights of what tells which line comes first; say what they give for stories not fitted on.

python -m benchmarks.rank [--shared FOLDER] [--also FOLDER] [--write]

A ridge regression on the value of each claim that can have a line: 3 where all its known tellings are of one fact of
weight 3, 1 for weight 2, 0 for less, and -.5 where they are of several. The claims of one fact count together as the
root of their number: what is told in twenty ways is one line. Each folder of `--also` holds more annotated stories.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.claims import gather
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import units
from rashomon.comparing.lineage import lineage
from rashomon.comparing.lines.choosing import first_lines, main_first, vouched_first
from rashomon.comparing.lines.compose import Composer
from rashomon.comparing.lines.rank import SIGNALS, Candidate, Ranking, candidates_of, headline
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.stories import stories
from rashomon.reading import read
from rashomon.records import Report

_KEYS = ("id", "text", "title", "outlet", "url", "published")
_RIDGE = 10.0
_VALUE = {3: 3.0, 2: 1.0}
_MIXED = -0.5
_TOP = 10
_LEXICON = Path(__file__).parent.parent / "src" / "rashomon" / "language" / "weights" / "line_weights.txt"
_HEAD = "# Weights of what tells which line comes first, fitted by benchmarks.rank: signal, weight\n"
Table = NDArray[np.float64]


class Story:
    """One annotated story: its candidates, their signals, and what the annotator says of each."""

    def __init__(self, home: Path) -> None:
        """Read and gather the reports of `home`, which holds reports.jsonl and gold.json."""
        rows = [json.loads(line) for line in (home / "reports.jsonl").read_text("utf-8").splitlines() if line.strip()]
        reports = {r["id"]: Report(**{k: r.get(k) for k in _KEYS}) for r in rows}
        readings = {r.report: r for r in read(reports.values())}
        gold = json.loads((home / "gold.json").read_text("utf-8"))
        self.weight = {f["id"]: int(f["weight"]) for f in gold["facts"]}
        self._tellings = [
            (f["id"], t["report"], t["start"], t["end"]) for f in gold["facts"] for t in f["tellings"] if "start" in t
        ]
        who = identity(readings, (), ())
        voices = origins(reports, readings, who, lineage(reports, readings))
        speakers = {member: origin.key for member, origin in voices.items()}
        parts = stories(reports, readings, who)
        composer = Composer(reports, readings, who)
        gathered = gather(units(readings, who, speakers), parts, reports, readings, Tellings(readings, voices))
        self.gathered = max(gathered, key=lambda g: len(g.units))
        self.candidates = candidates_of(self.gathered, composer, reports)
        self.ranking = Ranking(
            self.candidates, self.gathered, [headline(reports[r], readings[r]) for r in sorted(reports)]
        )
        self.signals: Table = np.array(self.ranking.rows)
        self.judged = [self._judge(c) for c in self.candidates]
        self.values: Table = np.array([self._value(*j) for j in self.judged])
        often = Counter(fact for fact, _ in self.judged)
        self.counts: Table = np.array([often[fact] ** -0.5 if fact else 1.0 for fact, _ in self.judged])

    def _judge(self, c: Candidate) -> tuple[str | None, bool]:
        """The fact that most tellings of a claim tell, and whether all that the annotator knows tell it."""
        count: Counter[str] = Counter()
        known = 0
        for u in c.told.units:
            facts = {f for f, r, a, b in self._tellings if r == u.report and _meets(u.span, (a, b))}
            known += bool(facts)
            count.update(facts)
        if not count:
            return None, True
        best = max(sorted(count), key=lambda f: (count[f], self.weight[f]))
        return best, count[best] == known

    def _value(self, fact: str | None, pure: bool) -> float:
        return (_VALUE.get(self.weight.get(fact or "", 0), 0.0)) if pure else _MIXED

    def first_ten(self, weights: Table) -> dict[str, float]:
        """Give what the first ten lines are with these weights, as score_story.py counts it."""
        fitted = weights.tolist()
        order = vouched_first(main_first(self.ranking.order(fitted)))
        judged = dict(zip((c.number for c in self.candidates), self.judged, strict=True))
        kinds: Counter[str] = Counter()
        seen: set[str] = set()
        key: set[str] = set()
        for chosen in first_lines(order, self.gathered, _TOP, self.ranking.heard()):
            fact, pure = judged[chosen.number]
            weight = self.weight.get(fact or "", 0)
            kind = (
                "idle"
                if fact is None
                else "mixed"
                if not pure
                else "repeat"
                if fact in seen
                else "minor"
                if weight < 2
                else "good"
            )
            kinds[kind] += 1
            if fact is not None:
                seen.add(fact)
                if kind == "good" and weight == 3:
                    key.add(fact)
        three = sum(w == 3 for w in self.weight.values())
        return {
            **{k: kinds[k] / _TOP for k in ("good", "mixed", "repeat", "minor", "idle")},
            "key": len(key) / max(1, three),
        }


def _meets(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared >= 0.5 * min(a[1] - a[0], b[1] - b[0])


def fit(of: Sequence[Story]) -> Table:
    """Give the weight of each signal: a ridge regression of the value of claims."""
    x = np.vstack([s.signals for s in of])
    y = np.concatenate([s.values for s in of])
    counts = np.concatenate([s.counts for s in of])
    x = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.eye(x.shape[1]) * _RIDGE
    penalty[-1, -1] = 1e-6
    solved: Table = np.linalg.solve((x.T * counts) @ x + penalty, (x.T * counts) @ y)
    return solved[:-1]


def main() -> int:
    """Print what the first ten lines are, each story left out in turn; write the weights of all with --write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rank", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--also", type=Path, action="append", default=[], help="a folder of more annotated stories")
    parser.add_argument("--write", action="store_true", help="write the weights into the lexicon")
    args = parser.parse_args()
    folders = (args.shared / "stories", *args.also)
    homes = sorted(p.parent for folder in folders for p in folder.glob("*/gold.json"))
    if not homes:
        print("no annotated stories are here: nothing is fitted")
        return 0
    all_of = {home.name: Story(home) for home in homes}
    rows: list[dict[str, Any]] = []
    for name, story in all_of.items():
        rows.append(story.first_ten(fit([s for n, s in all_of.items() if n != name])))
        print(f"{name:14}" + "  ".join(f"{k} {v:.2f}" for k, v in rows[-1].items()))
    print(f"{'left out, mean':14}" + "  ".join(f"{k} {np.mean([r[k] for r in rows]):.3f}" for k in rows[0]))
    weights = dict(zip(SIGNALS, fit(list(all_of.values())).tolist(), strict=True))
    table = "".join(f"{name}\t{weights[name]:.3f}\n" for name in sorted(weights))
    print(table)
    if args.write:
        _LEXICON.write_text(_HEAD + table, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
