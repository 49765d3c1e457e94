"""Review is decided in place and by keys: it is so, it is not, the next one; both quotations in view."""

import pytest

from rashomon.case import Case
from test_web_browser import CHROMIUM, Served, Visit, browser, compared, copied, sample_case

__all__ = ["browser", "sample_case"]
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")


@pytest.mark.parametrize("width", [1440, 390])
def test_doubts_are_decided_by_key_and_the_next_takes_their_place(browser, sample_case, tmp_path, width):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        page.set_viewport_size({"width": width, "height": 900})
        visit.go("/?token=sesame")
        visit.go("/review?kind=identities")
        doubts = page.locator(".doubt")
        count = doubts.count()
        assert count >= 3
        assert doubts.first.locator("blockquote").count() == 2, "both names are seen in their sentences"
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("() => document.querySelector('.doubt.now').id") == "d-2"
        said = doubts.nth(1).locator(".it").inner_text()
        page.keyboard.press("s")
        page.wait_for_selector(".kept >> text=note")
        page.wait_for_selector(".doubt.now")
        assert doubts.count() == count - 1
        assert said not in page.locator(".doubts").inner_text()
        assert page.evaluate("() => document.querySelector('.doubt.now').id") == "d-2"
        visit.accessible()
        page.keyboard.press("n")
        page.wait_for_selector(".kept >> text=these are two")
        compared(page)
        assert doubts.count() <= count - 2
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        visit.clean()
        visit.context.close()
    with Case(path, read_only=True) as case:
        assert [c.judgement.kind for c in case.corrections.standing()] == ["note", "split"]


def test_two_voices_that_may_be_one_are_decided_with_the_words_of_both(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go("/review?kind=chains")
        assert "between 0 and" not in page.locator(".doubts").inner_text(), "what nobody says is no doubt about voices"
        two = page.locator(".doubt", has=page.get_by_role("button", name="Two voices"))
        doubt = two.filter(has_not_text="one voice or two?").first
        assert doubt.locator("blockquote").count() == 2
        claim = doubt.locator(".it a").get_attribute("href").rsplit("/", 1)[1]
        doubt.get_by_role("button", name="Two voices").click()
        page.wait_for_selector(".kept")
        compared(page)
        assert page.locator(f".it a[href$='{claim}']").count() == 0
        visit.clean()
        visit.context.close()
    with Case(path, read_only=True) as case:
        assert [c.judgement.kind for c in case.corrections.standing()] == ["not-same-source"]
        least, most = case.findings.some("claims", [claim])[0].independent_origins
        assert least == most == 2


def test_two_of_several_voices_are_asked_about_and_then_the_next_two(browser, sample_case, tmp_path):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        visit.go("/?token=sesame")
        visit.go("/review?kind=chains")
        several = page.locator(".doubt", has_text="one voice or two?")
        claim = several.first.locator(".it a").get_attribute("href").rsplit("/", 1)[1]
        asked = several.first.locator(".facts").first.inner_text()
        several.first.get_by_role("button", name="Two voices").click()
        page.wait_for_selector(".kept")
        compared(page)
        again = page.locator(".doubt", has=page.locator(f".it a[href$='{claim}']"))
        assert again.count() == 0 or asked not in again.inner_text()
        visit.clean()
        visit.context.close()
