"""Reports added by the pages: files, a pasted text, what is refused and why, where and when they are from."""

import io
import json

import pytest
from starlette.testclient import TestClient

from rashomon.case import Case
from rashomon.web import application
from rashomon.web.background_work import Works
from test_web_browser import CHROMIUM, Served, Visit, browser

__all__ = ["browser"]
HOST = "127.0.0.1:8642"
TEXT = (
    "Ferry crews in Port Lanse walked out on Friday, union leader Marta Olin said. The port authority said that forty "
    "sailings were cancelled. Olin said that nobody will sail until the pay talks begin. The ministry of transport said "
    "it was ready to talk, and asked both sides to come back to the table by Monday morning."
)


@pytest.fixture
def web(tmp_path):
    path = tmp_path / "new.case"
    Case(path).close()
    works = Works(path)
    app = application(path, hosts=frozenset({HOST}), token="", who="analyst", works=works)
    client = TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}, follow_redirects=False)
    client.works, client.path = works, path
    yield client
    assert works.settled(120)


def asked(path, question):
    with Case(path, read_only=True) as case:
        return case.ask(question)


def test_an_empty_case_asks_for_reports(web):
    page = web.get("/").text
    assert 'href="/add"' in page
    assert "holds no reports yet" in page
    assert web.get("/add").status_code == 200


def test_files_and_a_pasted_text_are_read_and_compared_and_what_is_refused_is_told(web):
    files = [
        ("files", ("strike.txt", io.BytesIO(TEXT.encode()), "text/plain")),
        ("files", ("strike.txt", io.BytesIO((TEXT + " A second report says the same.").encode()), "text/plain")),
        ("files", ("../../etc/passwd", io.BytesIO(b"\x00\x01\x02" * 50), "application/octet-stream")),
        ("files", ("empty.txt", io.BytesIO(b""), "text/plain")),
    ]
    data = {
        "text": "Crews are back at work. " + TEXT,
        "title": "Back to work",
        "published": "2026-05-04",
        "outlet": "Wire",
    }
    answer = web.post("/add", data=data, files=files)
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    assert web.works.settled(120)
    page = web.get("/add").text
    assert "3 reports read" in page
    assert "Left out (2)" in page
    assert "is empty" in page
    rows = asked(web.path, "SELECT id, input, title, outlet, published FROM report ORDER BY id")
    assert [r[1] for r in rows if r[2] is None] == ["strike.txt", "strike-2.txt"], "no folder of this machine is told"
    assert ("Back to work", "Wire", "2026-05-04") in [r[2:] for r in rows]
    assert asked(web.path, "SELECT count(*) FROM claim")[0][0] > 0
    again = web.post("/add", files=files[:1])
    assert again.status_code == 303
    assert web.works.settled(120)
    assert "1 report was here already" in web.get("/add").text


def test_where_and_when_is_asked_and_can_be_said_later(web):
    web.post("/add", files=[("files", ("strike.txt", io.BytesIO(TEXT.encode()), "text/plain"))])
    assert web.works.settled(120)
    page = web.get("/add").text
    assert "Where and when are these from?" in page
    assert web.post("/reports/told", data={"report": "strike", "outlet": "", "published": ""}).status_code == 422
    assert "Where and when is this from?" in web.get("/reports/strike").text
    said = web.post("/reports/told", data={"report": "strike", "outlet": "Lanse Courier", "published": "2026-05-02"})
    assert said.status_code == 303
    assert web.works.settled(120)
    assert asked(web.path, "SELECT outlet, published FROM report") == [("Lanse Courier", "2026-05-02")]
    assert asked(web.path, "SELECT published, basis FROM reading") == [("2026-05-02", "metadata")]
    page = web.get("/reports/strike").text
    assert "Lanse Courier" in page
    assert "Where and when is this from?" not in page
    web.post("/reports/told", data={"report": "strike", "outlet": "X", "published": "no day at all"})
    assert web.works.settled(120)
    assert "is no day" in web.get("/add").text


SHORT = "Ferry crews walked out, Marta Olin said."  # too short to tell its language


def test_a_language_is_asked_where_neither_report_nor_text_tells_it_and_can_be_changed(web):
    data = {"outlet": "Wire", "published": "2026-05-02"}
    files = [("files", (f"{n}.txt", io.BytesIO(t.encode()), "text/plain")) for n, t in (("a", SHORT), ("b", TEXT))]
    web.post("/add", data=data, files=files)
    assert web.works.settled(120)
    page = web.get("/add").text
    assert "and in which language?" in page
    assert 'name="report" value="a"' in page
    assert 'name="report" value="b"' not in page, "its text tells that it is English"
    assert "In which language is this?" in web.get("/reports/a").text
    assert "Another outlet, day or language" in web.get("/reports/b").text
    for told, kept in (("English", "en"), ("de", "de"), ("en-GB", "en")):
        said = {"report": "a", "outlet": "", "published": "", "language": told}
        assert web.post("/reports/told", data=said).status_code == 303
        assert web.works.settled(120)
        assert asked(web.path, "SELECT language FROM report WHERE id = 'a'") == [(kept,)]
        assert asked(web.path, "SELECT outlet, published FROM report WHERE id = 'a'") == [("Wire", "2026-05-02")]
    assert "In which language is this?" not in web.get("/reports/a").text
    web.post("/reports/told", data={"report": "a", "outlet": "", "published": "", "language": "<b>no</b>"})
    assert web.works.settled(120)
    assert "is no language" in web.get("/add").text
    assert asked(web.path, "SELECT language FROM report WHERE id = 'a'") == [("en",)]


