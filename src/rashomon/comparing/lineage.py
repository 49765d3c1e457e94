"""Which report derives from what (to be built)."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.records import Lineage, Reading, Report


def lineage(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> tuple[Lineage, ...]:
    """Give what each report derives from: another report of the case, or an outlet that it credits."""
    return ()
