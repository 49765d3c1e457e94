"""The commands, run as a person runs them: real files, exit status and both streams.

`run` is a process of its own; `here` runs the same command in this one, where the language model is loaded already.
"""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import depot
import harbour
import rashomon
import repository
from rashomon.case import Case
from rashomon.cli import main
from rashomon.exports import schema
from rashomon.records import Refusal

ENVIRONMENT = {**repository.ENVIRONMENT, "COLUMNS": "100"}


def run(*words, **options):
    return subprocess.run(
        [sys.executable, "-m", "rashomon", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        **{"env": ENVIRONMENT, **options},
    )


def here(*words):
    done = CliRunner().invoke(main, [str(w) for w in words], prog_name="rashomon")
    done.returncode = done.exit_code
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for name in ("courier", "wire", "mirror", "authority"):
        (folder / f"{name}.txt").write_text(harbour.REPORTS[[r.id for r in harbour.REPORTS].index(name)].text)
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def built(folder):
    case = folder.parent / "built" / "harbour.case"
    case.parent.mkdir(exist_ok=True)
    return case, run("build", case, folder)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
    return path


def test_help_comes_at_once_and_names_every_command():
    done = run("--help", env=ENVIRONMENT | {"PYTHONPROFILEIMPORTTIME": "1"})
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert not loaded & {"spacy", "numpy", "trafilatura", "httpx", "starlette", "sqlite3", "rapidfuzz"}, (
        "none is needed"
    )
    assert done.returncode == 0
    for command in ("build", "show", "export", "read", "demo"):
        assert f"  {command}" in done.stdout


def test_help_imports_nothing_heavy():
    code = (
        "import sys, rashomon.cli\n"
        "heavy = {'spacy', 'numpy', 'rich', 'jinja2', 'sqlite3', 'rapidfuzz'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", [[], ["build"], ["show"], ["export"], ["read"], ["demo"]], ids=" ".join)
def test_every_command_explains_itself(command):
    done = here(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: rashomon")


@pytest.mark.parametrize(
    "words",
    [["build", "a.case"], ["show"], ["export", "a.case"], ["export", "a.case", "--to", "pdf"], ["nonsense"], ["read"]],
    ids=" ".join,
)
def test_wrong_usage_is_two(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = here(*words)
    assert done.returncode == 2
    assert "Usage:" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_version():
    assert here("--version").stdout.split()[-1] == rashomon.__version__


def test_build_says_what_was_read_and_what_was_left_out(built, folder):
    case, done = built
    assert done.returncode == 0
    assert done.stdout == ""
    assert "4 new reports; 4 read" in done.stderr
    assert "words/s" in done.stderr
    (left_out,) = [line for line in done.stderr.splitlines() if "empty.txt" in line]
    assert "is empty" in left_out
    with sqlite3.connect(case) as connection:
        assert connection.execute("SELECT input FROM refusal").fetchall() == [(str(folder / "empty.txt"),)]
        assert connection.execute("SELECT count(*) FROM reading").fetchone() == (4,)


def test_build_again_changes_nothing(built, folder):
    case, _ = built
    with sqlite3.connect(case) as connection:
        before = list(connection.iterdump())
    done = here("build", case, folder)
    assert done.returncode == 0
    assert "0 new reports (4 already there); 0 read" in done.stderr
    with sqlite3.connect(case) as connection:
        assert list(connection.iterdump()) == before


def test_build_without_input_brings_a_case_up_to_date(built):
    case, _ = built
    done = here("build", case)
    assert done.returncode == 0
    assert "0 new reports; 0 read" in done.stderr


def test_exports_of_a_built_case_are_valid(built, tmp_path):
    case, _ = built
    for form, file in (("readings", "reading"), ("findings", "findings")):
        path = tmp_path / form
        assert here("export", case, "--to", form, "-o", path).stdout.strip() == str(path)
        text = path.read_text("utf-8")
        for one in map(json.loads, text.splitlines() if form == "readings" else [text]):
            jsonschema.validate(one, schema(file))


def test_html_and_csv_are_written(kept, tmp_path):
    assert here("export", kept, "--to", "html", "-o", tmp_path / "page.html").returncode == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
    assert here("export", kept, "--to", "csv", "-o", tmp_path / "tables").returncode == 0
    assert {"chronicle.csv", "report.csv", "refusal.csv"} <= {p.name for p in (tmp_path / "tables").iterdir()}


def test_an_export_that_cannot_be_written_is_one_line(kept, tmp_path):
    done = here("export", kept, "--to", "html", "-o", tmp_path / "none" / "page.html")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert len(done.stderr.splitlines()) == 1


def test_show_prints_the_chronicle(kept):
    done = run("show", kept)
    assert done.returncode == 0
    for said in ("Strike stops Port Lanse ferries", "voices reports", "Marta Olin", "✗ disputed (denied, no. 1)"):
        assert said in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout, "colour in a pipe"


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    with Case(tmp_path / "long.case") as case:
        harbour.keep(case)
        with case.transaction():
            for n in range(3000):
                case.refusals.keep(Refusal(f"in/{n}.txt", "is empty", "leave it out"))
    command = [sys.executable, "-m", "rashomon", "show", str(tmp_path / "long.case")]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_show_one_story_or_one_row(kept):
    assert "Port Lanse" not in here("show", kept, "--story", "s2").stdout
    assert "because denial:deny" in here("show", kept, "--why", "x1").stdout


@pytest.mark.parametrize("words", [["--story", "s9"], ["--why", "h9"]], ids=" ".join)
def test_show_of_nothing_is_one_line(kept, words):
    done = here("show", kept, *words)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "rashomon show" in done.stderr


def test_a_case_that_is_none_is_one_clear_line(tmp_path):
    path = tmp_path / "text.case"
    path.write_text("not a case")
    for words in (["show", path], ["show", tmp_path / "none.case"], ["export", path, "--to", "csv"]):
        done = here(*words)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" not in done.stderr
    assert here("build", path, path).returncode == 1
    assert path.read_text() == "not a case"


def test_read_needs_no_case(folder, tmp_path):
    done = here("read", folder / "courier.txt", folder / "empty.txt")
    assert done.returncode == 0
    assert "empty.txt" in done.stderr
    (line,) = done.stdout.splitlines()
    jsonschema.validate(json.loads(line), schema("reading"))
    assert here("read", folder / "courier.txt", "-o", tmp_path / "out.jsonl").stdout == ""
    assert (tmp_path / "out.jsonl").read_text("utf-8") == line + "\n"


def test_nothing_to_build_or_read_is_one(folder, tmp_path):
    for words in (["build", tmp_path / "a.case"], ["read"]):
        done = here(*words, folder / "empty.txt", tmp_path / "missing.txt")
        assert done.returncode == 1
        assert "missing.txt" in done.stderr


def test_a_model_that_is_not_installed_is_named(folder, tmp_path):
    done = here("build", tmp_path / "a.case", folder, "--model", "no_such_model")
    assert done.returncode == 2
    assert "'no_such_model' is not installed" in done.stderr
    assert not (tmp_path / "a.case").exists()


def test_demo_builds_and_shows_the_sample(tmp_path):
    done = run("demo", "--case", tmp_path / "sample.case")
    assert done.returncode == 0, done.stderr
    assert " reports · " in done.stdout
    assert not re.search(r"\bn-[0-9a-f]{10}\b", done.stdout), "the id of an entity is nobody's name"
    with Case(tmp_path / "sample.case", read_only=True) as case:
        assert len(case.reports) >= 2
        assert len(case.readings) == len(case.reports)
        assert len(case.refusals) == 0


@pytest.mark.skipif(os.name != "posix", reason="interrupts are of POSIX")
def test_an_interrupted_build_says_so_and_goes_on(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(120):
        (folder / f"r{n:03}.txt").write_text(f"Marta Olin said that ferry {n} would not sail.\n\n" * 12)
    case = tmp_path / "a.case"
    process = subprocess.Popen(
        [sys.executable, "-m", "rashomon", "build", str(case), str(folder), "--cores", "2"],
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while True:
        time.sleep(0.1)
        try:
            with Case(case, read_only=True) as held:
                if len(held.readings):
                    break
        except Exception:
            assert process.poll() is None, process.stderr.read()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=240)
    assert process.returncode == 130, said
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    with Case(case, read_only=True) as held:
        assert 0 < len(held.readings) < 120
        assert len(held.reports) == 120


def test_the_stable_face_is_sorted_and_there():
    assert rashomon.__all__ == sorted(rashomon.__all__, key=lambda n: (not n.isupper(), n.islower(), n))
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
        assert name in dir(rashomon)
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(rashomon, "no_such_name")  # noqa: B009


def test_the_limits_that_help_tells_are_those_of_intake():
    from rashomon.intake import Limits

    said = here("build", "--help").stdout
    for default in (Limits().max_bytes, Limits().max_characters, Limits().max_line):
        assert f"{default:,} unless told" in " ".join(said.split())


def test_importing_rashomon_costs_nothing():
    code = "import sys, rashomon; print(sorted({'spacy', 'sqlite3', 'numpy', 'click'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert done.stdout.strip() == "[]"


def test_known_entities_are_told_once_and_kept(tmp_path: Path) -> None:
    case, known = tmp_path / "k.case", tmp_path / "known.csv"
    known.write_text("name,kind,aliases\nIyad Rahal,person,Omar Sabri\n", "utf-8")
    for name, text in (("a", "Iyad Rahal said the road was open."), ("b", "Omar Sabri said the road was shut.")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert here("build", case, *inputs, "--known", known).returncode == 0
    assert here("build", case, *inputs).returncode == 0
    with Case(case) as opened:
        names = [set(e.names) for e in opened.findings.get().entities]
    assert {"Iyad Rahal", "Omar Sabri"} in names
    known.write_text('{"id":', "utf-8")
    refused = here("build", case, *inputs, "--known", known)
    assert refused.returncode == 2
    assert "known.csv" in refused.stderr


@pytest.mark.parametrize(
    "words",
    [("show", "--why", "\udcff"), ("show", "--story", "\udcff"), ("search", "\udcff"), ("timeline", "--of", "\udcff")],
    ids=["why", "story", "search", "timeline"],
)
def test_what_is_no_text_is_told_in_one_line(tmp_path, words):
    with Case(tmp_path / "s.case") as case:
        depot.keep(case)
    command, *rest = words
    done = CliRunner().invoke(main, [command, str(tmp_path / "s.case"), *rest])
    assert isinstance(done.exception, SystemExit)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


def test_who_is_stopped_while_it_begins_shows_no_trace():
    begin = (
        "import sys\n"
        "class Stopped:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'rashomon.cli.main': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stopped())\n"
        "import rashomon.__main__\n"
        "rashomon.__main__.run()\n"
    )
    done = subprocess.run([sys.executable, "-c", begin], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "")
