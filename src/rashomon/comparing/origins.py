"""The chain from a row back to the first voice that could know (to be built)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.records import Entity, Lineage, Member, Origin, Reading


def origins(
    readings: Mapping[str, Reading], entities: Sequence[Entity], lineage: Sequence[Lineage]
) -> dict[Member, Origin]:
    """Give the origin of every attribution and event."""
    found: dict[Member, Origin] = {}
    for report, reading in readings.items():
        for row in [a.id for a in reading.attributions] + [e.id for e in reading.events]:
            found[report, row] = Origin("outlet", report, ((report, row),), report)
    return found
