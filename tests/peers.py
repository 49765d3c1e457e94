"""Programs that are no Python: how the tests call them, and that they are skipped where they are not installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_NODE = Path(__file__).parent / "peers_of_node"


def of_node(script: str, *words: str, given: bytes) -> str:
    """Give what a script of `peers_of_node` says of `given` on its standard input."""
    node = shutil.which("node")
    if node is None or not (_NODE / "node_modules").is_dir():
        pytest.skip("no Node, or nothing installed for it: npm install --prefix tests/peers_of_node")
    return subprocess.run(
        [node, script, *words], cwd=_NODE, input=given, capture_output=True, check=True
    ).stdout.decode()


def beside_python(program: str) -> str:
    """Give the path of a program that came with a package."""
    found = shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)
    if found is None:
        pytest.skip(f"no {program}")
    return found
