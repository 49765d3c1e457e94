"""SemEval-2015 task 4, TimeLine: from raw reports, the dated events in which a given entity takes part, in order.

The measure is temporal awareness (UzZaman and Allen 2011) as Minard et al. (2015) apply it: a timeline becomes
relations, events of one place in the order SIMULTANEOUS, events of the next place BEFORE, events and their dates
INCLUDED; what stands at place 0 is left out. Precision is the share of the system's relations, reduced, that hold in
the closure of the gold; recall that of the gold's in the closure of the system's; both are summed over all timelines.

Two timelines are measured, both the product's own. `chronicle` is its chronicle: entries of political events in which
the entity takes part. `timeline` is the timeline of the entity (`rashomon timeline`): whatever it does or undergoes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.comparing import compare, resolve_name, timeline
from rashomon.reading import read
from rashomon.records import Findings, Reading, Report

Node = tuple[str, int, int]
"""Report id, start, end of an event's word; what the gold does not locate has end 0 and a number of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place on a timeline: its rank, its date where it has one, and the words that tell of the event."""

    order: int
    date: str | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Relations found right and given, by the system and by the gold."""

    right: int
    given: int
    recalled: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the system's relations that hold in the gold."""
        return self.right / max(self.given, 1)

    @property
    def recall(self) -> float:
        """The share of the gold's relations that hold in the system."""
        return self.recalled / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


class _Graph:
    """The relations of one timeline."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._order: dict[Node, int] = {}
        self._date: dict[Node, str] = {}
        for row in rows:
            for node in row.nodes:
                if row.order > 0 and node not in self._order:
                    self._order[node] = row.order
                    if row.date and "X" not in row.date:
                        self._date[node] = row.date
        self._dates = {(self._order[n], d) for n, d in self._date.items()}

    def reduced(self) -> Iterator[tuple[Node, str, Node | str]]:
        """The fewest relations that all others follow from."""
        last: Node | None = None
        for order in sorted({*self._order.values()}):
            first, *others = [n for n, o in self._order.items() if o == order]
            yield from ((first, "SIMULTANEOUS", other) for other in others)
            dates = {self._date[n]: n for n in reversed([first, *others]) if n in self._date}
            yield from ((n, "INCLUDED", d) for d, n in dates.items())
            if last is not None:
                yield last, "BEFORE", first
            last = first

    def holds(self, a: Node, kind: str, b: Node | str) -> bool:
        """Tell whether the relation follows from this timeline."""
        x = self._order.get(a)
        if x is None:
            return False
        if isinstance(b, str):
            return (x, b) in self._dates
        y = self._order.get(b)
        return y is not None and (x == y if kind == "SIMULTANEOUS" else x < y)


def score(pairs: Iterable[tuple[Sequence[Row], Sequence[Row]]]) -> Score:
    """Score timelines against their gold, (gold, system) each; a system's word is the gold's that it overlaps."""
    right = given = recalled = asked = 0
    for gold, system in pairs:
        truth = _Graph(gold)
        told = _Graph(_placed(system, [n for row in gold for n in row.nodes]))
        ours, theirs = list(told.reduced()), list(truth.reduced())
        right += sum(truth.holds(*relation) for relation in ours)
        recalled += sum(told.holds(*relation) for relation in theirs)
        given, asked = given + len(ours), asked + len(theirs)
    return Score(right, given, recalled, asked)


def _placed(rows: Sequence[Row], gold: Sequence[Node]) -> Iterator[Row]:
    by_report: dict[str, list[Node]] = {}
    for node in gold:
        by_report.setdefault(node[0], []).append(node)
    for row in rows:
        found = []
        for report, start, end in row.nodes:
            here = (n for n in by_report.get(report, ()) if n[1] < end and start < n[2])
            found.append(next(here, (report, start, end)))
        yield Row(row.order, row.date, tuple(found))


# ---------------------------------------------------------------------------------------------- timelines of ours


def in_order(dated: Iterable[tuple[str, tuple[Node, ...]]]) -> list[Row]:
    """Rows in the order of their dates; events of one date share a place."""
    known = sorted(dated)
    places = {d: n for n, d in enumerate(sorted({d for d, _ in known}), 1)}
    return [Row(places[d], d, nodes) for d, nodes in known]


def chronicle_timeline(target: str, readings: Mapping[str, Reading], findings: Findings) -> list[Row]:
    """The dated entries of the chronicle in which the entity called `target` takes part."""
    part = frozenset(m for e in resolve_name(target, findings.entities) for m in e.mentions)
    events = {(r.report, e.id): e for r in readings.values() for e in r.events}
    dated = []
    for entry in findings.chronicle:
        taking = [
            (report, *events[report, e].trigger)
            for report, e in entry.events
            if any((report, m) in part for m in (*events[report, e].actors, *events[report, e].recipients))
        ]
        if taking and entry.date:
            dated.append((entry.date, tuple(taking)))
    return in_order(dated)


def entity_timeline(
    target: str, reports: Mapping[str, Report], readings: Mapping[str, Reading], findings: Findings
) -> list[Row]:
    """The dated entries of the product's own timeline of `target` that are said to have happened."""
    words = {(r.report, v.id): (r.report, v.start, v.end) for r in readings.values() for v in r.eventualities}
    told = timeline(target, reports, readings, findings.entities)
    return in_order(
        (entry.date, tuple(words[member] for member in entry.members))
        for entry in told.entries
        if entry.date and entry.modality in ("asserted", "attributed")
    )


# ------------------------------------------------------------------------------------------------------- the suite


def timelines(shared: Path) -> dict[str, float]:
    """SemEval-2015 timelines from raw text, micro-averaged over both corpora, and of each alone."""
    folder = shared / "data" / "time"
    rows = [json.loads(line) for line in (folder / "timelines_reports.jsonl").read_text("utf-8").splitlines()]
    wanted = [json.loads(line) for line in (folder / "timelines.jsonl").read_text("utf-8").splitlines()]
    told: dict[str, list[tuple[list[Row], list[Row]]]] = {"chronicle": [], "timeline": []}
    for corpus in sorted({d["corpus"] for d in rows}):
        reports = {
            d["doc_id"]: Report(d["doc_id"], d["text"], published=d["dct"]) for d in rows if d["corpus"] == corpus
        }
        readings = {r.report: r for r in read(reports.values())}
        findings = compare(reports.values(), readings.values())
        for d in wanted:
            if d["corpus"] == corpus:
                gold = [_gold(row, at) for at, row in enumerate(d["timeline"])]
                told["chronicle"].append((gold, chronicle_timeline(d["entity"], readings, findings)))
                found = gold, entity_timeline(d["entity"], reports, readings, findings)
                told["timeline"].append(found)
                told.setdefault(f"timeline {corpus}", []).append(found)
    figures: dict[str, float] = {}
    for name, pairs in told.items():
        s = score(pairs)
        figures |= {f"{name} P": 100 * s.precision, f"{name} R": 100 * s.recall, f"{name} micro-F1": 100 * s.f1}
    return figures


def _gold(row: Mapping[str, Any], at: int) -> Row:
    nodes = tuple(
        (m["doc_id"], m["start"], m["end"]) if "start" in m else (m["doc_id"], -1000 * at - n, 0)
        for n, m in enumerate(row["mentions"])
    )
    return Row(row["order"], row["date"], nodes)
