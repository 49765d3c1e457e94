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
    ("The curfew lifts at dawn on Friday.", "2031-05-09"),
    ("The ceasefire lapses at noon on Saturday.", "2031-05-10"),
    ("The amnesty runs out at midnight on Saturday.", "2031-05-10"),
    ("The deadline falls on Sunday.", "2031-05-11"),
    ("The ban on hand nets takes effect on Sunday.", "2031-05-11"),
    ("The two presidents sit down in Lund on Saturday.", "2031-05-10"),
    ("The judges decide on Tuesday whether to free him.", "2031-05-13"),
    ("Voters go to the polls on Sunday.", "2031-05-11"),
    ("The officer stands trial on Monday.", "2031-05-12"),
]
BEHIND = [
    ("A woman sits outside the court on Monday.", "2031-05-05"),
    ("A boy flies a kite in Tarn on Sunday.", "2031-05-04"),
    ("Mourners carry the coffin during the funeral on Friday.", "2031-05-02"),
    ("Rioters set fire to a barn on Monday.", "2031-05-05"),
    ("The guards set up a post on Friday.", "2031-05-02"),
    ("The two sides agreed a truce on Sunday.", "2031-05-04"),
    ("The runner set a record on Sunday.", "2031-05-04"),
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
    ("The premier proposed a levy on Monday.", "2031-05-05"),
    ("The king promised aid on Friday.", "2031-05-02"),
    ("The judges decided the case on Tuesday.", "2031-05-06"),
    ("The club set a vote for Sunday.", "2031-05-11"),
    ("The owners agreed to sell the mill by Friday.", "2031-05-09"),
    ("The bell is set to ring on Friday.", "2031-05-09"),
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


FORETOLD = [
    ("The weather office forecasts rain for Monday.", "2031-05-12"),
    ("Analysts expect a decision for Friday.", "2031-05-09"),
    ("Forecasters predict strong winds for Saturday.", "2031-05-10"),
    ("The met office has forecast storms for Sunday.", "2031-05-11"),
    ("The union called a strike for Monday.", "2031-05-12"),
    ("The service warned of floods for Tuesday.", "2031-05-13"),
    ("The club announced a vote for Wednesday.", "2031-05-14"),
    ("The agency had forecast rain for Monday, but none fell.", "2031-05-05"),
    ("Ministers called on Monday for calm.", "2031-05-05"),
]
CAME_OF = [
    ("The delivery planned for Monday did not take place.", "2031-05-05"),
    ("A hearing scheduled for Tuesday was cancelled.", "2031-05-06"),
    ("The match set for Sunday never came.", "2031-05-04"),
    ("The talks, scheduled for Monday in Lund, never began.", "2031-05-05"),
    ("The talks that were planned for Monday fell through.", "2031-05-05"),
    ("The ferry had been due to leave on Monday but never sailed.", "2031-05-05"),
    ("The trial was set to begin on Monday but did not.", "2031-05-05"),
    ("The trial scheduled to start on Monday did not begin.", "2031-05-05"),
    ("The strike set for Tuesday went ahead.", "2031-05-06"),
    ("The bridge, due to open on Monday, did not open.", "2031-05-05"),
    ("Elections scheduled for Friday will not be held.", "2031-05-09"),
    ("The concert planned for Saturday has been cancelled.", "2031-05-10"),
    ("A protest planned for Sunday drew criticism.", "2031-05-11"),
]


@pytest.mark.parametrize(("text", "day"), FORETOLD + CAME_OF, ids=[row[0] for row in FORETOLD + CAME_OF])
def test_what_is_foretold_lies_ahead_until_it_is_told_what_came_of_it(text: str, day: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times] == [day]


def test_what_was_called_off_on_a_day_may_lie_ahead() -> None:
    [reading] = read([report("A vote planned for Friday was called off on Tuesday.")])
    assert [t.value for t in reading.times] == ["2031-05-09", "2031-05-06"]


def test_a_day_to_come_is_no_scene() -> None:
    [reading] = read([report("The service forecasts rain for Monday. The mayor says the fire is 60% contained.")])
    assert not [c for c in reading.clauses if c.date == "2031-05-12" and c.status == "asserted"]


CLOCKS = [
    ("The firm said on Monday that the line was live until 3.05pm on 12 February.", "2031-02-12T15:05"),
    ("Officials said on Monday that at 11:30 p.m. on 28 April the dam failed.", "2031-04-28T23:30"),
    ("She told the court on Tuesday that the alarm rang at 6am on 9 January 2030.", "2030-01-09T06:00"),
    ("They said on Monday that power failed at 4.10am on the 12th of February.", "2031-02-12T04:10"),
    ("He said on Monday the shop shut at 5pm, 12 February.", "2031-02-12T17:00"),
    ("Crews restored power at noon on 12 March, they said on Monday.", "2031-03-12T12:00"),
    ("The plant shut at 7:30pm local time on 4 March.", "2031-03-04T19:30"),
    ("Police said on Tuesday the shop was robbed at 9:40 a.m. on April 3.", "2031-04-03T09:40"),
    ("On 2 April the line went dead at 3.05pm.", "2031-04-02T15:05"),
]


@pytest.mark.parametrize(("text", "time"), CLOCKS, ids=[row[0] for row in CLOCKS])
def test_a_clock_takes_the_date_beside_it(text: str, time: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times if t.type == "TIME"] == [time]


BESIDE_A_DEED = [
    ("He had rung since July 2030. On the night before the deaths she was alone.", "XXXX-XX-XXTNI"),
    ("The army shelled Orsa on 3 May. On the morning after the attack the guards fled.", "XXXX-XX-XXTMO"),
    ("On 2 April a fire broke out. On the evening before the fire two men were seen.", "XXXX-XX-XXTEV"),
    ("She rang three times on the night before her death.", "XXXX-XX-XXTNI"),
    ("He rang at 9pm on the night before the murder.", "XXXX-XX-XXT21:00"),
    ("The vote was on 3 May. The night before, the hall was guarded.", "2031-05-02TNI"),
    ("On Monday the dam broke. In the morning, after the flood, divers came.", "2031-05-05TMO"),
]


@pytest.mark.parametrize(("text", "time"), BESIDE_A_DEED, ids=[row[0] for row in BESIDE_A_DEED])
def test_the_night_before_a_deed_is_of_no_day_that_was_told_last(text: str, time: str) -> None:
    [reading] = read([report(text)])
    assert [t.value for t in reading.times if t.type == "TIME"] == [time]


HABITS = ["The market opens every Monday.", "On Mondays the shops are shut.", "He rings each Friday."]


@pytest.mark.parametrize("text", HABITS)
def test_a_habit_is_of_no_day(text: str) -> None:
    [reading] = read([report(text)])
    assert [t.type for t in reading.times] == ["SET"]
    assert not [c.date for c in reading.clauses if c.date and "2031-05-0" in c.date]


LASTING = [
    ("Over the past few weeks, his health seemed to fail and he grew thinner.", "grew", True),
    ("Over the past two years the army lost three towns.", "lost", True),
    ("In the past few months, the club sold four players.", "sold", True),
    ("Police said they had searched homes over the past three weeks and that the man was arrested.", "arrested", False),
    ("Berg, who lost two sons over the past few years, resigned.", "resigned", False),
    ("Over the past 24 hours the army shelled Orsa.", "shelled", False),
]


@pytest.mark.parametrize(("text", "word", "lasting"), LASTING, ids=[row[0] for row in LASTING])
def test_what_went_on_for_weeks_is_not_of_the_day_of_print(text: str, word: str, lasting: bool) -> None:
    [reading] = read([report(text)])
    [row] = [v for v in reading.eventualities if text[v.start : v.end] == word]
    assert (row.date_basis.rule == "not-of") is lasting
