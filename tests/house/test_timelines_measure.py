"""The measure of timelines does what its definition says: reduced relations, checked against a closure."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import pytest

from repository import ROOT


def _module() -> Any:
    """`benchmarks` is beside the package, not in it."""
    file = ROOT / "benchmarks" / "timelines.py"
    spec = importlib.util.spec_from_file_location("timelines_measure", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_measure = _module()
Row, score = _measure.Row, _measure.score
A, B, C, OTHER = (("r", 10 * n, 10 * n + 4) for n in range(4))
_GOLD = [Row(1, "2031-05-01", (A,)), Row(2, "2031-05-02", (B,)), Row(3, None, (C,))]


@pytest.mark.parametrize(
    ("system", "right", "given", "recalled"),
    [
        (_GOLD, 4, 4, 4),
        ([], 0, 0, 0),
        ([Row(1, None, (A,)), Row(2, None, (C,))], 1, 1, 0),
        ([Row(1, None, (B,)), Row(2, None, (A,))], 0, 1, 0),
        ([Row(1, "2031-05-01", (A, B))], 1, 2, 1),
        ([Row(0, "2031-05-01", (A,))], 0, 0, 0),
        ([Row(1, "2031-05-01", (("r", 2, 6),))], 1, 1, 1),
        ([Row(1, "2031-05-01", (OTHER,))], 0, 1, 0),
    ],
    ids=[
        "the gold itself is all right",
        "nothing said, nothing right",
        "two places apart follows from the closure",
        "the wrong way round",
        "one day for two events of two places",
        "place 0 does not count",
        "a word that overlaps the gold's is the gold's",
        "a word that the gold does not hold",
    ],
)
def test_relations_are_counted_both_ways(system: list[Any], right: int, given: int, recalled: int) -> None:
    found = score([(_GOLD, system)])
    assert (found.right, found.given, found.recalled, found.gold) == (right, given, recalled, 4)


def test_timelines_are_summed_not_averaged() -> None:
    found = score([(_GOLD, _GOLD), (_GOLD, [])])
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert found.f1 == pytest.approx(2 / 3)


def test_events_of_one_date_share_a_place_in_the_order_of_the_dates() -> None:
    rows = _measure.in_order([("2031-06", (C,)), ("2031-05-01", (B,)), ("2031-05-01", (A,))])
    assert [(r.order, r.nodes) for r in rows] == [(1, (A,)), (1, (B,)), (2, (C,))]
