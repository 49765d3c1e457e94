"""What the pages add to a story at a glance: who reported when, figures over the days, stories in order, nothing hidden."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.exports.account import Chapter
from rashomon.records import Lineage, Story
from rashomon.web import application
from rashomon.web.screens.chronicle import Spot, course, presses

HOST = "127.0.0.1:8642"


def chapter(reports, derived=()):
    rows = tuple(
        (Lineage(r, o, relation, "text", score, (), extent=extent), f"The {o}")
        for r, o, relation, score, extent in derived
    )
    return Chapter("s", "A story", None, None, tuple(reports), rows, 0, (), ())


@pytest.mark.parametrize(
    ("derived", "own", "carried", "why"),
    [
        ((), 2, 0, "all are their own"),
        ([("b", "a", "reprint", 1.0, "whole")], 1, 1, "a reprint carries"),
        ([("b", "Wire", "republished", 0.75, "whole")], 1, 1, "what is credited to an outlet that is not here carries"),
        ([("b", "a", "rewrite", 0.9, "whole")], 1, 1, "a rewrite mostly in another's words carries"),
        ([("b", "a", "rewrite", 0.4, "whole")], 2, 0, "a rewrite mostly in its own words is its own"),
        ([("b", "a", "excerpt", 0.2, "passages")], 2, 0, "a passage in common makes no copy"),
        ([("b", None, "excerpt", 0.9, "whole")], 2, 0, "of an origin that is not known nothing is carried"),
    ],
)
def test_own_reports_stand_apart_from_carried_ones(derived, own, carried, why):
    told = presses(chapter([("a", "Courier", "2031-05-02"), ("b", "Mirror", "2031-05-03")], derived))
    assert (told.own, told.carried) == (own, carried), why
    assert sum(len(cell) for row in told.rows for cell in row.cells) == 2


@pytest.mark.parametrize(
    ("days", "columns"),
    [
        (["2031-05-02", "2031-05-02", "2031-05-09"], ("2031-05-02", "2031-05-09")),
        (["2031-05-02", None], ("2031-05-02", "")),
        ([f"2031-{m:02}-{d:02}" for m in (5, 6) for d in range(1, 15)], ("2031-05", "2031-06")),
        ([f"{y}-{m:02}-01" for y in (2030, 2031) for m in range(1, 13)], ("2030", "2031")),
        (["2031-05-02T08:00:00Z", "2031-05-02T19:00:00Z"], ("2031-05-02",)),
    ],
)
def test_many_days_are_gathered_by_month_and_year_and_no_report_is_lost(days, columns):
    told = presses(chapter([(f"r{i}", "Courier", d) for i, d in enumerate(days)]))
    assert told.columns == columns
    assert sum(len(cell) for cell in told.rows[0].cells) == len(days)


@pytest.mark.parametrize(
    ("spots", "circles", "opened", "ranges"),
    [
        ([((7, 7), "2031-05-02", "a"), ((9, 9), "2031-05-03", "a")], 2, 0, 0),
        ([((7, None), "2031-05-02", "a"), ((None, 9), "2031-05-03", "b")], 2, 2, 0),
        ([((5, 9), "2031-05-02", "a"), ((20, 20), "2031-05-03", "b")], 2, 0, 1),
        ([((7, 7), "2031-05-02", "a"), ((7, 7), "2031-05-02", "b"), ((7, 7), "2031-05-02", "c")], 3, 0, 0),
        ([((-3, -3), "2031-05-02", "a"), ((4, 4), "2031-05-03", "a"), ((1, 1), None, "a")], 2, 0, 0),
    ],
)
def test_a_figure_is_drawn_with_its_bounds(spots, circles, opened, ranges):
    drawn = course([Spot(*s) for s in spots], "the dead")
    assert drawn.count("<circle") == circles
    assert drawn.count('class="open"') == opened
    assert drawn.count('class="range"') == ranges
    for number in re.findall(r'(?:cx|cy|x|y)="(-?[\d.]+)"', drawn):
        assert -1 <= float(number) <= 341


@pytest.mark.parametrize("spots", [[], [((7, 7), "2031-05-02", "a")], [((7, 7), None, "a"), ((8, 8), None, "a")]])
def test_fewer_than_two_days_are_no_drawing(spots):
    assert course([Spot(*s) for s in spots], "x") is None


@pytest.fixture
def web(tmp_path):
    path = tmp_path / "many.case"
    with Case(path) as case:
        harbour.keep(case)
        stories = [Story(f"t{i:02}", f"Story {chr(90 - i)}", ("courier",) if i else ("courier", "wire", "mirror"), f"2031-05-{30 - i:02}", None) for i in range(20)]  # fmt: skip
        lines = tuple(replace(line, story="") for line in harbour.FINDINGS.chronicle)
        with case.transaction():
            case.findings.keep(replace(harbour.FINDINGS, stories=(*stories,), chronicle=lines), "test")
    return TestClient(application(path, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")


@pytest.mark.parametrize(
    ("address", "first"),
    [("/", "Story Z"), ("/?sort=day", "Story G"), ("/?sort=name", "Story G"), ("/?sort=nope", "Story Z")],
)
def test_stories_are_listed_in_the_order_asked_for_and_all_of_them(web, address, first):
    page = web.get(address).text
    listed = page[page.index('id="stories"') : page.index("</nav>", page.index('id="stories"'))]
    names = re.findall(r"<bdi>(Story \w)</bdi>", listed)
    assert names[0] == first
    assert len(names) == 20
    assert re.search(r"8 stories more, with (8|10) reports", " ".join(listed.split()))


def test_the_disputes_that_are_left_out_are_those_of_the_story(web):
    assert web.get("/conflicts?story=none").status_code == 200
    whole, one = web.get("/conflicts").text, web.get("/conflicts?story=t01").text
    assert "1 conflict" in whole
    assert "all of the case" in one
