"""Of two sayings in one sentence each has its own words: what stands before a semicolon is not what is said behind it."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report
from voiced import Row, bare, voiced

SAYINGS: list[tuple[str, list[Row], str]] = [
    (
        "Rebels say 31 civilians died in the market; the army says it hit a depot.",
        [("Rebels", "31 civilians died in the market", ""), ("the army", "it hit a depot", "")],
        "two clauses without that",
    ),
    (
        "Madrid says that it offered help; Rabat says that there was no call.",
        [("Madrid", "that it offered help", ""), ("Rabat", "that there was no call", "")],
        "two clauses with that",
    ),
    (
        "Norway says the cable was cut; Russia denies that its ship was there.",
        [("Norway", "the cable was cut", ""), ("Russia", "that its ship was there", "")],
        "the second denies",
    ),
    (
        "The ministry puts the number of wells at nine; villagers say there are twelve.",
        [("The ministry", "the number of wells at nine", ""), ("villagers", "there are twelve", "")],
        "the first gives a figure",
    ),
    (
        "Kyiv says 12 drones were shot down; but Moscow said none was lost.",
        [("Kyiv", "12 drones were shot down", ""), ("Moscow", "none was lost", "")],
        "a word leads in the second",
    ),
    (
        "The ministry said four boats had crossed the line; according to the fishermen, none did.",
        [("The ministry", "four boats had crossed the line", ""), ("the fishermen", "none did", "")],
        "according to behind the semicolon",
    ),
    (
        "He has resigned; his deputy says that he was forced out.",
        [("his deputy", "that he was forced out", "")],
        "told",
    ),
    (
        "The vote was stolen; the ballots, the party says, were burned.",
        [("the party", "the ballots … were burned", "")],
        "a tag set into the second half",
    ),
    (
        "The dam is safe; nobody has to leave, the mayor said on Monday.",
        [("the mayor", "The dam is safe; nobody has to leave", "")],
        "a tag behind both halves",
    ),
    (
        "The dam is safe; nobody has to leave, according to the mayor.",
        [("the mayor", "The dam is safe; nobody has to leave", "")],
        "according to behind both halves",
    ),
]


@pytest.mark.parametrize(("text", "rows", "why"), SAYINGS, ids=[row[2] for row in SAYINGS])
def test_a_semicolon_ends_what_is_said(text: str, rows: list[Row], why: str) -> None:
    assert [(who, bare(said), outer) for who, said, outer in voiced(text)] == rows, why


CLAUSES: list[tuple[str, list[str], str]] = [
    (
        "Karimi called the raid a slap in the face, while Zand called it a defence.",
        ["Karimi called the raid a slap in the face", "Zand called it a defence"],
        "while another says it",
    ),
    (
        "Karimi spoke in Orsa and called the raid a slap in the face, while Zand called it a defence.",
        [
            "Karimi spoke in Orsa and called the raid a slap in the face, while Zand called it a defence",
            "called the raid a slap in the face",
            "Zand called it a defence",
        ],
        "behind a second verb",
    ),
    (
        "Lena Hart described the tackle as reckless, whereas Paul Dunne described it as fair.",
        ["Lena Hart described the tackle as reckless", "Paul Dunne described it as fair"],
        "whereas",
    ),
    (
        "While Karl Voss called it a raid, Ann Berg called it a rescue.",
        ["Karl Voss called it a raid", "Ann Berg called it a rescue"],
        "in front",
    ),
    (
        "Ann Berg praised the crew, while it worked.",
        ["Ann Berg praised the crew, while it worked", "while it worked"],
        "when, not who else",
    ),
    (
        "While Ann Berg praised the crew, she blamed the owner.",
        ["While Ann Berg praised the crew", "While Ann Berg praised the crew, she blamed the owner"],
        "she may be the same one",
    ),
    (
        "While she praised the crew, Ann Berg blamed the owner.",
        ["While she praised the crew", "While she praised the crew, Ann Berg blamed the owner"],
        "the same one",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), CLAUSES, ids=[why for *_, why in CLAUSES])
def test_who_says_the_other_has_a_clause_of_his_own(text: str, wanted: list[str], why: str) -> None:
    (reading,) = read([Report("a", text, published="2031-05-08")])
    assert sorted(text[c.start : c.end] for c in reading.clauses if c.form == "clause") == sorted(wanted), why
