"""Between which days a report must have been published, by what its own text says is past or still to come."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.records import Publication, Region


def bounded(text: str, regions: Iterable[Region]) -> Publication:
    """Give the bounds."""
    return Publication(None, "unknown", because="nothing-tells")
