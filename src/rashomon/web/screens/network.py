"""Who acts on whom, and who speaks of whom, in one story: the ties that most rows stand behind, listed and drawn.

Arrows lead from who acts or speaks: on a desk's screen around a ring, in the hand as bows beside a list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Any

from markupsafe import Markup

from rashomon.exports.safe_text import fitted
from rashomon.language import many
from rashomon.web.desk import Desk
from rashomon.web.render import svg, tag
from rashomon.web.screens import Page

_WIDTH, _HEIGHT = 1000, 640
_RADII = 285, 255
_LETTER = 7


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one entity acts on, or speaks of, another."""

    source: str
    target: str
    kind: str
    number: int


def ties(drawn: Sequence[Tie], names: Mapping[str, str], address: Callable[[str], str]) -> Markup:
    """Draw ties on an ellipse; the order around it keeps strong ties short."""
    ring = _ring(drawn)
    weight = _weights(drawn)
    place = {
        e: (
            _WIDTH / 2 + _RADII[0] * cos(2 * pi * i / len(ring) - pi / 2),
            _HEIGHT / 2 + _RADII[1] * sin(2 * pi * i / len(ring) - pi / 2),
        )
        for i, e in enumerate(ring)
    }
    radius = {e: 5 + 11 * (weight[e] / max(weight.values())) ** 0.5 for e in ring}
    lines = [_line(tie, place, radius) for tie in sorted(drawn, key=lambda t: t.number)]
    dots = [_dot(e, names.get(e, ""), place[e], radius[e], weight[e], address(e)) for e in ring]
    return svg(_WIDTH, _HEIGHT, "Who acts on and speaks of whom", *lines, *dots, kind="ties")


_NAMES, _STEP, _HAND = 190.0, 26.0, 358.0


def bows(drawn: Sequence[Tie], names: Mapping[str, str], address: Callable[[str], str]) -> Markup:
    """Draw the same ties in the width of a hand: who is tied stands in a list, the ties beside it."""
    ring = _ring(drawn)
    weight = _weights(drawn)
    down = {e: 16 + i * _STEP for i, e in enumerate(ring)}
    shapes = [_bow(tie, down) for tie in sorted(drawn, key=lambda t: t.number)]
    for entity in ring:
        name, y = names.get(entity, ""), down[entity]
        words = f"{name}: {many(weight[entity], 'tie')}"
        room = int((_NAMES - 12) / 7.6)
        shapes.append(
            tag(
                "a",
                {"href": address(entity), "aria-label": words, "data-node": entity},
                tag("title", {}, words),
                tag("rect", {"class": "hold", "x": 0, "y": y - 13, "width": _NAMES + 8, "height": 26}),
                tag("circle", {"cx": _NAMES, "cy": y, "r": 4 + 4 * (weight[entity] / max(weight.values())) ** 0.5}),
                tag("text", {"class": "end", "x": _NAMES - 12, "y": y + 4}, fitted(name, room)),
            )
        )
    return svg(_HAND, len(ring) * _STEP + 6, "Who acts on and speaks of whom", *shapes, kind="ties")


def _bow(tie: Tie, down: Mapping[str, float]) -> Markup:
    y1, y2 = down[tie.source], down[tie.target]
    side = 5 if tie.kind == "acts on" else -5
    x = _NAMES + 12
    out = x + min(24 + abs(y2 - y1) * 0.55, _HAND - x - 4) / 0.75
    path = f"M{x:.1f} {y1:.1f}C{out:.1f} {y1:.1f} {out:.1f} {y2 + side:.1f} {x + 6:.1f} {y2 + side:.1f}"
    head = f"M{x:.1f} {y2 + side:.1f}l8 -4v8Z"
    return tag(
        "g",
        {"class": "tie " + tie.kind.replace(" ", "-"), "data-ends": f"{tie.source} {tie.target}"},
        tag("path", {"class": "way", "d": path, "stroke-width": min(1 + tie.number**0.5 * 0.5, 4)}),
        tag("path", {"class": "head", "d": head}),
    )


def _weights(drawn: Sequence[Tie]) -> dict[str, int]:
    weight: dict[str, int] = defaultdict(int)
    for tie in drawn:
        weight[tie.source] += tie.number
        weight[tie.target] += tie.number
    return weight


def _ring(drawn: Sequence[Tie]) -> list[str]:
    """Begin with the most tied, then always the one most tied to the last few placed."""
    strength: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for tie in drawn:
        strength[tie.source][tie.target] += tie.number
        strength[tie.target][tie.source] += tie.number
    waiting = sorted(strength, key=lambda e: (-sum(strength[e].values()), e))
    ring: list[str] = waiting[:1]
    waiting = waiting[1:]
    while waiting:
        near = ring[-3:]
        following = max(
            waiting, key=lambda e: (sum(strength[e][n] * (i + 1) for i, n in enumerate(near)), -waiting.index(e))
        )
        waiting.remove(following)
        ring.append(following)
    return ring


def _line(tie: Tie, place: Mapping[str, tuple[float, float]], radius: Mapping[str, float]) -> Markup:
    (x1, y1), (x2, y2) = place[tie.source], place[tie.target]
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2
    bend = 0.25 if tie.kind == "acts on" else 0.38
    cx, cy = mx + (_WIDTH / 2 - mx) * bend + (y2 - y1) * 0.06, my + (_HEIGHT / 2 - my) * bend - (x2 - x1) * 0.06
    dx, dy = x2 - cx, y2 - cy
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    ex, ey = x2 - ux * (radius[tie.target] + 3), y2 - uy * (radius[tie.target] + 3)
    width = min(1 + tie.number**0.5 * 0.7, 6)
    path = f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {ex:.1f} {ey:.1f}"
    size = 5 + width
    head = (
        f"M{ex:.1f} {ey:.1f}L{ex - ux * size + uy * size / 2:.1f} {ey - uy * size - ux * size / 2:.1f}"
        f"L{ex - ux * size - uy * size / 2:.1f} {ey - uy * size + ux * size / 2:.1f}Z"
    )
    return tag(
        "g",
        {"class": "tie " + tie.kind.replace(" ", "-"), "data-ends": f"{tie.source} {tie.target}"},
        tag("path", {"class": "way", "d": path, "stroke-width": width}),
        tag("path", {"class": "head", "d": head}),
    )


def _dot(entity: str, name: str, at: tuple[float, float], r: float, weight: int, address: str) -> Markup:
    x, y = at
    side = 1 if x >= _WIDTH / 2 - 1 else -1
    label = {"x": x + side * (r + 5), "y": y + 4, "class": "start" if side > 0 else "end"}
    if abs(x - _WIDTH / 2) < 40:
        label = {"x": x, "y": y + (r + 15 if y > _HEIGHT / 2 else -r - 6), "class": "middle"}
    room = _WIDTH / 2 - abs(x - _WIDTH / 2) - r - 5  # from the dot to the edge, so that no label is cut by the frame
    words = f"{name}: {many(weight, 'tie')}"
    return tag(
        "a",
        {"href": address, "aria-label": words, "data-node": entity},
        tag("title", {}, words),
        tag("circle", {"cx": x, "cy": y, "r": r}),
        tag("text", label, fitted(name, min(30, int(room / _LETTER)))),
    )


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
            tie(source, target, "speaks of", a.lemma if any(map(str.isalpha, a.lemma or "")) else a.polarity)


PAGES = (Page("network", network, "by story"),)
