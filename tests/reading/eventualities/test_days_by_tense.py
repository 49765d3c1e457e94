"""Days that hang on the tense: the text, the clause's word, its day, why; all told on Friday, 16 May 2031."""

import pytest

from rashomon.reading.eventualities.told_days import ToldDays
from rashomon.reading.read import pipeline
from rashomon.records import Report

TOLD = "2031-05-16"
NEWS = "2031-05-15/2031-05-16"
ROWS = [
    ("The governor has apologised for the riot on Sunday.", "apologised", NEWS, "the perfect has no day"),
    ("Police have charged two men over the fire on Monday.", "charged", NEWS, "the perfect has no day"),
    ("The captain has defended her speech last week.", "defended", NEWS, "the perfect has no day"),
    ("The army has arrested three men after the robbery on Friday last week.", "arrested", NEWS, "in two parts"),
    ("The firm has been fined over the spill on May 3.", "fined", NEWS, "the perfect has no day"),
    ("A man has been arrested in Leeds on Monday.", "arrested", "2031-05-12", "not: no deed stands before it"),
    ("The council has opened an inquiry on Monday.", "opened", "2031-05-12", "not: the deed is a new one"),
    ("The governor apologised for the riot on Tuesday.", "apologised", "2031-05-13", "not: no perfect"),
    ("The court is to rule next Wednesday on the appeal.", "is", "2031-05-21", "is to"),
    ("The ministers are to meet in Graz on Friday next week.", "are", "2031-05-23", "is to"),
    ("The king is to open the museum on June 3.", "is", "2031-06-03", "is to"),
    ("A valve is to blame for the leak of May 3.", "is", NEWS, "not: is to blame"),
    ("A fire gutted the theatre on Monday. The theatre was built by a brewer.", "built", None, "how it came to be"),
    ("Gunmen took the station on May 10. It was founded by students.", "founded", None, "how it came to be"),
    ("Protesters blocked the road on Monday. A barricade was built from desks.", "built", "2031-05-12", "not: new"),
    ("A fire gutted the hall on Monday. The hall was cleared within minutes.", "cleared", "2031-05-12", "within"),
    ("The two parties met on Monday. A coalition was formed after nine hours.", "formed", "2031-05-12", "after hours"),
    ("The mayor quit on Monday. She held the office for nine years.", "held", None, "not: years"),
    ("The envoy landed on Monday. He worked for ten hours in the garden.", "worked", None, "not: for hours"),
    (
        "A tanker ran aground on Tuesday.\n\nHours later, its crew was taken off.",
        "taken",
        "2031-05-13",
        "a paragraph goes on with the scene",
    ),
    ("A ferry sank in 2024.\n\nHours later, a crane fell on a tram.", "fell", None, "not: no day to go on from"),
    ("Police shot the sculptor Jan Roth.", "shot", NEWS, "a name is no month"),
    ("Police shot Jan Roth on Monday. The sculptor Jan Roth fell into a canal.", "fell", "2031-05-12", "told again"),
    ("Heavy rains came in April.", "came", "2031-04", "not: a month"),
    ("The envoy leaves for Doha on Saturday.", "leaves", "2031-05-17", "what is fixed is to come"),
    ("Norvia holds elections on Sunday.", "holds", "2031-05-18", "what is fixed is to come"),
    ("The bill becomes law on Monday.", "becomes", "2031-05-19", "what is fixed is to come"),
    ("A farmer holds a lamb in Senn on Monday.", "holds", "2031-05-12", "not: a picture"),
]


@pytest.mark.parametrize(("text", "word", "day", "why"), ROWS)
def test_days_by_tense(text: str, word: str, day: str | None, why: str) -> None:
    doc = pipeline().make_doc(text)
    doc._.rashomon_report = Report("r", text, published=TOLD)
    doc = pipeline()(doc)
    assert ToldDays(doc).day([t for t in doc if t.text == word][-1])[0] == day, why
