"""The timeline of one entity: what it is said to do and undergo, each thing once, in the order of the days.

A row is dated by its sentence, else by the event of the chronicle that the same word tells; else what is said to have
happened stands at the day of its report, which is the latest that it can be. The same reports in any order give the
same timeline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from rashomon.comparing.days import days
from rashomon.comparing.timeline.forms import forms
from rashomon.comparing.timeline.joined import joined
from rashomon.comparing.timeline.meant import meant
from rashomon.comparing.timeline.part import PRINTED, Part
from rashomon.comparing.timeline.takers import Takers
from rashomon.records import NO_DAY, Entity, Eventuality, Member, Reading, Reason, Report, Span, Timeline, TimelineEntry

_HAPPENED = frozenset({"asserted", "attributed"})


def timeline(
    name: str, reports: Mapping[str, Report], readings: Mapping[str, Reading], entities: Iterable[Entity]
) -> Timeline:
    """Give the timeline of whoever or whatever is called `name`, from the reports that are in both mappings."""
    known = tuple(entities)
    found = meant(name, known)
    entity_of = {member: e.id for e in known for member in e.mentions}
    wanted = frozenset(e.id for e in found)
    named = frozenset(e.id for e in known if e.names)
    spelt = "" if name in wanted else name
    parts: list[Part] = []
    for report in sorted(readings.keys() & reports.keys()):
        text, reading = reports[report].text, readings[report]
        parts += _parts(spelt, wanted, text, reading, Takers(text, reading, entity_of, named))
    entries = [_entry(group) for group in joined(parts)]
    return Timeline(name, found, tuple(sorted(entries, key=_place)))


def _parts(name: str, wanted: Set[str], text: str, reading: Reading, takers: Takers) -> Iterator[Part]:
    """Give the eventualities of one report in which the entity takes part."""
    written = _written(name, text)
    redated = {e.trigger[0]: e for e in reading.events if e.date is not None}

    def takes(head: Span) -> bool:
        return takers.entity(head) in wanted or _around(written, head) is not None

    for row in reading.eventualities:
        does = [takes(head) for head in row.agents]
        undergoes = [takes(head) for head in row.patients]
        if any(does) or any(undergoes):
            taking = zip((*row.agents, *row.patients), (*does, *undergoes), strict=True)
            others = frozenset(takers.called(head) for head, own in taking if not own) - {""}
            event = redated.get(row.start)
            date, basis = (event.date, event.date_basis) if event else _date(row, reading)
            word = (row.start, row.end)
            sentence = _around(reading.sentences, word) or word
            yield Part(
                (reading.report, row.id),
                row,
                "agent" if any(does) else "patient",
                others,
                date,
                basis,
                reading.published.latest or (reading.published.value or "")[:10] or None,
                sentence,
                " ".join(text[slice(*sentence)].split()),
            )


def _written(name: str, text: str) -> list[Span]:
    wanted = "|".join(re.escape(form) for form in forms(name))
    return [m.span() for m in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text, re.IGNORECASE)] if wanted else []


def _date(row: Eventuality, reading: Reading) -> tuple[str | None, Reason]:
    earlier = row.tense == "PAST" and row.aspect.startswith("PERFECTIVE")  # "had left": before what the report tells
    if row.date is not None or row.modality not in _HAPPENED or earlier or row.date_basis.rule == "not-of":
        return row.date, row.date_basis
    published = reading.published
    if published.value is not None:
        return published.value[:10], Reason("published")
    if published.earliest is not None and published.latest is not None:
        return f"{published.earliest}/{published.latest}", Reason("published-between")
    return None, NO_DAY


def _around(spans: Sequence[Span], inner: Span) -> Span | None:
    """Give the span that holds `inner`, of spans in text order that do not overlap."""
    at = bisect_right(spans, inner[0], key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 and inner[1] <= spans[at][1] else None


def _entry(group: list[Part]) -> TimelineEntry:
    best = min(group, key=_worth)
    known = days(best.date)
    told = best.basis.rule in PRINTED
    latest = known[1].isoformat() if known else best.told if best.row.modality in _HAPPENED else None
    return TimelineEntry(
        date=best.date,
        date_basis=best.basis,
        earliest=None if known is None or told else known[0].isoformat(),
        latest=latest,
        role=best.role,
        word=best.row.lemma,
        modality=best.row.modality,
        evidence=(best.member[0], *best.sentence),
        members=tuple(p.member for p in group),
        because=best.row.because,
    )


def _worth(part: Part) -> tuple[bool, bool, int, str, Member]:
    """Own date before the report's, narrow before wide, of reports' days the first, then the order of the reports."""
    known = days(part.date)
    told = part.basis.rule in PRINTED
    width = (known[1] - known[0]).days if known else 0
    return part.date is None, told, width, (part.date or "") if told else "", part.member


def _place(entry: TimelineEntry) -> tuple[bool, str, str, str, int, str]:
    known = days(entry.date)
    first, last = (known[0].isoformat(), known[1].isoformat()) if known else ("", "")
    return known is None, first, last, entry.evidence[0], entry.evidence[1], entry.members[0][1]
