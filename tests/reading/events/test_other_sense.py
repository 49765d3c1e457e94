"""Words of violence in another sense tell no blow."""

from __future__ import annotations

import pytest

from rashomon.reading import read

NO_BLOW = [
    "A heart attack killed the governor on Monday.",
    "Fire killed nine prisoners in Lund.",
    "The mayor killed himself on Tuesday.",
    "The president suffered a heart attack on Monday.",
    "Cancer killed the general in March.",
    "Workers struck at the port on Monday.",
    "Teachers struck for a third day in Lund.",
    "The two armies held a joint exercise in which jets attacked a mock airbase on Tuesday.",
    "In the drill, marines stormed a beach and destroyed enemy tanks.",
    "The navy fired missiles during a drill in the Gulf.",
    "Egypt beat Sudan in the semi-final on Sunday.",
    "The army attacked a mock village on Monday.",
]
BLOWS = [
    "Rebels killed the governor on Monday.",
    "Artillery fire killed nine soldiers in Lund.",
    "Jets struck the army base on Monday.",
    "The army attacked the village after the drill on Monday.",
    "Gunmen killed the minister's brother.",
    "Rebels attacked the army during talks in Lund.",
    "The army said that the militia had killed four policemen.",
]


@pytest.mark.parametrize("text", NO_BLOW)
def test_no_blow_is_told(text: str) -> None:
    assert not [e for e in read(text).events if e.type in ("ASSAULT", "RETREAT")]


@pytest.mark.parametrize("text", BLOWS)
def test_a_blow_is_told(text: str) -> None:
    assert [e for e in read(text).events if e.type == "ASSAULT"]


TOLD = [
    ("Workers struck at the port on Monday.", ["PROTEST"]),
    ("Teachers struck for a third day in Lund.", ["PROTEST"]),
    ("Nurses will strike on Friday over pay.", ["PROTEST"]),
    ("Talks between Sudan and the rebels collapsed on Tuesday.", ["SANCTION"]),
    ("Negotiations between Egypt and Sudan broke down on Monday.", ["SANCTION"]),
    ("The navy fired missiles during a drill in the Gulf.", ["MOBILIZE"]),
    ("The minister called the strike a crime.", []),
    ("The party called a strike for Friday.", ["PROTEST"]),
    ("Talks between Sudan and the rebels began on Tuesday.", ["CONSULT"]),
]


@pytest.mark.parametrize(("text", "types"), TOLD, ids=[row[0] for row in TOLD])
def test_what_is_told_instead(text: str, types: list[str]) -> None:
    assert [e.type for e in read(text).events] == types
