"""The latest count of the dead is among the first lines of a story in which it rose."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from rashomon.comparing import compare
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.tolls import tells_a_toll
from rashomon.reading import read
from rashomon.records import Findings, Report

_REST = """
The pit lies two miles east of Tarn, in the hills above the river Lund. Mayor Ila Brandt opened the town hall to the
families. Omar Seidel, who heads the union, said the lift had failed in May. The company Elm Coal closed its two other
pits on Tuesday. Crews from Orsa brought a drill by train. Governor Vera Holm visited the pit on Wednesday. Prosecutor
Anton Vale opened an inquiry into the fire. Engineers pumped water from the lower gallery. The railway sent two trains
for the rescuers. Elm Coal bought the pit in 2019 for nine million crowns. The bishop of Orsa held a service in the
market square. Norvia offered twenty doctors and a field hospital. The stock exchange suspended the shares of Elm Coal.
Minister Hana Dost promised a law on lifts. Police cordoned off the road to the pit.
"""


def _case(*told: tuple[str, str]) -> Findings:
    """A case of reports (day, what they open with); each goes on with a third of the rest, which is told twice."""
    rest = [s.strip() for s in _REST.replace("\n", " ").split(". ") if s.strip()]
    reports = [
        Report(
            f"r{n}",
            f"{opening} {'. '.join(rest[(5 * n) % 15 : (5 * n) % 15 + 5])}.",
            outlet=f"Paper {n}",
            published=day,
        )
        for n, (day, opening) in enumerate((*told, *told))
    ]
    return compare(reports, list(read(reports)))


# what reports open with, by day; whether a first line tells the last count; why
TOLLS = [
    (
        [
            ("2031-03-04", "At least four miners were killed by a fire in the Tarn pit."),
            ("2031-03-05", "Rescuers have now found eleven bodies in the Tarn pit."),
            ("2031-03-06", "Nineteen people died in the fire at the Tarn pit."),
        ],
        "Nineteen",
        "the last of three counts",
    ),
    (
        [
            ("2031-03-06", "Nineteen people died in the fire at the Tarn pit."),
            ("2031-03-04", "At least four miners were killed by a fire in the Tarn pit."),
            ("2031-03-05", "Rescuers have now found eleven bodies in the Tarn pit."),
        ],
        "Nineteen",
        "by its day, in whatever order reports come",
    ),
]


@pytest.mark.parametrize(("told", "word", "why"), TOLLS, ids=[t[-1] for t in TOLLS])
def test_the_last_count_of_the_dead_is_told_first(told: list[tuple[str, str]], word: str, why: str) -> None:
    first = sorted(_case(*told).chronicle, key=lambda e: e.rank or 0)[:10]
    assert any(word in e.title for e in first), (why, [e.title for e in first])
    assert len(first) == 10


# a sentence, whether it tells a toll, why
COUNTED = [
    ("The fire killed nineteen miners.", True, "how many died"),
    ("The shelling killed nineteen rebels and four soldiers.", True, "of two parties"),
    ("The fire killed nineteen people, nine of them nurses.", True, "and how many of them were what"),
    ("Nine of the nineteen who died were nurses.", False, "of some of the dead"),
    ("Nineteen miners were rescued.", False, "nobody died"),
    ("The fire burned for a week.", False, "nothing is counted"),
]


@pytest.mark.parametrize(("text", "told", "why"), COUNTED, ids=[c[-1] for c in COUNTED])
def test_a_toll_is_of_all_the_dead(text: str, told: bool, why: str) -> None:
    (reading,) = read([Report("r", text)])
    main = next(c for c in reading.clauses if c.link == "main")
    assert tells_a_toll(cast(Unit, SimpleNamespace(clause=main))) == told, why
