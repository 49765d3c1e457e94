"""A case from somebody else, or from a bad disk, is told in one line; what nobody can make again is saved from it."""

from __future__ import annotations

import os
import sqlite3
import time
import tracemalloc
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

import depot
from rashomon.case import Case, CaseError, check, judge
from rashomon.cli import main
from rashomon.engines import correct

ENDLESS = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS position, x AS id, x AS title, x AS reports, x AS start, x AS "end" FROM n'


def sql(script: str):
    def spoil(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(script)
        connection.close()

    return spoil


def written(text: bytes):
    def spoil(path: Path) -> None:
        path.write_bytes(text)

    return spoil


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[8192 : len(held) - 4096] = bytes(len(held) - 12288)
    path.write_bytes(held)


def loose(table: str, column: str, value: str):
    """Change a row behind the back of everything that watches over it."""
    return sql(
        f"DROP TRIGGER judgement_unchanged; UPDATE {table} SET {column} = {value};"
        "CREATE TRIGGER judgement_unchanged BEFORE UPDATE ON judgement "
        "BEGIN SELECT raise(ABORT, 'a judgement is never changed; undo it'); END;"
    )


def bare(table: str, column: str, value: str):
    return sql(f"UPDATE {table} SET {column} = {value}")


def flipped(was: bytes, now: bytes):
    """Change bytes of the schema as a bad disk does, where it is written out in the file."""

    def spoil(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        held = path.read_bytes()
        assert was in held
        path.write_bytes(held.replace(was, now))

    return spoil


SPOILT = {
    "a schema that is no SQL": flipped(b"CREATE TABLE story", b"CREATE TABXE story"),
    "a schema that is no text": flipped(b"CREATE TABLE story", b"CREATE TABL\xc0 story"),
    "a schema that is no text further on": flipped(b"NOT NULL", b"NOT N\xc0LL"),
    "reports that are no SQL": flipped(b"CREATE TABLE report (", b"CREATE TABLE rep\xf2rt ("),
    "corrections that are no SQL": flipped(b"CREATE TABLE judgement (", b"CREATE UABLE judgement ("),
    "an index that is no text": flipped(b"CREATE INDEX claim_part", b"CREATE INDEX \xffla\x80m_part"),
    "a view in a table's place": sql(f"DROP TABLE story; CREATE VIEW story AS {ENDLESS}"),
    "a view beside": sql(f"CREATE VIEW mine AS {ENDLESS}"),
    "a trigger": sql("CREATE TRIGGER t AFTER INSERT ON judgement BEGIN DELETE FROM refusal; END"),
    "a table of any type": sql("DROP TABLE pointed; CREATE TABLE pointed (position, answer)"),
    "no table": sql("DROP TABLE claim"),
    "an index gone": sql("DROP INDEX claim_part"),
    "another program's": sql("PRAGMA application_id = 7"),
    "newer": sql("PRAGMA user_version = 99"),
    "of no version": sql("PRAGMA user_version = -3"),
    "of version 0": sql("PRAGMA user_version = 0"),
    "a text": written(b"just a text"),
    "one byte": written(b"x"),
    "a head alone": written(b"SQLite format 3\0"),
    "a folder": folder,
    "a pipe": fifo,
    "half of it": cut,
    "zeros": zeroed,
    "a claim that is no JSON": bare("claim", "origins", "'{'"),
    "a claim of the wrong shape": bare("claim", "tellings", "'[1]'"),
    "a deep claim": bare("claim", "origins", f"'{'[' * 100_000}'"),
    "deep words": bare("reading", "words", f"'{'[' * 100_000}'"),
    "a judgement that is no JSON": loose("judgement", "sides", "'nonsense'"),
    "a judgement of no kind": loose("judgement", "kind", "'bless'"),
    "a judgement of no time": loose("judgement", '"when"', "'yesterday'"),
    "a judgement without sides": loose("judgement", "sides", "'[]'"),
    "no setting at all": sql("DELETE FROM setting"),
    "a setting gone": sql("DELETE FROM setting WHERE key = 'compared'"),
    "a search that names no line": sql("UPDATE finding_search SET id = 'e-none' WHERE kind = 'chronicle'"),
    "a text that was changed": bare("report", "text", "text || '!'"),
}
COMMANDS = [
    ["show", "CASE"],
    ["show", "CASE", "--all"],
    ["export", "CASE", "--to", "findings", "-o", "out"],
    ["export", "CASE", "--to", "annotations", "-o", "out2"],
    ["corrections", "CASE"],
    ["correct", "CASE", "note", "c1", "--because", "b", "--to", "x", "--who", "A."],
    ["timeline", "CASE", "--of", "Omar Sadiq"],
    ["search", "CASE", "warehouse"],
    ["check", "CASE"],
]


@pytest.fixture
def case(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "s.case"
    with Case(path) as held:
        depot.keep(held)
        correct(held, [judge(held, "note", [held.findings.claim_ids()[0]], because="b", value="v")])
    return path


def here(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("way", SPOILT)
def test_a_spoilt_case_is_one_line_and_no_wait(case, way):
    SPOILT[way](case)
    ends = []
    for command in COMMANDS:
        began = time.monotonic()
        done = here(*[case if word == "CASE" else word for word in command])
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exception)
        assert time.monotonic() - began < 10, command
        assert done.exit_code in (0, 1), (command, done.output)
        if done.exit_code and command[0] != "check":
            assert done.stderr.count("\n") == 1, (command, done.stderr)
        ends.append(done.exit_code)
    assert 1 in ends[:-1], "nobody saw it"
    assert ends[-1] == 1, "check did not see it"


WITH_REPORTS = [
    w for w in SPOILT if w not in ("a text", "one byte", "a head alone", "a folder", "a pipe", "half of it", "zeros")
]


@pytest.mark.parametrize("way", WITH_REPORTS)
def test_reports_and_corrections_are_saved_from_it(case, way):
    with Case(case, read_only=True) as held:
        texts, told = {r.id: r.text for r in held.reports}, [j.id for j in held.corrections]
    SPOILT[way](case)
    before = case.read_bytes()
    done = here("rescue", case, "-o", "new.case")
    if way == "a text that was changed":
        texts = {}
    assert done.exit_code == 0, done.output
    assert case.read_bytes() == before
    with Case("new.case", read_only=True) as held:
        assert {r.id: r.text for r in held.reports} == texts
        assert [j.id for j in held.corrections] == ([] if way.startswith("a judgement") else told)
    assert check(Path("new.case")) == ()
    assert sorted(p.name for p in Path().iterdir() if p.name.startswith((".", "new"))) == ["new.case"]


@pytest.mark.parametrize("way", ["half of it", "zeros"])
def test_what_a_bad_disk_left_is_saved_or_said_to_be_nothing(case, way):
    SPOILT[way](case)
    done = here("rescue", case, "-o", "new.case")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in (0, 1)
    assert Path("new.case").exists() == (done.exit_code == 0)


@pytest.mark.parametrize(
    ("pages", "reports", "judgements"),
    [(0.1, True, False), (0.45, True, True), (0.6, True, True), (0.8, True, True), (0.99, True, True)],
)
def test_a_copy_that_broke_off_gives_what_came_over(case, pages, reports, judgements):
    """The list of the tables is made with the case, and ends behind the rows of a short one."""
    with Case(case, read_only=True) as held:
        texts, told = {r.id: r.text for r in held.reports}, [j.id for j in held.corrections]
    case.write_bytes(case.read_bytes()[: int(case.stat().st_size * pages)])
    before = case.read_bytes()
    done = here("rescue", case, "-o", "new.case")
    assert done.exit_code == 0, done.output
    assert case.read_bytes() == before
    with Case("new.case", read_only=True) as held:
        assert {r.id: r.text for r in held.reports} == (texts if reports else {})
        assert [j.id for j in held.corrections] == (told if judgements else [])
    assert check(Path("new.case")) == ()


def test_a_list_of_tables_that_is_gone_hides_no_rows(case):
    with Case(case, read_only=True) as held:
        texts = {r.id: r.text for r in held.reports}
    held_bytes = bytearray(case.read_bytes())
    held_bytes[100:4096] = bytes(3996)  # where it begins
    case.write_bytes(held_bytes)
    done = here("rescue", case, "-o", "new.case")
    assert done.exit_code == 0, done.output
    with Case("new.case", read_only=True) as held:
        assert {r.id: r.text for r in held.reports} == texts


@pytest.mark.parametrize("place", ["start = -5", "end = 4611686018427387904", "start = 30, end = 2"])
@pytest.mark.parametrize("table", ["clause", "mention"])
def test_what_stands_outside_its_text_is_told(case, table, place):
    sql(f"UPDATE {table} SET {place} WHERE id = (SELECT min(id) FROM {table});")(case)
    assert any("outside its text" in line for line in check(case))


def test_an_original_that_is_a_bomb_is_left_out_and_told(case):
    packed = zlib.compress(bytes(60_000_000))
    digest = sha256(bytes(60_000_000)).hexdigest()
    with sqlite3.connect(case) as connection:
        connection.execute("INSERT INTO original VALUES (?, ?, ?)", (digest, 60_000_000, packed))
        connection.execute(
            "INSERT INTO acquisition (report, input, digest, at) SELECT id, 'a', ?, '2031-05-05T00:00:00Z' FROM report",
            (digest,),
        )
    tracemalloc.start()
    try:
        done = here("rescue", case, "-o", "new.case")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "its original bytes are missing, damaged or too many" in done.output
    assert most < 40_000_000
    with Case("new.case", read_only=True) as new, Case(case, read_only=True) as old:
        assert [(r.id, r.text) for r in new.reports] == [(r.id, r.text) for r in old.reports]


def test_a_rescue_is_written_over_nothing(case):
    Path("new.case").write_text("mine")
    assert here("rescue", case, "-o", "new.case").exit_code == 1
    assert here("rescue", case, "-o", case).exit_code == 1
    assert Path("new.case").read_text() == "mine"


def test_a_sound_case_is_sound(case):
    done = here("check", case)
    assert (done.exit_code, done.output) == (0, f"{case} is sound.\n")


def test_a_table_or_an_index_of_the_owners_own_stays(case):
    notes = "CREATE TABLE my_notes (claim TEXT, note TEXT); CREATE INDEX my_index ON claim (text)"
    sql(notes)(case)
    with Case(case) as held:
        assert len(held.reports) > 0
    shown = CliRunner().invoke(main, ["show", str(case)])
    assert shown.exit_code == 0, shown.output
    sql("CREATE INDEX odd ON claim (upper(text))")(case)
    with pytest.raises(CaseError, match="odd"):
        Case(case, read_only=True)


@pytest.mark.parametrize("flip", range(50))
def test_a_flipped_byte_is_told_or_changes_nothing_shown(case, flip):
    """Whatever byte of a report's text a disk changes, no face shows it as the report's."""
    held = bytearray(case.read_bytes())
    with Case(case, read_only=True) as opened:
        texts = {r.id: r.text for r in opened.reports}
    held[(flip * 7919) % len(held)] ^= 1 << (flip % 8)
    case.write_bytes(held)
    try:
        with Case(case, read_only=True) as opened:
            for report in opened.reports:
                assert report.text == texts.get(report.id, report.text)
    except (CaseError, sqlite3.Error):
        pass


@pytest.mark.parametrize("named", ["pip", "./evil", "json", "os.path"])
def test_a_case_chooses_no_module(case, tmp_path, named):
    (tmp_path / "evil").mkdir()
    with Case(case) as held, held.transaction():
        held._connection.execute("UPDATE reading SET reader = ?", (f"rashomon 0.2.0 {named}",))
    done = here("build", case)
    assert done.exit_code == 1
    assert "--model" in done.output
    assert done.output.count("\n") == 1


def test_a_case_that_may_only_be_read_is_told_at_once(case):
    case.chmod(0o444)
    began = time.monotonic()
    done = here("show", case)
    assert done.exit_code == 0, done.output
    if os.getuid():  # root writes where it likes
        assert here("correct", case, "note", "c1", "--because", "b", "--to", "x").exit_code == 1
    assert time.monotonic() - began < 10


def test_showing_leaves_nothing_beside_a_case(case):
    here("show", case)
    assert sorted(p.name for p in case.parent.iterdir()) == ["s.case"]
