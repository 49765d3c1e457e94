"""Reads a lexicon: every entry a tuple of its tab-parted columns, in file order, comments left out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the entries of `lexicons/{name}.txt`; columns left empty at the end of a line are dropped.

    Raises FileNotFoundError where there is no such lexicon.
    """
    lines = files("rashomon.lexicons").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(tuple(line.rstrip().split("\t")) for line in lines if line.strip() and not line.startswith("#"))
