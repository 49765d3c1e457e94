"""The places of a case as GeoJSON, each with what is said to have happened there and who stands behind it.

A geometry is null where it is not known, `precision` then `unknown`. A point comes from a gazetteer by the name alone
(the command asks the outlines of the pages' map); what it is good for is told in `precision`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from rashomon.case import Case
from rashomon.exports.deeds import Deeds, Party
from rashomon.exports.in_words import Corrected
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format

_PRECISION = "by the name alone, to a quarter of a degree"
_ATTRIBUTION = "Countries: Natural Earth (public domain). Towns: GeoNames (CC BY 4.0)."


def geojson(
    case: Case, ledger: Ledger, located: Callable[[str], tuple[float, float] | None] = lambda name: None
) -> Iterator[str]:
    """Give one FeatureCollection: a feature a place, in the order of the entities, its lines in that of the days.

    `located` gives the longitude and latitude of a name in degrees, None where it knows none.
    """
    found = case.findings.get()
    deeds, corrected = Deeds(case, found), Corrected(case)
    sites = [e for e in found.entities if e.kind == "place"]
    places = {e.id: _feature(e.id, e.name, list(e.names), e.kind) for e in sites if e.names}
    texts = {c.id: c.text for c in found.claims}
    for entry in found.chronicle:
        deed = deeds.of(entry)
        if deed is None or not deed.places:
            ledger.lose("line", entry.id, "no place is told")
            continue
        ledger.carry(c for c in entry.claims if c in texts)
        line = {
            "id": entry.id,
            "date": entry.date,
            "sentence": " ".join(entry.title.split()),
            "period": entry.period,
            "type": deed.event.type,
            "independent_origins": list(entry.independent_origins),
            "reports": case.findings.behind(entry.id),
            "claims": [{"id": c, "text": texts[c]} for c in entry.claims if c in texts],
            "conflicts": list(entry.conflicts),
            "corrected_by": list(corrected.of(entry.events, entry.because)),
        }
        for place in deed.places:
            key = _key(place)
            if key not in places:
                places[key] = _feature(key, place.name, [place.name], place.kind)
            places[key]["properties"]["lines"].append(line)
    for e in sites:
        if e.id not in places:
            ledger.lose("place", e.id, "no name of its own, and no line there", e.name)
    for feature in places.values():
        told = feature["properties"]
        point = next((p for n in (told["name"], *told["names"]) if (p := located(n))), None)
        if point:
            feature["geometry"] = {"type": "Point", "coordinates": list(point)}
            told["precision"] = _PRECISION
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": list(places.values())}
    if any(f["geometry"] for f in places.values()):
        collection["attribution"] = _ATTRIBUTION
    yield json.dumps(collection, ensure_ascii=False, indent=1)
    yield "\n"


def _key(place: Party) -> str:
    return place.entity.id if place.entity else f"name:{place.name}"


def _feature(id_: str, name: str, names: list[str], kind: str) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "names": names, "kind": kind, "precision": "unknown", "lines": []}
    return {"type": "Feature", "id": id_, "geometry": None, "properties": told}


FORMAT = Format(
    suffix="geojson",
    what="places, with what is said to have happened there",
    opens="QGIS, Leaflet, kepler.gl",
    checked="geojson",
    write=geojson,
    takes=("located",),
    lost="no event or line of it has a place",
    losses={
        "lines and claims without a place": "left out and named in the loss report",
        "places without a name (“the area”) where no line is": "left out and named in the loss report",
        "where a place is exactly": "a point is that of the country, province or town of its name, to a quarter degree",
        "offsets and quotations": "`--to annotations` holds them; ids are the same",
        "corrections of a place's name": "the name is as corrected; those of an event stand in its line",
        "voices": "how many independent origins there are is told; `--to findings` names them",
    },
)
