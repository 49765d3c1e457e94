"""Seven things that an analyst wants, each from the home page in a few steps, on a desk's screen and on a telephone.

(a) who said it first, and how many origins; (b) who denies it; (c) merge two and take it back; (d) reject a dispute;
(e) one actor's week; (f) give a colleague a link; (g) get it into a document. And (h), the heart of it: who has it from whom.

Each is done by keys alone: a link or button that is pressed has the focus.
"""

import re

import pytest

from rashomon.case import Case
from test_web_browser import CHROMIUM, Served, Visit, browser, compared, copied, name, rows, sample_case

__all__ = ["browser", "sample_case"]
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
WIDTHS = [1440, 390]


@pytest.fixture(params=WIDTHS)
def visit(request, browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home, permissions=["clipboard-read", "clipboard-write"])
        visit.path = path
        visit.page.set_viewport_size({"width": request.param, "height": 900})
        visit.go("/?token=sesame")
        yield visit
        wide = visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        visit.clean()
        visit.context.close()


def disputed_claim(path):
    """The claim that is said and denied most."""
    question = (
        "SELECT claim.id FROM claim, json_each(claim.tellings) AS t GROUP BY claim.id "
        "HAVING sum(t.value ->> 'stance' = 'denies') > 0 AND sum(t.value ->> 'stance' = 'says') > 0 "
        "ORDER BY count(*) DESC, claim.id LIMIT 1"
    )
    return rows(path, question)[0]


def searched(visit, words, kind):
    """Type words into the field of every page and follow the first hit of a kind."""
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    page.locator(".results li", has=page.locator(f".soft:text-matches('^{kind}')")).first.locator("a").first.press(
        "Enter"
    )


def test_who_said_it_first_and_who_denies_it(visit):
    page = visit.page
    with Case(visit.path, read_only=True) as case:
        claim = case.findings.some("claims", [disputed_claim(visit.path)])[0]
        days = dict(case.ask("SELECT report, published FROM reading"))
        said = min(days[t.report] for t in claim.tellings if t.stance == "says")
    searched(visit, f'"{claim.text}"', "claim")
    page.wait_for_url("**/claims/**")
    assert page.url.split("/claims/")[1].split("?")[0] == claim.id
    first = page.locator(".firsts .is-says").inner_text()
    assert first.startswith("First said")
    assert str(int(said[8:10])) in first
    assert "through" in first
    assert page.locator(".mark.big").inner_text().split()[1].startswith("voice")
    denied = page.locator(".firsts .is-denies").inner_text()
    assert denied.startswith("First denied")
    names = page.locator(".telling.is-denies").count()
    assert names == len([t for t in claim.tellings if t.stance == "denies"]) or names > 0
    visit.accessible()


def test_two_are_merged_and_it_is_taken_back(visit):
    page = visit.page
    people = rows(
        visit.path,
        "SELECT id FROM entity WHERE kind = 'person' AND names <> '[]' ORDER BY json_array_length(mentions) DESC LIMIT 2",
    )
    searched(visit, f'"{name(visit.path, people[1])[0]}"', "entity")
    page.wait_for_url("**/entities/**")
    assert page.url.endswith(people[1])
    page.locator("summary", has_text="Put this right").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(f"x ({people[0]})")
    page.keyboard.press("Enter")
    compared(page)
    assert page.locator("h1").inner_text() != "Not here"
    page.locator("#kept button", has_text="Undo").press("Enter")
    page.wait_for_selector("#kept >> text=taken back")
    compared(page)
    assert len(rows(visit.path, f"SELECT id FROM entity WHERE id IN ('{people[0]}', '{people[1]}')")) == 2


def test_a_dispute_is_rejected_where_it_stands(visit):
    page = visit.page
    before = len(rows(visit.path, "SELECT id FROM conflict"))
    page.locator(".opendisputes h3 a").first.press("Enter")
    page.locator("summary", has_text="Not a dispute?").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("both hold")
    page.keyboard.press("Enter")
    compared(page)
    assert len(rows(visit.path, "SELECT id FROM conflict")) == before - 1


def test_one_actors_week(visit):
    page = visit.page
    page.locator(".filterbox > summary").press("Enter")
    page.locator("select[name=entity]").select_option(index=1)
    page.locator("input[name=first]").fill("2024-03-10")
    page.locator("input[name=last]").fill("2024-03-16")
    page.locator(".filters button").press("Enter")
    page.wait_for_url("**first=2024-03-10**")
    shown = page.locator("article.line").count()
    assert shown > 0
    assert page.locator(".found").inner_text().startswith(f"{shown} line")
    chips = page.locator("a.chip")
    assert chips.count() == 3
    chips.last.press("Enter")
    page.wait_for_url(lambda url: "last=" not in url)
    assert page.locator("a.chip").count() == 2


def test_a_link_is_copied_and_it_is_said_whom_it_serves(visit):
    page = visit.page
    page.locator(".masthead nav a", has_text="Conflicts").press("Enter")
    page.wait_for_url("**/conflicts")
    page.locator(".along button", has_text="Copy link").press("Enter")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url
    assert "rashomon export" in page.locator(".along").inner_text()


def test_it_gets_into_a_document(visit):
    page = visit.page
    with page.expect_download() as download:
        page.locator(".along a", has_text="Markdown").press("Enter")
    told = download.value.path().read_text("utf-8")
    assert told.startswith("# Seven dead in Port Halim depot blast")
    assert "In ten lines" in told
    page.locator(".masthead nav a", has_text="Reports").press("Enter")
    page.wait_for_url("**/reports")
    with page.expect_download() as download:
        page.locator(".along a", has_text="CSV").press("Enter")
    assert download.value.path().read_text("utf-8").startswith("Report,Outlet,Published")


def test_who_has_it_from_whom(visit):
    page = visit.page
    page.locator(".ways a", has_text="who has it from whom").first.press("Enter")
    page.wait_for_url("**/sources?**")
    assert page.locator(".sources:visible").count() == 1, "one drawing, made for this width"
    drawing = page.locator(".sources:visible")
    whole = drawing.bounding_box()["width"]
    assert whole <= page.viewport_size["width"]
    voices = page.locator("#voices tbody tr")
    first = drawing.locator("a[data-node]:has(.voice)").first
    first.focus()
    assert drawing.locator(".way.lit").count() >= 1
    assert drawing.locator(".way:not(.lit)").count() >= 1
    told = {re.split(r"[\t\n]", row.strip())[0].strip() for row in voices.all_inner_texts()}
    shown = drawing.locator("a[data-node]:has(.voice)").evaluate_all("all => all.map(a => a.ariaLabel.split(':')[0])")
    assert set(shown) <= {name.removesuffix("may be another’s").strip() for name in told}, "a table says the same"
    page.locator(".zooms .scroll").press("+")
    assert drawing.bounding_box()["width"] > whole
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "what is near scrolls in its own frame"
    page.locator(".zooms .scroll").press("0")
    assert drawing.bounding_box()["width"] == whole
    visit.accessible()
