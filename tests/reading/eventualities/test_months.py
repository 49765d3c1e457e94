"""The month May is no modal verb, wherever it stands; the verb "may" is one, beside it too."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

# a text, the lemma of its clause, how that stands, why
STANDING = [
    ("On 3 May the harbour master found a leak in the hull.", "find", "asserted", "a day before a noun"),
    ("On 2 May the company's divers found a crack in the hull.", "find", "asserted", "a day before an owner"),
    ("On 6 May our drivers left the depot.", "leave", "asserted", "a day before a pronoun's noun"),
    ("That May voters chose a new council.", "choose", "asserted", "a month without a day"),
    ("The plant, which on 2 May the council closed, employs ninety people.", "close", "asserted", "in a relative clause"),
    ("May 4 the mine reopened.", "reopen", "asserted", "the day behind it"),
    ("Farmers blocked the road in May.", "block", "asserted", "a month behind its verb"),
    ("The crew may leave on 3 May.", "leave", "hedged", "the verb beside the month"),
    ("On 6 May the crew may leave.", "leave", "hedged", "the verb behind the month"),
    ("In May the river may rise.", "rise", "hedged", "both without a day"),
    ("May the crew leave?", "leave", "hypothetical", "a question opens with the verb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "status", "why"), STANDING, ids=[s[-1] for s in STANDING])
def test_may(text: str, lemma: str, status: str, why: str) -> None:
    (reading,) = read([Report("a", text, published="2031-05-08")])
    assert [c.status for c in reading.clauses if c.lemma == lemma] == [status], why


def test_a_month_hangs_on_its_preposition() -> None:
    from rashomon.reading.read import pipeline

    doc = pipeline()("On 3 May the harbour master found a leak in the hull.")
    month = next(token for token in doc if token.text == "May")
    assert (month.dep_, month.head.text) == ("pobj", "On")
