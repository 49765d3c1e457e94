"""Which hour in which zone a report tells is shown as told; a day that lay ahead when the report came is said to."""

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from rashomon.case import Case
from rashomon.cli import main
from rashomon.exports.in_words import hour
from rashomon.records import Publication, Reading, Taken
from rashomon.web import application

HOST = "127.0.0.1"


@pytest.mark.parametrize(
    ("told", "shown", "why"),
    [
        ("2031-05-03T23:30:00-05:00", "23:30, UTC−5", "west of Greenwich, and no other day"),
        ("2031-05-03T01:10:00+05:30", "01:10, UTC+5:30", "half an hour"),
        ("2031-05-03T01:10:00-03:30", "01:10, UTC−3:30", "half an hour to the west"),
        ("2031-05-03T08:00:00+00:00", "08:00, UTC", "Greenwich's own"),
        ("2031-05-03T08:00:00Z", "08:00, UTC", "written short"),
        ("2031-05-03T17:03:00", "17:03, zone not told", "no zone is made up"),
        ("2031-05-03", "", "a day alone"),
        ("2031-05", "", "a month"),
        ("2031-05-03 or so", "", "no moment"),
        (None, "", "nothing"),
    ],
)
def test_an_hour_is_told_with_its_zone(told, shown, why):
    assert hour(told) == shown, why


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Three reports that came on 3 May 2031: of that day, of the paper of tomorrow, and of another year."""
    path = tmp_path_factory.mktemp("ahead") / "ahead.case"
    days = {"now": "2031-05-03T01:10:00+09:00", "tomorrow": "2031-05-04", "later": "2038-05-04"}
    with Case(path) as held, held.transaction():
        for name, day in days.items():
            text = f"The ferry of {name} has left."
            told = {"input": name, "original": text.encode(), "at": "2031-05-03T08:00:00+00:00", "digest": name}
            held.reports.add(Taken(name, text, published=day, outlet="Lanse Courier", **told))
            at = Publication(day[:10], "metadata", day[:10], day[:10])
            held.readings.keep([Reading(name, at, "en", None, None, None)], "by hand")
        held.findings.keep(held.findings.get(), held.findings.basis("by hand"))
    return path


def test_a_day_that_lay_ahead_is_found_and_the_paper_of_tomorrow_is_not(case):
    with Case(case, read_only=True) as held:
        assert held.views.days_ahead() == [("later", "2038-05-04", "2031-05-03")]
        assert held.views.days_ahead("now") == []
        assert held.views.missing().days_ahead == (("later", "2038-05-04"),)


@pytest.mark.parametrize(
    ("report", "shown", "never"),
    [
        ("now", ["2031-05-03, 01:10, UTC+9"], "ahead"),
        ("tomorrow", ["2031-05-04"], "ahead"),
        ("later", ["2038-05-04; lay ahead when it came, on 2031-05-03"], "UTC"),
    ],
)
def test_the_way_down_to_a_report_tells_both(case, report, shown, never):
    told = CliRunner().invoke(main, ["show", str(case), "--why", report])
    assert told.exit_code == 0, told.output
    assert all(words in told.output for words in shown)
    assert never not in told.output


def test_the_pages_tell_both(case):
    web = TestClient(application(case, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    assert "3 May 2031, 01:10, UTC+9" in web.get("/reports/now").text
    assert "lay ahead when it came, on 3 May 2031" in web.get("/reports/later").text
    assert "lay ahead" not in web.get("/reports/tomorrow").text
    assert "which lay ahead when it came, on 2031-05-03" in web.get("/review?kind=dates").text
