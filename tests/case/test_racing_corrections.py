"""Corrections made at once give what they give one after another; notes cost nothing; clocks lose none."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import depot
from rashomon.case import Case, judge
from rashomon.engines import compare_again, correct
from rashomon.records import Findings
from repository import ENVIRONMENT

comparing = sys.modules["rashomon.engines.compare_again"]
AT_ONCE = 20


def made(folder: Path, name: str) -> Path:
    with Case(folder / f"{name}.case") as held:
        depot.keep(held)
    return folder / f"{name}.case"


def rows(path: Path) -> list[tuple[str, str]]:
    """Rows to reject or date anew, in a fixed order."""
    with Case(path, read_only=True) as held:
        events = [(r.report, e.id) for r in held.readings for e in r.events]
        said = [(r.report, a.id) for r in held.readings for a in r.attributions]
    return [*events, *said]


def asked(path: Path) -> list[tuple[str, str, str]]:
    """Twenty corrections: kind, row, value."""
    found = [f"{report}:{row}" for report, row in rows(path)]
    with Case(path, read_only=True) as held:
        events = {f"{r.report}:{e.id}" for r in held.readings for e in r.events}
        names = [e.id for e in held.findings.entities()]
    dated = [("re-date", row, f"2030-01-{n:02}") for n, row in enumerate((r for r in found if r in events), 1)]
    renamed = [("rename", name, f"Name {n}") for n, name in enumerate(names)]
    rejected = [("reject", row, "") for row in found if row not in events]
    told = [*dated, *renamed, *rejected][:AT_ONCE]
    assert len(told) >= 12
    return told


def judgements(path: Path):
    with Case(path, read_only=True) as held:
        return [
            judge(held, kind, [row], because="seen", value=value, when=f"2031-05-01T10:00:{n:02}.000000Z")
            for n, (kind, row, value) in enumerate(asked(path))
        ]


def outcome(path: Path) -> tuple[Findings, list[str]]:
    with Case(path, read_only=True) as held:
        assert not held.findings.stale()
        return held.findings.get(), [j.value for j in held.corrections]


@pytest.fixture
def serial(tmp_path):
    path = made(tmp_path, "serial")
    for one in judgements(path):
        with Case(path) as held:
            correct(held, [one])
    return outcome(path)


def test_at_once_by_the_api_is_as_one_after_another(tmp_path, serial):
    path = made(tmp_path, "racing")

    def keep(one) -> None:
        with Case(path) as held:
            correct(held, [one])

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(keep, judgements(path)))
    assert outcome(path) == serial


def commands(path, told):
    """Start a command that corrects `path` for each of `told`, all at once."""
    running = []
    for kind, row, value in told:
        words = [str(path), kind, row, *(["--to", value] if value else []), "--because", "seen", "--who", "A."]
        command = [sys.executable, "-m", "rashomon", "correct", *words]
        running.append(subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL))
    return running


def assert_kept_as_one_after_another(running, path, other, count):
    """All that `running` were told is kept in `path`, and `other` given it in that order has the same findings."""
    for one in running:
        said = one.communicate(timeout=300)[1]
        assert one.returncode == 0, said
    with Case(path, read_only=True) as held:
        kept = list(held.corrections)
        assert len(kept) == count
    for one in kept:
        with Case(other) as held:
            correct(held, [one])
    assert outcome(path)[0] == outcome(other)[0]


def test_at_once_by_the_command_line_is_as_one_after_another(tmp_path):
    path, other = made(tmp_path, "racing"), made(tmp_path, "serial")
    told = [(kind, row, value) for kind, row, value in asked(path)][:8]
    running = commands(path, told)
    assert_kept_as_one_after_another(running, path, other, len(told))


def test_both_faces_at_once_are_as_one_after_another(tmp_path):
    path, other = made(tmp_path, "racing"), made(tmp_path, "serial")
    told = judgements(path)
    running = commands(path, asked(path)[:3])

    def keep(one) -> None:
        with Case(path) as held:
            correct(held, [one])

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(keep, told[3:]))
    assert_kept_as_one_after_another(running, path, other, len(told))


def test_a_slow_comparison_is_never_laid_over_a_newer_one(tmp_path, monkeypatch):
    path = made(tmp_path, "slow")
    first, second = judgements(path)[:2]
    real, times = comparing.found, []

    def found(case, *more):
        findings = real(case, *more)
        if not times:
            times.append(1)
            with Case(path) as other, other.transaction():  # somebody corrects while this one compares
                other.corrections.add([second])
        return findings

    monkeypatch.setattr(comparing, "found", found)
    with Case(path) as held:
        correct(held, [first])
        assert not held.findings.stale()
        assert held.findings.get() == real(held)


def test_a_comparison_that_is_outrun_again_and_again_ends(tmp_path, monkeypatch):
    path = made(tmp_path, "busy")
    told, real = judgements(path), comparing.found

    def found(case, *more):
        findings = real(case, *more)
        if not case._connection.in_transaction and told:
            with Case(path) as other, other.transaction():
                other.corrections.add([told.pop()])
        return findings

    monkeypatch.setattr(comparing, "found", found)
    with Case(path) as held:
        correct(held, [told.pop()])
        assert held.findings.get() == real(held)


def test_a_note_and_its_undo_cost_no_comparison(tmp_path, monkeypatch):
    path = made(tmp_path, "noted")
    with Case(path) as held:
        compare_again(held)
        before = held.findings.get()
        monkeypatch.setattr(comparing, "found", lambda *_: pytest.fail("compared"))
        note = judge(held, "note", [held.findings.claim_ids()[0]], because="b", value="look again")
        assert correct(held, [note]).new == 1
        undo = judge(held, "undo", [note.id], because="b")
        assert correct(held, [undo]).new == 1
        assert correct(held, [note]).new == 0
        assert not held.findings.stale()
        assert not compare_again(held)
        assert held.findings.get() == before
        assert [c.state for c in held.corrections.standing()] == ["undone", "applied"]


def test_a_note_on_stale_findings_leaves_them_stale(tmp_path):
    path = made(tmp_path, "stale")
    first, *_ = judgements(path)
    with Case(path) as held:
        note = judge(held, "note", [held.findings.claim_ids()[0]], because="b", value="look again")
        with held.transaction():
            held.corrections.add([first])
        correct(held, [note])
        assert held.findings.stale()


def test_a_clock_that_was_put_back_loses_no_correction(tmp_path):
    path = made(tmp_path, "clock")
    with Case(path) as held:
        name = next(e.id for e in held.findings.entities() if e.names)
        mine = judge(held, "rename", [name], because="b", value="From the future", when="2199-01-01T00:00:00.000000Z")
        correct(held, [mine])
        later = judge(held, "rename", [name], because="b", value="From now")
        assert later.when > mine.when
        correct(held, [later])
        assert {c.judgement.value: c.state for c in held.corrections.standing()} == {
            "From the future": "overruled",
            "From now": "applied",
        }
