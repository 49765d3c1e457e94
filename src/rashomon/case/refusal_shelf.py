"""Every input that was left out is here, with its reason, until the same input is taken in after all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from rashomon.records import Refusal

_COMPARING = "comparing"
"""What stands for a reader where a report was read and is not compared."""


class RefusalShelf:
    """What was left out of a case, and why, in the order of the inputs' names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM refusal").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Refusal]:
        rows = self._connection.execute("SELECT input, reason, advice FROM refusal ORDER BY input, report").fetchall()
        return (Refusal(*r) for r in rows)

    def keep(self, refusal: Refusal, report: str = "", reader: str = "") -> None:
        """Store why an input was left out; `report` and `reader` where it was stored but could not be read."""
        said = map(_escaped, (refusal.input, refusal.reason, refusal.advice))
        self._connection.execute(
            "INSERT OR REPLACE INTO refusal (input, reason, advice, report, reader) VALUES (?, ?, ?, ?, ?)",
            (*said, report, reader),
        )

    def leave_out(self, refusal: Refusal, report: str) -> None:
        """Store why `report`, which was read, is not compared."""
        self.keep(refusal, report, _COMPARING)

    def left_out(self) -> dict[str, Refusal]:
        """Give the reports that are not compared, each with why."""
        rows = self._connection.execute(
            "SELECT report, input, reason, advice FROM refusal WHERE reader = ? ORDER BY report", (_COMPARING,)
        )
        return {report: Refusal(*why) for report, *why in rows}

    def compare_all(self) -> None:
        """Forget why reports were not compared."""
        self._connection.execute("DELETE FROM refusal WHERE reader = ?", (_COMPARING,))

    def drop(self, *, source: str | None = None, report: str | None = None) -> None:
        """Forget why `source` gave no report, now that it did, or why `report` was not read, now that it is."""
        if source is not None:
            self._connection.execute("DELETE FROM refusal WHERE input = ? AND report = ''", (_escaped(source),))
        if report:
            self._connection.execute("DELETE FROM refusal WHERE report = ?", (report,))


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
