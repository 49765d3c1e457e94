"""What came since somebody was here last: their own browser remembers when that was."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.web import application
from rashomon.web.guard import cookie, iso, visited

NOW = datetime(2031, 5, 2, 12, tzinfo=UTC)
HOST = "127.0.0.1:8642"

# what the browser remembers, since when things are new, what it is to remember, why
VISITS = [
    ("", "", "20310502T120000Z|", "a first visit: nothing is new, or all"),
    ("20310502T113000Z|", "", "20310502T120000Z|", "still the first visit"),
    ("20310502T100000Z|", "20310502T100000Z", "20310502T120000Z|20310502T100000Z", "a second one"),
    ("20310502T113000Z|20310501T090000Z", "20310501T090000Z", "20310502T120000Z|20310501T090000Z", "still the second"),
    ("20310501T113000Z|20310401T090000Z", "20310501T113000Z", "20310502T120000Z|20310501T113000Z", "a third"),
    ("20310601T113000Z|20310501T090000Z", "", "20310502T120000Z|", "a clock that was put back"),
    ("<script>|<script>", "", "20310502T120000Z|", "not what we wrote"),
    ("20310502T113000Z|yesterday", "", "20310502T120000Z|", "half of what we wrote"),
]


@pytest.mark.parametrize(("told", "since", "remembered", "why"), VISITS, ids=[v[-1] for v in VISITS])
def test_since_when_things_are_new(told, since, remembered, why) -> None:
    assert visited(told, NOW) == (since, remembered)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
        with case.transaction():
            reports = [r for (r,) in case.ask("SELECT id FROM report ORDER BY id")]
            for n, report in enumerate(reports):
                at = (NOW + timedelta(hours=n)).isoformat(timespec="seconds")
                case.ask("DELETE FROM acquisition WHERE report = ?", report)
                case.ask("INSERT INTO acquisition VALUES (?, 'x', 'd', ?)", report, at)
    return path


def test_what_is_new_is_shown_on_the_first_page(path) -> None:
    with Case(path, read_only=True) as case:
        reports = [r for (r,) in case.ask("SELECT id FROM report ORDER BY id")]
        told = case.lists.since(iso("20310502T123000Z"))
        assert list(told.reports) == reports[1:]
        behind = {line.id: set(case.findings.behind(line.id)) for line in (*told.lines, *told.told_again)}
        assert all(behind[line.id] <= set(reports[1:]) for line in told.lines)
        assert all(reports[0] in behind[line.id] for line in told.told_again)
        assert case.lists.since(iso("20300101T000000Z")).reports == (), "where all is new, nothing is"
    web = TestClient(application(path, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    first = web.get("/")
    assert "since you were here" not in first.text
    assert "httponly" in first.headers["set-cookie"].lower()
    for since, said in (("20310502T123000Z", "New since you were here"), ("20310601T000000Z", "Nothing new since")):
        web.cookies.set(cookie(path), f"{since}|{since}", domain="127.0.0.1")
        web.cookies.set(cookie(path), f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}|{since}", domain="127.0.0.1")
        assert said in web.get("/").text
        assert "since you were here" not in web.get("/reports").text
