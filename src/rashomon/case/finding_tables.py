# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""In which tables findings stand, and what link tables, lists and words to search are written from them.

The JSON columns hold the records whole; the link tables are written from them and nowhere else. What they hold of an
entity's mentions is read back here too, with the names that their chains bear, so that some can stand for it or leave
it.

What the chronicle can be narrowed by, and how many lines that leaves, is counted once, then kept as lines come and go.
Every line stands in one part, so what is left is counted part by part. Entities are counted anew wherever one of their
lines, or what is told of them, has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.case.row import Row, row
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Lineage, Member, Series, Story

_HAS_A_NAME = "json_array_length(entity.names) > 0"
_OF_ENTITIES = {
    "person": f"entity.kind = 'person' AND link.role <> 'place' AND {_HAS_A_NAME}",
    "body": f"entity.kind NOT IN ('person', 'place') AND link.role <> 'place' AND {_HAS_A_NAME}",
    "place": f"link.role = 'place' AND {_HAS_A_NAME}",
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


ALL_CHOICES = " UNION ALL ".join([_entities(), *(f"SELECT * FROM ({_lines(by, '1')})" for by in _OF_LINES)])
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


_OWNER = ("position",)
FindingKind = Literal["entities", "lineage", "stories", "claims", "conflicts", "chronicle", "series"]
KINDS: dict[FindingKind, Row[Any]] = {
    "entities": row(Entity, "entity", _OWNER),
    "lineage": row(Lineage, "lineage", _OWNER),
    "stories": row(Story, "story", _OWNER),
    "claims": row(Claim, "claim", _OWNER),
    "conflicts": row(Conflict, "conflict", _OWNER),
    "chronicle": row(ChronicleEntry, "chronicle_entry", _OWNER, linked=("story",)),
    "series": row(Series, "series", _OWNER),
}
_PAIR = "json_extract(pair.value, '$[0]'), json_extract(pair.value, '$[1]')"
_NAMED = {c: c for c in ("claim", "conflict", "entity", "report", "story")} | {"entry": "chronicle_entry"}
"""Which table a column of a link names a row of."""


def _there(columns: str, source: str) -> str:
    """The rows of `source` that name rows which are there, as foreign keys ask."""
    named = [column for column in columns.split(", ") if column in _NAMED]
    kept = " AND ".join(f"{column} IN (SELECT id FROM {_NAMED[column]})" for column in named)
    return f"SELECT * FROM (WITH link ({columns}) AS ({source}) SELECT * FROM link WHERE {kept})"


LINKS = {
    "entity_mention": _there(
        "report, mention, entity", f"SELECT {_PAIR}, entity.id FROM entity, json_each(entity.mentions) AS pair"
    ),
    "story_report": _there("report, story", "SELECT pair.value, story.id FROM story, json_each(story.reports) AS pair"),
    "claim_member": _there(
        "claim, report, row", f"SELECT claim.id, {_PAIR} FROM claim, json_each(claim.members) AS pair"
    ),
    "claim_origin": "SELECT claim.id, one.key, one.value ->> 'kind', one.value ->> 'name', one.value ->> 'key', "
    "one.value ->> 'certain', one.value -> 'chain', one.value ->> 'because' "
    "FROM claim, json_each(claim.origins) AS one",
    "conflict_claim": _there(
        "claim, conflict", "SELECT pair.value, conflict.id FROM conflict, json_each(conflict.claims) AS pair"
    ),
    "entry_claim": _there(
        "entry, claim", "SELECT entry.id, pair.value FROM chronicle_entry AS entry, json_each(entry.claims) AS pair"
    ),
    "entry_report": _there(
        "entry, report",
        "SELECT entry.id, json_extract(pair.value, '$[0]') "
        "FROM chronicle_entry AS entry, json_each(entry.events) AS pair "
        "UNION SELECT entry_claim.entry, claim_member.report FROM entry_claim JOIN claim_member USING (claim) "
        "UNION SELECT entry_claim.entry, json_extract(pair.value, '$[0]') "
        "FROM entry_claim JOIN claim ON claim.id = entry_claim.claim, json_each(claim.evidence) AS pair "
        "UNION SELECT entry.id, json_extract(entry.evidence, '$[0]') "
        "FROM chronicle_entry AS entry WHERE entry.evidence IS NOT NULL",
    ),
}
_PARTIES = (("actor", "event.actors"), ("recipient", "event.recipients"), ("place", "json_array(event.place)"))


def _parties(owner: str, rows: str) -> str:
    """Who takes part in the events behind rows of `owner`, an (id, report, row) each."""
    return " UNION ".join(
        f"SELECT {owner}.id, entity_mention.entity, '{role}' FROM {rows} "  # CROSS: in this order, each by its index
        f"CROSS JOIN event ON event.report = pair.report AND event.id = pair.row "
        f"CROSS JOIN json_each({mentions}) AS party "
        "CROSS JOIN entity_mention ON entity_mention.report = event.report AND entity_mention.mention = party.value"
        for role, mentions in _PARTIES
    )


_MEMBERS = "(SELECT claim AS id, report, row FROM claim_member) AS pair"
_EVENTS = (
    "(SELECT entry.id, json_extract(one.value, '$[0]') AS report, json_extract(one.value, '$[1]') AS row "
    "FROM chronicle_entry AS entry, json_each(entry.events) AS one) AS pair"
)
BROWSED = {
    "entry_entity (entry, entity, role)": _parties("pair", _EVENTS),
    "entry_type (entry, type)": f"SELECT DISTINCT pair.id, event.type FROM {_EVENTS} "
    "JOIN event ON event.report = pair.report AND event.id = pair.row",
    "claim_entity (claim, entity, role)": f"{_parties('pair', _MEMBERS)} "
    f"UNION SELECT pair.id, entity_mention.entity, 'source' FROM {_MEMBERS} "
    "JOIN attribution ON attribution.report = pair.report AND attribution.id = pair.row "
    "JOIN entity_mention ON entity_mention.report = attribution.report "
    "AND entity_mention.mention = attribution.source_mention",
    "entry_order (position)": "SELECT entry.position FROM chronicle_entry AS entry "
    "LEFT JOIN story ON story.id = entry.story "
    "ORDER BY story.position IS NULL, story.position, entry.date IS NULL, entry.position",
    'chronicle_choice ("by", value, called, lines)': ALL_CHOICES,
    "finding_search (kind, id, words)": "SELECT 'chronicle', id, title FROM chronicle_entry "
    "UNION ALL SELECT 'claim', id, text FROM claim "
    "UNION ALL SELECT 'entity', id, name || coalesce(' · ' || "
    "(SELECT group_concat(value, ' · ') FROM json_each(names) WHERE value <> entity.name), '') "
    "FROM entity WHERE json_array_length(names) > 0",
}


@dataclass(frozen=True, slots=True)
class Borne:
    """A mention of an entity with the names of its chain."""

    member: Member
    named: bool
    names: tuple[str, ...]


def borne(connection: sqlite3.Connection, entity: str) -> list[Borne]:
    """Give the mentions of an entity that are read, with the names that their chains bear, in the order of reports.

    A mention that a judgement made, for a source that it names, is none that another could rest on.
    """
    rows: Iterable[Any] = connection.execute(
        "SELECT mention.report, mention.id, mention.form, chain.names FROM entity_mention AS link "
        "JOIN mention ON mention.report = link.report AND mention.id = link.mention "
        "LEFT JOIN chain ON chain.report = mention.report AND chain.id = mention.chain "
        "LEFT JOIN machine_reading AS machine ON machine.report = mention.report "
        "WHERE link.entity = ? AND (machine.layers -> '$.mentions' IS NULL OR mention.id IN "
        "(SELECT own.value ->> 'id' FROM json_each(machine.layers, '$.mentions') AS own)) "
        "ORDER BY mention.report, mention.position",
        (entity,),
    )
    return [
        Borne((report, row), form == "name", tuple(" ".join(n.split()) for n in json.loads(names or "[]")))
        for report, row, form, names in rows
    ]


def standing_for(mentions: Iterable[Borne], name: str, most: int) -> list[Member]:
    """Give a few mentions by which an entity is known again: named ones first, its own name first, report by report."""
    ranked = sorted(mentions, key=lambda b: (not b.named, name not in b.names, b.member))
    chosen: dict[str, Member] = {}
    for one in ranked:
        chosen.setdefault(one.member[0], one.member)
        if len(chosen) == most:
            break
    return list(chosen.values())
