"""What models of the user's own pointed at: what the findings follow, and every answer that was ever paid for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from rashomon.case.restore import restore
from rashomon.records import Pointed


class PointedShelf:
    """What was pointed at, story by story, in the order in which it was asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Pointed, ...]:
        """Give what the findings follow."""
        rows = self._connection.execute("SELECT answer FROM pointed ORDER BY position")
        return tuple(restore(Pointed, json.loads(answer)) for (answer,) in rows)

    def digest(self) -> str:
        """Give the digest of what the findings follow, "" where nothing was pointed at."""
        rows = self._connection.execute("SELECT answer FROM pointed ORDER BY position").fetchall()
        return blake2b("\n".join(a for (a,) in rows).encode()).hexdigest() if rows else ""

    def keep(self, pointed: Iterable[Pointed]) -> None:
        """Follow `pointed` in place of whatever was pointed at in the same reports. Call inside a transaction."""
        new = list(pointed)
        asked = frozenset(report for p in new for report in p.reports)
        rows = [p for p in self.all() if asked.isdisjoint(p.reports)] + new
        self._connection.execute("DELETE FROM pointed")
        self._connection.executemany(
            "INSERT INTO pointed (position, answer) VALUES (?, ?)",
            [(n, json.dumps(asdict(p), separators=(",", ":"))) for n, p in enumerate(rows)],
        )

    def drop(self) -> None:
        """Follow the rules alone; answers stay, so that pointing again costs nothing. Call inside a transaction."""
        self._connection.execute("DELETE FROM pointed")

    def answers(self, model: str) -> dict[str, dict[str, Any]]:
        """Give what `model` answered before: rows by part, by the digest of the question."""
        rows = self._connection.execute("SELECT digest, answer FROM pointing_answer WHERE model = ?", (model,))
        return {digest: json.loads(answer) for digest, answer in rows}

    def remember(self, digest: str, model: str, day: str, answer: dict[str, Any], tokens: tuple[int, int]) -> None:
        """Keep an answer under the digest of its question. Call inside a transaction."""
        self._connection.execute(
            "INSERT OR REPLACE INTO pointing_answer VALUES (?, ?, ?, ?, ?, ?)",
            (digest, model, day, json.dumps(answer, separators=(",", ":")), *tokens),
        )
