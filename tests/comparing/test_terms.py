"""Terms: the words that clauses are compared by."""

from __future__ import annotations

import pytest

from rashomon.comparing.term import term
from rashomon.language import lexicon

TERMS = [
    ("missiles", "rocket", True, "synonyms"),
    ("assassinated", "killing", True, "synonyms by stem"),
    ("iranian", "iran", True, "a people and its state"),
    ("attacked", "attackers", True, "one stem"),
    ("gunmen", "rocket", False, "two things"),
    ("arrested", "released", False, "opposites are not one"),
]


@pytest.mark.parametrize(("a", "b", "one", "why"), TERMS, ids=[t[3] for t in TERMS])
def test_words_that_say_one_thing_have_one_term(a: str, b: str, one: bool, why: str) -> None:
    assert (term(a) == term(b)) is one, why


@pytest.mark.parametrize(("head", "others"), [tuple(row) for row in lexicon("synonyms")])
def test_every_synonym_gives_its_head(head: str, others: str) -> None:
    assert {term(word) for word in others.split(",")} == {term(head)}


def test_no_opposites_are_synonyms() -> None:
    pairs = [(one, other) for one, others, *_ in lexicon("opposites") for other in others.split(",")]
    assert [pair for pair in pairs if term(pair[0]) == term(pair[1])] == []
