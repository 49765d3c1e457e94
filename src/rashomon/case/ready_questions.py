"""Questions about a case, ready to be asked in SQL: by programs that open it beside us, or for a workbook's sheets.

Of a workbook, each sheet is the question that its rows answer, columns in the order of its heads.
"""

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


SHEETS = {
    "Chronicle": (
        "SELECT date, sentence, origins_at_least, origins_at_most, reports, said_by, period, conflicts, story, id "
        "FROM chronicle"
    ),
    "Claims": (
        "SELECT text, kind, independent_origins ->> 0, independent_origins ->> 1, "
        "(SELECT group_concat(name, '; ') FROM (SELECT DISTINCT name FROM claim_origin "
        "WHERE claim_origin.claim = claim.id ORDER BY name)), silent_outlets, id FROM claim ORDER BY position"
    ),
    "Who tells what": ('SELECT outlet, stance, words, text, report, start, "end", claim FROM claim_telling'),
    "Where accounts differ": (
        "SELECT one.text, other.text, conflict.kind, conflict.status, conflict.strength, conflict.because, "
        "conflict.id FROM conflict JOIN claim AS one ON one.id = conflict.claims ->> 0 "
        "JOIN claim AS other ON other.id = conflict.claims ->> 1 ORDER BY conflict.position"
    ),
    "People, bodies, places": (
        "SELECT name, kind, (SELECT group_concat(value, '; ') FROM json_each(names) WHERE value <> name), "
        "json_array_length(mentions), "
        "(SELECT count(DISTINCT report) FROM entity_mention WHERE entity = entity.id), id "
        "FROM entity ORDER BY json_array_length(mentions) DESC, position"
    ),
    "Figures": (
        "SELECT what, one.value ->> '$.as_of', one.value ->> '$.value[0]', one.value ->> '$.value[1]', "
        "one.value ->> '$.evidence[0]', one.value ->> '$.voice', series.id "
        "FROM series, json_each(series.points) AS one ORDER BY series.position, one.key"
    ),
    "Reports": (
        "SELECT coalesce(reading.published, report.published), outlet_of.outlet, "
        "coalesce(report.title, reading.title), report.url, report.author, "
        "(SELECT group_concat(coalesce(lineage.origin, '?') || ' (' || lineage.relation || ')', '; ') FROM lineage "
        "WHERE lineage.report = report.id), report.id FROM report JOIN outlet_of ON outlet_of.report = report.id "
        "LEFT JOIN reading ON reading.report = report.id ORDER BY 1 NULLS LAST, report.id"
    ),
}
