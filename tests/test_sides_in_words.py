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
)


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
