"""A day as containers write it: read by strict grammars, its half of the day and its zone kept, or left as it came."""

from datetime import date

import pytest

from rashomon.intake.day import day, first_day, order_of, plausible, understood

# as told, ISO, why
DAYS = [
    ("March 7, 2025 11:30 PM EST", "2025-03-07T23:30:00-05:00", "an hour of twelve and its zone"),
    ("Mar 7, 2025, 12:05 a.m. EDT", "2025-03-07T00:05:00-04:00", "midnight is twelve in the morning"),
    ("Mar. 7, 2025 at 12:05 p.m.", "2025-03-07T12:05:00", "noon is twelve; no zone is told, none is made"),
    ("Fri, 07 Mar 2025 11:30:00 PM CST", "2025-03-07T23:30:00-06:00", "a feed's own mixture"),
    ("Friday, March 7, 2025 - 17:57", "2025-03-07T17:57:00", "a content system's long form"),
    ("7 March 2025", "2025-03-07", "a day alone"),
    ("7th of March 2025", "2025-03-07", "an ordinal"),
    ("07-Mar-2025 06:10 GMT", "2025-03-07T06:10:00+00:00", "hyphens"),
    ("Fri Mar 07 2025 12:00:00 GMT+0200 (Eastern European Standard Time)", "2025-03-07T12:00:00+02:00", "a script's form"),
    ("Fri Mar  7 11:30:00 2025", "2025-03-07T11:30:00", "a C program's form"),
    ("Fri Mar 07 11:30:00 +0000 2025", "2025-03-07T11:30:00+00:00", "a short message service's form"),
    ("10:15 AM, March 7, 2025", "2025-03-07T10:15:00", "the hour first"),
    ("March 7, 2025 5:00 PM ET", "2025-03-07T17:00:00-05:00", "a zone whose clocks change: winter"),
    ("July 7, 2025 5:00 PM ET", "2025-07-07T17:00:00-04:00", "summer"),
    ("Published: 7 March 2025", "2025-03-07", "its label"),
    ("Fri, 03/07/2025 - 08:10", "2025-03-07T08:10:00", "the weekday tells that the month stands first"),
    ("Fri, 07/03/2025 - 08:10", "2025-03-07T08:10:00", "and here that the day does"),
    ("Mon, 03/07/2025 - 08:10", "Mon, 03/07/2025 - 08:10", "a weekday of neither"),
    ("03/07/2025", "03/07/2025", "two days: not guessed"),
    ("03/03/2025", "2025-03-03", "one day either way"),
    ("23/07/2025 10:00", "2025-07-23T10:00:00", "a number above twelve"),
    ("07.03.2025", "2025-03-07", "stops: the day first"),
    ("2025/03/07 08:00:00", "2025-03-07T08:00:00", "the year first"),
    ("1741334400", "2025-03-07T08:00:00+00:00", "seconds as a string"),
    ("1741334400000", "2025-03-07T08:00:00+00:00", "milliseconds as a string"),
    ("20250307080000", "2025-03-07T08:00:00+00:00", "a web archive's form"),
    ("Mon, 01 Jan 0001 00:00:00 +0000", "0001-01-01T00:00:00+00:00", "the year 1 is no 2001"),
    ("7 mars 2025", "2025-03-07", "a month in another tongue"),
    ("7 de marzo de 2025", "2025-03-07", "and another"),
    ("Freitag, 7. März 2025, 08:10 Uhr", "2025-03-07", "with its weekday; its clock is not read"),
    ("7 Blaumond 2025", "7 Blaumond 2025", "a month that is none"),
    ("2 hours ago", "2 hours ago", "what is told of now is none"),
    ("last Friday", "last Friday", "nor this"),
    ("March 2025", "March 2025", "no day"),
    ("2025-03", "2025-03", "a month"),
    ("7 March 2025 25:10", "7 March 2025 25:10", "no such hour"),
    ("31 February 2025", "31 February 2025", "no such day"),
    ("Room 7, 2025", "Room 7, 2025", "no month"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "iso", "why"), DAYS, ids=[f"{told}: {why}" for told, _, why in DAYS])
def test_a_day_is_read_as_it_is_written(told, iso, why):
    assert day(told) == iso


def test_the_order_of_numeric_dates_is_told_or_found_in_their_table():
    assert day("03/07/2025", "mdy") == "2025-03-07"
    assert day("07/03/2025", "dmy") == "2025-03-07"
    assert order_of(["03/07/2025", "03/25/2025", ""]) == "mdy"
    assert order_of(["03/07/2025", "25/03/2025"]) == "dmy"
    assert order_of(["13/07/2025", "03/25/2025"]) == ""
    assert order_of(["03/07/2025"]) == ""


# ISO, whether a report got on 2025-03-08 can be of it
PLAUSIBLE = [
    ("2025-03-07", True),
    ("2025-03-09T23:00:00+00:00", True),
    ("2025-06-01", False),
    ("2125-03-07", False),
    ("9999-12-31T23:59:59+00:00", False),
    ("0001-01-01T00:00:00+00:00", False),
    ("1970-01-01T00:00:00", False),
    ("1970-01-02", True),
    ("1953-06-02", True),
    ("2025-02", True),
    ("2025-13-01", False),
]


@pytest.mark.parametrize(("iso", "can"), PLAUSIBLE)
def test_what_programs_write_for_nothing_is_no_day(iso, can):
    assert plausible(iso, date(2025, 3, 8)) == can
    assert plausible(iso, date.max) == (can or "2025-06" in iso or "2125" in iso)  # a crawl that dates itself so


def test_the_next_source_is_asked_where_one_says_nothing():
    asked = [("json-ld", "0001-01-01T00:00:00"), ("meta", "soon"), ("time", "2025-03-07"), ("text", "2025-03-06")]
    assert first_day(asked, date(2025, 3, 8)) == ("time", "2025-03-07")
    assert first_day([], date(2025, 3, 8)) == ("", "")
    assert understood("2025-03")
    assert not understood("soon")
