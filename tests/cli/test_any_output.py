"""Narrow outputs are no error, and colours can be taken away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import harbour
from rashomon.case import Case
from rashomon.cli import main


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "harbour.case"
    with Case(path) as held:
        harbour.keep(held)
    return path


def said(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "rashomon", *words]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "utf-8"])
def test_no_output_is_too_narrow(case: Path, encoding: str) -> None:
    done = said("show", str(case), "--all", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr.decode("ascii", "replace")
    assert "Marta Olin" in done.stdout.decode(encoding)


def test_what_an_encoding_lacks_is_told_in_ascii() -> None:
    program = "from rashomon.cli.messages import fit_any_output; fit_any_output(); print('“Łódź” – ✗ …')"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.stdout.decode("ascii").strip() == '"Lodz" - x ...'


@pytest.mark.skipif(sys.platform == "win32", reason="closed by a shell")
@pytest.mark.parametrize(
    ("line", "codes", "why"),
    [
        ("show CASE >&-", (0,), "looks whether it writes to a terminal"),
        ("export CASE --to markdown -o - >&-", (0,), "writes bytes"),
        ("correct CASE accept - --because seen <&-", (1, 2), "reads what it is about"),
        ("build OTHER - <&-", (1, 2), "reads a report"),
        ("check CASE >&- 2>&- <&-", (0,), "has none"),
    ],
)
def test_a_closed_stream_is_one_of_nothing(
    case: Path, tmp_path: Path, line: str, codes: tuple[int, ...], why: str
) -> None:
    before = case.read_bytes()
    words = line.replace("CASE", str(case)).replace("OTHER", str(tmp_path / "other.case"))
    done = subprocess.run(f"{sys.executable} -m rashomon {words}", shell=True, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr + done.stdout, (why, done.stderr)
    assert done.returncode in codes, (why, done.stderr)
    assert case.read_bytes() == before


@pytest.mark.parametrize("command", ["formats", "manual", "check"])
def test_an_interrupt_is_told_by_its_status(monkeypatch: pytest.MonkeyPatch, case: Path, command: str) -> None:
    def stopped(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.commands[command], "callback", stopped)
    done = CliRunner().invoke(main, [command, *([str(case)] if command == "check" else [])])
    assert (done.exit_code, done.stdout) == (130, "")


def test_root_help_shows_a_first_hour() -> None:
    told = said("--help").stdout.decode()
    for command in ("demo", "build story.case", "show story.case --why", "serve", "export story.case --to"):
        assert f"rashomon {command}" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize(
    ("line", "status", "why"),
    [
        ("export CASE --to markdown -o - >/dev/full", 1, "waits in a buffer until the program ends"),
        ("export CASE --to csv --table report -o - >/dev/full", 1, "so does a table"),
        ("export CASE --to markdown -o - | true", 1, "its reader has gone"),
        ("show CASE >/dev/full", 1, "a command of ours"),
        ("--help >/dev/full", 1, "written before any command runs"),
        ("--version >/dev/full", 1, "and so is this"),
        ("show --help >/dev/full", 1, "and that of a command"),
        ("--help | true", 1, "help that nobody reads"),
        ("--help >&-", 0, "none to write to"),
        ("nonsense >/dev/full", 2, "nothing is written there"),
        ("show CASE >/dev/null", 0, "takes everything"),
        ("show CASE 2>/dev/full", 0, "nothing goes wrong, so nothing is said"),
    ],
)
def test_what_a_full_stream_does_not_take_is_told_and_no_trace(case: Path, line: str, status: int, why: str) -> None:
    shell = f"set -o pipefail; {sys.executable} -m rashomon {line.replace('CASE', str(case))}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == status, (why, done.stderr)
    assert not [mark for mark in ("Traceback", "ignored in") if mark in done.stderr], why
