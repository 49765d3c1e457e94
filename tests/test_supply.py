"""The pinned set with its digests, and what is told of licences."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest
from benchmarks.supply import hashed, licence, licences


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
