"""A dispute stands in one story of a case: in that whose reports tell most of it, however many share its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.comparing import compare
from rashomon.exports.account import account
from rashomon.reading import read
from rashomon.records import Conflict, Findings, Report, Side, Story

# what one report tells, what another does, and why they contradict each other where they are of one story
PAIRS = (
    ("The army shelled the port of Tarn on Monday, the mayor of Tarn said. Two boats sank.",
     "The army denied that it had shelled the port of Tarn. Two boats sank, it said.", "a denial"),
    ("The firm closed the mill at Orsova on Monday. Forty people lost their work.",
     "The firm did not close the mill at Orsova, its spokesman said. Forty people kept their work.", "a negation"),
    ("The bridge at Lanse was blown up by Red Sail, the police said. Nobody was hurt.",
     "Red Sail rejected the claim that it had blown up the bridge at Lanse. Nobody was hurt.", "a rejection"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), PAIRS, ids=[row[-1] for row in PAIRS])
def test_no_dispute_holds_what_two_stories_tell(
    monkeypatch: pytest.MonkeyPatch, one: str, other: str, why: str
) -> None:
    """Of a large case, whose stories are told apart: what is denied in winter is not what was told in spring."""
    monkeypatch.setattr("rashomon.comparing.claims._SMALL", 0)

    def found(later: str) -> tuple[int, int]:
        reports = [Report("r1", one, None, "A", None, "2031-05-13"), Report("r2", other, None, "B", None, later)]
        made = compare(reports, read(reports))
        return len(made.stories), len(made.conflicts)

    assert found("2031-05-14") == (1, 1), why
    assert found("2032-02-14") == (2, 0), why


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
