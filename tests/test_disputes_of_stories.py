"""A dispute stands in one story of a case: in that whose reports tell most of it, however many share its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.exports.account import account
from rashomon.records import Conflict, Findings, Report, Side, Story

_A, _B, _C = (("r1", 0, 9), ("r2", 0, 9), ("r3", 0, 9))

HOMES = (
    (((_A,), (_B,)), "s1", "both sides are told in the first story"),
    (((_A,), (_C,)), "s1", "of two that tell as much, the first"),
    (((_A, _C), (("r4", 0, 9),)), "s2", "the second tells more of it"),
)


@pytest.mark.parametrize(("sides", "home", "why"), HOMES, ids=[row[-1] for row in HOMES])
def test_a_dispute_stands_in_one_story(
    tmp_path: Path, sides: tuple[tuple[tuple[str, int, int], ...], ...], home: str, why: str
) -> None:
    stories = (
        Story("s1", "The mill", ("r1", "r2"), None, None),
        Story("s2", "The dam", ("r3", "r4"), None, None),
    )
    told = tuple(Side((f"k{n}",), evidence, ()) for n, evidence in enumerate(sides, 1))
    conflict = Conflict("x1", ("k1", "k2"), "denial", sides=told)
    with Case(tmp_path / "two.case") as case:
        with case.transaction():
            for n in range(1, 5):
                case.reports.add(Report(f"r{n}", f"Sentence number {n}."))
            case.findings.keep(Findings(stories=stories, conflicts=(conflict,)), case.findings.basis("by hand"))
        assert [c.id for s in ("s1", "s2") for c in case.findings.within(s)] == ["x1"]
        chapters = {c.id: [d.id for d in c.disputes] for c in account(case).chapters}
    assert chapters == {s: ["x1"] if s == home else [] for s in ("s1", "s2")}, why
