"""The pinned set with its digests, and what is told of licences."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution

import pytest
from benchmarks.supply import hashed, licence, licences

from repository import ROOT


def package(name, **info):
    return {"metadata": {"name": name, "version": "1"}, "download_info": {"url": "https://index.example/x", **info}}


def test_a_pin_bears_its_digest_and_no_address():
    told = hashed(
        [
            package("Zeta", archive_info={"hashes": {"sha256": "ab"}}),
            package("alpha", archive_info={"hashes": {"sha256": "cd"}}),
            package("rashomon", dir_info={}),
        ]
    )
    assert told == ["alpha==1 --hash=sha256:cd", "Zeta==1 --hash=sha256:ab"]


@pytest.mark.parametrize("info", [{}, {"archive_info": {}}, {"archive_info": {"hashes": {"md5": "ab"}}}])
def test_a_package_without_a_digest_is_no_pin(info):
    with pytest.raises(SystemExit):
        hashed([package("alpha", **info)])


def test_every_package_that_is_needed_tells_its_licence():
    rows = licences()[2:]
    assert any(row.startswith("| spacy |") for row in rows)
    assert not [row for row in rows if "not told" in row]
    assert licence(distribution("click")) == "BSD-3-Clause"


def _pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().splitlines()
    told = (line.removesuffix("\\").strip().partition("==") for line in lines if "==" in line and line[0] != "#")
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, _, version in told}


def test_what_is_installed_by_its_digests_is_what_the_tests_ran_with():
    hashed_pins, pins = _pins("constraints-hashed.txt"), _pins("constraints.txt")
    assert hashed_pins.items() <= pins.items()
    needed = {row.split(" | ")[0].removeprefix("| ").lower() for row in licences()[2:]}
    assert needed - {"colorama"} <= hashed_pins.keys()  # which Windows alone needs
    assert "setuptools" in hashed_pins


def test_what_builds_the_package_is_pinned_too():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    pins = _pins("constraints.txt")
    assert asked
    assert not [one for one in asked if one.partition("==")[2] != pins[one.partition("==")[0]]]


def test_every_pin_bears_digests_and_no_line_an_address():
    text = (ROOT / "constraints-hashed.txt").read_text()
    pins = [part for part in re.split(r"(?m)^(?=[a-z])", text) if part[:1] not in "#"]
    assert len(pins) > 60
    assert not [pin for pin in pins if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", pin)]
    held = "".join(line for line in text.splitlines() if not line.startswith("#"))
    assert not re.search(r"://|--(?:extra-)?index|--find|--trusted", held)
    assert "://" not in text
