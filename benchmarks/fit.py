"""Fit the weights with which pairs of clauses are judged, on stories whose facts an analyst listed.

python -m benchmarks.fit [--write] [--shared FOLDER]

Each story is left out in turn: the weights are fitted on the others and the story's clauses are joined with them. Told
are precision, recall and F1 of the analyst's tellings (B-cubed, as `score_story.py` counts it), and the share of the
look-alikes that were joined, at several thresholds. `--write` fits on all stories and writes the table.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.identity import identity
from rashomon.comparing.joining.candidates import candidates
from rashomon.comparing.joining.features import FEATURES, Pairs, features
from rashomon.comparing.joining.incidence import Likely
from rashomon.comparing.joining.join import gathered, of_statements, statements
from rashomon.comparing.joining.unit import Unit, units
from rashomon.comparing.joining.vetoes import never
from rashomon.comparing.lineage import lineage
from rashomon.comparing.origins import origins
from rashomon.reading import read
from rashomon.records import Evidence, Report

TABLE = Path(__file__).parent.parent / "src" / "rashomon" / "language" / "weights" / "pair_weights.txt"
THRESHOLDS = (0.25, 0.3, 0.32, 0.36, 0.4, 0.5)
_FIRST_LINE = "# Weights of the features of a pair of clauses, fitted by benchmarks.fit: feature, weight\n"
_NO_TELLING = 0.1  # what a pair of a listed telling and a clause that tells nothing listed counts
_LOOK_ALIKE = 2.0  # what a pair of look-alikes counts more
_SPREAD = 200.0  # how near the weights are held to none, for features of spread one
_STEPS = 12
_KEPT = 0.03

Table = NDArray[np.float64]
Marks = NDArray[np.bool_]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A place where the analyst says that a fact is told; `counts` where it is scored."""

    fact: str
    at: Evidence
    counts: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A story with its pairs: `told` is 1 where both tell one fact, 0 where not, -1 where that is not known."""

    name: str
    units: tuple[Unit, ...]
    one: NDArray[np.int64]
    other: NDArray[np.int64]
    table: Table
    told: NDArray[np.int64]
    idle: Marks
    look_alike: Marks
    tellings: tuple[Telling, ...]
    apart: tuple[tuple[Evidence, Evidence], ...]


def example(home: Path) -> Example:
    """Read the story in the folder `home` and compare its clauses."""
    rows = [json.loads(line) for line in (home / "reports.jsonl").read_text("utf-8").splitlines() if line.strip()]
    fields = ("id", "text", "title", "outlet", "url", "published")
    reports = {row["id"]: Report(**{k: v for k, v in row.items() if k in fields}) for row in rows}
    readings = {r.report: r for r in read(reports.values())}
    who = identity(readings, (), (), {i: report.text for i, report in reports.items()})
    voices = origins(reports, readings, who, lineage(reports, readings))
    found = units(readings, who, {member: origin.key for member, origin in voices.items()})
    none = np.zeros(0, np.int64)
    alone = Pairs(found, none, none)
    one, other = candidates(alone)
    table = features(Pairs(found, one, other, alone.seen), list(FEATURES)).astype(np.float64)
    gold = json.loads((home / "gold.json").read_text("utf-8"))
    tellings = tuple(
        Telling(fact["id"], _span(t), t["stance"] == "says" and fact["weight"] >= 2)
        for fact in gold["facts"]
        for t in fact["tellings"]
        if "start" in t
    )
    apart = tuple((_span(p["a"]), _span(p["b"])) for p in gold["apart"] if "start" in p["a"] and "start" in p["b"])
    facts, touched = _facts(found, tellings)
    pairs = list(zip(one.tolist(), other.tolist(), strict=True))
    told = np.array([int(bool(facts[a] & facts[b])) if facts[a] and facts[b] else -1 for a, b in pairs], np.int64)
    idle = np.array([(bool(facts[a]) and b not in touched) or (bool(facts[b]) and a not in touched) for a, b in pairs])
    alike = {pair for a, b in apart for pair in _between(found, a, b)}
    look_alike = np.array([pair in alike for pair in pairs]) & (told != 1)
    return Example(home.name, found, one, other, table, told, idle & (told < 0), look_alike, tellings, apart)


def _span(row: Mapping[str, Any]) -> Evidence:
    return row["report"], row["start"], row["end"]


def _shared(a: Evidence, b: Evidence) -> int:
    return min(a[2], b[2]) - max(a[1], b[1]) if a[0] == b[0] else 0


def _meet(a: Evidence, b: Evidence) -> bool:
    shared = _shared(a, b)
    return shared > 0 and 2 * shared >= min(a[2] - a[1], b[2] - b[1])


def _likeness(a: Evidence, b: Evidence) -> float:
    return _shared(a, b) / (max(a[2], b[2]) - min(a[1], b[1]))


def _facts(found: Sequence[Unit], tellings: Iterable[Telling]) -> tuple[list[set[str]], set[int]]:
    """Give for each unit the facts that it tells best or almost alone, and the units that any telling meets."""
    facts: list[set[str]] = [set() for _ in found]
    touched: set[int] = set()
    for telling in tellings:
        near = [(_likeness(u.evidence, telling.at), -n) for n, u in enumerate(found) if _meet(u.evidence, telling.at)]
        touched |= {-n for _, n in near}
        if near and telling.counts:
            facts[-max(near)[1]].add(telling.fact)
        for n, u in enumerate(found):
            if 2 * _shared(u.evidence, telling.at) >= max(u.span[1], telling.at[2]) - min(u.span[0], telling.at[1]):
                facts[n].add(telling.fact)
    return facts, touched


def _between(found: Sequence[Unit], a: Evidence, b: Evidence) -> set[tuple[int, int]]:
    first = {n for n, u in enumerate(found) if _meet(u.evidence, a)}
    second = {n for n, u in enumerate(found) if _meet(u.evidence, b)}
    return {(min(x, y), max(x, y)) for x in first - second for y in second - first}


def fit(examples: Iterable[Example]) -> tuple[Table, float]:
    """Give the weight of each feature, and the bias, that make what is known of the pairs likeliest."""
    parts = []
    for e in examples:
        known, every_third = e.told >= 0, np.arange(len(e.told)) % 3 == 0
        for mask, weight in ((known, 1.0), (e.idle & every_third, 3 * _NO_TELLING), (e.look_alike, _LOOK_ALIKE)):
            parts.append((e.table[mask], np.maximum(e.told[mask], 0), np.full(int(mask.sum()), weight)))
    table, told, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    mean, spread = table.mean(0), table.std(0) + 1e-9
    z = np.hstack([(table - mean) / spread, np.ones((len(table), 1))])
    held = np.eye(z.shape[1]) * _SPREAD
    held[-1, -1] = 1e-6
    found = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ found, -30, 30)))
        slope = z.T @ (weights * (told - p)) - held @ found
        found += np.linalg.solve((z * (weights * p * (1 - p))[:, None]).T @ z + held, slope)
    each = found[:-1] / spread
    return each, float(found[-1] - each @ mean)


def measured(e: Example, fitted: tuple[Table, float], threshold: float) -> tuple[float, float, float, float]:
    """Give precision, recall and F1 of the tellings, and the share of look-alikes joined."""
    weights, bias = fitted
    likely = 1 / (1 + np.exp(-(e.table @ weights + bias)))
    links = Likely(e.one, e.other, likely).where(likely >= _KEPT)
    teller = statements(e.units)
    between = of_statements(teller, links)
    _, told = gathered(e.units, teller, between, threshold, lambda near: never(e.units, links, near))
    spans = [[e.units[n].evidence for n in some] for some in told]
    precision, recall = _b_cubed(e.tellings, spans)
    return precision, recall, 2 * precision * recall / (precision + recall), _joined(e.apart, spans)


def _b_cubed(tellings: Sequence[Telling], claims: Sequence[Sequence[Evidence]]) -> tuple[float, float]:
    of_report: dict[str, list[tuple[Evidence, int]]] = defaultdict(list)
    for number, spans in enumerate(claims):
        for span in spans:
            of_report[span[0]].append((span, number))
    scored = [t for t in tellings if t.counts]
    held: dict[int, int] = {}
    for n, t in enumerate(scored):
        near = [(_likeness(s, t.at), len(claims[c]), -c) for s, c in of_report[t.at[0]] if _meet(s, t.at)]
        if near:
            held[n] = -max(near)[2]
    right: list[float] = []
    whole: list[float] = []
    for n, t in enumerate(scored):
        alike = [m for m, other in enumerate(scored) if other.fact == t.fact]
        with_it = [m for m in held if n in held and held[m] == held[n]]
        both = len(set(alike) & set(with_it))
        whole.append(both / len(alike))
        if with_it:
            right.append(both / len(with_it))
    return sum(right) / max(1, len(right)), sum(whole) / max(1, len(whole))


def _joined(apart: Sequence[tuple[Evidence, Evidence]], claims: Sequence[Sequence[Evidence]]) -> float:
    wrong = 0
    for a, b in apart:
        wrong += any(
            any(_meet(s, a) for s in spans)
            and any(_meet(s, b) for s in spans)
            and not any(_meet(s, a) and _meet(s, b) for s in spans)
            for spans in claims
        )
    return wrong / max(1, len(apart))


def main() -> int:
    """Print the table; write the weights where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of all stories together")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    args = parser.parse_args()
    homes = sorted(p.parent for p in (args.shared / "stories").glob("*/gold.json"))
    if not homes:
        print("the stories are not here: nothing is fitted")
        return 0
    examples = [example(home) for home in homes]
    without = {e.name: fit([other for other in examples if other is not e]) for e in examples}
    print(f"{'left out':<16}" + "".join(f"{f'at {t}: P R F1 apart':>28}" for t in THRESHOLDS))
    rows = {e.name: [measured(e, without[e.name], t) for t in THRESHOLDS] for e in examples}
    rows["mean"] = [tuple(float(x) for x in np.mean([r[n] for r in rows.values()], 0)) for n in range(len(THRESHOLDS))]  # type: ignore[misc]
    for name, at in rows.items():
        print(f"{name:<16}" + "".join(f"{' '.join(f'{figure:.3f}' for figure in four):>28}" for four in at))
    if args.write:
        weights, bias = fit(examples)
        lines = [f"{name}\t{weight:.4f}\n" for name, weight in zip(FEATURES, weights.tolist(), strict=True)]
        TABLE.write_text(_FIRST_LINE + "".join(sorted([*lines, f"bias\t{bias:.4f}\n"])), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
