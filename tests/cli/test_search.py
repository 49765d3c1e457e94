"""The command finds what the pages find, narrowed by who, where published and when; no question is wrong."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depot
from rashomon.case import Case
from rashomon.cli import main
from rashomon.exports.search import search


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("case") / "depot.case"
    with Case(found) as held:
        depot.keep(held)
    return found


@pytest.fixture(scope="module")
def case(path):
    with Case(path, read_only=True) as held:
        yield held


@pytest.mark.parametrize("question", ["depot", "the depot", '"six lorries"', "lorr*", "Karim", "ATTACK", "nowhere", ""])
@pytest.mark.parametrize("kind", [None, "report", "claim", "chronicle", "entity"])
def test_the_command_finds_what_the_pages_find(case, path, question, kind):
    wanted = [(hit.kind, hit.id) for hit in case.browse.search(question, kind, "", 100).rows]
    told = ["--kind", kind] if kind else []
    done = CliRunner().invoke(main, ["search", str(path), question, "--limit", "100", "--json", *told])
    assert done.exit_code == (0 if wanted else 1)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["kind"], r["id"]) for r in rows] == wanted


NARROWED = [
    ({"outlet": "Delta Wire"}, "depot", {"b"}, "by outlet"),
    ({"first": "2031-03-12"}, "depot", set(), "after all of it"),
    ({"last": "2031-03-10"}, "visited", set(), "reports of later days are not shown"),
    ({"person": "Abu Karim"}, "depot", {"b", "e"}, "by who is mentioned"),
    ({"person": "Abu Karim", "outlet": "Harbour Times"}, "depot", {"e"}, "by both"),
]


@pytest.mark.parametrize(("narrow", "question", "reports", "why"), NARROWED, ids=[n[3] for n in NARROWED])
def test_a_search_is_narrowed(case, narrow, question, reports, why):
    found = search(case, question, **narrow, limit=100)
    assert {r.id for r in found if r.kind == "report"} == reports, why


def test_a_person_has_his_lines(case):
    found = search(case, "rejected", person="Abu Karim", kind="chronicle")
    assert [" ".join(w for w, _ in r.excerpt) for r in found] == ["Abu Karim  rejected  the talks."]
    assert search(case, "visited", person="Abu Karim", kind="chronicle") == []
    assert search(case, "visited", first="2031-03-10", last="2031-03-10", kind="chronicle")


def test_the_last_word_can_be_a_beginning(case):
    assert search(case, "lorr") == []
    assert search(case, "lorr", prefix=True)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--person", "Nobody Known"], 1, "nobody and nothing in"),
        (["--from", "last week"], 2, "is no date"),
        (["--to", "2031-03-01/2031-03-02"], 2, "is no date"),
        (["--outlet", "Nowhere Post"], 1, "Nothing holds all of these words."),
    ],
)
def test_what_cannot_be_searched_is_one_line(path, words, code, says):
    done = CliRunner().invoke(main, ["search", str(path), "depot", *words])
    assert done.exit_code == code
    assert says in done.output


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(question=st.text())
def test_no_question_is_wrong(case, question):
    for one in search(case, question, outlet="Delta Wire"):
        assert one.id


def test_what_is_printed_does_not_steer(path):
    done = CliRunner().invoke(main, ["search", str(path), "depot"])
    assert done.exit_code == 0
    assert "chronicle e-" in done.stdout
    assert "9 Mar 2031" in done.stdout
    assert not [c for c in done.stdout if ord(c) < 32 and c != "\n"]
