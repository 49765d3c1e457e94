"""What a bibliography tells of a report: title, author, outlet, day, address, day of access; no title is left empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.case import Case
from rashomon.exports.lookup import Lookup
from rashomon.exports.values_in_words import span_of_days
from rashomon.records import Reading, Report

_OPENING, _WORDS = 200, 12


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
    authors: tuple[str, ...] = ()
    accessed: tuple[int, ...] = ()


def references(case: Case) -> Iterator[Reference]:
    """Give the reference of each report, in the order of their ids."""
    lookup = Lookup(case)
    for report in case.reports:
        reading = lookup.reading(report.id)
        days = span_of_days(lookup.published(report.id) or (report.published or "")[:10])
        outlet = lookup.outlet(report.id)
        yield Reference(
            report.id,
            _title(report, reading),
            "" if outlet == report.id else " ".join(outlet.split()),
            tuple(map(int, days[0].split("-"))) if days and days[0] == days[1] else (),
            report.url or "",
            report.language or (reading.language if reading else ""),
            report.digest,
            _authors(report.author),
            _accessed(case, report.id) if report.url else (),
        )


def _title(report: Report, reading: Reading | None) -> str:
    """The headline; where a report has none, the beginning of its text."""
    told = " ".join((report.title or (reading.title if reading else None) or "").split())
    words = report.text[:_OPENING].split()
    return told or " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "") or report.id


def _authors(told: str | None) -> tuple[str, ...]:
    names = (" ".join(name.split()) for name in (told or "").split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def _accessed(case: Case, report: str) -> tuple[int, ...]:
    """The day on which it was got from its address."""
    got = case.views.got_from_address(report)
    day = span_of_days(got[:10]) if got else None
    return tuple(map(int, day[0].split("-"))) if day else ()
