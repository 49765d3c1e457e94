"""An output never costs anybody a file: not the case, not an input, not what a stranger keeps at its place."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from made_story import keep
from rashomon.case import Case
from rashomon.cli import main
from rashomon.formats import FORMATS
from rashomon.outputs import OutputError, append_line, drafted, drafted_folder, whole

FOLDERS = ("brat", "csv", "jsonl", "parquet", "html", "vault")


def here(*words) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "s.case"
    with Case(path) as held:
        keep(held)
    return path


def spellings(case: Path) -> dict[str, Path]:
    """Ways to name a file by something else than its own name."""
    folder = case.parent
    (folder / "down").mkdir()
    (folder / "soft").symlink_to(case)
    os.link(case, folder / "hard")
    (folder / "around").symlink_to(folder)
    return {
        "itself": case,
        "dotted": folder / "down" / ".." / case.name,
        "link": folder / "soft",
        "hard link": folder / "hard",
        "linked folder": folder / "around" / case.name,
        "wal": case.with_name(f"{case.name}-wal"),
        "shm": case.with_name(f"{case.name}-shm"),
        "journal": case.with_name(f"{case.name}-journal"),
    }


def commands(case: Path, target: Path) -> list[list[object]]:
    return [
        *(["export", case, "--to", to, "-o", target] for to in FORMATS),
        ["export", case, "--to", "markdown", "-o", case.parent / "m.md", "--losses", target],
        ["corrections", case, "--export", target],
    ]


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["plain", "forced"])
def test_no_output_is_the_case_however_it_is_named(case, force):
    before = case.read_bytes()
    for way, target in spellings(case).items():
        for command in commands(case, target):
            code, told = here(*command, *force)
            assert code == 1, (way, command, told)
            assert "give another name" in told, (way, command, told)
            assert case.read_bytes() == before, (way, command)
    with Case(case, read_only=True) as held:
        assert len(held.reports) == 3


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["plain", "forced"])
def test_no_output_is_somebody_elses_case_however_it_is_named(case, tmp_path, force):
    (tmp_path / "far").mkdir()
    other = tmp_path / "far" / "other.case"
    other.write_bytes(case.read_bytes())
    source = tmp_path / "a.jsonl"
    source.write_text('{"id": "a", "text": "The mill burned, the mayor said."}\n')
    for way, target in spellings(other).items():
        for command in (*commands(case, target), ["read", source, "-o", target]):
            code, told = here(*command, *force)
            assert (code, "give another name" in told) == (1, True), (way, command, told)
            assert other.read_bytes() == case.read_bytes(), (way, command)


def test_where_news_would_go_is_refused_before_anybody_is_asked(case, tmp_path):
    other, opml = tmp_path / "other.case", tmp_path / "feeds.opml"
    other.write_bytes(case.read_bytes())
    opml.write_text("<opml><body><outline xmlUrl='http://127.0.0.1:9/'/></body></opml>")
    before = case.read_bytes()
    for option in ("--notify", "--atom"):
        for target in (case, other, opml, f"{case}-wal"):
            for made in (case, tmp_path / "new.case"):
                code, told = here("watch", made, opml, "--once", option, target)
                assert code == 1, (option, target, told)
                assert "give another name" in told, (option, target, told)
    assert (case.read_bytes(), other.read_bytes()) == (before, before)
    assert not (tmp_path / "new.case").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_workbook_on_a_full_disk_is_an_error_of_the_disk(case):
    from rashomon.exports.ledger import Ledger
    from rashomon.formats.xlsx import workbook

    pytest.importorskip("xlsxwriter")
    with Case(case, read_only=True) as held, pytest.raises(OSError, match="No space left"):
        workbook(held, Path("/dev/full"), Ledger())


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_nothing_is_written_where_sqlite_keeps_what_belongs_to_a_case(case, tmp_path, end):
    other = tmp_path / "other.case"
    other.write_bytes(case.read_bytes())
    (tmp_path / "soft").symlink_to(f"other.case{end}")
    lines = tmp_path / "lines.jsonl"
    assert here("export", case, "--to", "reports", "-o", lines)[0] == 0
    for target in (f"{other}{end}", tmp_path / "soft"):
        for command in (
            ["export", case, "--to", "markdown", "-o", target],
            ["--log-file", target, "corrections", case],
            ["import", target, lines],
            ["build", target, lines],
            ["rescue", case, "-o", target],
            ["watch", target, tmp_path / "feeds.opml", "--once"],
        ):
            if command[0] == "watch":
                (tmp_path / "feeds.opml").write_text(
                    "<opml><body><outline xmlUrl='http://127.0.0.1:9/'/></body></opml>"
                )
            code, told = here(*command)
            assert code in (1, 2), (command, told)
            assert "SQLite keeps" in told, (command, told)
            assert not other.with_name(f"{other.name}{end}").exists(), command
    assert here("export", case, "--to", "markdown", "-o", tmp_path / f"free{end}")[0] == 0, "nothing lies beside it"


def test_no_folder_is_written_over_the_one_that_holds_the_case(case):
    for to in FOLDERS:
        code, told = here("export", case, "--to", to, "-o", case.parent, "--force")
        assert (code, "give another name" in told) == (1, True), to
    assert case.exists()


def test_an_input_is_no_output(case, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text('{"id": "a", "text": "The mill burned, the mayor said."}\n')
    (tmp_path / "soft.jsonl").symlink_to(source)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text("The mill burned, the mayor said.")
    lines = tmp_path / "c.jsonl"
    assert here("corrections", case, "--export", lines)[0] == 0
    before = source.read_bytes()
    for command in (
        ["read", source, "-o", source],
        ["read", source, "-o", tmp_path / "soft.jsonl"],
        ["read", folder, "-o", folder / "b.txt"],
        ["corrections", case, "--import", lines, "--export", lines],
    ):
        code, told = here(*command, "--force")
        assert code == 1, command
        assert "input" in told, (command, told)
    assert source.read_bytes() == before
    assert (folder / "b.txt").read_text() == "The mill burned, the mayor said."


def test_neither_what_standard_input_leads_from_nor_a_table_beside_is_an_output(tmp_path):
    source, table = tmp_path / "a.jsonl", tmp_path / "b.csv"
    source.write_text('{"id": "a", "text": "The mill burned, the mayor said."}\n')
    table.write_text("file,outlet\na.jsonl,Post\n")
    before = source.read_bytes(), table.read_bytes()
    command = [sys.executable, "-m", "rashomon", "read", "--force"]
    for words in (["-", "--from", "jsonl", "-o", source], [source, "--beside", table, "-o", table]):
        with source.open("rb") as given:
            done = subprocess.run([*command, *words], stdin=given, capture_output=True, text=True, timeout=120)
        assert (done.returncode, "is the case or an input" in done.stderr) == (1, True), done.stderr
    assert (source.read_bytes(), table.read_bytes()) == before


def test_what_stands_beside_an_output_is_nobodys_draft(case, tmp_path):
    (tmp_path / "thesis.part").mkdir()
    (tmp_path / "thesis.part" / "work.txt").write_text("work")
    (tmp_path / "m.md.part").write_text("mine")
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "n.md.part").symlink_to(victim)
    for command in (
        ["html", "thesis"],
        ["csv", "thesis.csv"],
        ["markdown", "m.md"],
        ["markdown", "n.md"],
        ["docbin", "d"],
    ):
        assert here("export", case, "--to", command[0], "-o", tmp_path / command[1])[0] == 0, command
    assert (tmp_path / "thesis.part" / "work.txt").read_text() == "work"
    assert (tmp_path / "m.md.part").read_text() == "mine"
    assert victim.read_text() == "mine"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


@pytest.mark.parametrize("to", FORMATS)
def test_an_export_is_made_again_without_a_word(case, tmp_path, to):
    for force in ([], [] if to != "docbin" else ["--force"]):
        code, told = here("export", case, "--to", to, "-o", tmp_path / "out", *force)
        if code and "pip install" in told:
            pytest.skip(told)
        assert code == 0, told


def test_somebody_elses_file_is_replaced_only_by_force(case, tmp_path):
    mine = tmp_path / "notes.md"
    for to in (t for t in FORMATS if t not in FOLDERS):
        mine.write_text("What I found out on Tuesday, and nobody else has.\n")
        code, told = here("export", case, "--to", to, "-o", mine)
        assert (code, "--force" in told) == (1, True), (to, told)
        assert mine.read_text() == "What I found out on Tuesday, and nobody else has.\n", to
    assert here("export", case, "--to", "markdown", "-o", mine, "--force")[0] == 0
    assert "Tuesday, and nobody" not in mine.read_text()


@pytest.mark.parametrize("to", FOLDERS)
def test_what_a_person_added_to_a_folder_or_changed_in_it_stays(case, tmp_path, to):
    out = tmp_path / "out"
    code, told = here("export", case, "--to", to, "-o", out)
    if code and "pip install" in told:
        pytest.skip(told)
    (out / "notes.txt").write_text("mine")
    assert here("export", case, "--to", to, "-o", out)[0] == 1
    assert here("export", case, "--to", to, "-o", out, "--force")[0] == 1
    assert (out / "notes.txt").read_text() == "mine"
    (out / "notes.txt").unlink()
    changed = next(p for p in sorted(out.iterdir()) if p.name != ".rashomon")
    changed.write_bytes(b"mine")
    code, told = here("export", case, "--to", to, "-o", out)
    assert (code, changed.read_bytes()) == (1, b"mine"), told
    assert here("export", case, "--to", to, "-o", out, "--force")[0] == 0
    assert changed.read_bytes() != b"mine"


def test_a_block_that_fails_leaves_what_was_there(tmp_path):
    (tmp_path / "f").write_text("old line of some length\n")
    with drafted_folder(tmp_path / "d") as draft:
        (draft / "a").write_text("old")
    for write in (
        lambda: whole(tmp_path / "f", force=True),
        lambda: drafted(tmp_path / "f"),
        lambda: drafted_folder(tmp_path / "d"),
    ):
        with pytest.raises(KeyboardInterrupt), write():
            raise KeyboardInterrupt
    assert (tmp_path / "f").read_text() == "old line of some length\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d", "f"]
    assert (tmp_path / "d" / "a").read_text() == "old"


@pytest.mark.skipif(sys.platform != "linux", reason="folders change places in one step on Linux")
def test_there_is_a_whole_folder_at_every_moment(tmp_path):
    """Somebody who looks all the time, or a kill at any time, finds the old folder or the new one."""
    target, seen, over = tmp_path / "d", set(), threading.Event()
    with drafted_folder(target) as draft:
        (draft / "a").write_text("0")

    def look():
        while not over.is_set():
            try:
                seen.add((target / "a").read_text())
            except FileNotFoundError:
                seen.add(None)

    looking = threading.Thread(target=look)
    looking.start()
    for number in range(1, 200):
        with drafted_folder(target) as draft:
            (draft / "a").write_text(str(number))
    over.set()
    looking.join(10)
    assert None not in seen
    assert [p.name for p in tmp_path.iterdir()] == ["d"]


def test_a_folder_is_taken_away_though_the_process_is_told_to_end_meanwhile(tmp_path, monkeypatch):
    folder = sys.modules["rashomon.outputs"]
    real, told = folder.shutil.rmtree, []

    def rmtree(path, ignore_errors=False):
        if not told:
            told.append(path)
            raise SystemExit(143)
        real(path, ignore_errors=ignore_errors)

    with drafted_folder(tmp_path / "d") as draft:
        (draft / "a").write_text("old")
    monkeypatch.setattr(folder.shutil, "rmtree", rmtree)
    with pytest.raises(SystemExit), drafted_folder(tmp_path / "d") as draft:
        (draft / "a").write_text("new")
    assert [p.name for p in tmp_path.iterdir()] == ["d"]
    assert (tmp_path / "d" / "a").read_text() == "new"


@pytest.mark.parametrize("stop", [1, 2])
def test_a_folder_that_cannot_be_moved_in_leaves_the_old_one_or_none_lost(tmp_path, monkeypatch, stop):
    """Where folders cannot change places: at any of the renames one of them is whole, and the next run goes on."""
    monkeypatch.setattr(sys.modules["rashomon.outputs"], "_exchanged", lambda one, other: False)
    target = tmp_path / "d"
    with drafted_folder(target) as draft:
        (draft / "a").write_text("old")
    real, calls = Path.rename, []

    def rename(self, to):
        calls.append(to)
        if len(calls) == stop:
            raise OSError(5, "no")
        return real(self, to)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError), drafted_folder(target) as draft:
        (draft / "a").write_text("new")
    assert (target / "a").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["d"]
    with drafted_folder(target) as draft:
        (draft / "a").write_text("newer")
    assert (target / "a").read_text() == "newer"


def test_what_is_no_plain_file_is_not_replaced_by_force_either(case, tmp_path):
    place = tmp_path / "listened"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
        code, told = here("export", case, "--to", "markdown", "-o", place, "--force")
    assert (code, told) == (1, f"Error: {place}: is no plain file; give another name\n")
    assert place.is_socket()


def test_an_error_in_the_midst_of_a_folder_names_the_folder(tmp_path):
    place = tmp_path / "pages"
    with pytest.raises(OSError, match="pages") as told, drafted_folder(place) as draft:
        (draft / "not there" / "a").write_text("a")
    assert told.value.filename == str(place)
    assert not any(tmp_path.iterdir())


def test_a_line_is_added_and_nothing_cut(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"one\nmy last thought")
    append_line(path, "news")
    assert path.read_bytes() == b"one\nmy last thought\nnews\n"
    append_line(path, "news", there=lambda last: last == b"news")
    assert path.read_bytes() == b"one\nmy last thought\nnews\n"
    with pytest.raises(OutputError):
        append_line(path, "x", kept=[path])


def test_a_pipe_that_nobody_reads_and_a_device(case, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert here("export", case, "--to", "markdown", "-o", tmp_path / "pipe")[0] == 1
    for to in ("markdown", "docbin", "html"):
        assert here("export", case, "--to", to, "-o", "/dev/null")[0] == 0


@pytest.mark.parametrize("to", ["markdown", "docbin", "html"])
def test_a_pipe_gets_what_a_file_would_hold_and_stays_a_pipe(case, tmp_path, to):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    deadline = time.monotonic() + 10
    while (code := here("export", case, "--to", to, "-o", pipe)[0]) and time.monotonic() < deadline:
        time.sleep(0.05)  # until somebody reads
    reader.join(10)
    assert code == 0
    assert here("export", case, "--to", to, "-o", tmp_path / "file.html")[0] == 0
    assert read == [(tmp_path / "file.html").read_bytes()]
    assert pipe.is_fifo()


SLOW = """
import sys, time
from pathlib import Path
from rashomon.cli.paths import leave_in_order
from rashomon.outputs import drafted_folder, whole
leave_in_order()
with whole(Path(sys.argv[1]) / "f") as f, drafted_folder(Path(sys.argv[1]) / "d") as d:
    f.write("half"); f.flush(); (d / "a").write_text("half")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_process_told_to_end_leaves_nothing(tmp_path, number):
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, tmp_path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdout.readline() == b"ready\n"
        time.sleep(0.1)
        running.send_signal(number)
        assert running.wait(120) != 0
    assert list(tmp_path.iterdir()) == []
