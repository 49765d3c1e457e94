"""The tagger as a plain function: one row a kind of expression."""

import pytest

from rashomon.reading.times import find_times

DAY = "2013-03-22"  # a Friday
ROWS = [
    ("He left on Thursday.", [("Thursday", "DATE", "2013-03-21")], "weekday"),
    ("The vote was on March 5, 2012.", [("March 5, 2012", "DATE", "2012-03-05")], "full date"),
    ("The army may strike.", [], "may the verb"),
    ("It lasted two and a half years.", [("two and a half years", "DURATION", "P2.5Y")], "a half"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_times(text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    assert [(text[t.start : t.end], t.type, t.value) for t in find_times(text, DAY)] == expected, why
