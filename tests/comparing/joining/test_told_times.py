"""Times of day and lengths of time as values of a clause: what is told, what cannot be one, and what is in dispute."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.other_values import two_times
from rashomon.comparing.joining.unit import Unit, units
from rashomon.reading import read
from rashomon.records import Conflict, Report

_DAY = 1440


def _units(*texts: str) -> tuple[Unit, ...]:
    readings = {r.report: r for r in read([Report(f"r{n}", t, published="2031-05-12") for n, t in enumerate(texts)])}
    return units(readings, identity(readings), {})


# a sentence, the verb, kind and minutes of what it tells, why
TOLD = [
    ("The mill called the county at 2:17 a.m. on Friday.", "call", [("clock", 137)], "a time of day"),
    ("The mill called the county 50 minutes after the blast.", "call", [("after", 50)], "an offset"),
    ("The boats came an hour later.", "come", [("after", 60)], "an offset from what was told before"),
    ("The siren sounded ten minutes before the wall broke.", "sound", [("before", 10)], "an offset back"),
    ("The siege of Tarn lasted three days.", "last", [("length", 3 * _DAY)], "a length"),
    ("The guard was held in Tarn for six hours.", "hold", [("length", 360)], "a length behind a preposition"),
    ("The hall was empty by noon.", "be", [], "by noon may be any time before"),
    ("The ferry sank at 04:12 GMT.", "sink", [], "what is told in Greenwich time is held against no other"),
    ("He has run the mill for many years.", "run", [], "no measure"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "told", "why"), TOLD, ids=[row[-1] for row in TOLD])
def test_a_clause_tells_when_and_how_long(text: str, verb: str, told: list[tuple[str, float]], why: str) -> None:
    (unit,) = (u for u in _units(text) if u.clause.lemma == verb and u.clause.form == "clause")
    assert [t.kind for t in unit.times] == [kind for kind, _ in told], why
    for t, (_, minutes) in zip(unit.times, told, strict=True):
        assert (t.low or 0) <= minutes <= (t.high or 0), (why, t)


# two sentences, whether they can tell one time, why
PAIRS = [
    ("The mill called 50 minutes after the blast.", "The mill called 15 minutes after the explosion.", False, "blast and explosion are one"),
    ("The mill called 50 minutes after the blast.", "The mill called 15 minutes after the vote.", True, "two lengths that run from two things"),
    ("The mill called an hour later.", "The mill called 15 minutes after the vote.", False, "later than what is not named"),
    ("The siren sounded ten minutes before the blast.", "The siren sounded two minutes after the blast.", False, "before and after"),
    ("The fire burned for 38 hours.", "The fire burned for two days.", True, "days are told loosely"),
    ("The fire burned for 38 hours.", "The fire burned for five days.", False, "two lengths"),
    ("The talks lasted more than an hour.", "The talks lasted three hours.", True, "more than an hour may be three"),
    ("The talks lasted up to an hour.", "The talks lasted three hours.", False, "up to an hour may not"),
    ("The talks lasted about 20 minutes.", "The talks lasted 25 minutes.", True, "about so long"),
    ("The ferry left at 4:10 p.m.", "The ferry left at 6:40 p.m.", False, "two times of day"),
    ("The ferry left at 4 p.m.", "The ferry left at 4:10 p.m.", True, "told to the hour"),
    ("The truce began at 8 a.m.", "The truce began at 1 a.m. ET.", True, "may be told in two zones"),
    ("The alarm rang at 3:24.", "The alarm rang at 3:24 p.m.", True, "the half of the day is left out"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "one_time", "why"), PAIRS, ids=[row[-1] for row in PAIRS])
def test_two_times_of_one_deed_are_not_one_telling(one: str, other: str, one_time: bool, why: str) -> None:
    found = _units(one, other)
    a, b = (next(u for u in found if u.times and u.report == report) for report in ("r0", "r1"))
    assert two_times(a, b) is not one_time, (why, a.times, b.times)


DISPUTED = [
    (("The mill called the county at 2:17 a.m., 15 minutes after the blast, its owner, Orsa Mining, said.", "The sheriff, Lena Berg, said the mill called the county 50 minutes after the blast."), "15 minutes", "50 minutes", "how long after"),
    (("The ferry Alba left Halim at 4:10 p.m., the port authority said. Survivors said the ferry Alba left Halim at 6:40 p.m.",), "4:10", "6:40", "when, in one report"),
    (("The coast guard said the tanker Selim was rammed at 5:12 a.m. on Monday off Tarn.", "The navy of Chad said the tanker Selim was rammed at 3:24 a.m. on Monday off Tarn."), "5:12", "3:24", "when, in two reports"),
    (("The coast guard said that the tanker was rammed at 5:12. The navy spokesman, Omar Saleh, put the time at 3:24.",), "5:12", "3:24", "who puts the time tells it"),
    (("The raid on the depot in Karm lasted three hours, the army said.", "Omar Saleh, a resident, said the raid on the depot in Karm lasted 40 minutes."), "three hours", "40 minutes", "how long"),
    (("The sheriff said the guard was held for six hours. The guard's lawyer, Lena Berg, said he was held for three days.",), "six hours", "three days", "he, of whom the sentence before tells it"),
]  # fmt: skip

UNDISPUTED = [
    (("The fire burned for 38 hours, the fire chief said. The fire burned for a day and a half, Omar Saleh, a resident, said.",), "one length in other words"),
    (("The truce took effect at 8 a.m. on Tuesday, the army said.", "The truce took effect at 1 a.m. ET on Tuesday, the White House said."), "two zones"),
    (("The mayor said the blast came at 3:40 a.m. The sheriff said the call came at 4:32 a.m.",), "when two things came"),
    (("The ferry left Halim at 4:10 p.m. on Monday, the owner said. The ferry left Halim at 6:40 p.m. on Tuesday, the port authority said.",), "two days"),
    (("Omar Saleh was jailed for three years for theft, the court said. Lena Berg was jailed for nine years for theft, the prosecutor said.",), "terms of two people"),
    (("The army announced a four-hour truce in Tarn on Monday, the radio said.", "The army, the mayor said, announced a 72-hour truce in Tarn on Monday."), "a length that tells which truce"),
]  # fmt: skip


def _conflicts(*texts: str) -> list[tuple[Conflict, list[str]]]:
    reports = [Report(f"r{n}", t, outlet=f"Outlet {n}", published="2024-05-08") for n, t in enumerate(texts)]
    stored = {r.id: r.text for r in reports}
    found = compare(reports, read(reports)).conflicts
    return [(c, [" | ".join(stored[r][a:b] for r, a, b in s.evidence) for s in c.sides]) for c in found]


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_two_voices_that_tell_two_times_dispute(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    found = _conflicts(*texts)
    assert any(c.kind == "time" and one in a + b and other in a + b and not (one in a and other in a) for c, (a, b) in found), (why, found)  # fmt: skip


@pytest.mark.parametrize(("texts", "why"), UNDISPUTED, ids=[row[-1] for row in UNDISPUTED])
def test_what_may_be_one_time_is_no_dispute(texts: tuple[str, ...], why: str) -> None:
    assert not _conflicts(*texts), why
