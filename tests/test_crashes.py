"""A little of the crash matrix: the whole is `python -m benchmarks.crashes`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(shutil.which("cc") is None or sys.platform != "linux", reason="no compiler, or no preloading")
def test_nothing_is_lost_at_some_writes_of_some_jobs():
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "benchmarks.crashes", "correct", "export markdown", "export brat", "read"]
    done = subprocess.run(
        [*command, "--seconds", "12"], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 with losses" in done.stdout.splitlines()[-1]
    assert "not run" not in done.stdout
