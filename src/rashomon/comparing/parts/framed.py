"""Readings of a part as the whole case has them: what is known to be footers is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.comparing.lineage.footers import without_known_footers
from rashomon.comparing.parts.epoch import Epoch
from rashomon.records import Reading, Report


def framed(pairs: Iterable[tuple[Report, Reading]], epoch: Epoch) -> Iterator[tuple[Report, Reading]]:
    """Give reports and readings by what is known from all of the case."""
    for report, reading in pairs:
        yield report, without_known_footers(report, reading, epoch.is_footer)
