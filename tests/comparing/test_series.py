"""Series of figures in time: what is one figure on several days, and what is not."""

from __future__ import annotations

import cProfile
import pstats
import random
import sys

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report, Series

counting = sys.modules["rashomon.comparing.series"]


def _series(*told: tuple[str, str]) -> tuple[Series, ...]:
    reports = [
        Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published=day) for n, (day, text) in enumerate(told, 1)
    ]
    return compare(reports, read(reports)).series


TOGETHER = (
    (
        (
            ("2024-05-08", "The flood in Tarn has killed 43 people, the ministry said."),
            ("2024-05-10", "The flood in Tarn has killed 58 people, the ministry said."),
            ("2024-05-12", "The flood in Tarn has killed about 70 people, the ministry said."),
        ),
        [(43.0, 43.0), (58.0, 58.0), (70.0, 70.0)],
        "a toll that rises; about 70 is told as 70",
    ),
    (
        (
            ("2024-05-08", "At least 20 workers were hurt in the fire at the mill in Tarn."),
            ("2024-05-09", "The fire at the mill in Tarn hurt 24 workers, the hospital said."),
        ),
        [(20.0, None), (24.0, 24.0)],
        "at least 20 keeps its open end",
    ),
    (
        (
            ("2024-05-08", "No workers were hurt in the fire at the mill in Tarn, the owner said."),
            ("2024-05-09", "Eleven workers were hurt in the fire at the mill in Tarn, the hospital said."),
        ),
        [(0.0, 0.0), (11.0, 11.0)],
        "none, and later some",
    ),
    (
        (
            ("2024-05-08", "The ferry Alba sank off Tarn, killing at least nine people."),
            ("2024-05-09", "The coast guard raised the death toll from the sinking of the ferry to 24."),
            ("2024-05-11", "Divers have recovered 61 bodies since the ferry Alba went down, the mayor said."),
            ("2024-05-14", "The coast guard gave a final count of 66 dead."),
        ),
        [(9.0, None), (24.0, 24.0), (61.0, 61.0), (66.0, 66.0)],
        "one toll in many words, though it grows more than fourfold",
    ),
    (
        (
            ("2024-05-08", "The fire destroyed 400 homes in Tarn, the mayor said."),
            ("2024-05-09", "The fire destroyed 610 houses in Tarn, the mayor said."),
            ("2024-05-11", "The fire has destroyed 742 dwellings in Tarn."),
        ),
        [(400.0, 400.0), (610.0, 610.0), (742.0, 742.0)],
        "homes, houses and dwellings",
    ),
    (
        (
            ("2024-05-08", "The tailings dam at Orsa burst on Wednesday, killing 11 people, the mayor said."),
            ("2024-05-09", "Below the burst dam at Orsa 17 people are dead and whole streets are gone."),
            ("2024-05-10", "46 bodies had been recovered from the mud below the dam at Orsa, police said."),
            ("2024-05-12", "63 people died when the dam at Orsa burst, police said."),
        ),
        [(11.0, 11.0), (17.0, 17.0), (46.0, 46.0), (63.0, 63.0)],
        "a toll of which the first figures are far from the last",
    ),
    (
        (
            ("2024-05-08", "A passing trawler picked up 168 survivors of the ferry off Halim, the coast guard said."),
            ("2024-05-09", "The coast guard said that 187 people of the ferry off Halim had been rescued."),
        ),
        [(168.0, 168.0), (187.0, 187.0)],
        "survivors and rescued",
    ),
    (
        (
            ("2024-05-08", "Eight miners were killed in the blast at Orsa."),
            ("2024-05-09", "A ninth miner has died after the blast at Orsa."),
            ("2024-05-10", "Ten miners were killed in the blast at Orsa."),
        ),
        [(8.0, 8.0), (9.0, None), (10.0, 10.0)],
        "a ninth",
    ),
    (
        (
            ("2024-05-08", "Divers recovered 11 bodies from the ferry off Halim."),
            ("2024-05-09", "Divers recovered a 12th body from the ferry off Halim."),
        ),
        [(11.0, 11.0), (12.0, None)],
        "a 12th body",
    ),
    (
        (
            ("2024-05-08", "The guard fired two times at the car in Tarn, the chief of police said."),
            ("2024-05-09", "A video shows that the guard fired seven times at the car in Tarn."),
        ),
        [(2.0, 2.0), (7.0, 7.0)],
        "how often one thing was done",
    ),
    (
        (
            ("2024-05-08", "Before the theft in Tarn the clerk had three prior arrests, police said."),
            ("2024-05-09", "The clerk accused of the theft in Tarn has five prior arrests, the court said."),
        ),
        [(3.0, 3.0), (5.0, 5.0)],
        "both count what was before",
    ),
    (
        (
            ("2024-05-08", "The trust holds over 577 million dollars, the court in Tarn said."),
            ("2024-05-09", "The trust holds over 577 million dollars, the lawyer of the widow said."),
        ),
        [(577e6, None), (577e6, None)],
        "more than a number is a figure",
    ),
    (
        (
            ("2024-05-08", "The fire at the mill in Tarn killed three people, two men and a woman."),
            ("2024-05-09", "The fire at the mill in Tarn killed four people, two men and two women."),
        ),
        [(3.0, 3.0), (4.0, 4.0)],
        "the whole, though its parts are counted beside it",
    ),
    (
        (
            ("2024-05-08", "The storm wounded two other sailors off Tarn, the coast guard said."),
            ("2024-05-09", "The storm wounded five sailors off Tarn, the coast guard said."),
        ),
        [(2.0, 2.0), (5.0, 5.0)],
        "others than the dead are all who were hurt",
    ),
    (
        (
            ("2024-05-08", "Two men were charged with murder after the raid in Tarn killed six people."),
            ("2024-05-10", "The raid in Tarn has killed eight people, and four men are charged with murder."),
        ),
        [(6.0, 6.0), (8.0, 8.0)],
        "the dead beside those who are charged",
    ),
    (
        (
            ("2024-05-08", "Since the vote police in Tarn have arrested 12 people."),
            ("2024-05-10", "Since the vote police in Tarn have arrested 30 people."),
        ),
        [(12.0, 12.0), (30.0, 30.0)],
        "those arrested since a day are told when it is said",
    ),
    (
        (
            ("2024-05-08", "Several miners were killed in the blast at Orsa."),
            ("2024-05-09", "Nine miners were killed in the blast at Orsa."),
        ),
        [(3.0, None), (9.0, 9.0)],
        "several dead, and then how many",
    ),
)