def test_what_is_said_of_the_language_of_all_that_comes_goes_where_nothing_else_tells(web):
    files = [("files", (f"{n}.txt", io.BytesIO(t.encode()), "text/plain")) for n, t in (("a", SHORT), ("b", TEXT))]
    web.post("/add", data={"language": "fr"}, files=files)
    assert web.works.settled(120)
    assert asked(web.path, "SELECT id, language FROM report") == [("b", "en")]
    assert "another language" in web.get("/add").text
    web.post("/add", data={"language": "fr", "any_language": "1"}, files=files[:1])
    assert web.works.settled(120)
    assert asked(web.path, "SELECT language FROM report WHERE id = 'a'") == [("fr",)]


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [1440, 390])
def test_the_language_is_asked_in_the_browser_and_kept(browser, tmp_path, width):
    path = tmp_path / "flash.case"
    Case(path).close()
    (tmp_path / "flash.txt").write_text(SHORT)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        page.set_viewport_size({"width": width, "height": 900})
        visit.go("/?token=sesame")
        visit.go("/add")
        page.locator("input[type=file]").set_input_files([tmp_path / "flash.txt"])
        page.locator("form.adding button").click()
        page.wait_for_selector("body:not(:has([data-going])) .added .unsaid", timeout=240_000)
        assert "does not tell the language" in page.locator(".added").inner_text()
        visit.accessible()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        page.get_by_label("Language").first.fill("en")
        page.keyboard.press("Enter")
        page.wait_for_selector("body:not(:has([data-going]))", timeout=240_000)
        visit.go("/reports/flash")
        assert "In which language is this?" not in page.locator("main").inner_text()
        visit.clean()
        visit.context.close()
    assert asked(path, "SELECT language FROM report") == [("en",)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "nothing was given"),
        ({"text": "   "}, "nothing was given"),
        ({"addresses": "ftp://somewhere/x"}, "is no address"),
        ({"addresses": "file:///etc/passwd"}, "is no address"),
        ({"addresses": "/etc/passwd"}, "is no address"),
        ({"addresses": "-"}, "is no address"),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(web, data, told):
    answer = web.post("/add", data=data, files=[("nothing", ("x", io.BytesIO(b"x"), "text/plain"))])
    assert answer.status_code == 422
    assert told in answer.text


def test_an_address_of_this_network_is_not_fetched(web):
    web.post("/add", data={"addresses": "http://127.0.0.1:9/x"}, files=[("n", ("x", io.BytesIO(b"x"), "text/plain"))])
    assert web.works.settled(120)
    page = web.get("/add").text
    assert "Left out (1)" in page
    assert "127.0.0.1:9" in page


def test_nothing_is_added_where_nothing_may_be_written(web):
    app = application(web.path, hosts=frozenset({HOST}), token="", read_only=True)
    client = TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"})
    assert client.get("/add").status_code == 404
    assert client.post("/add", data={"text": TEXT}).status_code == 403
    assert client.post("/reports/told", data={"report": "x", "outlet": "y"}).status_code == 403
    assert 'href="/add"' not in client.get("/").text


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_a_case_is_made_in_the_browser_from_nothing(browser, tmp_path):
    path = tmp_path / "fresh.case"
    Case(path).close()
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.jsonl").write_text(
        json.dumps({"text": TEXT + " More.", "outlet": "Wire", "published": "2026-05-03"})
    )
    with Served(path) as served:
        for width in (1440, 390):
            visit = Visit(browser, served.home)
            page = visit.page
            page.set_viewport_size({"width": width, "height": 900})
            visit.go("/?token=sesame")
            page.locator("main a", has_text="Add reports").click() if width == 1440 else visit.go("/add")
            visit.accessible()
            page.locator("input[type=file]").set_input_files([tmp_path / "one.txt", tmp_path / "two.jsonl"])
            page.locator("form.adding button").click()
            page.wait_for_selector("body:not(:has([data-going])) .added", timeout=240_000)
            told = page.locator(".added").inner_text()
            assert ("2 reports read" if width == 1440 else "2 reports were here already") in told
            visit.accessible()
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0
            visit.clean()
            visit.context.close()
