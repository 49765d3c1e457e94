"""Whose a count is that somebody raises, revises or puts: his who counts, not the outlet's that tells of it."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

_OUTLET = "Tarn Courier"

COUNTS = (
    ("The rescue service, Sinagrad, raised the death toll from the flood to 31.", "Sinagrad", "a body named beside"),
    ("The health ministry put the number of dead at 40 on Monday.", "The health ministry", "puts a number at"),
    ("Police put the crowd at 600.", "Police", "a crowd has no fate"),
    ("Brazil has put its own losses at eight soldiers killed.", "Government of Brazil", "a state counts its own"),
    ("Brazil revised its death toll to 29 on Monday.", "Government of Brazil", "revises"),
    ("The interior ministry lowered the number of injured to 14.", "The interior ministry", "lowers"),
    ("The National Flood Institute gave a final count of 87 dead.", "National Flood Institute", "gives a count"),
    ("The storm raised the death toll to 31.", _OUTLET, "a storm counts nothing"),
    ("The death toll rose to 31 on Monday.", _OUTLET, "nobody is named"),
    ("Police raised the number of officers to 600.", _OUTLET, "a deed: nothing befell them"),
    ("The rebels released 12 hostages on Monday.", _OUTLET, "the number stands before what is counted"),
    ("The club put 600 people at the door.", _OUTLET, "who is put somewhere is not counted"),
)


@pytest.mark.parametrize(("text", "voice", "why"), COUNTS, ids=[row[-1] for row in COUNTS])
def test_a_count_is_of_who_counts(text: str, voice: str, why: str) -> None:
    reports = [Report(id="r1", text=text, outlet=_OUTLET, published="2024-05-08")]
    readings = list(read(reports))
    counting = {c.id for c in readings[0].clauses if c.figures and c.form == "clause"}
    claims = [c for c in compare(reports, readings).claims if any(t.clause in counting for t in c.tellings)]
    assert {o.name for c in claims for o in c.origins} == {voice}, why


NUMBERS = (
    ("The deputy governor of Karm, Omar Nur, puts it at thirty-four.", "Omar Nur", "puts what was told at a number"),
    ("The ship’s owner, Karm Shipping, says 212.", "Karm Shipping", "says a number"),
    ("The deputy governor of Karm, Omar Nur, puts it on a shelf.", _OUTLET, "no number"),
)


@pytest.mark.parametrize(("text", "voice", "why"), NUMBERS, ids=[row[-1] for row in NUMBERS])
def test_a_number_is_of_who_says_it(text: str, voice: str, why: str) -> None:
    reports = [Report(id="r1", text=text, outlet=_OUTLET, published="2024-05-08")]
    claims = compare(reports, list(read(reports))).claims
    assert {o.name for c in claims for o in c.origins} == {voice}, why
