"""Options that repeat stand in the user's own settings or the environment; what is said can be less, or kept."""

import re

import click
import pytest
from click.testing import CliRunner

import harbour
from rashomon.case import Case
from rashomon.cli import main
from rashomon.cli.catalogue import SECTIONS


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "harbour.case"
    with Case(path) as held:
        harbour.keep(held)
    return path


def run(*words, **environment):
    return CliRunner().invoke(main, [*map(str, words)], env={"XDG_CONFIG_HOME": "/nowhere", **environment})


def written(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('to = "csl"', '"title"'),
        ('[export]\nto = "csl"', '"title"'),
        ('to = "bibtex"\n[export]\nto = "csl"', '"title"'),
    ],
    ids=["every command", "one command", "one before every"],
)
def test_settings_are_what_is_not_told(case, tmp_path, text, told):
    done = run("--config", written(tmp_path, text), "export", case, "-o", "-")
    assert (done.exit_code, told in done.stdout) == (0, True), done.output
    done = run("--config", written(tmp_path, text), "export", case, "-o", "-", "--to", "reports")
    assert '"digest"' in done.stdout


def test_the_users_own_file_is_found_and_none_in_the_folder_one_works_in(case, tmp_path, monkeypatch):
    (tmp_path / "rashomon").mkdir()
    (tmp_path / "rashomon" / "config.toml").write_text('to = "csl"', "utf-8")
    assert run("export", case, "-o", "-", XDG_CONFIG_HOME=str(tmp_path)).exit_code == 0
    monkeypatch.chdir(tmp_path / "rashomon")
    assert run("export", case, "-o", "-").exit_code == 2


def test_the_environment_goes_before_settings(case, tmp_path):
    done = run("--config", written(tmp_path, 'to = "csl"'), "export", case, "-o", "-", RASHOMON_EXPORT_TO="reports")
    assert '"digest"' in done.stdout
    assert run("export", case, "-o", "-", RASHOMON_EXPORT_TO="csl", RASHOMON_FORCE="1").exit_code == 0
    done = run("build", "--help", RASHOMON_CORES="many")
    assert done.exit_code == 0
    done = run("build", case, RASHOMON_CORES="many")
    assert (done.exit_code, "'many'" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("colour = 1", "no command has an option 'colour'"),
        ("[paint]\ncolour = 1", "there is no command 'paint'"),
        ("[export]\ncolour = 1", "export has no option 'colour'; it has to, output"),
        ("to", "cannot be read as settings"),
        ('who = "A\\u0000"', "who holds a NUL"),
        ('[build]\nknown = ["a\\u0000"]', "known holds a NUL"),
        (f"to = {'[' * 9_000}", "cannot be read as settings"),
        ('to = "pdf"', "'pdf' is not one of"),
    ],
)
def test_settings_that_make_no_sense_are_named(case, tmp_path, text, wrong):
    done = run("--config", written(tmp_path, text), "export", case, "-o", "-")
    assert done.exit_code == 2
    assert wrong in done.stderr


def test_quiet_leaves_results_and_errors(case, tmp_path):
    told = run("export", case, "--to", "csl", "-o", tmp_path / "a")
    assert "not in it" in told.stderr
    quiet = run("-q", "export", case, "--to", "csl", "-o", tmp_path / "b")
    assert (quiet.stdout, quiet.stderr) == (f"{tmp_path / 'b'}\n", "")
    wrong = run("-q", "show", tmp_path / "none.case")
    assert wrong.exit_code == 1
    assert "none.case" in wrong.stderr


def test_a_log_keeps_what_was_said_with_its_time_and_grows(case, tmp_path):
    log = tmp_path / "log.txt"
    for name in ("a", "b"):
        assert run("-q", "--log-file", log, "export", case, "--to", "csl", "-o", tmp_path / name).exit_code == 0
    lines = log.read_text("utf-8").splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  \S", line) for line in lines)
    assert sum("not in it: 3 claims" in line for line in lines) == 2
    assert sum(line.endswith("  end") for line in lines) == 2


def test_a_log_is_nobody_elses_file(case, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    for path in (tmp_path / "notes.txt", case):
        before = path.read_bytes()
        done = run("--log-file", path, "show", case)
        assert done.exit_code == 2
        assert "holds something else" in done.stderr
        assert path.read_bytes() == before


def test_the_root_tells_every_command_in_a_whole_sentence():
    told = run("--help").output
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(main.commands)
    assert "..." not in told.split("Options:")[1]
    for name in listed:
        assert re.search(rf"^  {name} +\S.*", told, re.MULTILINE), name
    assert isinstance(main, click.Group)


def test_the_manual_page_tells_every_command_and_option_and_no_word_is_a_request():
    told = run("manual").output
    for name, command in main.commands.items():
        assert f'.SS "rashomon {name}"' in told
        for option in command.params:
            assert not isinstance(option, click.Option) or option.opts[-1].replace("-", "\\-") in told, option.opts
    requests = {line.split()[0] for line in told.splitlines() if line.startswith((".", "'"))}
    assert told.isascii()
    assert requests == {".TH", ".SH", ".SS", ".B", ".I", ".PP", ".TP", ".nf", ".fi"}