@pytest.mark.parametrize(("told", "values", "why"), TOGETHER, ids=[row[-1] for row in TOGETHER])
def test_figures_of_one_series(
    told: tuple[tuple[str, str], ...], values: list[tuple[float | None, float | None]], why: str
) -> None:
    found = _series(*told)
    one = next((s for s in found if [p.value for p in s.points] == values), None)
    assert one is not None, why
    assert [p.as_of for p in one.points] == sorted(p.as_of or "" for p in one.points)
    assert str(one.because).startswith("counts ")


APART = (
    (
        (
            ("2024-05-08", "Six men were killed in the raid at Orsa."),
            ("2024-05-09", "A third man was arrested over the raid at Orsa."),
        ),
        "one more of others",
    ),
    (
        (
            ("2024-05-08", "Ten patients died of the fever in Tarn."),
            ("2024-05-09", "The second patient died of the fever in Tarn at noon."),
        ),
        "one of a row is no count",
    ),
    (
        (
            ("2024-05-08", "The flood in Tarn has killed 43 people, the ministry said."),
            ("2024-05-10", "The flood in Tarn destroyed 60 bridges, the ministry said."),
        ),
        "what is counted differs",
    ),
    (
        (
            ("2024-05-08", "The flood in Tarn has killed 43 people, the ministry said."),
            ("2024-05-10", "The flood in Tarn has killed 900 people, the ministry said."),
        ),
        "too far apart to be one figure",
    ),
    (
        (("2024-05-08", "The raid killed 12 people, including three children, the mayor of Tarn said."),),
        "a part is no point of its whole",
    ),
    (
        (
            ("2024-05-08", "The flood in Tarn has killed 43 people, the ministry said."),
            ("2024-05-09", "Another 12 people were killed in the flood in Tarn, the ministry said."),
        ),
        "what comes on top is no total",
    ),
    (
        (
            ("2024-05-08", "The flood in Tarn has killed 43 people, the ministry said."),
            ("2024-05-09", "In 2018 a flood in Tarn killed 90 people."),
        ),
        "a figure of long ago is no point of today's",
    ),
    (
        (
            ("2024-05-08", "The kidnappers of the Tarn miller demanded 9 million dollars from his family."),
            ("2024-05-09", "The family of the Tarn miller paid the kidnappers 4 million dollars."),
        ),
        "what is asked for is not what is paid",
    ),
    (
        (
            ("2024-05-08", "Eight citizens of Peru were killed in the border fighting at Tarn."),
            ("2024-05-10", "In the border fighting at Tarn 17 citizens of Ecuador were killed."),
        ),
        "the dead of two states",
    ),
    (
        (
            ("2024-05-08", "The bank at Tarn was warned three times of the thieves."),
            ("2024-05-10", "The bank at Tarn was robbed five times by the thieves."),
        ),
        "how often two things were done",
    ),
    (
        (
            ("2024-05-08", "Sixteen miners are missing in the mine at Tarn, the owner said."),
            ("2024-05-10", "A further count by families has 19 sheep missing at a farm in Oster."),
        ),
        "other kinds are missing elsewhere",
    ),
    (
        (
            ("2024-05-08", "The ferry Alba sank off Tarn and 24 passengers died, the coast guard said."),
            ("2024-05-12", "No passenger died on the ferry Bera off Tarn, the coast guard said."),
        ),
        "who has died once has died: none, told later, is of others",
    ),
    (
        (
            ("2024-05-08", "The clerk has four prior arrests, police in Tarn said after the riot."),
            ("2024-05-09", "There was one arrest after the riot in Tarn, police said."),
        ),
        "those arrested before are none of those arrested now",
    ),
    (
        (
            ("2024-05-08", "The baker had previously been arrested four times in Tarn, police said."),
            ("2024-05-09", "The baker was arrested two times in Tarn this week, police said."),
        ),
        "how often before, and how often now",
    ),
    (
        (
            ("2024-05-08", "The baker was arrested several times in Tarn, police said."),
            ("2024-05-09", "The guard struck the baker several times in Tarn, police said."),
        ),
        "the same number of times, of two deeds",
    ),
    (
        (
            ("2024-05-08", "Two women were killed in the shooting at the plant in Tarn."),
            ("2024-05-09", "The gunman at the plant in Tarn is charged with one count of attempted murder."),
        ),
        "whoever was to be killed is not dead",
    ),
    (
        (
            ("2024-05-08", "The nurse was charged with three counts of murder in Tarn."),
            ("2024-05-09", "The nurse was convicted of one count of murder in Tarn."),
        ),
        "counts of a charge are no dead",
    ),
    (
        (
            ("2024-05-08", "The fire in Tarn killed at least three people, a man and two women, police said."),
            ("2024-05-09", "Two women died in the fire in Tarn, police said."),
        ),
        "the whole is no point of one of its parts",
    ),
    (
        (
            ("2024-05-08", "The thief was caught a few blocks away from the bank in Tarn."),
            ("2024-05-09", "The thief lived a few blocks away from the bank in Tarn."),
        ),
        "how far away is no count of things",
    ),
    (
        (
            ("2024-05-08", "The envoy made several phone calls from the hotel in Tarn."),
            ("2024-05-09", "The envoy made several phone calls from the hotel in Tarn, a clerk said."),
        ),
        "a few is no figure",
    ),
    (
        (
            ("2024-05-08", "Around 20,000 pilgrims marched in Hallin on Tuesday."),
            ("2024-05-08", "Around 35,000 pilgrims marched in Oster on Tuesday."),
        ),
        "marches in two towns",
    ),
    (
        (
            ("2024-05-08", "Seven shells hit the port of Tarn on Tuesday, the mayor said."),
            ("2024-05-09", "Two other shells hit the port of Tarn on Tuesday."),
        ),
        "two others are not all",
    ),
    (
        (
            ("2024-05-08", "Divers towed two boats to the pier in Tarn."),
            ("2024-05-09", "Smugglers burned two boats off Tarn last month."),
        ),
        "of two deeds the same number",
    ),
    (
        (
            (
                "2024-05-08",
                "Nine people died in the blast in Tarn. It came a year after one in Orsa, where 21 people were killed.",
            ),
        ),
        "one report's tolls of two days",
    ),
)


