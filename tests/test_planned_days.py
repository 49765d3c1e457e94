"""Days that lie ahead, days of an old dateline, and days told from the day of something else."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

DAY = "2031-05-08"  # a Thursday


def report(text: str) -> Report:
    """A report of that day."""
    return Report("r", text, outlet="Elm Echo", published=DAY)


AHEAD = [
    ("Talks between Norvia and Zahria resume on Sunday in Lund.", "2031-05-11"),
    ("The trial of General Brandt opens on Monday.", "2031-05-12"),
    ("Parliament votes on Tuesday on the budget.", "2031-05-13"),
    ("The truce expires at midnight on Friday.", "2031-05-09"),
    ("The envoys meet again on Saturday in Lund.", "2031-05-10"),
    ("The summit begins on Monday in Tarn.", "2031-05-12"),
    ("The strike of the ferrymen ends on Saturday.", "2031-05-10"),
    ("The court was shut for a week. It reopens on Monday.", "2031-05-12"),
    ("The council of Tarn convenes on Friday.", "2031-05-09"),
    ("The ministers will meet on Sunday in Tarn.", "2031-05-11"),
]
BEHIND = [
    ("The rebels attacked the base on Sunday.", "2031-05-04"),
    ("The trial of General Brandt opened on Monday.", "2031-05-05"),
    ("Parliament voted on Tuesday on the budget.", "2031-05-06"),
    ("Ila Brandt meets the envoy in Lund on Monday.", "2031-05-05"),
]


@pytest.mark.parametrize(("text", "day"), AHEAD, ids=[row[0] for row in AHEAD])
def test_the_present_of_what_is_fixed_is_planned(text: str, day: str) -> None:
    [reading] = read([report(text)])
    assert [t.value[:10] for t in reading.times if t.type in ("DATE", "TIME")] == [day]
    assert [c.status for c in reading.clauses if c.date and c.date.startswith(day)]
    assert {c.status for c in reading.clauses if c.date and c.date.startswith(day)} == {"planned"}
    assert not [e for e in reading.events if e.date and e.date >= DAY and e.modality == "asserted"]


@pytest.mark.parametrize(("text", "day"), BEHIND, ids=[row[0] for row in BEHIND])
def test_what_is_told_as_done_is_not_ahead(text: str, day: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times] == [day]
    assert {c.status for c in reading.clauses} == {"asserted"}


DATELINES = [
    ("ORSA, May 3 (Reuters) - Rebels fled on Friday. The army shelled the town today.", "today", "2031-05-03"),
    ("LUND, April 29 — Two ministers resigned yesterday. Nobody said why.", "yesterday", "2031-04-28"),
    ("LUND, May 2 (AP) — The ministers will testify tomorrow.", "tomorrow", "2031-05-03"),
    ("TARN, May 5 (Xinhua) -- The army left on Saturday.", "Saturday", "2031-05-03"),
    ("ORSA, Dec. 30 (Reuters) - The army shelled the town today.", "today", "2030-12-30"),
    ("ORSA, May 8 (AFP) - The army shelled the town today.", "today", "2031-05-08"),
    ("ORSA (Reuters) - The army shelled the town today.", "today", "2031-05-08"),
    ("The army shelled the town today. It had come on May 3.", "today", "2031-05-08"),
]


SETTLED = [
    ("The council agreed to meet the ferrymen on Sunday.", "2031-05-11"),
    ("The judge on Friday agreed to hear the ferrymen.", "2031-05-02"),
    ("The board decided on Friday to close the mill.", "2031-05-02"),
    ("On Saturday the ferrymen promised to come back.", "2031-05-03"),
]


@pytest.mark.parametrize(("text", "day"), SETTLED, ids=[row[0] for row in SETTLED])
def test_the_day_of_an_agreement_is_not_the_day_agreed_on(text: str, day: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The alarm rang at 11:20 on the day of the accident.",
        "On the night of the fire Brandt was seen at 9 p.m. by a guard.",
        "The guard called at 11:20 on the morning of the crash.",
    ],
)
def test_the_hour_of_a_day_that_is_a_deeds_is_not_the_reports(text: str) -> None:
    [reading] = read([report(text)])
    assert [t.value[:10] for t in reading.times] == ["XXXX-XX-XX"]


@pytest.mark.parametrize(("text", "word", "day"), DATELINES, ids=[row[0][:40] for row in DATELINES])
def test_an_old_dateline_rules_what_is_called_today(text: str, word: str, day: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times if text[t.start : t.end] == word] == [day]


LAPSES = [
    ("A day after the vote on Sunday, police arrested the mayor.", "arrested", "2031-05-05"),
    ("Two days after the vote on Sunday, police arrested the mayor.", "arrested", "2031-05-06"),
    ("Police arrested the mayor two days after the blast on Monday.", "arrested", "2031-05-07"),
    ("A day before the vote on Sunday, police arrested the mayor.", "arrested", "2031-05-03"),
    ("On the eve of the vote on Sunday, gunmen shot the mayor.", "shot", "2031-05-03"),
    ("Gunmen shot the mayor on the eve of the vote on Sunday.", "shot", "2031-05-03"),
    ("Jets struck the depot on Monday, three days after the militia shelled the port.", "struck", "2031-05-05"),
    ("Jets struck the depot on Monday, three days after the militia shelled the port.", "shelled", "2031-05-02"),
    ("Troops left Tarn on Tuesday, five days after rebels had captured the town.", "captured", "2031-05-01"),
    ("Police arrested the mayor on Sunday, hours after the vote.", "arrested", "2031-05-04"),
]


@pytest.mark.parametrize(("text", "word", "day"), LAPSES, ids=[f"{row[1]}: {row[0]}" for row in LAPSES])
def test_a_day_told_from_something_else(text: str, word: str, day: str) -> None:
    [reading] = read([report(text)])
    at = text.index(word)
    assert [c.date for c in reading.clauses if c.head[0] == at] == [day]
