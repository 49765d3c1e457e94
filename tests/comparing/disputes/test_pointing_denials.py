"""A denial that only points means the statement of another just before it, and nothing else."""

from __future__ import annotations

import pytest

from told import Told, told


def _sides(t: Told) -> list[tuple[str, str]]:
    """The words of both sides of each dispute."""
    return [
        tuple(" | ".join(t.reports[r].text[start:end] for r, start, end in side.evidence) for side in x.sides)  # type: ignore[misc]
        for x in t.found.conflicts
    ]


# what a report says, words of the denial, words of what it denies, why
MEANT = [
    ("The bridge at Tarn fell on Monday. A foreman said the siren had sounded before dawn. Survivors disputed that.", "disputed that", "the siren had sounded", "a pronoun: the sentence before"),
    ("The bridge at Tarn fell on Monday. Marchers said guards had used clubs without a warning. Police denied that.", "denied that", "guards had used clubs", "a body without a name"),
    ("The mill at Tarn burned on Monday. Kestria said Norvian mortars had hit the mill. The Norvian ministry denied that and said that Kestrian soldiers had looted a school.", "denied that", "mortars had hit the mill", "what he says beside it is not denied"),
    ("The mill at Tarn burned on Monday. Kestria said Norvian soldiers had looted the school. A spokesman for the Norvian guard, Olan Berg, rejected the accusation.", "rejected the accusation", "soldiers had looted the school", "a noun of a claim"),
    ("Halim Foods has paid thieves two million dollars to get its files back, the Elm Courier reported on Sunday, citing three people. The payment went through an insurer in Selde, the people said. Halim Foods denied the report.", "denied the report", "paid thieves two million", "a report: what the paper reports in the lead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denial", "denied", "why"), MEANT, ids=[m[-1] for m in MEANT])
def test_a_pointing_denial_means_the_statement_before_it(text: str, denial: str, denied: str, why: str) -> None:
    found = _sides(told(text))
    assert any(denial in one and denied in other for one, other in found), (why, found)


# what a report says, words of the denial, words that it does not deny, why
NOT_MEANT = [
    ("The bridge at Tarn fell on Monday. The mayor said the steel was rotten. The mayor denied that.", "denied that", "the steel was rotten", "nobody denies his own words"),
    ("The mill at Tarn burned on Monday. Kestria said Norvian mortars had hit the mill. The Norvian ministry denied that and said that Kestrian soldiers had looted a school.", "denied that", "had looted a school", "what he says beside it"),
    ("The mill at Tarn burned on Monday. Inspector Olan Berg, who arrived in Tarn on Friday, said that the first statement had been wrong.", "had been wrong", "arrived in Tarn", "what the report tells on the way of who denies"),
    ("The mill at Tarn burned on Monday. In a letter, seen by the Elm Courier, Olan Berg wrote that he had relied on a count that was wrong.", "was wrong", "seen by the Elm Courier", "what the report tells on the way of a letter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denial", "said", "why"), NOT_MEANT, ids=[m[-1] for m in NOT_MEANT])
def test_it_means_nothing_else(text: str, denial: str, said: str, why: str) -> None:
    assert not any(denial in one and said in other for one, other in _sides(told(text))), why


# what a report says, words of it that contest nothing that is told, why
NO_CONTEST = [
    ("The wall of the mine at Tarn burst on Monday. The police arrested two engineers of the mine, prosecutors said. The two are suspected of having signed a false safety report in May.", "arrested two engineers", "a false report that somebody signed tells a deed"),
    ("The wall of the mine at Tarn burst on Monday. The prosecutor opened an inquiry into the Tarn police. The findings of a doctor contradict the account of the Tarn police, who have said that Omar Saleh was drunk when he fell.", "opened an inquiry", "an account of somebody contests nothing that names him"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), NO_CONTEST, ids=[m[-1] for m in NO_CONTEST])
def test_nothing_is_contested(text: str, words: str, why: str) -> None:
    assert not any(words in side for sides in _sides(told(text)) for side in sides), why


def test_the_account_of_somebody_is_what_he_says() -> None:
    found = _sides(
        told(
            "Omar Saleh was drunk when he fell from the bridge at Tarn, the Tarn police said.",
            "The findings of a doctor contradict the account of the Tarn police, who have said that Omar Saleh was drunk when he fell.",
        )
    )
    assert any("contradict" in one and "was drunk when he fell" in other for one, other in found), found