@pytest.mark.parametrize(("told", "why"), APART, ids=[row[-1] for row in APART])
def test_no_series(told: tuple[tuple[str, str], ...], why: str) -> None:
    assert not _series(*told), why


NAMED = (
    ("Police arrested {} people in Tarn over the riot.", "people held", "what befell people"),
    ("The baker was arrested {} times in Tarn, police said.", "times arrested", "how often what was done"),
    ("The guards fired {} rounds at the car in Tarn.", "rounds (fired)", "what was done to things"),
    ("{} policemen guarded the gate of Tarn, the mayor said.", "policemen (guarded)", "what they did"),
    ("The flood killed {} children in Tarn, the mayor said.", "children dead", "those who have a plural of their own"),
    ("The bill comes to {} dollars, the mayor of Tarn said.", "dollars", "a sum of money"),
)


@pytest.mark.parametrize(("text", "what", "why"), NAMED, ids=[row[-1] for row in NAMED])
def test_a_series_is_called_by_what_it_counts(text: str, what: str, why: str) -> None:
    found = _series(*((f"2024-05-0{n}", text.format(number)) for n, number in ((8, "Eleven"), (9, "Fourteen"))))
    assert [s.what for s in found] == [what], why


def test_a_series_is_called_by_the_deed_and_not_by_what_tells_of_it() -> None:
    shot = ("2024-05-08", "The baker was shot eleven times in Tarn.")
    (found,) = _series(shot, ("2024-05-09", "The report indicates that the baker was shot fourteen times in Tarn."))
    assert found.what == "times shot"


