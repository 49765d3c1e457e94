"""What Datasette is told of a case: titles, what is searched and faceted, and questions that are ready to be asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rashomon.case.ready_questions import READY_QUESTIONS

_TABLES: dict[str, dict[str, Any]] = {
    "chronicle": {
        "title": "Chronicle",
        "description": "What is said to have happened, a line each, with how many independent origins say so.",
        "facets": ["period", "story"],
        "size": 50,
    },
    "claim_telling": {
        "title": "Who tells what",
        "description": "A row a claim and place of a report that says, denies or hedges it.",
        "facets": ["outlet", "stance"],
    },
    "claim_stance": {
        "title": "Stances of outlets",
        "description": "A row a claim and outlet: says, denies, hedges, or is silent.",
        "facets": ["outlet", "stance"],
    },
    "source_chain": {
        "title": "The way each claim came",
        "description": "A row a link, from the report's own words (link 0) towards the first voice.",
    },
    "claim_origin": {
        "title": "Who stands behind each claim",
        "description": "A row a claim and origin; the way it came, link by link, is in source_chain.",
        "facets": ["kind", "certain"],
    },
    "report": {
        "title": "Reports",
        "fts_table": "report_search",
        "fts_pk": "number",
        "label_column": "title",
        "facets": ["outlet", "language"],
        "sort": "number",
        "size": 20,
    },
    "entity": {"title": "People, bodies and places", "label_column": "name", "facets": ["kind"], "sort": "position"},
    "claim": {"title": "Claims", "label_column": "text", "facets": ["kind"], "sort": "position", "size": 20},
    "chronicle_entry": {"title": "Lines of the chronicle", "label_column": "title", "sort": "position", "size": 20},
    "conflict": {"title": "Where accounts differ", "facets": ["kind", "status"], "sort": "position"},
    "story": {"title": "Stories", "label_column": "title", "sort": "position"},
    "lineage": {"title": "What derives from what", "facets": ["relation", "basis"]},
    "series": {"title": "Figures in time", "label_column": "what", "sort": "position"},
    "judgement": {"title": "Corrections", "facets": ["kind", "who"]},
}
_HIDDEN = (
    "article",
    "carrier",
    "chronicle_choice",
    "claim_entity",
    "claim_member",
    "conflict_claim",
    "entity_mention",
    "entry_claim",
    "entry_entity",
    "entry_order",
    "entry_report",
    "entry_type",
    "feed",
    "feed_entry",
    "finding_search",
    "original",
    "pointed",
    "report_search",
    "round",
    "setting",
    "story_report",
    "text_digest",
    "told_conflict",
    "told_report",
    "told_statement",
)
PLUGINS = Path(__file__).parent / "datasette_plugins"
"""The folder of what Datasette runs beside: cells that name a row lead to it."""
SETTINGS = {"suggest_facets": "off", "sql_time_limit_ms": "5000", "default_page_size": "50"}
"""Facets are told here; looking for others costs a page half a second."""


def datasette_metadata(name: str) -> dict[str, Any]:
    """Give the metadata of a case that Datasette shows as the database `name`."""
    hidden = {table: {"hidden": True} for table in _HIDDEN}
    return {
        "title": name,
        "description": "A case of rashomon: what many reports say, who says so, and through whom.",
        "databases": {name: {"tables": {**hidden, **_TABLES}, "queries": READY_QUESTIONS}},
    }
