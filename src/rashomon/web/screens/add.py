"""Reports are added here: what is being added, what came of it, and which do not say where or when they are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.web.background_work import Adding
from rashomon.web.desk import Desk
from rashomon.web.writes import bookmark

_ASKED = 60
"""Reports whose outlet or day is asked for at once."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A report of which the outlet or the day is not known; what is known of them."""

    id: str
    title: str
    outlet: str
    published: str


def add(desk: Desk, adding: Adding | None, home: str) -> dict[str, Any] | None:
    """Give what is being added and what came of it, or None where nothing may be; `home` is where the pages are."""
    if not desk.editable:
        return None
    work = adding.work if adding else None
    result = work.result if work and work.finished else None
    new = list(result.new) if result else []
    return {
        "adding": adding,
        "work": work,
        "result": result,
        "new": [(r, desk.title(r), desk.lookup.outlet(r)) for r in new[:200] if desk.lookup.report(r)],
        "unsaid": unsaid(desk, new),
        "bookmark": bookmark(home.rstrip("/")),
    }


def unsaid(desk: Desk, reports: list[str]) -> list[Unsaid]:
    """Give those of these reports that do not say where or when they are from."""
    rows = desk.views.unsaid(reports, _ASKED)
    return [Unsaid(id_, desk.title(id_), "" if outlet == id_ else outlet, day) for id_, outlet, day in rows]