AS_OF = (
    ("104 people are now known to have died when the ferry Alba sank off Tarn on 2 May.", "2024-05-12", "a deed's day"),
    (
        "78 people were confirmed dead by 10 May, after the ferry Alba sank off Tarn.",
        "2024-05-10",
        "the day of a count",
    ),
    ("The number of dead of the ferry Alba off Tarn rose to 61 on 9 May.", "2024-05-09", "the day of a rise"),
)


@pytest.mark.parametrize(("text", "day", "why"), AS_OF, ids=[row[-1] for row in AS_OF])
def test_a_figure_is_of_the_day_for_which_it_is_told(text: str, day: str, why: str) -> None:
    first = ("2024-05-03", "The ferry Alba sank off Tarn on 2 May and at least 40 people were killed.")
    (found,) = _series(first, ("2024-05-12", text))
    assert [p.as_of for p in found.points] == ["2024-05-03", day], why


def _by_hand(alike, count):
    """Average link, summed anew for every two groups: what `_together` must give, however it counts."""
    groups = [[n] for n in range(count)]
    while True:
        best = (-0.06, -1, -1)
        for i in range(count):
            for j in range(i):
                between = [alike[max(n, m), min(n, m)] for n in groups[i] for m in groups[j]]
                if between and min(between) >= 0:
                    best = min(best, (-sum(between) / len(between), i, j))
        _, i, j = best
        if i < 0:
            return [g for g in groups if len(g) > 1]
        groups[j], groups[i] = sorted((*groups[j], *groups[i])), []


@pytest.mark.parametrize("seed", range(12))
def test_figures_meet_by_what_speaks_for_all_of_theirs(monkeypatch, seed):
    chance = random.Random(seed)
    count = 14
    alike = {
        (n, m): chance.choice((-1.0, 0.0, 0.0, *(k / 8 for k in range(1, 8)))) for n in range(count) for m in range(n)
    }
    monkeypatch.setattr(counting, "_alike", lambda n, m, one_story: alike[n[0], m[0]])
    monkeypatch.setattr(counting, "_was_before", lambda n, same: False)
    assert counting._together([(n, n) for n in range(count)], [""] * count) == _by_hand(alike, count)


def test_figures_that_are_all_alike_meet_in_step_with_their_pairs(monkeypatch):
    monkeypatch.setattr(counting, "_alike", lambda n, m, one_story: 0.5)
    monkeypatch.setattr(counting, "_was_before", lambda n, same: False)
    few, many = (cProfile.Profile() for _ in range(2))
    for profile, count in ((few, 60), (many, 240)):
        groups = profile.runcall(counting._together, [(n, n) for n in range(count)], [""] * count)
        assert [len(g) for g in groups] == [count]
    calls = [pstats.Stats(profile).total_calls for profile in (few, many)]
    assert calls[1] <= 16 * 1.5 * calls[0]
