"""A case that goes, or that something else takes the place of, while its pages are open: nothing is made, all comes back."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case, CaseError
from rashomon.cli import main
from rashomon.web import application
from rashomon.web.background_work import Works

HOST = "127.0.0.1:8642"
NOTE = {"kind": "note", "target": "claim:h1", "to": "x", "because": "b", "who": "A."}


def _database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()


PLACES: list[tuple[Callable[[Path], object], int, str, str]] = [
    (lambda path: None, 503, "is gone. Put it back", "nothing there"),
    (lambda path: path.write_text("mine"), 500, "another file", "a text"),
    (lambda path: path.touch(), 500, "not a rashomon case", "an empty file"),
    (_database, 500, "another program's database", "somebody's database"),
    (Path.mkdir, 500, "is a folder", "a folder"),
]


@pytest.mark.parametrize(("place", "status", "told", "why"), PLACES, ids=[w for *_, w in PLACES])
def test_what_is_there_now_is_told_and_left_as_it_is(
    tmp_path: Path, place: Callable[[Path], object], status: int, told: str, why: str
) -> None:
    path, aside = tmp_path / "a.case", tmp_path / "aside.case"
    with Case(path) as case:
        harbour.keep(case)
    works = Works(path)
    app = application(path, hosts=frozenset({HOST}), token="", works=works)
    web = TestClient(app, base_url=f"http://{HOST}", headers={"origin": f"http://{HOST}"}, follow_redirects=False)
    shutil.move(path, aside)
    place(path)
    before = path.read_bytes() if path.is_file() else path.exists()
    for address in ("/", "/reports", "/nowhere", "/reports/nobody", "/corrections.jsonl", "/api/stories"):
        answer = web.get(address)
        assert (answer.status_code, told in answer.text) == (status, True), (address, answer.text)
    assert web.post("/corrections", data=NOTE).status_code == status
    assert web.post("/corrections/preview", data=NOTE).status_code == status
    web.post("/compare", data={"back": "/"})
    assert works.settled(60), "who follows the works goes on"
    assert (path.read_bytes() if path.is_file() else path.exists()) == before
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.move(aside, path)
    assert web.get("/").status_code == 200


def test_a_case_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "empty.case").touch()
    for name in ("none.case", "empty.case"):
        with pytest.raises(CaseError, match="any more"):
            Case(tmp_path / name, make=False)
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == {"empty.case": 0}


def test_a_port_that_is_taken_is_told_with_what_to_do(tmp_path: Path) -> None:
    with Case(tmp_path / "a.case") as case:
        harbour.keep(case)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", str(tmp_path / "a.case"), "--port", str(port)])
    assert done.exit_code == 1
    assert done.output.startswith(f"Error: port {port}: ")
    assert "another with --port" in done.output
