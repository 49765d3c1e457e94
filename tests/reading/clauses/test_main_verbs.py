"""A sentence that opens with what is told keeps its main verb, through the whole pipeline."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

# text, what is told in it, lemma of the main verb, why
SENTENCES = [
    ("Claims that workers fell ill after the leak are unfounded.", "workers fell ill after the leak", "be", "the leak is not unfounded"),
    ("Reports that guards had raised doubts before the fire are not supported by the books of the mine.", "guards had raised doubts before the fire", "support", "a passive"),
    ("Fears that the dam would burst after the rain have proved groundless.", "the dam would burst after the rain", "prove", "a perfect"),
    ("The idea that the boat turned towards the ship before the crash is nonsense.", "the boat turned towards the ship before the crash", "be", "a noun of thinking"),
    ("Reports that the bank had lost money since the merger were denied by its chairman.", "the bank had lost money since the merger", "deny", "by whom it is denied"),
    ("Evidence that the pump failed before the blast was presented to the court.", "the pump failed before the blast", "present", "evidence"),
    ("Allegations that guards beat prisoners during the riot were not borne out by the inquiry.", "guards beat prisoners during the riot", "bear", "the parser has it right: left as it is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "lemma", "why"), SENTENCES, ids=[s[-1] for s in SENTENCES])
def test_the_main_verb_is_not_swallowed(text: str, told: str, lemma: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    assert [c.lemma for c in reading.clauses if c.link == "main"] == [lemma], why
    assert told in [text[c.start : c.end].removeprefix("that ") for c in reading.clauses], why


# text, why nothing is changed
LEFT = [
    ("Word that three more men left before the guards were called", "a headline without a stop has no main verb"),
    ("Reports that the men left before the guard was called.", "reports was not called"),
    ("Reports that the men left before the guards came, and a word of thanks.", "a list of nouns"),
]


@pytest.mark.parametrize(("text", "why"), LEFT, ids=[row[-1] for row in LEFT])
def test_what_is_no_main_verb_stays(text: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    assert not any(c.link == "main" and c.lemma in ("come", "call") for c in reading.clauses), why


def test_what_the_verb_says_of_it_is_said_of_all_of_it() -> None:
    (reading,) = read([Report("r", "Reports that men had been warned before the fire are not supported by the books.")])
    told = next(c for c in reading.clauses if c.lemma == "warn")
    assert told.status == "denied"
