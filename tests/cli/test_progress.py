"""How long work goes is told step by step: each by its own pace, and what was broken off is said to go on."""

from __future__ import annotations

import sys

import pytest

import harbour
from rashomon.cli.messages import GOING_ON, Pace, progress
from rashomon.engines import build


@pytest.mark.parametrize(
    ("seconds", "done", "total", "told", "why"),
    [
        (10, 50, 100, "10 s left", "as long again as it took"),
        (600, 10, 100, "90 min left", "more than a minute and a half is minutes"),
        (3600, 1, 100, "99.0 h left", "more than a hundred minutes is hours"),
        (10, 0, 100, "", "nothing is done"),
        (10, 100, 100, "", "all is done"),
        (10, 5, None, "", "how many there are is not known"),
    ],
)
def test_the_time_left_is_that_of_the_step(seconds, done, total, told, why):
    now = [1000.0]
    pace = Pace(lambda: now[0])
    now[0] += 500
    assert pace.enter("reading")
    now[0] += seconds
    assert pace.left(done, total) == told, why
    assert pace.words(3000) == f"{3000 / seconds:,.0f} words/s"
    assert not pace.enter("reading")
    assert pace.enter("comparing")
    assert pace.words(3000) == "", "only reading reads words"


def test_steps_and_a_build_that_goes_on_are_told_in_plain_lines(capsys):
    with progress() as told:
        told(GOING_ON, 1, None, 0)
        told(GOING_ON, 1200, None, 0)
        told("reading", 0, 4, 0)
        told("reading", 4, 4, 100)
        told("comparing", 0, 4000, 100)
        told("comparing", 40, 4000, 100)
    lines = capsys.readouterr().err.splitlines()
    assert lines[:2] == [
        "going on with 1 report that was here and not yet read",
        "going on with 1,200 reports that were here and not yet read",
    ]
    assert lines[2].startswith("reading 4 of 4 reports")
    assert lines[3:] == ["comparing 0 of 4,000 reports"], "the next line comes after ten seconds"


def test_reports_that_a_build_left_unread_are_told(tmp_path, monkeypatch):
    from rashomon.case import Case

    monkeypatch.setattr(sys.modules["rashomon.engines.engine"], "in_process", lambda reports, model: iter(()))
    steps = []
    with Case(tmp_path / "x.case") as case:
        first = harbour.REPORTS[:1]
        build(case, first, model="m", progress=lambda *told: steps.append(told))
        assert GOING_ON not in {step for step, *_ in steps}
        build(case, harbour.REPORTS[1:2], model="m", progress=lambda *told: steps.append(told))
    assert (GOING_ON, 1, None, 0) in steps
