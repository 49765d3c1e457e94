"""The sheets of a workbook of a case: for each the question that its rows answer, columns in the order of its heads."""

from __future__ import annotations

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
