"""How many ids of found rows stay as reports come: `python -m benchmarks.names_stay REPORTS.jsonl [SHARE [LARGE]]`.

Compares a SHARE (a half, unless told) of the reports, then all, twice over: the earliest first, as a case grows, and a
choice by the hash of the id, which has nothing to do with the day. A row is held to have stayed where a row of that id
is there afterwards and shares a place with it; one that is not may still be `known`: another row answers to its name.
`could` is the share that any rule could keep which, as ours, makes an id of one place of its row and gives the same
reports the same ids in whatever order they come: of a row that n reports tell, m of which were there before, m in n.

With LARGE, a case of more reports than that is compared in parts, as one of more than 180 is.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from rashomon.case import Case
from rashomon.comparing import compare
from rashomon.engines import compare_again
from rashomon.reading import read
from rashomon.records import Claim, Conflict, Findings, Reading, Report
from rashomon.records.keys import claim_name, conflict_name, entity_name, series_name, story_name, twins

_FIELDS = ("id", "text", "title", "outlet", "url", "published")


Named = Iterable[tuple[str, str]]
"""Names that a row answers to, each with the report of the place that it is made of."""


def names_of_claim(claim: Claim) -> Named:
    """Give all names that a claim answers to."""
    return ((claim_name((t.report, t.start, t.end)), t.report) for t in claim.tellings)


def names_of_conflict(conflict: Conflict, claims: Mapping[str, Claim]) -> Named:
    """Give all names that a conflict answers to: by each clause that it shows, and each that tells a claim in it."""
    for side in conflict.sides:
        yield from ((conflict_name(place), place[0]) for place in side.evidence)
        for told in side.claims:
            yield from ((conflict_name((t.report, t.start, t.end)), t.report) for t in claims[told].tellings)


def _kinds(
    found: Findings, readings: dict[str, Reading]
) -> Iterator[tuple[str, Sequence[Any], Callable[[Any], Named]]]:
    at = {(r, m.id): (m.start, m.end) for r, one in readings.items() for m in one.mentions}
    yield "claims", found.claims, names_of_claim
    yield "entities", found.entities, lambda e: [(entity_name(m[0], at[m]), m[0]) for m in e.mentions if m in at]
    claims = {c.id: c for c in found.claims}
    yield "conflicts", found.conflicts, lambda c: names_of_conflict(c, claims)
    yield "stories", found.stories, lambda s: [(story_name(r), r) for r in s.reports]
    yield "series", found.series, lambda s: [(series_name(p.evidence, p.value), p.evidence[0]) for p in s.points]


def stayed(
    before: Findings, after: Findings, readings: dict[str, Reading]
) -> dict[str, tuple[int, float, float, float]]:
    """Give for each kind of row how many there were, and the shares that stayed, could stay, and are still known."""
    told = {}
    for (kind, old, names), (_, new, now) in zip(_kinds(before, readings), _kinds(after, readings), strict=True):
        there = {row.id: dict(now(row)) for row in new}
        answering = set(there).union(*there.values())
        if kind == "conflicts":  # one that is not found any more leads to the claim that it began with
            begun = (conflict_name((t.report, t.start, t.end)) for c in after.claims for t in c.tellings)
            answering |= {name for first in begun for name in twins(first)}
        had = {row.id: dict(names(row)) for row in old}
        kept = sum(bool(there.get(row, {}).keys() & own) for row, own in had.items())
        known = sum(row in answering for row in had)
        bearer = {name: row for row, own in there.items() for name in own}
        now_borne = [(own, Counter(bearer[name] for name in own if name in bearer)) for own in had.values()]
        could = sum(_could(own, there[borne.most_common(1)[0][0]]) for own, borne in now_borne if borne)
        count = max(len(old), 1)
        told[kind] = (len(old), kept / count, could / count, known / count)
    return told


def _could(own: Mapping[str, str], now: Mapping[str, str]) -> float:
    """Which share of the reports of a row as it is now told it before; 0 where it is no more."""
    reports = {*now.values()}
    return len(reports & {*own.values()}) / max(len(reports), 1)


def grown(
    part: Sequence[Report], rest: Sequence[Report], readings: Mapping[str, Reading], large: int
) -> tuple[Findings, Findings]:
    """Give what a case finds of some reports, and of all, where more than `large` are compared in parts."""
    engine, parts = (
        import_module(name) for name in ("rashomon.engines.compare_again", "rashomon.comparing.identity.across_parts")
    )
    found = []
    with (
        patch.object(engine, "LARGE", large),
        patch.object(parts, "EARLIEST", large),
        TemporaryDirectory() as folder,
        Case(Path(folder) / "grows.case") as case,
    ):
        for some in (part, rest):
            with case.transaction():
                for report in some:
                    case.reports.add(report)
                case.readings.keep([readings[r.id] for r in some], "read before")
            compare_again(case)
            found.append(case.findings.get())
    return found[0], found[1]


def main(path: Path, share: float, large: int = 0) -> None:
    """Print the table."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    reports = [Report(**{k: row[k] for k in _FIELDS if row.get(k)}) for row in rows]
    readings = {r.report: r for r in read(reports)}
    orders: dict[str, Callable[[Report], Any]] = {
        "the earliest first": lambda r: (readings[r.id].published.value or "9999", r.id),
        "by chance": lambda r: blake2b(r.id.encode()).hexdigest(),
    }
    for called, order in orders.items():
        part = sorted(reports, key=order)[: round(len(reports) * share)]
        if large:
            before, whole = grown(part, [r for r in reports if r not in part], readings, large)
        else:
            before = compare(part, [readings[r.id] for r in part])
            whole = compare(reports, readings.values())
        print(f"{len(part)} reports, then {len(reports)}, {called}")
        for kind, (count, kept, could, known) in stayed(before, whole, readings).items():
            print(f"  {kind:10} {count:6} stayed {kept:.3f} could {could:.3f} known {known:.3f}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        float(sys.argv[2]) if len(sys.argv) > 2 else 0.5,
        int(sys.argv[3]) if len(sys.argv) > 3 else 0,
    )
