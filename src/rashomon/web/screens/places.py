"""Where the reports of a story speak of: places that the bundled outlines know are drawn, all stand in the table."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from rashomon.web.desk import Desk
from rashomon.web.drawings.atlas import NARROW, WIDE, Spot, atlas
from rashomon.web.screens import Page

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
    points = {name.casefold(): (x, y) for name, x, y in [*world["regions"], *world["towns"]]}
    points.update({name.casefold(): (x, y) for name, x, y, _ in world["countries"]})
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
    return {"story": story, "stories": stories, "rows": table, "drawing": wide, "narrow": narrow}


def located(name: str) -> tuple[int, int] | None:
    """Give the point of a country, American state or town of this name, in quarters of a degree from the north-west."""
    bare = " ".join(name.split())
    for prefix in _PREFIXES:
        bare = bare.removeprefix(prefix)
    key = bare.casefold()
    return outlines().points.get(_OTHER_NAMES.get(key, key))


PAGES = (Page("map", places, "by story"),)
