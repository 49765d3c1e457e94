"""Who gives a figure, tells an audience, speaks in an entry of a live page, or closes a sentence in two voices."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report
from voiced import Row, bare, voiced

ROWS: list[tuple[str, list[Row], str]] = [
    ("The Red Crescent put the number at 63.", [("The Red Crescent", "the number at 63", "")], "the number"),
    ("The opposition put it at 63.", [("The opposition", "it at 63", "")], "what was counted before"),
    ("Officials put the dead at 41.", [("Officials", "the dead at 41", "")], "the dead"),
    ("Ana Berg put the time at 4:12.", [("Ana Berg", "the time at 4:12", "")], "a time of day"),
    ("The firm put it at risk at 3 p.m.", [], "put at risk"),
    (
        "Mao Lin told a daily press briefing that the boat had turned.",
        [("Mao Lin", "that the boat had turned", "")],
        "told a briefing",
    ),
    ("The prefect denied that the road was shut.", [("The prefect", "that the road was shut", "")], "a prefect"),
    (
        (
            "Nine people died when a drone fired on a convoy in northern Karm, residents and a local elected official told"
            " AFP on Sunday, while the army said it had hit fighters."
        ),
        [
            (
                "residents and a local elected official",
                "Nine people died when a drone fired on a convoy in northern Karm",
                "",
            ),
            ("the army", "it had hit fighters", ""),
        ],
        "two voices close the clause, a third goes on",
    ),
    (
        "Nine people died in a village near the border, a doctor and a nurse told Reuters.",
        [("a doctor and a nurse", "Nine people died in a village near the border", "")],
        "two voices close the sentence",
    ),
]


@pytest.mark.parametrize(("text", "rows", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_who_gives_it(text: str, rows: list[Row], why: str) -> None:
    assert [(who, bare(said), outer) for who, said, outer in voiced(text)] == rows, why


@pytest.mark.parametrize("hour", ["9:05 p.m. — ", "21:10 – ", "7.15pm | "])
def test_the_hour_of_an_entry_is_no_speaker(hour: str) -> None:
    text = f"The plant burned on Monday.\n\n{hour}Sheriff Robin Vaux: “We are done here. Most folks are back.”"
    assert [(who, bare(said)) for who, said, _ in voiced(text)] == [
        ("Sheriff Robin Vaux", "We are done here. Most folks are back")
    ]


@pytest.mark.parametrize("before", ["St. Amant Parish Sheriff", "Elm County Coroner", "Lake Elm Fire Chief"])
def test_the_place_of_an_office_is_no_part_of_a_name(before: str) -> None:
    assert "Wade Robin" in {c.name for c in read(f"{before} Wade Robin said the blast was loud.").chains}


def test_a_month_spoken_of_is_no_day() -> None:
    days = [
        c.date
        for text in (
            "The attack of August 2024 had killed nine. No wedding had been declared on that day.",
            "The market opened on 9 September 2023. Maaz drove them on that day.",
        )
        for c in read(text).clauses
        if c.lemma in ("declare", "drive")
    ]
    assert days == [None, "2023-09-09"]


UNTIL = [
    ("No soldiers had reached the village until Friday.", "2025-10-10"),
    ("The plant did not reopen until Friday.", "2025-10-10"),
    ("The road was not cleared until Thursday, the mayor said.", "2025-10-09"),
    ("It was not until Thursday that the army came.", "2025-10-09"),
    ("Nobody reached the village until Friday.", "2025-10-10"),
    ("The plant will not reopen until Friday.", "2025-10-17"),
    ("The ban holds until Friday.", "2025-10-17"),
    ("The court closed the road until Friday.", "2025-10-17"),
]


@pytest.mark.parametrize(("text", "day"), UNTIL, ids=[row[0] for row in UNTIL])
def test_what_was_not_until_a_day_has_come(text: str, day: str) -> None:
    reading = next(iter(read([Report("r", text, outlet="Elm Echo", published="2025-10-15")])))
    assert [t.value for t in reading.times if t.value.startswith("2025-10")] == [day]


WAS_TO_BE = [
    ("Violence flared hours before a curfew was set to begin on Friday.", "2025-10-10", "told as past"),
    ("The ferry left an hour before it was due to be searched on Friday.", "2025-10-10", "due"),
    ("The curfew is set to begin on Friday.", "2025-10-17", "still ahead"),
]


@pytest.mark.parametrize(("text", "day", "why"), WAS_TO_BE, ids=[row[2] for row in WAS_TO_BE])
def test_what_was_to_be_when_something_happened_has_come(text: str, day: str, why: str) -> None:
    reading = next(iter(read([Report("r", text, outlet="Elm Echo", published="2025-10-15")])))
    assert [t.value for t in reading.times if t.value.startswith("2025-10")] == [day], why
