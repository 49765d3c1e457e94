"""Whose "we" stands in what is said: a speaker's in his own words, and in a report of them that of whoever tells it."""

from __future__ import annotations

import pytest

from told import told

# a text, whether its line may be told as the speaker's word, why
OURS = [
    ('General Karl Roth said: "We attacked the village of Elm on Monday."', True, "his own words"),
    ("“We attacked the village of Elm on Monday,” General Karl Roth said.", True, "before his name"),
    ("We attacked the village of Elm on Monday, General Karl Roth said.", True, "his own, without marks"),
    ("General Karl Roth says that we attacked the village of Elm on Monday.", False, "the paper's own side"),
    ("General Karl Roth claimed our fighters attacked the village of Elm on Monday.", False, "whose fighters they are"),
    ("General Karl Roth says too that they attacked our village on Monday.", False, "whose village it is"),
]


@pytest.mark.parametrize(("text", "own", "why"), OURS, ids=[row[-1] for row in OURS])
def test_who_is_told_to_have_said_we_is_not_we(text: str, own: bool, why: str) -> None:
    said = [line for line in told(text).lines() if line.startswith("[Karl Roth:]") and "attacked" in line]
    assert len(said) == own, why
