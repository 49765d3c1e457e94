"""Reports are added here: what is being added, what came of it, and which do not say where, when or in what they are.

A language is asked for where nobody says it and the text is too short to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.engines import asks_language
from rashomon.web.background_work import Adding
from rashomon.web.desk import Desk
from rashomon.web.writes import bookmark

_ASKED = 60
"""Reports of which something is asked for at once."""
_LOOKED_AT = 200
"""Reports that came and are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A report of which the outlet, the day or the language is not known; what is known of them."""

    id: str
    title: str
    outlet: str
    published: str
    language: str
    asks_language: bool


def add(desk: Desk, adding: Adding | None, home: str) -> dict[str, Any] | None:
    """Give what is being added and what came of it, or None where nothing may be; `home` is where the pages are."""
    if not desk.editable:
        return None
    work = adding.work if adding else None
    result = work.result if work and work.finished else None
    new = list(result.new) if result else []
    asked = unsaid(desk, new)
    return {
        "adding": adding,
        "work": work,
        "result": result,
        "new": [(r, desk.title(r), desk.lookup.outlet(r)) for r in new[:_LOOKED_AT] if desk.lookup.report(r)],
        "unsaid": asked,
        "asks_language": any(one.asks_language for one in asked),
        "bookmark": bookmark(home.rstrip("/")),
    }


def unsaid(desk: Desk, reports: list[str]) -> list[Unsaid]:
    """Give those of these reports that do not say where, when or in which language they are."""
    rows = {id_: (outlet, day) for id_, outlet, day in desk.views.unsaid(reports, _ASKED)}
    found: list[Unsaid] = []
    for id_ in sorted({*rows, *reports[:_LOOKED_AT]}):
        report = desk.lookup.report(id_)
        asks = report is not None and asks_language(report)
        if report is not None and (asks or id_ in rows) and len(found) < _ASKED:
            outlet, day = rows.get(id_) or (desk.lookup.outlet(id_), report.published or "")
            known = "" if outlet == id_ else outlet
            found.append(Unsaid(id_, desk.title(id_), known, day, report.language or "", asks))
    return found
