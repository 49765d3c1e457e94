"""Search over everything: chronicle lines, claims, entities and the reports themselves."""

from __future__ import annotations

from typing import Any

from rashomon.web.desk import Desk

MOST = 20


def search(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give what holds every word of the question `q`, as it stands there; reports best first."""
    query = asked.get("q", "")[:300]
    words = [w for w in query.replace("\0", " ").split() if w][:12]
    shown: dict[str, Any] = {"query": query, "lines": [], "claims": [], "entities": [], "reports": []}
    if not words:
        return shown
    holds = " AND ".join(["{0} LIKE ? ESCAPE '\\'"] * len(words))
    likes = ["%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%" for w in words]

    def found(columns: str, table: str, column: str) -> list[tuple[Any, ...]]:
        return desk.ask(
            f"SELECT {columns} FROM {table} WHERE {holds.format(column)} ORDER BY position LIMIT ?",  # noqa: S608
            *likes,
            MOST,
        )

    shown["lines"] = found("id, date, title, story", "chronicle_entry", "title")
    shown["claims"] = found("id, text", "claim", "text")
    shown["entities"] = found("id, name, kind, json_array_length(mentions)", "entity", "name || ' ' || names")
    shown["reports"] = [
        (report, desk.lookup.outlet(report), desk.title(report), _marked(excerpt))
        for report, excerpt in desk.case.reports.search(query, MOST)
    ]
    return shown


def _marked(excerpt: str) -> list[tuple[str, bool]]:
    """Part an excerpt at the brackets that the search puts around what it found: words, and whether found."""
    parts: list[tuple[str, bool]] = []
    for i, piece in enumerate(excerpt.split("[")):
        inside, bracket, rest = piece.partition("]")
        if i and bracket:
            parts += [(inside, True), (rest, False)]
        else:
            parts.append((f"[{piece}" if i else piece, False))
    return [(words, hit) for words, hit in parts if words]
