"""Where the reports of a story speak of: places that the bundled outlines know are drawn, all stand in the table.

The map is cut to where the places lie; a dot is as large as its place is often named.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from anyascii import anyascii
from markupsafe import Markup

from rashomon.exports.safe_text import fitted
from rashomon.language import many
from rashomon.web.desk import Desk
from rashomon.web.render import svg, tag
from rashomon.web.screens import Page

WIDE, NARROW = (1000.0, 520.0), (358.0, 320.0)
"""Sizes of the drawing, on a desk's screen and in the hand."""
Size = tuple[float, float]
Rings = Sequence[tuple[str, tuple[tuple[int, ...], ...]]]
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its entity, name, point in quarters of a degree from the north-west, and how often it is named."""

    entity: str
    name: str
    point: tuple[int, int]
    number: int


def atlas(spots: Sequence[Spot], rings: Rings, address: Callable[[str], str], size: Size = WIDE) -> Markup:
    """Draw spots over the countries around them (plate carrée)."""
    left, top, scale = _view([s.point for s in spots], size)

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - left) * scale, (y - top) * scale

    land = []
    for name, parts in rings:
        shown = [ring for ring in parts if _meets(ring, left, top, scale, size)]
        if shown:
            path = "".join(_path(ring, at) for ring in shown)
            land.append(tag("path", {"class": "land", "d": path}, tag("title", {}, name)))
    most = max(s.number for s in spots)
    dots: list[Markup] = []
    words_of: list[Markup] = []
    boxes = {s.entity: (x - 9, y - 9, x + 9, y + 9) for s in spots for x, y in [at(*s.point)]}
    labels: list[_Box] = []
    for spot in sorted(spots, key=lambda s: (-s.number, s.name)):
        x, y = at(*spot.point)
        r = 2 + size[0] / 500 + size[0] / 72 * (spot.number / most) ** 0.5
        words = f"{spot.name}: named {many(spot.number, 'time')}"
        inside = [tag("title", {}, words), tag("circle", {"cx": x, "cy": y, "r": r})]
        name = fitted(spot.name, 28)
        wide = 7.2 * len(name) + 4
        beside = ((x + r + 4, y), (x - r - 4 - wide, y), (x - wide / 2, y - r - 9), (x - wide / 2, y + r + 9))
        rooms = [(left, mid - 8, left + wide, mid + 8) for left, mid in beside]
        taken = [*labels, *(box for entity, box in boxes.items() if entity != spot.entity)]
        found = next((room for room in rooms if _inside(room, size) and not _meet(room, taken)), None)
        if found is None and spot.number * 4 >= most:  # what the reports are about is named, over a lesser dot too
            found = next((room for room in rooms if _inside(room, size) and not _meet(room, labels)), None)
        if found:
            labels.append(found)
            words_of.append(tag("text", {"x": found[0], "y": found[1] + 12}, name))
        dots.append(tag("a", {"href": address(spot.entity), "aria-label": words}, *inside))
    return svg(*size, "Places that are named", *land, *dots[::-1], *words_of, kind="atlas")


def _view(points: Sequence[tuple[int, int]], size: Size) -> tuple[float, float, float]:
    """The north-west corner and the scale at which all points lie inside, never closer than some twenty degrees."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, height = max(max(xs) - min(xs), 80) * 1.3 + 20, max(max(ys) - min(ys), 45) * 1.35 + 20
    across, down = size
    scale = min(across / width, down / height, 10)
    left = (max(xs) + min(xs)) / 2 - across / scale / 2
    top = (max(ys) + min(ys)) / 2 - down / scale / 2
    return left, top, scale


def _meets(ring: tuple[int, ...], left: float, top: float, scale: float, size: Size) -> bool:
    right, bottom = left + size[0] / scale, top + size[1] / scale
    xs, ys = ring[::2], ring[1::2]
    return min(xs) < right and max(xs) > left and min(ys) < bottom and max(ys) > top


def _path(ring: tuple[int, ...], at: Callable[[float, float], tuple[float, float]]) -> str:
    points = [at(x, y) for x, y in zip(ring[::2], ring[1::2], strict=True)]
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z"


def _inside(a: _Box, size: Size) -> bool:
    return a[0] > 0 and a[2] < size[0] and a[1] > 0 and a[3] < size[1]


def _meet(a: _Box, others: Sequence[_Box]) -> bool:
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in others)


_PREFIXES = ("Government of ", "the ")
_OTHER_NAMES = {
    "us": "united states of america",
    "u.s.": "united states of america",
    "usa": "united states of america",
    "united states": "united states of america",
    "america": "united states of america",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "bosnia": "bosnia and herz.",
    "congo": "dem. rep. congo",
    "czech republic": "czechia",
    "uae": "united arab emirates",
    "turkiye": "turkey",
    "türkiye": "turkey",
    "burma": "myanmar",
    "kiev": "kyiv",
    "gaza strip": "gaza",
    "washington, d.c.": "washington",
    "new york": "new york city",
    "st. petersburg": "saint petersburg",
}
MOST = 150


class Outlines(NamedTuple):
    """The bundled world in quarters of a degree: rings of countries; points of countries, states, towns by name."""

    rings: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]
    points: dict[str, tuple[int, int]]


@cache
def outlines() -> Outlines:
    """Give the bundled outlines (world-atlas, ISC, over Natural Earth; us-atlas, ISC; towns: GeoNames, CC BY 4.0)."""
    world = json.loads(files("rashomon.web").joinpath("data", "outlines.json").read_text("utf-8"))
    points = {_plain(name): (x, y) for name, x, y in [*world["regions"], *world["towns"]]}
    points.update({_plain(name): (x, y) for name, x, y, _ in world["countries"]})
    return Outlines(tuple((name, tuple(map(tuple, rings))) for name, _, _, rings in world["countries"]), points)


def places(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the places of a story (of the whole case where none is asked for), most named first, and their map."""
    stories = desk.stories()
    story = next((s for s in stories if s.id == asked.get("story")), None)
    rows = desk.views.places(story.id if story else "", MOST)
    spots: dict[tuple[int, int], Spot] = {}
    table = []
    for id_, name, kind, names, count, _ in rows:
        point = next((p for n in (name, *names) if (p := located(n))), None)
        table.append((id_, name, kind, count, point is not None))
        if point and (old := spots.get(point)):
            spots[point] = Spot(old.entity, old.name, point, old.number + count)
        elif point:
            spots[point] = Spot(id_, name.removeprefix("Government of "), point, count)
    drawn = [
        atlas(list(spots.values()), outlines().rings, lambda e: desk.links("entities", e), size)
        for size in (WIDE, NARROW)
        if spots
    ]
    wide, narrow = drawn or (None, None)
    named = desk.views.named(row[0] for row in table)
    return {
        "story": story,
        "stories": stories,
        "rows": [row for row in table if row[0] in named],
        "described": [row for row in table if row[0] not in named],
        "drawing": wide,
        "narrow": narrow,
    }


def _plain(name: str) -> str:
    return anyascii(name).casefold()


def located(name: str) -> tuple[int, int] | None:
    """Give the point of a country, province or town of this name, in quarters of a degree from the north-west.

    What is written small is no name: "the capital" is not the district that is called so.
    """
    whole = bare = " ".join(name.split())
    if whole.islower():
        return None
    for prefix in _PREFIXES:
        bare = bare.removeprefix(prefix)
    points = outlines().points
    keys = (_OTHER_NAMES.get(key, key) for key in map(_plain, (whole, bare)))
    return next((points[key] for key in keys if key in points), None)


PAGES = (Page("map", places, "by story"),)
