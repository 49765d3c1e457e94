"""Corrections without waiting, in a real browser: kept at once, compared beside the pages, landing on what is left."""

import re
import time

import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case, judge
from rashomon.engines import correct
from rashomon.web import application
from rashomon.web.background_work import Works
from rashomon.web.desk import Desk
from rashomon.web.links import Served as Links
from rashomon.web.render import decided
from rashomon.web.screens.entity import entity
from test_web_browser import CHROMIUM, Served, Visit, addresses, browser, compared, copied, name, rows, sample_case

__all__ = ["browser", "sample_case"]
chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
HOST = "127.0.0.1:8642"


def opened(browser, served):
    visit = Visit(browser, served.home)
    visit.go("/?token=sesame")
    return visit


def merge(visit, gone, other):
    visit.go(f"/entities/{gone}")
    page = visit.page
    page.locator("summary", has_text="Put this right").click()
    form = page.locator("form.correct", has=page.locator("input[name=kind][value=merge]"))
    form.locator("input[name=value]").fill(f"x ({other})")
    form.locator("button", has_text="Keep it").click()


@chromium
def test_a_merge_from_whichever_side_lands_on_the_one_that_is_left_and_is_taken_back(browser, sample_case, tmp_path):
    people = rows(
        sample_case,
        "SELECT id FROM entity WHERE kind = 'person' AND names <> '[]' ORDER BY json_array_length(mentions) DESC LIMIT 2",
    )
    for i, (here, other) in enumerate((people, people[::-1])):
        (tmp_path / str(i)).mkdir()
        path = copied(sample_case, tmp_path / str(i))
        with Served(path) as served:
            visit = opened(browser, served)
            merge(visit, here, other)
            compared(visit.page)
            assert "Not here" not in visit.page.content()
            left = rows(path, f"SELECT id FROM entity WHERE id IN ('{here}', '{other}')")
            assert len(left) <= 1
            told = visit.page.locator("#kept").inner_text()
            assert "these are one" in told
            assert "entities:" in told.lower(), "what changed is told"
            assert visit.page.url.split("?")[0].startswith(f"{served.home}/entities/")
            visit.accessible()
            visit.page.locator("#kept button", has_text="Undo").click()
            visit.page.wait_for_selector("#kept >> text=taken back")
            compared(visit.page)
            assert len(rows(path, f"SELECT id FROM entity WHERE id IN ('{here}', '{other}')")) == 2
            assert visit.page.locator("h1").inner_text() in [name(path, e)[0] for e in people]
            visit.clean()
            visit.context.close()


@chromium
def test_what_is_rejected_whole_lands_where_its_words_are(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    conflict = addresses(path)["conflict"]
    with Served(path) as served:
        visit = opened(browser, served)
        visit.go(conflict)
        visit.page.locator("summary", has_text="Not a dispute?").click()
        visit.page.locator("form.correct input[name=because]").fill("both hold")
        visit.page.locator("form.correct button", has_text="Keep it").click()
        compared(visit.page)
        assert visit.page.url.startswith(f"{served.home}/conflicts?kept=")
        assert "Not here" not in visit.page.content()
        visit.go(conflict)
        assert "Not here" in visit.page.content()
        visit.context.close()


@chromium
def test_accepting_keeps_the_place_in_the_report(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = opened(browser, served)
        page = visit.page
        visit.go(addresses(path)["report"])
        for _ in range(4):
            page.keyboard.press("j")
        now = "document.querySelector('.card.now')?.dataset.claim ?? ''"
        claim = page.evaluate(now)
        page.keyboard.press("a")
        page.wait_for_selector(".kept")
        page.wait_for_load_state()
        page.wait_for_selector(".card.now")
        assert page.evaluate(now) == claim
        visit.clean()
        visit.context.close()


@pytest.fixture
def web(tmp_path):
    path = tmp_path / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
        with case.transaction():
            case.findings.keep(harbour.FINDINGS, case.findings.basis("test"))
    works = Works(path)
    app = application(path, hosts=frozenset({HOST}), token="", who="analyst", works=works)
    client = TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}, follow_redirects=False)
    client.works = works
    yield client
    assert works.settled(60)


def test_a_note_is_kept_and_told_at_once_and_nothing_is_compared(web):
    began = time.perf_counter()
    kept = web.post(
        "/corrections", data={"kind": "note", "target": "n1", "value": "look again", "back": "/entities/n1"}
    )
    assert time.perf_counter() - began < 0.3
    assert kept.status_code == 303
    assert web.works.going() is None
    page = web.get(kept.headers["location"]).text
    assert "look again" in page
    assert "data-going" not in page


