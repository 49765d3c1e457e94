"""A clause whose subject or object is none at all is negated: "not one guard", "not a single house", "no fewer" not."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

# a text, the lemma of its clause, whether it is negated, why
POLARITY = [
    ("Not one guard crossed the river.", "cross", True, "not one"),
    ("Not a single house was burned by our troops, he said.", "burn", True, "not a single, of whom a deed befalls"),
    ("Not a shot was fired.", "fire", True, "not a"),
    ("Not any of them came.", "come", True, "not any"),
    ("The army said that not one of its soldiers had entered the village.", "enter", True, "not one of many"),
    ("Not even one clerk knew of the letter.", "know", True, "with even between"),
    ("They fired not one shell.", "fire", True, "as object"),
    ("The police found not a single gun in the house.", "find", True, "as object with single"),
    ("In not one case did the police warn the tenants.", "warn", True, "in not one case"),
    ("At no time did the guards cross the river.", "cross", True, "at no time"),
    ("The troops attacked with no warning.", "attack", False, "only what it was done with is none"),
    ("With no warning the troops attacked the town.", "attack", False, "before the verb too"),
    ("No guard crossed the river.", "cross", True, "no"),
    ("No one of the guards crossed the river.", "cross", True, "no one of many"),
    ("Not all of the houses were burned.", "burn", False, "some were"),
    ("Not everyone was rescued.", "rescue", False, "some were"),
    ("Not a few voters stayed away.", "stay", False, "not a few are many"),
    ("Not less than 40 trucks crossed the bridge.", "cross", False, "a bound"),
    ("Not one but two guards crossed the river.", "cross", False, "another number is meant"),
    ("Not a farmer but a banker bought the mill.", "buy", False, "another is meant"),
    ("No fewer than twelve trucks crossed the bridge.", "cross", False, "a bound with no"),
    ("No less than a third of the town was flooded.", "flood", False, "a bound of a part"),
    ("Not only the driver fled.", "flee", False, "others too"),
    ("The mayor says he never sent or received letters.", "receive", True, "never, before two verbs that or joins"),
    ("Berg did not take or hide the money.", "hide", True, "did not, before two verbs"),
    ("The guards did not shoot, beat or rob the miners.", "rob", True, "did not, before three"),
    ("The council did not approve the plan or reject it.", "reject", True, "with an object between"),
    ("Berg did not call, or was asleep.", "be", False, "a verb of its own form"),
    ("Berg did not take the money and fled to Lund.", "flee", False, "and joins what was done"),
    ("Police did not find the boat or it had sunk.", "sink", False, "a subject of its own"),
    ("They sank or burned the boats.", "burn", False, "nothing is denied"),
    ("Nothing less than the future of the port is at stake.", "be", False, "nothing less than"),
    ("Nothing short of a miracle saved the crew.", "save", False, "nothing short of"),
    ("None other than the mayor opened the gate.", "open", False, "none other than"),
    ("Nobody but the driver was hurt.", "hurt", False, "nobody but"),
    ("Nothing was left of the mill.", "leave", True, "nothing at all"),
    ("None of the guards came to the gate.", "come", True, "none of them"),
    ("Nobody came but they sold the boat.", "come", True, "a but that joins what follows"),
    ("The driver had not been speeding.", "speed", True, "not, which hangs on the helper"),
    ("Police said the driver had not been speeding.", "speed", True, "the same in what is said"),
    ("The guards have not been warned.", "warn", True, "not, in a passive"),
    ("The driver had been speeding.", "speed", False, "no not at all"),
    ("The driver was held, nor had he been charged.", "charge", True, "nor, before the helper"),
    ("The jury found Dario Holm not guilty of fraud.", "find", True, "of what somebody was found to be"),
    ("She was declared not fit to stand trial.", "declare", True, "of what somebody was declared to be"),
    ("The jury found Dario Holm guilty of fraud.", "find", False, "found to be so"),
    ("He found that the door was not shut.", "find", False, "a clause of its own"),
    ("The minister, not happy with the answer, left the hall.", "leave", False, "how somebody was beside"),
    ("The ship left without paying the fee.", "pay", True, "without doing so"),
    ("She escaped without being seen.", "see", True, "without, in a passive"),
    ("The ship left without paying the fee.", "leave", False, "what was done without it"),
    ("He left, not without paying the fee.", "pay", False, "not without"),
    ("The ship left after paying the fee.", "pay", False, "another word before what was done"),
    ("Not long after the dam burst, the mayor fled.", "flee", False, "a time"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "negated", "why"), POLARITY, ids=[p[-1] for p in POLARITY])
def test_none_of_them(text: str, lemma: str, negated: bool, why: str) -> None:
    (reading,) = read([Report("a", text, published="2031-05-08")])
    assert [c.negated for c in reading.clauses if c.lemma == lemma and c.form == "clause"] == [negated], why


# a text, the lemma of its clause, whether it is told as so, why
AGAINST = [
    ("The board has decided against recommending charges for her.", "recommend", False, "decided against"),
    ("The council voted against extending the lease of the mill.", "extend", False, "voted against"),
    ("Doctors warned against drinking the water of the lake.", "drink", False, "warned against"),
    ("They marched against raising the fare.", "raise", False, "marched against, be it raised or not"),
    ("The council voted for extending the lease, and extended it.", "extend", True, "what follows is told"),
    ("The team played against Orsa and won the cup.", "win", True, "a noun behind it"),
]


@pytest.mark.parametrize(("text", "lemma", "told", "why"), AGAINST, ids=[p[-1] for p in AGAINST])
def test_what_one_is_against_is_not_told_as_so(text: str, lemma: str, told: bool, why: str) -> None:
    (reading,) = read([Report("a", text, published="2031-05-08")])
    statuses = [c.status for c in reading.clauses if c.lemma == lemma and c.form == "clause"]
    assert (statuses[-1] == "asserted") == told, why
