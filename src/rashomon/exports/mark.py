"""How many stand behind a line, in the same words on every face."""

from __future__ import annotations

from rashomon.exports.bounds import bounds
from rashomon.records import Bounds


def mark(origins: Bounds, reports: int) -> str:
    """Give the mark of a line: "1 voice / 3 reports", "1–2 voices / 3 reports"; a voice is an independent origin."""
    return f"{bounds(origins)} voice{'' if origins == (1, 1) else 's'} / {reports} report{'' if reports == 1 else 's'}"
