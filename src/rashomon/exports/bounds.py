"""At least and at most, in as few characters as can be."""

from __future__ import annotations

from rashomon.records import Bounds


def bounds(told: Bounds) -> str:
    """Give "2" where both are one, else "1–3"."""
    least, most = told
    return f"{least}" if least == most else f"{least}–{most}"
