"""Lists that are narrowed, sorted and counted; what is taken off, what stays."""

import re

import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.web import application
from rashomon.web.links import narrowing

HOST = "127.0.0.1:8642"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
    return path


@pytest.fixture(scope="module")
def web(path):
    return TestClient(application(path, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")


@pytest.fixture(scope="module")
def rows(path):
    with Case(path, read_only=True) as case:
        return case.lists.reports({}, "", (0, 100))[0]


# order, what rows are sorted by
ORDERS = [
    ("", lambda r: (r.published is None, r.published or "", r.id)),
    ("outlet", lambda r: (r.outlet.casefold(), r.published is None, r.published or "", r.id)),
    ("claims", lambda r: (-r.claims, r.published is None, r.published or "", r.id)),
    ("title", lambda r: (r.title.casefold(), r.id)),
]


@pytest.mark.parametrize(("order", "key"), ORDERS, ids=[o[0] or "day" for o in ORDERS])
def test_reports_are_sorted(path, rows, order, key) -> None:
    with Case(path, read_only=True) as case:
        found, count = case.lists.reports({}, order)
    assert [r.id for r in found] == [r.id for r in sorted(rows, key=key)]
    assert count == len(rows)


def test_reports_are_narrowed_and_paged(path, rows) -> None:
    outlet, day = rows[0].outlet, next(r.published for r in rows if r.published)
    with Case(path, read_only=True) as case:
        lists = case.lists
        assert [r.id for r in lists.reports({"outlet": outlet})[0]] == [r.id for r in rows if r.outlet == outlet]
        assert {r.published for r in lists.reports({"first": day, "last": day})[0]} == {day}
        assert lists.reports({"words": "no such words at all"}) == ([], 0)
        assert [r.id for r in lists.reports({}, among=[rows[-1].id])[0]] == [rows[-1].id]
        first, count = lists.reports({}, "", (0, 1))
        second, _ = lists.reports({}, "", (1, 1))
        assert (first + second, count) == (rows[:2], len(rows))
        assert lists.reports({}, "no such order")[0] == rows


ASKED = [
    ("/reports", "report"),
    ("/reports?outlet=nobody", "report"),
    ("/reports?kind=own&sort=claims", "report"),
    ("/reports?kind=carried", "report"),
    ("/reports?first=2024-01-01&last=2030-01-01&words=%22%27%25", "report"),
    ("/reports?after=99999", "report"),
    ("/conflicts?kind=number", "conflict"),
    ("/conflicts?status=open&words=a&sort=kind", "conflict"),
    ("/conflicts?kind=nothing&status=none&story=none", "conflict"),
    ("/entities?kind=person&words=a&sort=name", "name"),
    ("/entities?called=described&sort=kind", "description"),
    ("/claims?show=all", "claim"),
    ("/claims", "claim"),
    ("/claims?show=all&words=a&stance=denies&sort=voices", "claim"),
    ("/claims?show=all&stance=nothing&sort=none", "claim"),
    ("/claims?show=all&outlet=nobody", "claim"),
]


@pytest.mark.parametrize(("address", "noun"), ASKED, ids=[a[0] for a in ASKED])
def test_a_list_counts_what_it_shows(web, address, noun) -> None:
    page = web.get(address).text
    found = re.search(rf'class="found">([\d,]+) {noun}', page)
    assert found, "no count"
    rows = page.count('<article class="conflict"') if noun == "conflict" else page.count('<th scope="row"')
    assert rows == (0 if "after=" in address else int(found[1]))


def test_claims_are_narrowed_and_sorted(path) -> None:
    with Case(path, read_only=True) as case:
        lists, claims = case.lists, case.findings.get().claims
        (story,) = {s.id for s in case.findings.get().stories if len(s.reports) > 1} or {""}
        outlet_of = dict(case.ask("SELECT report, outlet FROM outlet_of"))
        every, count = lists.claims(story, {"show": "all"})
        assert count == len(every) > 1
        several, _ = lists.claims(story, {})
        disputed = {c for conflict in case.findings.get().conflicts for c in conflict.claims}
        assert [c.id for c in several] == [c.id for c in every if c.outlets > 1 or c.id in disputed]
        of = {c.id: c for c in claims}
        for row in every:
            assert row.outlets == len({outlet_of[report] for report, _ in of[row.id].members})
        for outlet in set(outlet_of.values()):
            told, _ = lists.claims(story, {"show": "all", "outlet": outlet})
            assert {c.id for c in told} == {
                c.id for c in every if outlet in {outlet_of[report] for report, _ in of[c.id].members}
            }
        denied, _ = lists.claims(story, {"show": "all", "stance": "denies"})
        assert {c.id for c in denied} == {c.id for c in every if any(s.stance == "denies" for s in of[c.id].stances)}
        word = every[0].text.split()[0]
        assert every[0] in lists.claims(story, {"show": "all", "words": word.upper()})[0]
        voices = lists.claims(story, {"show": "all"}, "voices")[0]
        assert [c.origins for c in voices] == sorted((c.origins for c in every), key=lambda o: (-o[0], -o[1]))
        first, _ = lists.claims(story, {"show": "all"}, "outlets", (0, 1))
        assert first[0].outlets == max(c.outlets for c in every)


def test_each_filter_is_taken_off_alone(web) -> None:
    page = web.get("/reports?outlet=X&words=fire&sort=claims").text
    chips = [c.replace("&amp;", "&") for c in re.findall(r'class="chip" href="([^"]+)"', page)]
    assert chips == ["/reports?words=fire&sort=claims", "/reports?outlet=X&sort=claims"]


def test_what_is_asked_for_is_read() -> None:
    asked = {"story": "s1", "kind": "number", "words": "", "sort": "drop table", "after": "-5"}
    narrow = narrowing(asked, ("story", "kind", "words"), {"", "kind"}, {"kind": "", "words": ""})
    assert (narrow.on, narrow.order, narrow.start) == ({"story": "s1", "kind": "number"}, "", 0)
    assert narrow.chips == (("kind", "number"),)
    assert narrow.cleared() == {"story": "s1"}
    assert [narrow.following(40, n) for n in (0, 40, 41)] == ["", "", "40"]
