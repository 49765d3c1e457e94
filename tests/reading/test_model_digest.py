"""A model that was changed since it was published is not loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rashomon.reading.read import DEFAULT_MODEL, as_published

loading = sys.modules["rashomon.reading.read"]  # the room gives its function of that name


def test_the_installed_model_is_the_published_one():
    as_published(DEFAULT_MODEL)


def test_any_other_model_is_loaded_as_it_is():
    for name in ("no_such_model", "./folder", "json", "../x"):
        as_published(name)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda folder: (folder / "weights").write_bytes(b"other"), "other bytes"),
        (lambda folder: (folder / "more.py").write_text("x = 1"), "a file beside"),
        (lambda folder: (folder / "weights").rename(folder / "waits"), "another name"),
    ],
)
def test_a_changed_model_is_refused(tmp_path: Path, monkeypatch, change, why):
    folder = tmp_path / "made_up_model"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "weights").write_bytes(b"some")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(loading, "version", lambda name: "1")
    monkeypatch.setattr(loading, "KNOWN", {("made_up_model", "1"): loading.digest(folder)})
    as_published("made_up_model")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_bytes(b"compiled")
    as_published("made_up_model")
    change(folder)
    with pytest.raises(OSError, match="published"):
        as_published("made_up_model")
    assert "made_up_model" not in sys.modules, why
