"""A denial finds the group of clauses that tells what it denies."""

from __future__ import annotations

import pytest

from rashomon.comparing.denials import denials
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import units
from rashomon.reading import read
from rashomon.records import Report


def _denied(*texts: str) -> list[tuple[str, str]]:
    """Each pair of a told clause, as a group of its own, and a clause that denies it."""
    reports = {f"r{n}": Report(id=f"r{n}", text=text, published="2024-05-08") for n, text in enumerate(texts, 1)}
    readings = {r.report: r for r in read(reports.values())}
    made = units(readings, identity(readings, (), (), {i: r.text for i, r in reports.items()}), {})
    words = [reports[u.report].text[u.span[0] : u.span[1]] for u in made]
    found = denials(made, [(n,) for n in range(len(made))], readings)
    return [(words[group], words[unit]) for group, of in found.items() for unit in of]


DENIED = (
    (
        (
            "Jets of the ministry bombed the depot in Karm, the mayor said.",
            "The ministry denied that its jets bombed the depot in Karm.",
        ),
        "Jets of the ministry bombed the depot in Karm",
        "The ministry denied that its jets bombed the depot in Karm",
    ),
    (
        ("The governor said the dockers had burned the cranes. The dockers denied this.",),
        "the dockers had burned the cranes",
        "The dockers denied this",
    ),
    (
        ("Berg robbed the museum in Selde, prosecutors allege. Berg has denied any involvement.",),
        "Berg robbed the museum in Selde",
        "Berg has denied any involvement",
    ),
)


@pytest.mark.parametrize(("texts", "told", "denial"), DENIED)
def test_a_denial_finds_its_claim(texts: tuple[str, ...], told: str, denial: str) -> None:
    assert (told, denial) in _denied(*texts)


UNDENIED = (
    ("Gunmen raided the depot in Halim.", "No group has claimed the raid on the depot in Halim."),
    ("The army said it shelled the mill in Tarn.", "The army has never denied shelling the mill in Tarn."),
    ("Jets bombed the depot in Karm.", "The ministry would neither confirm nor deny that jets bombed the depot."),
    ("Jets bombed the depot in Karm.", "The ministry declined to comment on the bombing of the depot in Karm."),
    ("The governor of Tarn offered talks.", "The rebels rejected talks with the governor of Tarn."),
)


@pytest.mark.parametrize("texts", UNDENIED)
def test_who_does_not_comment_denies_nothing(texts: tuple[str, ...]) -> None:
    assert not _denied(*texts)
