"""A person grades sources and information apart; many rows are judged at once."""

import json

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import depot
from rashomon.case import Case
from rashomon.cli import main
from rashomon.web import application

HOST = "127.0.0.1"


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        depot.keep(held)
    return tmp_path / "depot.case"


def run(*words, given=""):
    done = CliRunner().invoke(main, [*map(str, words)], input=given)
    return done.exit_code, done.output


def notes(case):
    with Case(case, read_only=True) as held:
        return [(j.kind, j.value, j.because, j.who) for j in held.corrections]


@pytest.mark.parametrize(
    ("grade", "told"),
    [
        ("B2", "B2: source usually reliable, information probably true"),
        ("f", "F: source reliability cannot be judged"),
        ("4", "4: information doubtful"),
    ],
)
def test_a_grade_is_a_note_of_a_person(case, grade, told):
    with Case(case, read_only=True) as held:
        claim = held.findings.claim_ids()[0]
        before = held.findings.get()
    assert run("grade", case, claim, grade, "--because", "two records", "--who", "desk")[0] == 0
    assert notes(case) == [("note", told, "two records", "desk")]
    with Case(case, read_only=True) as held:
        assert held.findings.get() == before, "nothing is counted by it"


def test_an_outlets_grade_stands_beside_all_its_reports(case):
    code, told = run("grade", case, "delta wire", "C", "--because", "prints without asking")
    assert (code, "1 report" in told) == (0, True), told
    done = CliRunner().invoke(
        main,
        [
            "export",
            str(case),
            "--to",
            "jsonl",
            "--table",
            "report",
            "--where",
            "id=b",
            "--columns",
            "corrected_by",
            "-o",
            "-",
        ],
    )
    assert "C: source fairly reliable" in done.stdout


@pytest.mark.parametrize("grade", ["G1", "B7", "", "2B", "B22", "good"])
def test_what_is_no_grade(case, grade):
    code, told = run("grade", case, "Delta Wire", grade, "--because", "x")
    assert (code, "is no grade" in told) == (2, True)
    assert notes(case) == []


def test_rows_of_a_table_are_rejected_at_once_by_one_judgement(case):
    rows = CliRunner().invoke(
        main,
        [
            "export",
            str(case),
            "--to",
            "jsonl",
            "--table",
            "claim",
            "--columns",
            "id,text",
            "--where",
            "text~convoy",
            "-o",
            "-",
        ],
    )
    assert rows.stdout.count("\n") >= 1
    code, told = run("correct", case, "reject", "-", "--because", "of another day", given=rows.stdout + "\n")
    assert code == 0, told
    with Case(case, read_only=True) as held:
        assert not [c for c in held.findings.get().claims if "convoy" in c.text]
    assert len(notes(case)) == 1


def test_many_are_accepted_at_once_as_the_key_of_the_pages_does_and_undone_at_once(case):
    with Case(case, read_only=True) as held:
        before = held.findings.get()
    ids = [c.id for c in before.claims[:3]]
    code, told = run(
        "correct",
        case,
        "accept",
        "-",
        "--because",
        "read",
        "--who",
        "A",
        given="".join(f'{{"text": "x", "claim": "{i}"}}\n' for i in ids),
    )
    assert code == 0, told
    assert notes(case) == [("note", "accepted", "read", "A")]
    page = TestClient(application(case, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    assert all("accepted" in page.get(f"/claims/{i}").text for i in ids)
    with Case(case, read_only=True) as held:
        assert held.findings.get() == before
        (judgement,) = held.corrections
    assert run("correct", case, "undo", judgement.id, "--because", "not yet")[0] == 0
    assert not any("accepted" in page.get(f"/claims/{i}").text for i in ids)


@pytest.mark.parametrize("table", ["mention", "attribution", "event"])
def test_rows_of_one_report_are_called_by_their_report_too(case, table):
    """Their ids are of that report alone: "m1" stands in every one."""
    rows = CliRunner().invoke(main, ["export", str(case), "--to", "jsonl", "--table", table, "-o", "-"]).stdout
    first = json.loads(rows.splitlines()[0])
    code, told = run("correct", case, "reject", "-", "--because", "not so", given=rows.splitlines()[0] + "\n")
    assert code == 0, told
    with Case(case, read_only=True) as held:
        (judgement,) = held.corrections
    assert (judgement.kind, {a.report for side in judgement.sides for a in side}) == ("reject", {first["report"]})


@pytest.mark.parametrize(("given", "told"), [("", "names nothing"), ('{"text": "x"}\n', "is no row with an id")])
def test_what_names_nothing_changes_nothing(case, given, told):
    code, said = run("correct", case, "reject", "-", "--because", "x", given=given)
    assert (code, told in said) == (2, True)
    assert notes(case) == []
