"""What a page shows is taken along: as Markdown, as CSV, on paper; a team reads it behind its own proxy."""

import csv
import io
import re
import unicodedata

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.cli import main
from rashomon.web import application, serve
from rashomon.web.taken_along import markdown, tables
from test_web import NASTY, hostile
from test_web_browser import CHROMIUM, Served, Visit, addresses, browser, sample_case

__all__ = ["browser", "sample_case"]
HOST = "127.0.0.1:8642"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("along") / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
    return path


def client(path, **options):
    return TestClient(application(path, hosts=frozenset({HOST}), token="", **options), base_url=f"http://{HOST}")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>A</h1><p>b <b>c</b>\n d</p>", "# A\n\nb c d\n"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n\n- two\n"),
        ("<ol><li><p>one</p><blockquote><p>said</p></blockquote></li></ol>", "- one\n\n  > said\n"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x|y</td></tr></table>", "| A | B |\n| --- | --- |\n| 1 | x\\|y |\n"),
        ("<p>kept</p><form><p>not</p></form><p class='takes'>not</p><svg><text>no</text></svg>", "kept\n"),
        ("<p>*stars* and _lines_ &lt;b&gt;</p>", "\\*stars\\* and \\_lines\\_ \\<b\\>\n"),
        ("<details><summary>More</summary><p>inside</p></details>", "More\n\ninside\n"),
        ("<dl><div><dt>Who</dt><dd>Ana</dd></div></dl>", "Who\n\n: Ana\n"),
    ],
)  # fmt: skip
def test_a_page_becomes_markdown(page, text):
    assert markdown(f"<html><body><nav>no</nav><main>{page}</main></body></html>") == text


def test_tables_become_csv_that_no_spreadsheet_runs():
    page = (
        "<main><table><tr><td></td><th colspan=2>F</th></tr><tr><td>=1+1</td><td>a, b</td><td>“c”</td></tr></table>"
        "<table><tr><td>x</td></tr></table></main>"
    )
    told = list(csv.reader(io.StringIO(tables(page))))
    assert told == [["", "F", ""], ["'=1+1", "a, b", "“c”"], [], ["x"]]
    assert tables("<main><p>none</p></main>") == ""


@pytest.mark.parametrize("address", ["/", "/?story=s1", "/reports", "/reports/courier", "/claims?story=s1&show=all", "/claims/c1",
                                     "/conflicts", "/conflicts/x1", "/entities", "/entities/n1", "/timeline", "/network",
                                     "/map", "/review", "/search?q=ferry", "/corrections", "/lines/h1", "/beside?a=courier&b=wire"])  # fmt: skip
def test_every_page_is_taken_along(path, address):
    web = client(path)
    page = web.get(address)
    found = re.findall(r'href="([^"]+[?;&]as=md)"', page.text)
    assert len(found) == 1, address
    told = web.get(found[0].replace("&amp;", "&"))
    assert told.status_code == 200
    assert told.headers["content-type"].startswith("text/markdown")
    assert "attachment" in told.headers["content-disposition"]
    assert (
        told.text.startswith(("# ", "Claim", "Conflict", "One line", "Lanse", "person", "Person", "Northern"))
        or "# " in told.text
    )
    assert "Put this right" not in told.text
    assert "Preview" not in told.text
    csv_ = web.get(found[0].replace("&amp;", "&").replace("as=md", "as=csv"))
    assert csv_.headers["content-type"].startswith("text/csv")
    assert ("<table" in page.text) == bool(csv_.text)


@pytest.mark.parametrize("nasty", NASTY)
def test_words_of_strangers_run_nowhere(tmp_path, nasty):
    with Case(tmp_path / "hostile.case") as case:
        hostile(case, nasty)
    web = client(tmp_path / "hostile.case")
    for address in ("/?as=md", "/claims/c1?as=md", "/reports?as=md", "/entities?as=md"):
        told = web.get(address).text
        assert not re.search(r"(?<!\\)<(?!br)", told), address
        assert not set("\u202e\u2066\u200b\ufeff\x00\x1b") & set(told)
    for row in csv.reader(io.StringIO(web.get("/entities?as=csv").text)):
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]


