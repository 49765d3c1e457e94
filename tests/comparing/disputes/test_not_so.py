"""Two accounts side by side: a verdict on what was just said, and the same words with a "not"."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Conflict, Report

SAFE = "The minister, Ana Costa, said that all 21 sailors were safe."
POINTS = [
    "The union, Penen, said that this was not so.",
    "The union, Penen, said that this was not true.",
    "“That is not what our people saw,” the union, Penen, said.",
    "The union disagreed.",
    "The union disputed this.",
    "The union called this a lie.",
]
DOES_NOT = [
    ("The union said that this was so.", "it says the same"),
    ("The union said that this was not what mattered to it.", "it says what it cares for"),
    ("The union did not disagree.", "it contests nothing"),
    ("The union disagreed with the court over the wages.", "it is of another matter"),
]
WRITTEN = "The minister, Ana Costa, said on Monday that the letter from the bank was written in May."
OTHER = [
    (
        "The union said on Wednesday that the letter from the bank was not written in May.",
        True,
        "the same words, turned",
    ),
    ("The union said on Wednesday that the letter from the bank was written in May.", False, "the same words"),
    ("The union said on Wednesday that the contract of the port was not signed in May.", False, "of another thing"),
]
REPORTED = [
    "The newspaper Orsa Post reported that the minister had met the bankers in secret.",
    "The minister had met the bankers in secret, the newspaper Orsa Post reported.",
    "An inquiry found that the minister had met the bankers in secret, the newspaper Delo reported on Friday.",
]
LEAD = "The bank needs a further 450 million euros, its chief executive said on Wednesday.\n\n"


def disputes(*texts: str) -> tuple[Conflict, ...]:
    reports = [
        Report(f"r{n}", text, published=f"2031-05-{12 + n}", outlet=outlet)
        for n, (text, outlet) in enumerate(zip(texts, ("The Orsa Post", "Lund Today"), strict=False))
    ]
    return compare(reports, read(reports)).conflicts


def sides(texts: tuple[str, ...], found: Conflict) -> list[str]:
    return [" ".join(texts[int(r[1:])][s:e] for r, s, e in side.evidence) for side in found.sides]


@pytest.mark.parametrize("verdict", POINTS)
def test_a_verdict_is_on_what_was_just_said(verdict: str) -> None:
    text = f"{SAFE}\n\n{verdict}"
    (found,) = disputes(text)
    assert "all 21 sailors were safe" in sides((text,), found)[1]


@pytest.mark.parametrize(("words", "why"), DOES_NOT, ids=[row[1] for row in DOES_NOT])
def test_what_is_no_verdict(words: str, why: str) -> None:
    assert disputes(f"{SAFE}\n\n{words}") == (), why


@pytest.mark.parametrize(("words", "is_one", "why"), OTHER, ids=[row[2] for row in OTHER])
def test_the_same_words_with_a_not_stand_against_each_other(words: str, is_one: bool, why: str) -> None:
    assert bool(disputes(WRITTEN, words)) is is_one, why


@pytest.mark.parametrize("reported", REPORTED)
def test_a_report_is_what_was_just_reported_and_not_the_lead(reported: str) -> None:
    text = f"{LEAD}{reported} The ministry dismissed the report."
    (found,) = disputes(text)
    assert "had met the bankers in secret" in sides((text,), found)[1]


FIGURES = [
    ("Some 40 people died, rebels said. The army said the figure was false.", "40 people died", "the figure just told"),
    ("At least 31 people were killed, the governor said. The ministry disputed the toll.", "31 people were", "a toll"),
    ("Rebels said 40 men had died. A clinic was hit, they said. The army dismissed the figure.", "40 men", "two back"),
    (
        "Rebels said 40 men had died. The army dismissed the figure as invented.",
        "40 men had died",
        "and how false it is",
    ),
    (
        "Holm took bribes, prosecutors said. Her lawyer dismissed the allegation as made up.",
        "Holm took bribes",
        "a claim",
    ),
]
THINGS = [
    (
        "A court jailed the mayor on Friday. Holm said she would appeal. Her lawyer called the sentence absurd.",
        "a penalty",
    ),
    ("The club will sell its ground, the chairman said. The fans' group called the sale wrong.", "a plan"),
    ("He was a leading figure of the party, his widow said. The party denied that the figure had been paid.", "a man"),
    ("The minister said 40 roads would close. Drivers rejected the toll on the bridge.", "a fee"),
]


@pytest.mark.parametrize(("text", "figure", "why"), FIGURES)
def test_a_figure_that_is_called_false_is_the_one_just_told(text: str, figure: str, why: str) -> None:
    (found,) = disputes(text)
    assert any(figure in words for words in sides((text,), found)), why


@pytest.mark.parametrize(("text", "why"), THINGS)
def test_a_thing_that_nobody_claims_is_not_called_false(text: str, why: str) -> None:
    assert not disputes(text), why
