"""The page that one reads is clipped by a bookmark: into the form, on this machine, and kept when a person says so."""

import threading
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from rashomon.case import Case
from rashomon.web import application
from rashomon.web.writes import bookmark
from test_web_adding import TEXT, asked
from test_web_browser import CHROMIUM, Served, Visit, browser

__all__ = ["browser"]
HOST = "127.0.0.1:8642"
ARTICLE = f"""<!doctype html><meta charset="utf-8"><title>Ferries stay in port | Lanse Courier</title>
<meta property="og:title" content="Ferries stay in port &amp; crews &lt;b&gt;out&lt;/b&gt;">
<meta property="og:site_name" content="Lanse Courier"><meta property="article:published_time" content="2031-05-02T08:00:00Z">
<nav>Home Sport Weather</nav><article><p>{TEXT}</p></article><footer>All rights reserved</footer>"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "clipped.case"
    Case(path).close()
    return path


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_the_page_that_needs_no_token_holds_nothing_and_takes_nothing(path, method) -> None:
    app = application(path, hosts=frozenset({HOST}), token="sesame")
    web = TestClient(app, base_url=f"http://{HOST}", headers={"origin": "https://elsewhere.example"})
    answer = web.request(method, "/clip?anything=at+all")
    assert answer.status_code == (403 if method == "POST" else 200)
    assert "set-cookie" not in answer.headers
    assert "clipped" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert web.get("/clip/").status_code == web.get("/clip/../add").status_code == web.get("/add").status_code == 403
    assert web.get("/clip", headers={"host": "elsewhere.example"}).status_code == 421


def test_the_bookmark_is_one_line_and_knows_where_the_pages_are() -> None:
    told = bookmark("http://127.0.0.1:1234")
    assert told.startswith("javascript:(()=>{")
    assert "\n" not in told
    assert 'open("http://127.0.0.1:1234/clip#"' in unquote(told)
    assert "token" not in told


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_a_page_is_clipped_and_added(browser, path, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "ferries.html").write_text(ARTICLE, "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(elsewhere))
    handler.log_message = lambda *_: None
    with HTTPServer(("localhost", 0), handler) as other, Served(path) as served:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        visit = Visit(browser, served.home)
        try:
            visit.go("/?token=sesame")
            visit.go("/add")
            link = visit.page.locator("[data-bookmark]")
            script = link.get_attribute("href")
            link.click()
            assert visit.page.url.endswith("/add"), "the bookmark is there to be dragged"
            visit.clean()
            page = visit.context.new_page()  # of another site: no cookie of ours goes with what it opens
            page.goto(f"http://localhost:{other.server_address[1]}/ferries.html")
            with visit.context.expect_page() as opened:
                page.evaluate(unquote(script.removeprefix("javascript:")))
            form = opened.value
            form.wait_for_url(f"{served.home}/add")
            form.wait_for_selector("form.adding button:focus")
            assert form.locator("[name=title]").input_value() == "Ferries stay in port & crews <b>out</b>"
            assert form.locator("[name=text]").input_value().strip() == TEXT
            assert form.locator("[name=url]").input_value() == page.url
            assert form.locator("[name=outlet]").input_value() == "Lanse Courier"
            assert form.locator("[name=published]").input_value() == "2031-05-02"
            assert asked(path, "SELECT count(*) FROM report") == [(0,)], "nothing is kept before a person says so"
            form.keyboard.press("Enter")
            form.wait_for_selector("#came >> text=1 report read", timeout=240_000)
            (told,) = asked(path, "SELECT outlet, published, url FROM report")
            assert told == ("Lanse Courier", "2031-05-02", page.url)
        finally:
            visit.context.close()
            other.shutdown()
