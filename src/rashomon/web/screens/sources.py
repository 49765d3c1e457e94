"""Who has it from whom in one story: outlets with words of their own, who only carries them, and the first voices."""

from __future__ import annotations

from typing import Any

from rashomon.web.desk import Desk
from rashomon.web.drawings.sources import KINDS, NARROW, WIDE, sources
from rashomon.web.screens import Page
from rashomon.web.whence import Outlet, Voice, Whence, whence

MOST = 120
"""Outlets, and voices, that a table holds."""


def who_from_whom(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the outlets and voices of a story, drawn and as tables."""
    story = desk.story(asked.get("story", ""))
    reports = desk.reports_of(story.id) if story else []
    told = desk.memory.kept(
        "whence", story.id if story else "", lambda: _told(desk, story.id if story else "", reports)
    )

    def outlet_at(outlet: Outlet) -> str:
        return desk.links("reports", outlet=outlet.name) if desk.links.live else desk.links("reports")

    def voice_at(voice: Voice) -> str:
        found = voice.entity and desk.entity_name(voice.entity)
        return desk.links("entities", voice.entity) if found else "#voices"

    wide, narrow = (sources(told, shape, outlet_at, voice_at) for shape in (WIDE, NARROW))
    names = {v.key: v.name for v in told.voices}
    heads = {v.key: voice_at(v) for v in told.voices[:MOST]}
    return {
        "story": story,
        "stories": desk.stories(),
        "told": told,
        "wide": wide,
        "narrow": narrow,
        "names": names,
        "heads": heads,
        "most": MOST,
        "kinds": KINDS,
        "reports": len(reports),
        "outlet_at": outlet_at,
    }


def _told(desk: Desk, story: str, reports: list[str]) -> Whence:
    within = set(reports)
    outlets = {r: desk.lookup.outlet(r) for r in desk.views.ids("report")}
    derived = [row for row in desk.views.derivations() if row.report in within]
    return whence(reports, outlets, derived, desk.views.heard(story))


PAGES = (Page("sources", who_from_whom, "by story"),)
