"""A story in time, in lanes: what is stated, what is only inferred, and what has no day at all."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rashomon.records import ChronicleEntry, Event
from rashomon.web.desk import Desk, dating
from rashomon.web.drawings.lanes import NARROW, WIDE, Bar, lanes
from rashomon.web.screens import Page

MOST = 300
LANES = 8


def timeline(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the lanes of a story: `by` actor (as a rule) or outlet."""
    story = desk.story(asked.get("story", ""))
    by = "outlet" if asked.get("by") == "outlet" else "actor"
    entries = desk.case.findings.lines(story.id)[:MOST] if story else []
    laned = [(entry, _lane(desk, entry, by)) for entry in entries]
    common = [lane for lane, _ in Counter(lane for _, lane in laned if lane).most_common(LANES)]
    rows = [
        Bar(
            entry.id,
            lane if lane in common else "Others",
            entry.date,
            dating(entry.date, entry.because).basis,
            " ".join(entry.title.split()),
            bool(entry.conflicts),
        )
        for entry, lane in laned
    ]

    def address(bar: Bar) -> str:
        return desk.links.line(bar.id, story.id if story else "")

    told = [(bar, dating(entry.date, entry.because)) for bar, (entry, _) in zip(rows, laned, strict=True)]
    return {
        "story": story,
        "stories": desk.stories(),
        "by": by,
        "drawing": lanes(rows, address, WIDE),
        "narrow": lanes(rows, address, NARROW),
        "rows": sorted(told, key=lambda row: (row[0].date is None, row[0].date or "")),
    }


def _lane(desk: Desk, entry: ChronicleEntry, by: str) -> str:
    """Who acts in most of the entry's events, or which outlet tells it."""
    named: Counter[str] = Counter()
    for report, id_ in entry.events[:20]:
        if by == "outlet":
            named[desk.lookup.outlet(report)] += 1
            continue
        event = desk.lookup.row((report, id_))
        if isinstance(event, Event):
            named.update(name for actor in event.actors if (name := _named(desk, report, actor)))
    return min(named, key=lambda name: (-named[name], name)) if named else ""


def _named(desk: Desk, report: str, mention: str) -> str:
    """What somebody is called who has a name; those who are only described share a lane."""
    entity, name = desk.name(report, mention)
    return name if entity and desk.bears_name(entity) else ""


PAGES = (Page("timeline", timeline, "by story"),)
