"""What a bibliography tells of a report: title, outlet, day, address; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.case import Case
from rashomon.exports.lookup import Lookup
from rashomon.exports.span_of_days import span_of_days


@dataclass(frozen=True, slots=True)
class Reference:
    """One report. `date` is (year), (year, month) or (year, month, day); "" and () where not known."""

    report: str
    title: str
    outlet: str
    date: tuple[int, ...]
    url: str
    language: str
    digest: str


def references(case: Case) -> Iterator[Reference]:
    """Give the reference of each report, in the order of their ids."""
    lookup = Lookup(case)
    for report in case.reports:
        reading = lookup.reading(report.id)
        days = span_of_days(lookup.published(report.id) or (report.published or "")[:10])
        outlet = lookup.outlet(report.id)
        yield Reference(
            report.id,
            " ".join((report.title or (reading.title if reading else None) or "").split()),
            "" if outlet == report.id else " ".join(outlet.split()),
            tuple(map(int, days[0].split("-"))) if days and days[0] == days[1] else (),
            report.url or "",
            report.language or (reading.language if reading else ""),
            report.digest,
        )
