"""What a build says of days, outlets and parts that are missing; and names that are never somebody else's file."""

import sqlite3
import subprocess
import sys

import pytest

from repository import ENVIRONMENT

TEXT = (
    "Ferry crews walked out in Port Lanse on Friday, union leader Marta Olin said. Nobody knows when boats will sail."
)


def here(folder, *arguments):
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=ENVIRONMENT, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("missing")
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.csv").write_text(
        f'date,source,text\n03/04/2025,The Lanse Post,"{TEXT} It was the second time [+90 chars]"\n'
    )
    return folder, here(folder, "build", "story.case", "a.txt", "b.csv")


def test_a_build_says_what_is_missing_and_how_to_give_it(built):
    _, done = built
    assert done.returncode == 0
    assert "2 of 2 reports have no day" in done.stderr
    assert "1 of 2 reports has no outlet" in done.stderr
    assert "--outlet NAME" in done.stderr
    assert "--beside TABLE" in done.stderr
    assert "1 day was not understood, the first is '03/04/2025'" in done.stderr
    assert "--day-order dmy" in done.stderr
    assert "1 of 2 reports is only a part of the article" in done.stderr


def test_what_is_given_beside_is_taken(built):
    folder, _ = built
    (folder / "more.csv").write_text("file,outlet,published\na.txt,The Halden Herald,2025-03-07\n")
    done = here(folder, "build", "more.case", "a.txt", "b.csv", "--beside", "more.csv", "--day-order", "mdy")
    assert "have no" not in done.stderr
    with sqlite3.connect(folder / "more.case") as case:
        rows = case.execute("SELECT outlet, published FROM report ORDER BY id").fetchall()
    assert rows == [("The Halden Herald", "2025-03-07"), ("The Lanse Post", "2025-03-04")]


def test_a_case_is_found_without_its_ending_and_by_the_beginning_of_an_id(built):
    folder, _ = built
    shown = here(folder, "show", "story")
    assert shown.returncode == 0
    with sqlite3.connect(folder / "story.case") as case:
        (claim,) = case.execute("SELECT id FROM claim ORDER BY id LIMIT 1").fetchone()
    whole, short = (here(folder, "show", "story.case", "--why", row) for row in (claim, claim[:8]))
    assert (short.returncode, short.stdout) == (0, whole.stdout)


@pytest.mark.parametrize("other", ["text", "folder", "database", "case"])
def test_what_is_there_is_never_overwritten_nor_added_to(built, tmp_path, other):
    folder, _ = built
    path = tmp_path / "x"
    if other == "folder":
        path.mkdir()
    elif other == "text":
        path.write_text(TEXT)
    elif other == "database":
        with sqlite3.connect(path) as made:
            made.execute("CREATE TABLE a (b)")
    else:
        path.write_bytes((folder / "story.case").read_bytes())
    before = path.read_bytes() if path.is_file() else sorted(path.iterdir())
    wanted = ["demo", "--case", path] if other == "case" else ["build", path, folder / "a.txt"]
    done = here(folder, *wanted)
    assert done.returncode in (1, 2)
    assert str(path) in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 4
    assert (path.read_bytes() if path.is_file() else sorted(path.iterdir())) == before


def test_a_build_without_a_report_leaves_no_case(built):
    folder, _ = built
    done = here(folder, "build", "none.case", "not-there.txt")
    assert (done.returncode, "none.case was not made" in done.stderr) == (1, True)
    assert "not-there.txt is not there" in done.stderr
    assert not (folder / "none.case").exists()


def test_a_missing_folder_for_an_export_is_named(built):
    folder, _ = built
    done = here(folder, "export", "story.case", "--to", "reports", "-o", "away/x.jsonl")
    assert done.returncode == 1
    assert "there is no folder" in done.stderr
    assert "make it first" in done.stderr
