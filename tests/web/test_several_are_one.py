"""Many doubles of one name are merged in one go, from a search, by keys alone; stories in the order of what is new."""

import pytest

from rashomon.case import Case
from rashomon.case.lists import News
from rashomon.case.views import LineRow
from rashomon.web.desk import StoryHead
from rashomon.web.screens.chronicle import _listed
from test_web_browser import CHROMIUM, Served, Visit, browser, compared, copied, sample_case

__all__ = ["browser", "sample_case"]


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [1440, 390])
def test_three_that_are_one_are_marked_in_a_list_and_merged(browser, sample_case, tmp_path, width):
    path = copied(sample_case, tmp_path)
    with Served(path) as served:
        visit = Visit(browser, served.home)
        page = visit.page
        page.set_viewport_size({"width": width, "height": 900})
        visit.go("/?token=sesame")
        visit.go("/entities")
        assert page.locator(".pickone").count() == 0, "nothing is to be marked where nothing was asked for"
        visit.go("/search?q=halim&kind=entity")
        page.locator("a", has_text="Several of these").press("Enter")
        page.wait_for_url("**/entities?words=halim")
        boxes = page.locator(".pickone")
        count = boxes.count()
        assert count >= 3
        for number in range(3):
            boxes.nth(number).press(" ")
        page.locator("summary", has_text="Several of these are one?").press("Enter")
        visit.accessible()
        page.locator("#together button", has_text="Keep it").press("Enter")
        compared(page)
        assert "these are one" in page.locator("#kept").inner_text()
        assert page.locator("tbody tr").count() == count - 2
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
        visit.clean()
        visit.context.close()
    with Case(path, read_only=True) as case:
        (one,) = case.corrections.standing()
        assert (one.judgement.kind, len(one.judgement.sides), one.state) == ("merge", 3, "applied")


def line(story):
    return LineRow("e", "2031-05-02", "The port closed.", story)


@pytest.mark.parametrize(
    ("news", "order", "why"),
    [
        (News(("r",), (line("small"),), (), ()), ["small", "large", "middle"], "what is new stands first"),
        (News(("r",), (line("small"),), (line("middle"), line("middle")), ()), ["middle", "small", "large"],
         "what is told again counts as well"),
        (News((), (), (), ()), ["large", "middle", "small"], "where nothing is new, by size"),
        (None, ["large", "middle", "small"], "who never was here sees no news"),
    ],
)  # fmt: skip
def test_stories_stand_in_the_order_of_what_is_new(news, order, why):
    stories = [StoryHead(name, name, None, None, size) for name, size in (("small", 1), ("large", 9), ("middle", 3))]
    assert [s.id for s in _listed(stories, "news", news)] == order, why
