"""Words that look like somebody's word, or like a doubt, and are a deed, a place or the contrary."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

NOBODY_SAYS = [
    ("Tom Ruiz, who has run the bank since 2016, was dismissed.", "a person is dismissed from a post"),
    ("The general was dismissed on Friday by the president.", "so by somebody"),
    ("The president dismissed the army chief.", "so by him"),
    ("The king dismissed the commander of the guard.", "so by a role"),
    ("The first call from Morda to the checkpoint was made at 1:41 a.m.", "a call by telephone"),
    ("A call to the fire station came at noon.", "so without a caller"),
    ("It was not an accident, as the police had claimed.", "they claimed the contrary"),
    ("The tanker was not refuelling, as the Navy had claimed.", "so with a name"),
]
SAID = [
    ("The army dismissed the report as a fabrication.", "The army", "a report is dismissed with words"),
    ("The army dismissed the claim.", "The army", "so with an object"),
    ("The opposition's call to boycott the vote failed.", "The opposition", "a call to do something"),
    ("The call by the mayor for calm went unheard.", "the mayor", "a call for something"),
    ("The road was closed, as the mayor had said.", "the mayor", "nothing is negated"),
    ("It was not an accident, as the police said on Monday.", "the police", "what they said, it may be"),
]
STANDS = [
    ("Colonel Adrai appeared on state television.", "appeared", "asserted", "where somebody is seen"),
    ("The name does not appear in any register.", "appear", "asserted", "where a name stands"),
    ("The ship appears to have sunk.", "appears", "hedged", "what is not sure"),
    ("It appears that nine people died.", "appears", "hedged", "so with a clause"),
    ("The bridge appeared damaged.", "appeared", "hedged", "so with an adjective"),
    ("“There was no deal, there is no deal,” the minister said.", "was", "asserted", "said twice"),
    ("The claim that two envoys took part is entirely without foundation.", "took", "denied", "without foundation"),
    ("Reports that the mayor had fled were without merit.", "fled", "denied", "without merit"),
    ("The claim that two envoys took part is not without merit.", "took", "hedged", "not without"),
    ("It is not that he left.", "left", "hypothetical", "what is not so is left open"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY_SAYS, ids=[row[1] for row in NOBODY_SAYS])
def test_nobody_says_so(text: str, why: str) -> None:
    assert read(text).attributions == (), why


@pytest.mark.parametrize(("text", "who", "why"), SAID, ids=[row[2] for row in SAID])
def test_somebody_says_so(text: str, who: str, why: str) -> None:
    assert who in [text[s:e] for a in read(text).attributions for s, e in a.source], why


@pytest.mark.parametrize(("text", "word", "status", "why"), STANDS, ids=[row[3] for row in STANDS])
def test_how_it_stands(text: str, word: str, status: str, why: str) -> None:
    (clause,) = [c for c in read(text).clauses if text[c.head[0] : c.head[1]] == word]
    assert clause.status == status, why


def test_who_commands_does_not_say_so() -> None:
    report = Report("r1", "Col. Tom Ruiz, who commands the garrison, declined to comment.", outlet="The Orsa Post")
    told = compare([report], read([report])).claims
    (origins,) = [
        c.origins for c in told for t in c.tellings if report.text[t.start : t.end].startswith("who commands")
    ]
    assert [o.name for o in origins] == ["The Orsa Post"]


def test_a_day_behind_a_past_event_lies_behind() -> None:
    text = "Thirteen girls were yet to be accounted for after Friday's attack."
    (reading,) = read([Report("r1", text, published="2031-05-12")])
    (day,) = [t for t in reading.times if t.type == "DATE"]
    assert day.value == "2031-05-09"
