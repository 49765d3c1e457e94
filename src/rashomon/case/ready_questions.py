"""Questions about a case that are ready to be asked in SQL, for programs that open it beside us."""

from __future__ import annotations

READY_QUESTIONS: dict[str, dict[str, str]] = {
    "search": {
        "title": "Search lines, claims and people",
        "sql": "SELECT kind, id, words FROM finding_search WHERE finding_search MATCH CASE "
        "WHEN trim(:words) = '' THEN '\"\"' WHEN :words GLOB '*[^A-Za-z0-9 ]*' THEN escape_fts(:words) ELSE :words END "
        "ORDER BY rank LIMIT 200",
    },
    "most_told": {
        "title": "What most reports tell",
        "sql": "SELECT date, sentence, reports, origins_at_least, origins_at_most, said_by, story, id FROM chronicle "
        "ORDER BY reports DESC, date LIMIT 200",
    },
    "who_says": {
        "title": "Who tells one claim, and in which words",
        "sql": "SELECT outlet, stance, words, voice, report FROM claim_telling WHERE claim = :claim",
    },
    "chain": {
        "title": "The way one claim came",
        "sql": "SELECT origin, link, outlet, source, cue, name, kind, certain FROM source_chain WHERE claim = :claim "
        "ORDER BY origin, link",
    },
    "silence": {
        "title": "What an outlet does not tell",
        "sql": "SELECT claim, text FROM claim_stance WHERE stance = 'silent' AND outlet = :outlet",
    },
    "differ": {
        "title": "Both sides where accounts differ",
        "sql": "SELECT conflict.id, conflict.kind, conflict.status, conflict.strength, one.text AS one, "
        "other.text AS other FROM conflict JOIN claim AS one ON one.id = conflict.claims ->> 0 "
        "JOIN claim AS other ON other.id = conflict.claims ->> 1 ORDER BY conflict.position",
    },
    "outlets": {
        "title": "Outlets, their reports and what they take from others",
        "sql": "SELECT outlet, count(DISTINCT outlet_of.report) AS reports, count(lineage.report) AS derived "
        "FROM outlet_of LEFT JOIN lineage ON lineage.report = outlet_of.report GROUP BY outlet ORDER BY reports DESC",
    },
}
"""By name the title and the SQL; what stands behind a colon is asked for."""
