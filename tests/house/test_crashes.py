"""A slice of the crash matrix, every job in it: the whole is `python -m benchmarks.crashes`."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from repository import ENVIRONMENT, ROOT

SECONDS, SEED = 300, 18
JOBS = 32


@pytest.mark.skipif(shutil.which("cc") is None or sys.platform != "linux", reason="no compiler, or no preloading")
def test_nothing_is_lost_at_some_writes_of_every_job():
    command = [sys.executable, "-m", "benchmarks.crashes", "--seconds", str(SECONDS), "--seed", str(SEED)]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True, timeout=6 * SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    *jobs, all_ = done.stdout.splitlines()
    assert all_.endswith(" points, 0 with losses"), all_
    assert len(jobs) == JOBS
    assert int(all_.split(" ")[0].replace(",", "")) >= JOBS
    assert "not run" not in done.stdout
