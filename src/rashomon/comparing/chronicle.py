"""The chronicle: one dated, sourced line an event, its words taken from a report, in the order of the days.

Every event claim is one entry. The date is the one that most origins support, with the narrowest bounds; without a
dated row the entry stays undated. What came long before the story's own days is background, what is only planned,
threatened or demanded lies ahead; denied events have no line of their own but a conflict at the line they deny.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Literal

from rashomon.comparing.conflicts.concerned import concerned
from rashomon.comparing.days import days
from rashomon.comparing.extract import Extract, extract
from rashomon.comparing.propositions import Proposition
from rashomon.records import ChronicleEntry, Claim, Conflict, Member, Reading, Report, Story

_BACKGROUND = timedelta(days=45)
_CORRECTED = "corrected by "
_WRITTEN = ("clause:", "sentence:", "known-event:")
_SHORTEST, _READABLE = 30, 260
_Period = Literal["background", "story", "ahead"]


def chronicle(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    stories: Sequence[Story],
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    propositions: Sequence[Proposition],
) -> tuple[ChronicleEntry, ...]:
    """Lay the event claims out as entries, dated ones first in the order of their days, undated ones last."""
    by_member = {p.member: p for p in propositions}
    story_of = {report: s for s in stories for report in s.reports}
    marks = concerned(claims, conflicts, propositions)
    entries = []
    for claim in claims:
        if not claim.because.startswith(("event:happened", "event:ahead")):
            continue
        members = [by_member[m] for m in claim.members]
        told = {
            p.member: extract(p.event, readings[p.member[0]], reports[p.member[0]].text) for p in members if p.event
        }
        best = max(members, key=lambda p: _worth(p, told[p.member], readings[p.member[0]]))
        start, end = told[best.member].span
        story = story_of.get(best.member[0])
        when = _date(members)
        entries.append(
            ChronicleEntry(
                id=f"e-{blake2b(claim.id.encode(), digest_size=5).hexdigest()}",
                date=when,
                title=" ".join(reports[best.member[0]].text[start:end].split()),
                events=claim.members,
                claims=(claim.id,),
                independent_origins=claim.independent_origins,
                conflicts=marks.get(claim.id, ()),
                story=story.id if story else "",
                evidence=(best.member[0], start, end),
                period=_period(claim, when, members),
                because=f"{claim.because}; date: {_basis(members, when)}",
            )
        )
    return tuple(sorted(entries, key=lambda e: (e.date is None, _first(e.date), e.story, e.id)))


def _first(value: str | None) -> str:
    known = days(value)
    return known[0].isoformat() if known else ""


def _worth(p: Proposition, told: Extract, reading: Reading) -> tuple[bool, bool, bool, bool, bool, int, Member]:
    """How well a row speaks for the entry: a sentence of the body of a readable length, dated, early in its report.

    Reports tell first what they are about; of what is long past, the sentence that names its day tells most.
    """
    start, end = told.span
    event = p.event
    past = event.date if event is not None and event.historical else None
    return (
        told.in_body and told.begins and told.ends,
        told.begins,
        _SHORTEST <= end - start <= _READABLE,
        event is not None and event.date is not None,
        past is not None and any(start <= t.start and t.end <= end and t.value == past for t in reading.times),
        -start,
        p.member,
    )


def _date(members: Sequence[Proposition]) -> str | None:
    """The date that most reports give; of equals the narrowest, then the earliest.

    A person's word goes before, then a time written beside the event before one that is worked out.
    """
    for basis in (_CORRECTED, _WRITTEN):
        if told := [p for p in members if p.event and p.event.date_basis.startswith(basis)]:
            members = told
            break
    said = Counter(d for _, d in sorted({(p.member[0], p.event.date) for p in members if p.event and p.event.date}))
    known = [(d, n, span) for d, n in said.items() if (span := days(d))]
    if not known:
        return None
    narrow = min(known, key=lambda k: (_support(k[2], known), k[2][1] - k[2][0], k[0]))
    return narrow[0]


def _support(span: tuple[date, date], known: Sequence[tuple[str, int, tuple[date, date]]]) -> int:
    return -sum(n for _, n, other in known if other[0] <= span[1] and span[0] <= other[1])


def _basis(members: Sequence[Proposition], when: str | None) -> str:
    for p in members:
        if p.event and p.event.date == when and (when or p.event.date_basis.startswith(_CORRECTED)):
            return f"{p.member[0]}: {p.event.date_basis or 'dated there'}"
    return "no row is dated"


def _period(claim: Claim, when: str | None, members: Sequence[Proposition]) -> _Period:
    if claim.because.startswith("event:ahead"):
        return "ahead"
    known = days(when)
    told = [p.said[0] for p in members if p.said]
    if any(p.event and p.event.historical for p in members) or (known and told and min(told) - known[1] > _BACKGROUND):
        return "background"
    return "story"
