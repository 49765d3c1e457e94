"""What models of the user's own said of conflicts, one word a conflict and model; gone when the conflict is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from rashomon.records import Opinion


class OpinionShelf:
    """Opinions, in the order of conflict and model."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Opinion]:
        """Give every opinion on a conflict that stands."""
        rows = self._connection.execute(
            "SELECT conflict, choice, model FROM opinion WHERE conflict IN (SELECT id FROM conflict) "
            "ORDER BY conflict, model"
        )
        return [Opinion(*row) for row in rows]

    def on(self, conflicts: Iterable[str]) -> list[Opinion]:
        """Give the opinions on the conflicts of these ids."""
        rows = self._connection.execute(
            "SELECT conflict, choice, model FROM opinion WHERE conflict IN (SELECT value FROM json_each(?)) "
            "ORDER BY conflict, model",
            (json.dumps(list(conflicts)),),
        )
        return [Opinion(*row) for row in rows]

    def keep(self, opinion: Opinion) -> None:
        """Store an opinion in place of the model's former one on the same conflict. Call inside a transaction."""
        self._connection.execute(
            "INSERT OR REPLACE INTO opinion (conflict, model, choice) VALUES (?, ?, ?)",
            (opinion.conflict, opinion.model, opinion.choice),
        )
