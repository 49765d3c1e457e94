# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""In which tables findings stand, and what link tables, lists and words to search are written from them.

The JSON columns hold the records whole; the link tables are written from them and nowhere else.
"""

from __future__ import annotations

from typing import Any, Literal

from rashomon.case.choices import ALL as ALL_CHOICES
from rashomon.case.row import Row, row
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Lineage, Series, Story

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
