"""One table with the columns and rows that a person wants, as a sheet takes it."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import harbour
from rashomon.case import Case
from rashomon.cli import main
from rashomon.exports.tables import condition


@pytest.mark.parametrize(
    ("told", "cell", "fits", "why"),
    [
        ("outlet=lanse courier", "Lanse Courier", True, "in any case"),
        ("outlet = Lanse Courier", "Lanse Courier", True, "with blanks"),
        ("outlet!=Lanse Courier", "Northern Wire", True, "another"),
        ("published>=2031-05", "2031-05-02", True, "a day of that month"),
        ("published<2031-05", "2031-05-02", False, "days in their order"),
        ("rank<10", 9, True, "numbers as numbers"),
        ("rank<10", 90, False, "not as texts"),
        ("rank=1", 1.0, True, "one number"),
        ("rank=first", 1, False, "a word is no number"),
        ("rank!=first", 1, True, "and differs from it"),
        ("words~STRIKE", "The strike goes on", True, "holds"),
        ("names=Olin", ["Marta Olin", "Olin"], True, "one of many"),
        ("names!=Olin", ["Marta Olin", "Olin"], False, "none of many may be it"),
        ("outlet=x", None, False, "an empty cell fits nothing"),
        ("outlet!=x", None, True, "but differs"),
        ("words=a=b", "a=b", True, "the first sign parts"),
    ],
)
def test_a_condition(told, cell, fits, why):
    assert condition(told).holds(cell) is fits, why


@pytest.mark.parametrize("told", ["", "outlet", "=x", "a b=c"])
def test_what_is_no_condition(told):
    with pytest.raises(ValueError, match="is no condition"):
        condition(told)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "harbour.case"
    with Case(path) as held:
        harbour.keep(held)
    return path


def run(*words):
    done = CliRunner().invoke(main, ["export", *map(str, words)])
    return done.exit_code, done.stdout_bytes.decode("utf-8"), done.stderr


def test_columns_stand_as_they_were_asked_for_and_rows_as_they_fit(case):
    asked = ("--to", "csv", "--no-bom", "--table", "report", "--columns", "outlet,id", "--where", "outlet~r", "-o", "-")
    code, told, counted = run(case, *asked)
    rows = list(csv.reader(io.StringIO(told)))
    assert (code, counted) == (0, "3 rows of report\n")
    assert rows[0] == ["outlet", "id"]
    assert {row[1] for row in rows[1:]} == {"courier", "mirror", "wire"}


def test_many_values_are_a_cell_that_a_person_reads_and_a_list_for_programs(case):
    _, told, _ = run(case, "--to", "csv", "--table", "entity", "--columns", "names", "-o", "-")
    assert "[" not in told
    _, told, _ = run(case, "--to", "jsonl", "--table", "entity", "--columns", "names", "-o", "-")
    assert all(isinstance(json.loads(line)["names"], list) for line in told.splitlines())


def test_a_cell_runs_nowhere(case):
    _, told, _ = run(case, "--to", "csv", "--no-bom", "--table", "report", "--columns", "outlet", "-o", "-")
    assert "\n'-1+1" in told.replace("\r", "")


def test_a_file_is_named_after_the_case_and_table(case):
    code, told, _ = run(case, "--to", "jsonl", "--table", "claim", "--columns", "id")
    assert (code, told) == (0, f"{case.with_name('harbour.claim.jsonl')}\n")
    assert case.with_name("harbour.claim.jsonl").read_text("utf-8").startswith('{"id": ')


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "csv", "--columns", "id"), "are for one --table"),
        (("--to", "markdown", "--table", "claim"), "--table is for --to csv and jsonl"),
        (("--to", "csv", "--table", "nothing"), "there is no table 'nothing'"),
        (("--to", "csv", "--table", "claim", "--columns", "colour"), "claim has no column 'colour'"),
        (("--to", "csv", "--table", "claim", "--where", "colour=red"), "claim has no column 'colour'"),
        (("--to", "csv", "--table", "claim", "--where", "red"), "is no condition"),
        (("--to", "csv", "--table", "claim", "--losses", "x"), "is for a whole case"),
    ],
)
def test_wrong_usage_says_what_is_right(case, words, told):
    code, _, said = run(case, *words, "-o", "-")
    assert code == 2
    assert told in said
