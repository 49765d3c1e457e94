"""Whose words are whose in a sentence of two verbs, through the whole pipeline."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Reading, Report

# text, what clauses of it say as sentences of their own, why
TWO = [
    (
        "The senate passed the bill by one vote; the president refused to sign it.",
        ["The senate passed the bill by one vote", "the president refused to sign it"],
        "a semicolon parts two sentences",
    ),
    (
        "Rescuers reached the cave on Sunday; four divers had died inside.",
        ["Rescuers reached the cave on Sunday", "four divers had died inside"],
        "whatever tense the second has",
    ),
    (
        "The minister said the dam was safe; the engineers denied it.",
        ["The minister said the dam was safe", "the engineers denied it"],
        "also where the first says something",
    ),
    (
        "The assembly confirmed the sale of the port by 48 votes to 39 and then rejected, by two, a motion of no confidence.",
        ["The assembly confirmed the sale of the port by 48 votes to 39"],
        "the object behind what is set in is the second verb's",
    ),
    (
        "The jury convicted Jon Orr of fraud and later acquitted, on all counts, his brother.",
        ["The jury convicted Jon Orr of fraud", "The jury … acquitted, on all counts, his brother"],
        "nor is it where the second is read as a participle",
    ),
    (
        "The owner spoke to the police after the cargo of the ship, then called Dawn, was found to be stolen.",
        [
            "The owner spoke to the police after the cargo of the ship, then called Dawn, was found to be stolen",
            "the cargo of the ship, then called Dawn, was found to be stolen",
        ],
        "what stands behind “after” is a clause",
    ),
    (
        "Berg said that 3,500 shells had been fired at Orsa by the time the truce came into effect.",
        ["3,500 shells had been fired at Orsa by the time the truce came into effect"],
        "which time it was is told by the clause behind it",
    ),
    (
        "The firm sold the ship in May after the captain, who had been ill, was found to be drunk.",
        ["the captain, who had been ill, was found to be drunk"],
        "whatever tells more of its subject",
    ),
]


def said(reading: Reading, text: str) -> list[str]:
    found = []
    for c in reading.clauses:
        if c.wording is not None:
            parts = [text[a:b] for spans in (c.wording.subject, c.wording.kept) for a, b in spans]
            found.append(" … ".join(parts))
    return found


@pytest.mark.parametrize(("text", "sentences", "why"), TWO, ids=[row[-1] for row in TWO])
def test_each_verb_has_its_own_words(text: str, sentences: list[str], why: str) -> None:
    (reading,) = read([Report("r", text)])
    assert set(sentences) <= set(said(reading, text)), why


# text, a verb, whose it is
LED_IN = [
    ("Both sides halted their raids as the three-day truce took effect at 8 a.m. on Tuesday.", "took", "truce"),
    ("Trucks returned to this small town early Saturday as a brief period of quiet talks gave way to a night of fear.", "gave", "period"),
    ("Guards stepped up their patrols as strikers, many of them sailors, came out in force in the square.", "came", "strikers"),
    ("The village was covered in ten minutes after the wall of Dam 2 at Orsa came down on Tuesday.", "came", "wall"),
    ("The bank caught fire after hooded youths broke a window and hurled bombs inside.", "broke", "youths"),
    ("The crew left the ship after the tank of fuel began to leak into the hold.", "began", "tank"),
    ("The council met at noon as news of the deaths reached the port.", "reached", "news"),
    ("The man worked as a guard and took the keys of the house.", "took", "man"),
    ("The army left after the raid and burned the bridge.", "burned", "army"),
    ("The mayor met the nurses and the clerks and left the hall.", "left", "mayor"),
    ("The flood has ruined a large part of the mill and nurses are still on the scene.", "are", "nurses"),
    ("The strikers also tried to storm the council and the unrest spread to the second town of Orsa.", "spread", "unrest"),
    ("His threats do not scare the union or the people and the company will pay the price for the layoffs.", "pay", "company"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "who"), LED_IN, ids=[row[1] + " " + row[2] for row in LED_IN])
def test_a_verb_behind_as_and_a_noun_is_that_nouns(text: str, word: str, who: str) -> None:
    reading = read(text)
    names = {m.id: text[m.start : m.end] for m in reading.mentions}
    (clause,) = [c for c in reading.clauses if text[c.head[0] : c.head[1]] == word]
    subjects = [names.get(a.mention or "", text[a.start : a.end]) for a in clause.arguments if a.role == "subject"]
    assert any(who in s for s in subjects), subjects
