"""Which row answers to an id that no row bears any more: the one that a place tells by which the id was made.

An id is made of the first place of its row (`row_name`). A row that was joined to another, or of which an earlier
report tells by now, still has that place among its own; of whom one mention was rejected is the name that it bore, as
the machine had read it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable

from rashomon.records.row_name import claim_name, conflict_name, entity_name, line_name, series_name, story_name

_ID = re.compile(r"([knsefx])-[0-9a-f]{10}")
_ROWS = {
    "claims": "SELECT claim.id, one.value ->> 'report', one.value ->> 'start', one.value ->> 'end' "
    "FROM claim JOIN json_each(claim.tellings) AS one ORDER BY claim.position",
    "chronicle": "SELECT line.id, one.value ->> 'report', one.value ->> 'start', one.value ->> 'end' "
    "FROM chronicle_entry AS line JOIN entry_claim ON entry_claim.entry = line.id "
    "JOIN claim ON claim.id = entry_claim.claim JOIN json_each(claim.tellings) AS one ORDER BY line.position",
    "entities": 'SELECT entity, report, start, "end" FROM ('
    'SELECT 0 AS turn, link.entity, own.report, own.start, own."end" FROM entity_mention AS link '
    "JOIN mention AS own ON own.report = link.report AND own.id = link.mention UNION ALL "
    'SELECT 1, entity.id, own.report, own.start, own."end" FROM mention AS own '
    "JOIN chain ON chain.report = own.report AND chain.id = own.chain JOIN entity ON entity.name = chain.name "
    "UNION ALL SELECT 2, entity.id, kept.report, own.value ->> 'start', own.value ->> 'end' "
    "FROM machine_reading AS kept, json_each(kept.layers, '$.mentions') AS own, "
    "json_each(kept.layers, '$.chains') AS line "
    "JOIN entity ON entity.name = line.value ->> 'name' WHERE line.value ->> 'id' = own.value ->> 'chain' "
    ") ORDER BY turn, entity",
    "stories": "SELECT story, report FROM story_report",
    "conflicts": "SELECT conflict.id, one.value ->> 0, one.value ->> 1, one.value ->> 2, "
    "other.value ->> 0, other.value ->> 1, other.value ->> 2 "
    "FROM conflict, json_each(conflict.sides, '$[0].evidence') AS one, "
    "json_each(conflict.sides, '$[1].evidence') AS other ORDER BY conflict.position",
    "series": "SELECT series.id, one.value ->> '$.evidence[0]', one.value ->> '$.evidence[1]', "
    "one.value ->> '$.evidence[2]', one.value ->> '$.value[0]', one.value ->> '$.value[1]' "
    "FROM series, json_each(series.points) AS one ORDER BY series.position",
}
_NAMES: dict[str, tuple[str, Callable[..., str]]] = {
    "claims": ("k", lambda r, s, e: claim_name((r, s, e))),
    "chronicle": ("e", lambda r, s, e: line_name(claim_name((r, s, e)))),
    "entities": ("n", lambda r, s, e: entity_name(r, (s, e))),
    "stories": ("s", story_name),
    "conflicts": ("x", lambda r, s, e, r2, s2, e2: conflict_name((r, s, e), (r2, s2, e2))),
    "series": ("f", lambda r, s, e, low, high: series_name((r, s, e), (low, high))),
}


def answering(connection: sqlite3.Connection, kind: str, wanted: str) -> str | None:
    """Give the id of the row of this kind that answers to `wanted`, which no row bears; None where none does."""
    letter, name = _NAMES.get(kind, ("", str))
    match = _ID.fullmatch(wanted)
    if match is None or match[1] != letter:
        return None
    rows: Iterable[tuple[str, ...]] = connection.execute(_ROWS[kind])
    return next((row for row, *place in rows if name(*place) == wanted), None)
