"""Clauses, narration and terms: what statements are parted into, and the words that they are compared by."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_reading import MadeReading
from rashomon.comparing.clauses import clauses
from rashomon.comparing.narration import narration
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon
from rashomon.records import Reading

PARTED = [
    (
        "We seek no quarrel, but we will guard our shore",
        ["We seek no quarrel", "we will guard our shore"],
        "a finite clause after but",
    ),
    ("Bread, salt and oil are dear", ["Bread, salt and oil are dear"], "a list is no clause"),
    (
        "that the pass was shut and that the army was called",
        ["that the pass was shut", "that the army was called"],
        "and that",
    ),
    ("The gate fell; the guard fled north", ["The gate fell", "the guard fled north"], "a semicolon"),
    (
        "The court met the envoy, calling on him to leave at once",
        ["The court met the envoy", "calling on him to leave at once"],
        "a participle after a pause",
    ),
    (
        "All of it, including the old mill, was sold",
        ["All of it, including the old mill, was sold"],
        "including is no participle here",
    ),
    (
        "PORT HALIM, March 3 (Levant Wire) - The ferry sank",
        ["The ferry sank"],
        "a dateline is not told",
    ),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "parts", "why"), PARTED, ids=[p[2] for p in PARTED])
def test_a_statement_is_parted_into_its_clauses(text: str, parts: list[str], why: str) -> None:
    assert ["".join(text[a:b] for a, b in clause) for clause in clauses(text, [(0, len(text))])] == parts, why


@given(st.text(alphabet="ab ,;.and but\n\"'”we is", max_size=120), st.integers(0, 60), st.integers(0, 60))
def test_clauses_stay_inside_and_in_order(text: str, start: int, length: int) -> None:
    low, high = min(start, len(text)), min(start + length, len(text))
    spans = [span for clause in clauses(text, [(low, high)]) for span in clause]
    assert all(low <= a < b <= high for a, b in spans)
    assert spans == sorted(spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def narrated(made: MadeReading) -> list[tuple[str, str]]:
    reading = made.reading()
    lines, at = [], 0
    for line in made.text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    shown = Reading(
        reading.report,
        reading.published,
        "en",
        None,
        None,
        None,
        sentences=tuple(lines),
        attributions=reading.attributions,
    )
    return [(row, "…".join(made.text[a:b].strip() for a, b in spans)) for row, spans in narration(shown)]


def test_an_outlet_tells_what_no_source_puts_forward() -> None:
    made = MadeReading("a", "The harbour was closed on Sunday.\nAsfour said that the ferry sank.")
    made.says("Asfour", "said", "that the ferry sank")
    assert narrated(made) == [("s1", "The harbour was closed on Sunday.")]


def test_the_subject_of_narration_stays_where_the_cue_is_far() -> None:
    made = MadeReading("a", "The armed bands shun the mayor, and for years have accused him of theft.")
    made.says("The armed bands", "accused", "him of theft")
    assert narrated(made) == [("s1", "The armed bands shun the mayor, and for years have")]


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
    pairs = [(one, other) for one, others in lexicon("opposites") for other in others.split(",")]
    assert [pair for pair in pairs if term(pair[0]) == term(pair[1])] == []
