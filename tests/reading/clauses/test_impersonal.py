"""An "it" that stands for nothing hangs on nothing; one that stands for a thing or a body does."""

from __future__ import annotations

import pytest

from rashomon.language import lexicon
from rashomon.reading.clauses.extent import is_impersonal
from rashomon.reading.grammar.parse import Parse
from rashomon.reading.read import pipeline

# a text with one "it", whether that stands for nothing, why
CASES = [
    ("It's time that the ferry sailed at night again.", True, "time that"),
    ("It was the first time that the bridge had closed.", True, "the first time that"),
    ("It is clear that the ferry had sailed too late.", True, "clear that"),
    ("It is possible the bridge will close.", True, "possible, without that"),
    ("It's hard to say who fired first.", True, "hard to"),
    ("It remains unclear who gave the order.", True, "remains unclear"),
    ("It is not known how many died.", True, "known how"),
    ("It seems that nobody knew.", True, "seems that"),
    ("It turned out that nobody knew.", True, "turned out that"),
    ("It took three days to find the boat.", True, "took days to"),
    ("It was raining hard.", True, "rain"),
    ("It was midnight.", True, "an hour"),
    ("It was decided to hold a vote in May.", True, "decided to"),
    ("It was agreed to share the water.", True, "agreed to"),
    ("It was ordered to leave the port.", False, "who was ordered to"),
    ("It was expected to sail at noon.", False, "what was expected to"),
    ("It was decided by a late goal.", False, "what was decided"),
    ("It is ready to strike the port.", False, "who is ready"),
    ("It is glad that the strike is over.", False, "who is glad"),
    ("It is a company that makes guns.", False, "what is told of"),
    ("It was told that the port would close.", False, "who was told"),
    ("It was closed for the winter.", False, "what was closed"),
    ("It took the town by night.", False, "who took it"),
    ("It appears on every list.", False, "what appears"),
    ("It was late for the meeting.", False, "who was late"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[-1] for c in CASES])
def test_what_it_stands_for(text: str, expected: bool, why: str) -> None:
    assert _told(text) is expected, why


SENTENCES = {
    "hour": "It was {}.",
    "noun": "It was a {} that nobody came.",
    "weather": "It was {}ing.",
    "resolved": "It was {}d to hold a vote.",
}


@pytest.mark.parametrize(("word", "how"), [tuple(row) for row in lexicon("impersonal_words")])
def test_every_word_does_its_job(word: str, how: str) -> None:
    assert _told(SENTENCES[how].format(word))


def _told(text: str) -> bool:
    parse = Parse(pipeline()(text))
    return is_impersonal(parse, 0)
