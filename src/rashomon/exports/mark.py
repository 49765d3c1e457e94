"""How many stand behind a line, in the same words on every face."""

from __future__ import annotations

from rashomon.records import Bounds


def mark(origins: Bounds, reports: int) -> str:
    """Give the mark of a line: "1 origin / 3 reports", "1–2 origins / 3 reports"."""
    least, most = origins
    span = f"{least}" if least == most else f"{least}–{most}"
    return f"{span} origin{'' if (least, most) == (1, 1) else 's'} / {reports} report{'' if reports == 1 else 's'}"
