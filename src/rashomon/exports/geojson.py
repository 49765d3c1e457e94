"""The places of a case as GeoJSON, each with what is said to have happened there and who stands behind it.

A geometry is null where it is not known, and rashomon knows none by itself: a point that a name alone would give is
often the wrong town. `precision` says so, and names are there to be matched with a gazetteer of your own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.case import Case
from rashomon.exports.corrected import Corrected
from rashomon.exports.deeds import Deeds, Party
from rashomon.exports.ledger import Ledger

LOSSES = {
    "lines and claims without a place": "left out and named in the loss report",
    "coordinates": "null, `precision: unknown`: no gazetteer is bundled",
    "offsets and quotations": "`--to annotations` holds them; ids are the same",
    "voices": "how many independent origins there are is told; `--to findings` names them",
}


def geojson(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one FeatureCollection: a feature a place, in the order of the entities, its lines in that of the days."""
    found = case.findings.get()
    deeds, corrected = Deeds(case, found), Corrected(case)
    places = {e.id: _feature(e.id, e.name, list(e.names), e.kind) for e in found.entities if e.kind == "place"}
    texts = {c.id: c.text for c in found.claims}
    for entry in found.chronicle:
        deed = deeds.of(entry)
        if deed is None or not deed.places:
            ledger.lose("line", entry.id, "it has no place")
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
    collection = {"type": "FeatureCollection", "features": list(places.values())}
    yield json.dumps(collection, ensure_ascii=False, indent=1)
    yield "\n"


def _key(place: Party) -> str:
    return place.entity.id if place.entity else f"name:{place.name}"


def _feature(id_: str, name: str, names: list[str], kind: str) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "names": names, "kind": kind, "precision": "unknown", "lines": []}
    return {"type": "Feature", "id": id_, "geometry": None, "properties": told}