def test_behind_a_proxy_only_its_name_is_answered_and_nothing_is_weaker(path):
    app = application(path, hosts=frozenset({"desk.example"}), token="sesame", read_only=True, secure=True)
    web = TestClient(app, base_url="https://desk.example", follow_redirects=False)
    assert web.get("/").status_code == 403
    welcome = web.get("/?token=sesame")
    assert welcome.status_code == 303
    cookie = welcome.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("secure", "httponly", "samesite=strict"))
    assert web.get("/").status_code == 200
    for host in ("127.0.0.1:8642", "localhost", "evil.example", "desk.example.evil.example"):
        assert web.get("/", headers={"host": host}).status_code == 421
    assert web.get("/", headers={"host": "evil.example", "x-forwarded-host": "desk.example"}).status_code == 421
    for address in ("/corrections", "/add", "/reports/told", "/compare", "/corrections/preview", "/corrections/lines"):
        assert web.post(address, headers={"origin": "https://desk.example"}).status_code == 403


@pytest.mark.parametrize("name", ["a b", "https://x", "x/y", "", "-x", "x\n", "x:999999"])
def test_what_is_no_name_is_not_served_behind(path, name):
    if name:
        with pytest.raises(ValueError, match="cannot be served"):
            serve(path, read_only=True, proxy=name)
    with pytest.raises(ValueError, match="cannot be served"):
        serve(path, read_only=False, proxy="desk.example")


def test_the_command_asks_for_read_only(path):
    told = CliRunner().invoke(main, ["serve", str(path), "--behind-proxy", "desk.example"])
    assert told.exit_code == 2
    assert "goes with --read-only" in told.output


OF_PAPER = {
    "story": ".lineword, .halves .quoted, .halves .sayer, .bounds",
    "claim": ".telling .outlet, .telling .stance, .firsts dt",
    "claims": ".matrix .outlet bdi, .matrix th[scope=row] bdi",
    "conflict": ".side .words",
}
"""What must stand on paper word for word."""
PAINTED = (
    "all => all.flatMap((e) => e.matches('circle') ? getComputedStyle(e).stroke : getComputedStyle(e).backgroundColor)"
)


def whole(text):
    """Text without the spaces and ligatures that paper puts in."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_paper_holds_what_the_page_means(browser, sample_case):
    pypdf = pytest.importorskip("pypdf")
    with Served(sample_case) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        where = addresses(sample_case)
        for name, there, gone in (
            ("story", ["In ten lines", "Who reported when", "voices"], ["Take it with you", "Search everything"]),
            ("claim", ["First said", "Every telling, in time"], ["Copy as citation", "wrong person"]),
            ("claims", ["Who says what", "says"], ["Take it with you"]),
            ("conflict", ["In time"], ["Not a dispute?"]),
        ):
            visit.go(where[name])
            there = [*there, *page.locator(OF_PAPER[name]).all_inner_texts()]
            colours = page.locator(".dots .sure, .stance.denies, mark.tells, .chain circle")
            page.emulate_media(media="print")
            assert "rgba(0, 0, 0, 0)" not in colours.evaluate_all(PAINTED), name
            page.emulate_media(media="null")
            if name == "claim":
                closed = page.locator("details.carried summary").count()
            read = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
            words = " ".join(" ".join(p.extract_text() for p in read.pages).split()).casefold()
            words = whole(words)
            for told in there:
                assert whole(told) in words, (name, told)
            for told in gone:
                assert whole(told) not in words, (name, told)
            if name == "claim" and closed:
                assert whole("side by side") in words, "what is folded on the page is open on paper"
        visit.clean()
        visit.context.close()
