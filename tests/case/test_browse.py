"""Lists in pages, narrowed; a search over everything: nothing twice, nothing left out, no question wrong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depot
from rashomon.case import Case, Narrow
from rashomon.case.browse import forms_of, fts_query
from rashomon.records import Entity, Findings


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with Case(tmp_path_factory.mktemp("case") / "depot.case") as held:
        yield depot.keep(held)


def pages(ask, limit):
    rows, after, count = [], "", 0
    while True:
        page = ask(after, limit)
        rows += page.rows
        after, count = page.after, count + 1
        if not after:
            return rows, count


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_hold_everything_once_in_one_order(case, limit):
    found = case.findings.get()
    for name, whole in (("claims", found.claims), ("chronicle", found.chronicle), ("entities", found.entities)):
        rows, count = pages(lambda after, n, name=name: getattr(case.browse, name)(after=after, limit=n), limit)
        assert len(rows) == len(whole)
        assert {r.id for r in rows} == {r.id for r in whole}
        assert count == -(-len(whole) // limit)
        assert rows == list(getattr(case.browse, name)(limit=100).rows)
    reports, _ = pages(lambda after, n: case.browse.reports(after=after, limit=n), limit)
    assert sorted(reports) == case.reports.ids()


def test_entities_come_with_most_mentions_first(case):
    counts = [len(e.mentions) for e in case.browse.entities().rows]
    assert counts == sorted(counts, reverse=True)


def of(case, name):
    return case.findings.named(name)[0].id


NARROWED = [
    ({"type": "CONSULT"}, ["Karim Aziz visited Port Lanse."], "by type"),
    ({"entity": "Abu Karim"}, ["Abu Karim rejected the talks."], "by who takes part"),
    ({"place": "Port Lanse"}, ["Karim Aziz visited Port Lanse."], "by where"),
    ({"outlet": "Kestrel Daily"}, ["A convoy of six lorries left the depot at dawn."], "by an outlet"),
    ({"outlet": "Nobody's Paper"}, [], "by an outlet that tells of nothing"),
    ({"report": "e", "type": "REJECT"}, ["Abu Karim rejected the talks."], "by report and type"),
    ({"first": "2031-03-10", "last": "2031-03-10"}, ["Karim Aziz visited Port Lanse."], "by day"),
    ({"first": "2031-03-11"}, ["Abu Karim rejected the talks."], "from a day on"),
    ({"last": "2031-02"}, [], "to a month before all"),
    ({"words": "talk*"}, ["Abu Karim rejected the talks."], "by the beginning of a word"),
    ({"period": "ahead"}, [], "by what lies ahead"),
]


@pytest.mark.parametrize(("narrow", "titles", "why"), NARROWED, ids=[n[-1] for n in NARROWED])
def test_the_chronicle_is_narrowed(case, narrow, titles, why):
    asked = {k: of(case, v) if k in ("entity", "place") else v for k, v in narrow.items()}
    assert [e.title for e in case.browse.chronicle(Narrow(**asked)).rows] == titles, why


@pytest.mark.parametrize(
    ("kind", "narrow", "count"),
    [
        ("claims", {"report": "c"}, 1),
        ("claims", {"words": "convoy"}, 1),
        ("entities", {"kind": "place"}, 1),
        ("entities", {"report": "e", "words": "karim"}, 1),
        ("reports", {"outlet": "Evening Lamp"}, 1),
        ("reports", {"words": '"halim depot"'}, 3),
        ("reports", {"first": "2031-03-12"}, 0),
        ("reports", {"last": "2031"}, 5),
    ],
)
def test_other_lists_are_narrowed(case, kind, narrow, count):
    assert len(getattr(case.browse, kind)(Narrow(**narrow)).rows) == count


def test_choices_count_the_lines_that_they_leave(case):
    for by, field in (("person", "entity"), ("place", "place"), ("type", "type"), ("outlet", "outlet")):
        choices = case.browse.choices(by)
        assert choices
        for choice in choices:
            left = case.browse.chronicle(Narrow(**{field: choice.value}), limit=100).rows
            assert len(left) == choice.lines, choice


@pytest.mark.parametrize(
    ("question", "typing", "words"),
    [
        ("bay tel", False, '"bay" AND "tel"'),
        ('"port lanse" sea', False, '"port lanse" AND "sea"'),
        ("tal*", False, '"tal"*'),
        ("bay tal", True, '"bay" AND "tal"*'),
        ("bay tal ", True, '"bay" AND "tal"'),
        ("a OR b", False, '"a" AND "OR" AND "b"'),
        ('"', False, ""),
        ("— * (", False, ""),
        ("x\0y", False, '"x" AND "y"'),
    ],
)
def test_a_question_becomes_words(question, typing, words):
    assert fts_query(question, typing=typing) == words


@pytest.mark.parametrize(
    ("word", "others", "never"),
    [
        ("strikes", {"strike", "striking"}, {"striker", "strict"}),
        ("walked", {"walk", "walks", "walking"}, {"wall"}),
        ("casualty", {"casualties"}, {"casual"}),
        ("planning", {"plan", "plans", "planned"}, {"plane"}),
        ("Iran", set(), {"irate"}),
        ("of", set(), {"off"}),
        ("الميناء", set(), set()),
    ],
)
def test_a_word_is_found_in_its_forms(word, others, never):
    found = set(forms_of(word))
    assert word in found
    assert others <= found
    assert not never & found


def test_the_most_named_of_a_name_comes_first(tmp_path):
    mentions = tuple(("wire", f"m{n}") for n in range(9))
    entities = (
        Entity("n1", "Ana Olin", "person", ("Ana Olin",), mentions[:1]),
        Entity("n2", "Marta Olin", "person", ("Marta Olin", "head of the ferry union of Lanse"), mentions),
    )
    with Case(tmp_path / "olin.case") as case:
        with case.transaction():
            case.findings.keep(Findings(entities), "made")
        assert [h.id for h in case.browse.search("olin", "entity").rows] == ["n2", "n1"]


def test_a_search_finds_all_kinds_and_marks_what_it_found(case):
    kinds = {h.kind for h in case.browse.search("halim depot").rows}
    assert kinds == {"entity", "claim", "chronicle", "report"}
    (hit,) = case.browse.search("Port Lan", "entity", typing=True).rows
    assert [words for words, found in hit.excerpt if found] == ["Port", "Lanse"]
    rows, _ = pages(lambda after, n: case.browse.search("depot", after=after, limit=n), 2)
    assert len(rows) == len({(h.kind, h.id) for h in rows}) == len(case.browse.search("depot", limit=100).rows)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(question=st.text(max_size=40), after=st.text(max_size=30))
def test_no_question_and_no_key_is_wrong(case, question, after):
    case.browse.search(question, after=after, typing=True)
    for ask in (case.browse.chronicle, case.browse.claims, case.browse.entities, case.browse.reports):
        ask(Narrow(words=question, first=question, outlet=question), after)


@pytest.mark.parametrize(
    "after", ["[1e400]", "[99999999999999999999]", '["a", 1]', "[true]", "{}", "[[[[", "[null]", "-1"]
)
def test_a_key_that_nobody_gave_is_no_error(case, after):
    for ask in (case.browse.chronicle, case.browse.claims, case.browse.entities, case.browse.reports):
        ask(after=after)
    case.browse.search("depot", after=after)
