"""Dates as periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.days import days

CASES = [
    ("2020-12-27", ("2020-12-27", "2020-12-27"), "a day is itself"),
    ("2020-12-27TEV", ("2020-12-27", "2020-12-27"), "an evening is in its day"),
    ("2020-12", ("2020-12-01", "2020-12-31"), "a month ends with its last day"),
    ("2020-02", ("2020-02-01", "2020-02-29"), "a leap year's February"),
    ("2020", ("2020-01-01", "2020-12-31"), "a year"),
    ("2020-W53", ("2020-12-28", "2021-01-03"), "a week runs over the year's end"),
    ("2020-Q4", ("2020-10-01", "2020-12-31"), "a quarter"),
    ("2019-WI", ("2019-12-01", "2020-02-29"), "a winter runs into the next year"),
    ("2019-09/2020-12", ("2019-09-01", "2020-12-31"), "an interval runs from first to last"),
    ("2020-12-28/2020-12-27", None, "an interval that runs backwards names no days"),
    ("2020-13", None, "there is no thirteenth month"),
    ("PRESENT_REF", None, "now is not a day"),
    ("P3D", None, "a length is not a day"),
    ("XXXX-WXX-7", None, "an unanchored Sunday is not a day"),
    (None, None, "nothing is nothing"),
]


@pytest.mark.parametrize(("value", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_days(value: str | None, expected: tuple[str, str] | None, why: str) -> None:
    wanted = expected and tuple(map(date.fromisoformat, expected))
    assert days(value) == wanted, why


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    for length in (10, 7, 4):
        known = days(day.isoformat()[:length])
        assert known is not None
        assert known[0] <= day <= known[1]


@given(st.text(max_size=20))
def test_no_text_breaks_it(value: str) -> None:
    known = days(value)
    assert known is None or known[0] <= known[1]
