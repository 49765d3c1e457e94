"""Who acts on whom, and who speaks of whom, in one story: the ties that most rows stand behind."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rashomon.web.desk import Desk
from rashomon.web.drawings.ties import Tie, bows, ties
from rashomon.web.screens import Page

NODES = 20
DRAWN = 46
_REPORTS = 300
"""Reports of a story that are read for it."""


def network(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the ties of a story, strongest first, and their drawing."""
    story = desk.story(asked.get("story", ""))
    reports = desk.reports_of(story.id) if story else []
    counts: Counter[tuple[str, str, str]] = Counter()
    kinds: dict[tuple[str, str, str], Counter[str]] = {}
    for report in reports[:_REPORTS]:
        _count(desk, report, counts, kinds)
    weight: Counter[str] = Counter()
    for (source, target, _), number in counts.items():
        weight[source] += number
        weight[target] += number
    named = desk.views.named(weight)
    heavy = sorted(named, key=lambda e: (-weight[e], desk.entity_name(e), e))
    shown = set(heavy[:NODES])
    ranked = sorted(counts.items(), key=lambda p: (-p[1], p[0]))
    drawn = [
        Tie(source, target, kind, number) for (source, target, kind), number in ranked if {source, target} <= shown
    ][:DRAWN]
    names = {e: desk.entity_name(e) for e in weight}
    rows = [
        (source, names[source], kind, target, names[target], number, kinds[(source, target, kind)].most_common(3))
        for (source, target, kind), number in ranked[:150]
    ]
    return {
        "story": story,
        "stories": desk.stories(),
        "drawing": ties(drawn, names, lambda e: desk.links("entities", e)),
        "narrow": bows(drawn, names, lambda e: desk.links("entities", e)),
        "rows": [row for row in rows if {row[0], row[3]} <= named],
        "unnamed": [row for row in rows if not {row[0], row[3]} <= named],
        "left_out": max(0, len(ranked) - 150),
        "unread": max(0, len(reports) - _REPORTS),
    }


def _count(
    desk: Desk,
    report: str,
    counts: Counter[tuple[str, str, str]],
    kinds: dict[tuple[str, str, str], Counter[str]],
) -> None:
    reading = desk.lookup.reading(report)
    if reading is None:
        return
    entities = desk.entities_in(report)

    def tie(source: str | None, target: str | None, kind: str, how: str) -> None:
        if source and target and source != target:
            counts[(source, target, kind)] += 1
            kinds.setdefault((source, target, kind), Counter())[how] += 1

    for event in reading.events:
        for actor in event.actors:
            for recipient in event.recipients:
                tie(entities.get(actor), entities.get(recipient), "acts on", event.type.lower())
    named = sorted((m.start, m.end, entities[m.id]) for m in reading.mentions if m.form == "name" and m.id in entities)
    for a in reading.attributions:
        source = entities.get(a.source_mention or "")
        inside = {e for s, f in a.content for b, end, e in named if s <= b and end <= f} if source else set()
        for target in sorted(inside):
            tie(source, target, "speaks of", a.lemma or a.polarity)


PAGES = (Page("network", network, "by story"),)
