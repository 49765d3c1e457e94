"""What a bibliography tells of a report: title, author, outlet, day, address, day of access; no title is left empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.case import Case
from rashomon.exports.in_words import span_of_days
from rashomon.exports.lookup import Lookup
from rashomon.language import lexicon, listed
from rashomon.records import Reading, Report

_OPENING, _WORDS = 200, 12
_GIVEN, _LONGEST = 2, 6


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a report: a person by family name and given names, or whole in `family` where it may be no person."""

    family: str
    given: str = ""
    particle: str = ""


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
    authors: tuple[Writer, ...] = ()
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


def _authors(told: str | None) -> tuple[Writer, ...]:
    names = (" ".join(name.split()) for name in (told or "").split(";"))
    return tuple(dict.fromkeys(_writer(name) for name in names if name))


def _writer(name: str) -> Writer:
    """Part a person's name, told by a given name that stands where given names do: "Jane van der Berg", "Doe, Jane"."""
    family, comma, given = name.partition(", ")
    if comma:
        words = given.split()
        is_one = words and len(words) <= _GIVEN and "," not in given and words[0].casefold() in _given_names()
        return Writer(family, given) if is_one else Writer(name)
    words = name.split()
    are_names = all(word[0].isupper() or word in _particles() for word in words)
    if not 1 < len(words) <= _LONGEST or words[0].casefold() not in _given_names() or not are_names:
        return Writer(name)
    at = next((n for n, word in enumerate(words[1:-1], 1) if word in _particles()), len(words) - 1)
    last = next((n for n in range(at, len(words)) if words[n] not in _particles()), len(words) - 1)
    return Writer(" ".join(words[last:]), " ".join(words[:at]), " ".join(words[at:last]))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.casefold() for name, *_ in lexicon("given_names"))


@cache
def _particles() -> frozenset[str]:
    return listed("name_particles", "nobiliary", "son")


def _accessed(case: Case, report: str) -> tuple[int, ...]:
    """The day on which it was got from its address."""
    got = case.views.got_from_address(report)
    day = span_of_days(got[:10]) if got else None
    return tuple(map(int, day[0].split("-"))) if day else ()
