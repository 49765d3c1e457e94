"""A denial finds the group of clauses that tells what it denies."""

from __future__ import annotations

import pytest

from told import told


def _denied(*texts: str) -> list[tuple[str, str]]:
    """Each telling that says a claim, with each telling elsewhere that denies it."""
    found = told(*texts)
    return [
        (found.words(t), found.words(d))
        for c in found.found.claims
        for d in c.tellings
        if d.stance == "denies" and (d.report, d.start, d.end) not in c.evidence
        for t in c.tellings
        if t.stance == "says"
    ]


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
        "Berg robbed the museum in Selde, prosecutors allege",
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
    ("The minister denied that the dam was mined.", "The dam was not mined, Lena Abt said."),
    ("The governor of Tarn offered talks.", "The rebels rejected talks with the governor of Tarn."),
)


@pytest.mark.parametrize("texts", UNDENIED)
def test_who_does_not_comment_denies_nothing(texts: tuple[str, ...]) -> None:
    assert not _denied(*texts)


def test_a_denial_elsewhere_is_a_denying_telling_and_no_evidence() -> None:
    found = told("The governor said the dockers had burned the cranes. The dockers denied this.")
    claim, _ = found.at("the dockers had burned the cranes")
    says, denies = claim.tellings
    assert (says.stance, denies.stance) == ("says", "denies")
    assert found.words(denies) == "The dockers denied this"
    assert len(claim.evidence) == 1
    assert {"says", "denies"} == {s.stance for s in claim.stances}
    assert not any("docker" in o.name for o in claim.origins)