def test_while_it_is_compared_every_page_says_so_and_shows_what_was(web):
    kept = web.post("/corrections", data={"kind": "rename", "target": "n1", "value": "Else", "back": "/entities/n1"})
    assert kept.status_code == 303
    if web.works.going() is None:
        pytest.skip("compared before it could be looked at")
    for address in ("/", "/reports", "/entities", "/conflicts", kept.headers["location"]):
        page = web.get(address).text
        assert "Being compared" in page, address
        assert "data-going=" in page
    assert web.get("/going").json()["going"]
    assert web.works.settled(60)
    assert web.works.failed == ""
    assert not web.get("/going").json()["going"]
    assert "Being compared" not in web.get("/").text


def test_what_was_broken_off_is_said_and_can_be_compared(web):
    with Case(web.works._path) as case, case.transaction():
        case.findings.keep(harbour.FINDINGS, "of yesterday")
    page = web.get("/").text
    assert "not compared yet" in page
    assert 'action="/compare"' in page
    assert web.post("/compare", data={"back": "/reports"}).headers["location"] == "/reports"
    assert web.works.settled(60)
    assert "not compared yet" not in web.get("/").text


def test_a_preview_waits_for_nobody_and_makes_no_sense_only_where_it_does(web):
    asked = web.post("/corrections/preview", data={"kind": "rename", "target": "n1", "value": "Else"})
    assert asked.status_code == 303
    address = asked.headers["location"]
    assert re.fullmatch(r"/corrections/previews/\w[\w-]*", address)
    assert "Keep it" in web.get(address).text
    found = web.works.preview(address.rsplit("/", 1)[1])
    assert found.work.wait(60)
    page = web.get(address).text
    assert "being worked out" not in page
    assert "1 changed" in page
    assert web.post("/corrections/preview", data={"kind": "rename", "target": "n1"}).status_code == 422
    assert web.get("/corrections/previews/none").status_code == 404
    assert len(Case(web.works._path).corrections) == 0


def test_what_pages_remember_of_readings_is_what_stands_after_each_correction(sample_case, tmp_path):
    """The day of an event, whose words they are, a row that is none, and each of them taken back."""
    path = copied(sample_case, tmp_path)

    def served() -> TestClient:
        app = application(path, hosts=frozenset({HOST}), token="", read_only=True)
        app.state.warm()
        return TestClient(app, base_url=f"http://{HOST}")

    web = served()
    with Case(path) as case:
        event, said = (
            case.ask(f"SELECT m.report || ':' || m.row FROM claim_member AS m JOIN {table} AS t ON t.report = m.report "
                     "AND t.id = m.row ORDER BY 1 LIMIT 1")[0][0]
            for table in ("event", "attribution")
        )  # fmt: skip
        stand: list[str] = []
        for kind, row, value in (
            ("re-date", event, "2031-01-02"), ("re-attribute", said, "Nobody Known"), ("reject", said, ""), ("undo", "", ""),
            ("undo", "", ""), ("rename", "", "Somebody Else"), ("undo", "", ""),
        ):  # fmt: skip
            person = case.ask("SELECT id FROM entity WHERE kind = 'person' ORDER BY id LIMIT 1")[0][0]
            made = judge(case, kind, [stand.pop() if kind == "undo" else row or person], because="seen", value=value)
            stand += [made.id] if kind != "undo" else []
            correct(case, [made])
            report = (row or event).partition(":")[0]
            anew = served()
            for address in ("/", f"/reports/{report}", "/claims", "/timeline", "/sources", "/network"):
                assert web.get(address).text == anew.get(address).text, (kind, address)


@pytest.mark.parametrize("kind", ["merge", "split", "rename", "reject", "re-date", "re-attribute", "same-source",
                                  "not-same-source", "note", "undo"])  # fmt: skip
def test_every_kind_has_plain_words(kind):
    assert decided(kind)
    assert kind not in decided(kind) or kind == "note"


def test_what_is_taken_back_is_not_taken_back_twice(tmp_path):
    path = tmp_path / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
        entity = case.ask("SELECT id FROM entity ORDER BY id LIMIT 1")[0][0]
    works = Works(path)
    app = application(path, hosts=frozenset({HOST}), token="", who="analyst", works=works)
    web = TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}, follow_redirects=False)
    web.post("/corrections", data={"kind": "note", "target": entity, "value": "seen", "because": "read"})
    note = rows(path, "SELECT id FROM judgement WHERE kind = 'note'")[0]
    first, second = [web.post("/corrections", data={"kind": "undo", "target": note}) for _ in range(2)]  # two windows
    assert works.settled(120)
    assert (first.status_code, second.status_code) == (303, 422)
    assert "is taken back already" in second.text
    assert len(rows(path, "SELECT id FROM judgement WHERE kind = 'undo'")) == 1


def test_only_names_that_some_mentions_bear_are_offered_as_anothers(sample_case):
    with Case(sample_case, read_only=True) as case:
        desk = Desk(case, Links(), editable=True)
        for (id_,) in case.ask("SELECT id FROM entity WHERE json_array_length(names) > 1"):
            for name in entity(desk, id_)["partable"]:
                assert judge(case, "split", [id_], because="they are two", value=name).sides
