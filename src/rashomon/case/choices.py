# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""What the chronicle can be narrowed by, and how many lines that leaves: counted once, then kept as lines come and go.

Every line stands in one part, so what is left is counted part by part. Entities are counted anew wherever one of their
lines, or what is told of them, has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable

_NAMED = "json_array_length(entity.names) > 0"
_OF_ENTITIES = {
    "person": f"entity.kind = 'person' AND link.role <> 'place' AND {_NAMED}",
    "body": f"entity.kind NOT IN ('person', 'place') AND link.role <> 'place' AND {_NAMED}",
    "place": f"link.role = 'place' AND {_NAMED}",
}
_OF_LINES = {
    "type": "SELECT entry_type.type, count(*) FROM chronicle_entry AS line "
    "CROSS JOIN entry_type ON entry_type.entry = line.id WHERE {lines} GROUP BY 1",
    "outlet": "SELECT outlet_of.outlet, count(DISTINCT line.id) FROM chronicle_entry AS line "
    "CROSS JOIN entry_report ON entry_report.entry = line.id "
    "CROSS JOIN outlet_of ON outlet_of.report = entry_report.report "
    "WHERE outlet_of.outlet <> outlet_of.report AND {lines} GROUP BY 1",
    "period": "SELECT line.period, count(*) FROM chronicle_entry AS line WHERE {lines} GROUP BY 1",
}
_HERE = "line.part IN temp.now"

_Row = tuple[str, str, str, int]


def _entities(of: str = "") -> str:
    return " UNION ALL ".join(
        f"SELECT '{by}', entity.id, entity.name, count(DISTINCT link.entry) FROM entity "
        f"JOIN entry_entity AS link ON link.entity = entity.id WHERE {of}{condition} GROUP BY entity.id"
        for by, condition in _OF_ENTITIES.items()
    )


def _lines(by: str, which: str) -> str:
    asked = _OF_LINES[by].format(lines=which)
    return f"WITH found (value, lines) AS ({asked}) SELECT '{by}', value, value, lines FROM found"


ALL = " UNION ALL ".join([_entities(), *(f"SELECT * FROM ({_lines(by, '1')})" for by in _OF_LINES)])
"""All choices of a case."""


class Choices:
    """The choices of a case of which some parts are renewed: what these have is in `temp.now`, before and after."""

    def __init__(self, connection: sqlite3.Connection, moved: Iterable[str]) -> None:
        """`moved` are reports that may be another outlet's than before."""
        self._connection = connection
        asked = "SELECT 1 FROM entry_report WHERE report IN (SELECT value FROM json_each(?)) LIMIT 1"
        self._anew = connection.execute(asked, (json.dumps(sorted(moved)),)).fetchone() is not None
        self._before = self._counted()

    def _counted(self) -> Counter[tuple[str, str]]:
        """How many lines of the parts looked at each choice leaves."""
        found: Counter[tuple[str, str]] = Counter()
        for by in _OF_LINES:
            for _, value, _, lines in self._connection.execute(_lines(by, _HERE)):
                found[by, value] = lines
        return found

    def renew(self, entities: Iterable[str]) -> None:
        """Write what has changed; `entities` are those whose lines, or what is told of them, may have."""
        ask = self._connection.execute
        some = (json.dumps(sorted(entities)),)
        chosen = "SELECT value FROM json_each(?)"
        of_entities = ", ".join(f"'{by}'" for by in _OF_ENTITIES)
        gone = set(ask(f'SELECT * FROM chronicle_choice WHERE "by" IN ({of_entities}) AND value IN ({chosen})', some))
        new = set(ask(_entities(f"entity.id IN ({chosen}) AND "), some * len(_OF_ENTITIES)))
        of_lines = ", ".join(f"'{by}'" for by in _OF_LINES)
        had: dict[tuple[str, str], _Row] = {
            row[:2]: row for row in ask(f'SELECT * FROM chronicle_choice WHERE "by" IN ({of_lines})')
        }
        after = self._counted()
        now = {key: row[3] for key, row in had.items()}
        for key in after.keys() | self._before.keys():
            now[key] = now.get(key, 0) + after[key] - self._before[key]
        if self._anew:
            now = {key: n for key, n in now.items() if key[0] != "outlet"}
            now |= {(by, value): n for by, value, _, n in ask(_lines("outlet", "1"))}
        gone |= set(had.values())
        new |= {(by, value, value, n) for (by, value), n in now.items() if n > 0}
        self._connection.executemany(
            'DELETE FROM chronicle_choice WHERE "by" = ? AND value = ? AND called = ? AND lines = ?', gone - new
        )
        self._connection.executemany("INSERT INTO chronicle_choice VALUES (?, ?, ?, ?)", sorted(new - gone))
