"""The words of a dispute's sides, as its page shows them: with names for pronouns, and whole."""

from __future__ import annotations

import pytest

from told import told

WORDED = (
    (
        (
            "Omar Saleh left the depot in Karm at noon. He denied that he had sold the guns of the depot in Karm.",
            "Omar Saleh sold the guns of the depot in Karm, prosecutors said.",
        ),
        {"[Omar Saleh] denied that he had sold the guns of the depot in Karm."},
        "a pronoun that the voice of the side stands behind",
    ),
    (
        ("The rebels said that the army had poisoned the wells of Tarn. The army denied that and said rebels did it.",),
        {"The army denied that.", "The army had poisoned the wells of Tarn."},
        "what else the denier says is not what he denies",
    ),
    (
        ("The army said that the driver had carried a rifle. His widow, who left, denies that he carried a rifle.",),
        {"His widow, who left, denies that he carried a rifle."},
        "what is denied is not shown as the word of who denies it",
    ),
)


AROUND = (
    (
        "Ann Maxell, a broker, has been accused in court of stealing from the fund, an allegation she has denied.",
        ("Ann Maxell, a broker, has been accused in court of stealing from the fund, an allegation she has denied.",
         "Ann Maxell, a broker, has been accused in court of stealing from the fund."),
        "around a relative clause that denies stands what she denies: its side is told in the sentence",
    ),
    (
        "The general said the strikes were meant to kill soldiers. Aides said they were not meant to kill soldiers.",
        ("They were not meant to kill soldiers.", "The strikes were meant to kill soldiers."),
        "what completes a clause is told with it",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), AROUND, ids=[row[-1] for row in AROUND])
def test_what_cannot_stand_alone_is_told_with_what_stands_around_it(
    text: str, words: tuple[str, ...], why: str
) -> None:
    (conflict,) = told(text).found.conflicts
    assert tuple(side.said for side in conflict.sides) == words, why


@pytest.mark.parametrize(("texts", "words", "why"), WORDED, ids=[row[-1] for row in WORDED])
def test_a_side_is_told_in_words_that_stand_alone(texts: tuple[str, ...], words: set[str], why: str) -> None:
    said = {side.said for c in told(*texts).found.conflicts for side in c.sides}
    assert words <= said, why


def test_the_words_of_a_side_are_its_report_s_outside_of_brackets() -> None:
    story = told(*WORDED[0][0])
    for conflict in story.found.conflicts:
        for side in conflict.sides:
            report = side.evidence[0][0]
            outside = side.said.partition("]")[2] or side.said
            assert outside.strip(" .")[1:] in story.reports[report].text


DOUBTED = (
    ("Her lawyer doubts that it leaked.", False, "who doubts"),
    ("The union is sceptical that the plant leaked acid.", False, "an adjective of doubt"),
    ("The union is unconvinced that the plant leaked acid into the river.", False, "another"),
    ("The union questioned whether the plant leaked acid into the river.", False, "who asks whether"),
    ("The union said that the plant leaked acid into the river.", True, "who says so"),
    ("The union is certain that the plant leaked acid into the river.", True, "who is sure"),
)


@pytest.mark.parametrize(("text", "says", "why"), DOUBTED, ids=[row[-1] for row in DOUBTED])
def test_who_doubts_that_something_is_so_does_not_say_that_it_is(text: str, says: bool, why: str) -> None:
    before = (
        "The ministry said that the plant had leaked acid into the river. "
        "The owner of the plant, Lena Berg, denied that the plant had leaked acid into the river."
    )
    story = told(f"{before} {text}")
    stances = {t.stance for c in story.found.claims for t in c.tellings if t.start >= len(before)}
    assert ("says" in stances) == says, why
    of_the_ministry = [s for c in story.found.conflicts for s in c.sides if "institution:ministry" in s.voices]
    assert says or not any(span[1] >= len(before) for s in of_the_ministry for span in s.evidence), why
