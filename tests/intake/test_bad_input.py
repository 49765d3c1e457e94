"""Whatever is put in: one clear line each in the summary, a row in the case, and everything else is built."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.case import Case
from rashomon.cli import main
from repository import ENVIRONMENT

GOOD = "Ferry crews walked out in Port Lanse on Friday, union leader Marta Olin said."
FRENCH = (
    "Le ministre a déclaré vendredi que les négociations avec les syndicats du port reprendront la semaine "
    "prochaine, mais les équipages des ferries ont refusé de reprendre le travail avant la signature d'un accord. "
) * 3


def in_folder(folder):
    """Bad inputs by name, each with a word that its line must hold."""
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n ")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "one-line.txt").write_bytes(b"word " * 1_000_000)
    (folder / "french.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    lines = [
        json.dumps({"text": GOOD + " It was the second walkout."}),
        '{"text": "broken',
        "[1, 2]",
        json.dumps({"text": ""}),
        json.dumps({"text": "a \ud800 b " + GOOD}),
        json.dumps({"text": 7}),
        json.dumps({"text": GOOD + " It was the third walkout."}),
    ]
    (folder / "lines.jsonl").write_text("\n".join(lines))
    return {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "binary.txt": "",
        "one-line.txt": "more than",
        "french.txt": "language",
        "loop.txt": "",
        "lines.jsonl:2": "JSON",
        "lines.jsonl:3": "object",
        "lines.jsonl:4": "",
        "lines.jsonl:5": "surrogate",
        "lines.jsonl:6": "text",
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    expected = in_folder(folder)
    case = folder.parent / "bad.case"
    command = [sys.executable, "-m", "rashomon", "build", str(case), str(folder), str(folder / "not-there.txt")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT)
    return folder, case, done, {**expected, "not-there.txt": "not there"}


def test_the_good_is_built(built):
    _, case, done, _ = built
    assert done.returncode == 0, done.stderr
    with Case(case, read_only=True) as held:
        assert [r.id for r in held.reports] == ["good", "lines-1", "lines-7"]
        assert len(held.readings) == 3


def test_each_bad_input_has_one_line_that_says_what_and_what_to_do(built):
    folder, _, done, expected = built
    for name, says in expected.items():
        given = str(folder / name)
        (line,) = [line for line in done.stderr.splitlines() if line.startswith(f"  {given} ")]
        reason, _, advice = line.removeprefix(f"  {given} ").partition("; ")
        assert says in reason, line
        assert advice, line


def test_each_bad_input_has_a_row_in_the_case_and_nothing_else_has(built):
    folder, case, done, expected = built
    with Case(case, read_only=True) as held:
        assert sorted(r.input for r in held.refusals) == sorted(str(folder / name) for name in expected)
        assert all(r.reason and r.advice for r in held.refusals)
    assert f"Left out ({len(expected)})" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_a_library_says_of_a_damaged_file_is_for_who_asks_for_it(tmp_path):
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + b"5 0 j <<" * 99
    )
    said = {}
    for asked in ((), ("--verbose",)):
        command = [sys.executable, "-m", "rashomon", *asked, "read", str(tmp_path / "a.pdf")]
        said[asked] = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT).stderr.splitlines()
    assert not [line for line in said[()] if "pypdf" in line or "startxref" in line or "EOF" in line]
    assert any(line.startswith("pypdf") for line in said["--verbose",])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_opened(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "good.txt").write_text(GOOD)
    command = [sys.executable, "-m", "rashomon", "build", str(tmp_path / "a.case"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode == 0
    assert f"  {tmp_path / 'closed'} cannot be opened" in done.stderr


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (("\ufeff" + GOOD).encode("utf-8"), GOOD),
        (GOOD.replace("Lanse", "Läns").encode("utf-16"), GOOD.replace("Lanse", "Läns")),
        (GOOD.replace("Lanse", "Läns").encode("cp1252"), GOOD.replace("Lanse", "Läns")),
        (GOOD.replace(" ", "\r\n").encode(), GOOD.replace(" ", "\r\n")),
        (GOOD.encode() + b" \x00", None),
    ],
    ids=["byte-order mark", "UTF-16", "Windows", "carriage returns", "NUL"],
)
def test_odd_bytes_are_read_or_refused_never_garbled(tmp_path, data, kept):
    from rashomon.intake import intake
    from rashomon.records import Report

    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    (one,) = intake([str(path)])
    with Case(tmp_path / "odd.case") as case, case.transaction():
        if isinstance(one, Report):
            case.reports.add(one)
            (stored,) = case.reports
            assert (stored.id, stored.text, stored.digest) == (one.id, one.text, one.digest)
            assert stored.text.lstrip("\ufeff") == kept if kept else GOOD in stored.text
        else:
            case.refusals.keep(one)
            assert list(case.refusals) == [one]
            assert one.advice


@pytest.mark.parametrize(
    "words",
    [
        ("build", "a.case", "--known", "FILE"),
        ("build", "a.case", "x.txt", "--beside", "FILE"),
        ("import", "a.case", "FILE"),
        ("corrections", "a.case", "--import", "FILE"),
        ("watch", "a.case", "FILE"),
        ("--config", "FILE", "show", "a.case"),
    ],
)
@pytest.mark.parametrize("file", ["/dev/zero", "pipe"])
def test_what_never_ends_is_no_file(tmp_path, monkeypatch, words, file):
    monkeypatch.chdir(tmp_path)
    Case("a.case").close()
    os.mkfifo("pipe")
    Path("x.txt").write_text("The mill burned, the mayor said.")
    done = CliRunner().invoke(main, [file if word == "FILE" else word for word in words])
    assert done.exit_code == 2, done.output
    assert "is a device" in done.output or "is a pipe" in done.output or "is no plain file" in done.output


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="the system makes no files as they are read")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("build", "b.case", "/proc/version"), "made by the system as it is read"),  # "/proc/kmsg" never ends
        (("show", "/proc/version"), "is no plain file"),
        (("import", "b.case", "/proc/version"), "is a device, not a file"),
        (("corrections", "a.case", "--import", "/proc/version"), "is a device, not a file"),
        (("build", "b.case", "x.txt", "--known", "/proc/version"), "is a device, not a file"),
        (("watch", "a.case", "/proc/version"), "is no plain file"),
        (("--config", "/proc/version", "show", "a.case"), "is a device, not a file"),
    ],
)
def test_what_the_system_makes_as_it_is_read_is_no_file(tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    Case("a.case").close()
    Path("x.txt").write_text("The mill burned, the mayor said.")
    done = CliRunner().invoke(main, words)
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code
    assert told in " ".join(done.output.split())
    assert not Path("b.case").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "a.case", "--to", "markdown", "-o", "circle"), "circle: is there already"),
        (("export", "a.case", "--to", "html", "-o", "circle"), "circle: is a link that leads nowhere"),
        (("export", "a.case", "--to", "markdown", "-o", "pipe"), "pipe: is a pipe that nobody reads"),
        (("export", "a.case", "--to", "markdown", "-o", "/dev/full"), "/dev/full: No space left"),
        (("--log-file", "pipe", "show", "a.case"), "pipe is a pipe"),
        (("build", "circle", "x.txt"), "circle cannot be opened"),
        (("build", "b.case", "circle"), "circle is a link that leads nowhere"),
        (("build", "none/b.case", "x.txt"), "there is no folder"),
        (("demo", "--case", "circle"), "circle cannot be opened"),
        (("watch", "a.case", "https://x.example/feed", "--notify", "folder.jsonl"), "folder.jsonl is no plain file"),
        (("build", "b.case", "folder.jsonl"), "folder.jsonl holds no report"),
    ],
)
def test_a_place_that_is_no_file_is_named(tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    Case("a.case").close()
    os.mkfifo("pipe")
    Path("circle").symlink_to("circle")
    Path("folder.jsonl").mkdir()
    Path("x.txt").write_text("The mill burned, the mayor said.")
    done = CliRunner().invoke(main, words)
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code
    assert told in " ".join(done.output.split())
    assert not Path("b.case").exists()


@pytest.mark.parametrize("name", [".", "..", "/", ""])
@pytest.mark.parametrize("words", [("show",), ("check",), ("serve",), ("export", "--to", "csv")])
def test_a_place_without_a_name_is_no_case(tmp_path, monkeypatch, words, name):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, (*words, name))
    assert isinstance(done.exception, SystemExit)
    assert "Error: " in done.output


@pytest.mark.parametrize(
    "words",
    [
        *((command, "NAME") for command in ("show", "check", "corrections", "grade", "timeline", "serve")),
        ("search", "NAME", "mill"),
        ("export", "NAME", "--to", "csv", "-o", "out"),
        ("export", "a.case", "--to", "csv", "-o", "NAME"),
        ("export", "a.case", "--to", "html", "-o", "NAME"),
        ("rescue", "NAME", "-o", "b.case"),
        ("rescue", "/", "-o", "b.case"),
        ("rescue", "a.case", "-o", "NAME"),
        ("build", "NAME", "x.txt"),
        ("import", "NAME", "x.txt"),
        ("read", "x.txt", "-o", "NAME"),
        ("watch", "NAME", "https://x.example/feed", "--once"),
        ("watch", "a.case", "NAME", "--once"),
        ("watch", "a.case", "https://x.example/feed", "--once", "--notify", "NAME"),
        ("watch", "a.case", "https://x.example/feed", "--once", "--atom", "NAME"),
    ],
    ids=" ".join,
)
def test_a_name_that_no_system_takes_is_one_line(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    Case("a.case").close()
    Path("x.txt").write_text("The mill burned, the mayor said.")
    before = sorted(Path().iterdir())
    done = CliRunner().invoke(main, ["x" * 400 if word == "NAME" else word for word in words])
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code
    assert "Error: " in done.output
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ("show", "a\0.case"),
        ("build", "a\0.case", "reports.jsonl"),
        ("build", "a.case", "reports.jsonl", "--known", "\0"),
        ("read", "reports.jsonl", "-o", "\0"),
        ("import", "a.case", "a\0b"),
        ("rescue", "a.case", "-o", "\0"),
        ("corrections", "a.case", "--import", "\0x"),
        ("export", "a.case", "--to", "html", "-o", "x", "--losses", "\0y"),
        ("--config", "a\0", "formats"),
        ("\0",),
    ],
    ids=repr,
)
def test_a_nul_given_from_python_is_one_line(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports.jsonl").write_text(json.dumps({"text": GOOD}))
    told = CliRunner().invoke(main, list(words))
    assert told.exit_code == 2
    assert "holds a NUL" in told.output
    assert isinstance(told.exception, SystemExit)
    assert [p.name for p in tmp_path.iterdir()] == ["reports.jsonl"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("build", "a.case", "reports.jsonl", "--max-bytes", "9" * 40), "max-bytes"),
        (("build", "a.case", "reports.jsonl", "--max-line", "0"), "max-line"),
        (("build", "a.case", "reports.jsonl", "--cores", "9" * 30), "cores"),
        (("search", "a.case", "mill", "--limit", "9" * 20), "limit"),
        (("watch", "a.case", "feed.xml", "--every", "nan"), "every"),
        (("watch", "a.case", "feed.xml", "--every", "1e300"), "every"),
        (("watch", "a.case", "feed.xml", "--delay", "inf"), "delay"),
        (("watch", "a.case", "feed.xml", "--pages", "-1"), "pages"),
    ],
    ids=lambda one: one if isinstance(one, str) else one[-1][:9],
)
def test_a_number_that_no_system_counts_is_wrong_usage(tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports.jsonl").write_text(json.dumps({"text": GOOD}))
    Case(tmp_path / "a.case").close()
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 2
    assert f"Invalid value for '--{told}'" in done.output


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("known.csv", "name,kind\n" + "a" * 200_000 + ",person\n", "a field longer than csv takes"),
        ("known.csv", 'name,kind\n"Ann Berg,person\n', "a field that nothing closes"),
        ("known.csv", "name,kind\nAnn\0Berg,person\n", "a character that is none"),
        ("known.jsonl", '{"id": "x", "schema": "Person", "properties": {"name": [1]}}\n', "a name that is a number"),
        ("known.jsonl", '{"id": "x", "schema": "Person", "properties": {"name": [{"a": 1}]}}\n', "a name with parts"),
        ("known.jsonl", '{"id": "x", "schema": "Person", "properties": {"name": ["\\ud800"]}}\n', "half a character"),
        ("known.jsonl", '{"id": [], "schema": 1, "properties": []}\n', "values of other kinds"),
        ("known.jsonl", "[" * 100_000, "deep"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 and "{" not in value else "",
)
def test_known_entities_that_make_no_sense_are_one_line_or_names(tmp_path, monkeypatch, name, text, why):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, "utf-8")
    Path("x.txt").write_text(GOOD)
    done = CliRunner().invoke(main, ["build", "a.case", "x.txt", "--known", name])
    assert done.exception is None or isinstance(done.exception, SystemExit), (why, done.exception)
    if done.exit_code:
        assert name in " ".join(done.output.split())
        assert not Path("a.case").exists()
