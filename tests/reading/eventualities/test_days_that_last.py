"""Days of what lasts or is told anew: text, word, day (None: none is told), why. Reports of 8 May 2024."""

import pytest

from rashomon.reading.eventualities.told_days import ToldDays
from rashomon.reading.read import pipeline
from rashomon.records import Report

TOLD = "2024-05-08"  # a Wednesday
NEWS = "2024-05-06/2024-05-08"
ROWS = [
    ("A miner was fighting for his life on Tuesday after he fell down a shaft.", "fell", None, "what goes on"),
    ("Families were sleeping in a school on Tuesday after a river burst its banks.", "burst", None, "what goes on"),
    ("Three sailors were missing on Tuesday after a tanker broke in two.", "broke", None, "how somebody is"),
    ("Leo Dahl remained in hospital on Monday after a car struck him.", "struck", None, "how somebody is"),
    ("A judge freed the guard on Tuesday after a witness withdrew her word.", "withdrew", "2024-05-07", "not: a deed"),
    ("Guards shut the hall on Tuesday after a caller threatened Ann Berg.", "threatened", "2024-05-07", "not: a deed"),
    (
        "Norvia shut the port on Monday.\nThe mayor said at the time that it leaked. Guards denied it.",
        "denied",
        None,
        "then",
    ),
    (
        "Norvia shut the port on Monday.\nThe mayor said that it leaked. Guards denied it.",
        "denied",
        NEWS,
        "not: no then",
    ),
    ("Leo Dahl died on Monday. The discovery of the will alarmed his heirs.", "alarmed", None, "a deed not told yet"),
    ("A will was found on Monday. The discovery of the will alarmed his heirs.", "alarmed", "2024-05-06", "not: told"),
]


@pytest.mark.parametrize(("text", "word", "day", "why"), ROWS)
def test_days_that_last(text: str, word: str, day: str | None, why: str) -> None:
    doc = pipeline().make_doc(text)
    doc._.rashomon_report = Report("r", text, published=TOLD)
    doc = pipeline()(doc)
    assert ToldDays(doc).day([t for t in doc if t.text == word][-1])[0] == day, why
