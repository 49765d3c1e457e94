"""Which of several places is the first: what the earliest report tells, so that later reports take no name away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rashomon.comparing.days import days
from rashomon.records import Evidence, Reading


class Firsts:
    """Tells which of several reports, or of places in them, comes first: by day of printing, then by id."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._day = {r: d[0] for r, one in readings.items() if (d := days(one.published.value))}

    def key(self, report: str, *place: int) -> tuple[date, str, tuple[int, ...]]:
        """Give what reports and their places are put in order by; those of no known day come last."""
        return self._day.get(report, date.max), report, place

    def of(self, places: Iterable[Evidence]) -> Evidence:
        """Give the first of some places."""
        return min(places, key=lambda e: self.key(*e))


def first_of(readings: Mapping[str, Reading]) -> tuple[str, date | None]:
    """Give the first of some reports, and its day where it is known."""
    day, report, _ = min(map(Firsts(readings).key, readings))
    return report, None if day == date.max else day
