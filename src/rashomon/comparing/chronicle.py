"""The chronicle: one dated, sourced line an event, its words taken from a report, in the order of the days.

Every event claim is one entry. The date is the one that most origins support, with the narrowest bounds; without a
dated row the entry stays undated. What came long before the story's own days is background, what is only planned,
threatened or demanded lies ahead; denied events have no line of their own but a conflict at the line they deny.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Literal

from rashomon.comparing.days import days
from rashomon.comparing.overlaps import overlaps
from rashomon.comparing.propositions import Proposition
from rashomon.records import ChronicleEntry, Claim, Conflict, Member, Reading, Report, Span, Story

_BACKGROUND = timedelta(days=45)
_LONGEST = 220
_SHORTEST = 40
_PAUSE = re.compile(r"[,;:](?= )|(?= [–—-] )|[“”\"](?=[ ,.;]|$)|(?<= )[“\"]|(?= (?:and|but|after|while|although) )")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+\b[^()\n]{0,40}(?:\([^)\n]{2,40}\) ?)?[-–—] ")
_JOINT = re.compile(r"(?:[^\w“\"‘'(]+|(?:and|but|after|while|although|which|who|that|as well as)\s)+")
_CORRECTED = "corrected by "
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
    marks = _marks(claims, conflicts)
    entries = []
    for claim in claims:
        if not claim.because.startswith(("event:happened", "event:ahead")):
            continue
        members = [by_member[m] for m in claim.members]
        best = max(members, key=lambda p: _worth(p, readings[p.member[0]]))
        story = story_of.get(best.member[0])
        when = _date(members)
        entries.append(
            ChronicleEntry(
                id=f"e-{blake2b(claim.id.encode(), digest_size=5).hexdigest()}",
                date=when,
                title=" ".join(reports[best.member[0]].text[slice(*_line(best, reports))].split()),
                events=claim.members,
                claims=(claim.id,),
                independent_origins=claim.independent_origins,
                conflicts=marks.get(claim.id, ()),
                story=story.id if story else "",
                evidence=(best.member[0], *_line(best, reports)),
                period=_period(claim, when, members),
                because=f"{claim.because}; date: {_basis(members, when)}",
            )
        )
    return tuple(sorted(entries, key=lambda e: (e.date is None, _first(e.date), e.story, e.id)))


def _marks(claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> Mapping[str, tuple[str, ...]]:
    """For each claim the conflicts of it, or of a claim that rests on the same words, in their order."""
    near = overlaps(claims)
    marked: dict[str, dict[str, None]] = defaultdict(dict)
    for conflict in conflicts:
        for side in conflict.claims:
            for claim in near[side]:
                marked[claim][conflict.id] = None
    return {claim: tuple(of) for claim, of in marked.items()}


def _first(value: str | None) -> str:
    known = days(value)
    return known[0].isoformat() if known else ""


def _worth(p: Proposition, reading: Reading) -> tuple[bool, bool, bool, int, Member]:
    """How well a row speaks for the entry: body text, own voice, dated, and a sentence of a readable length."""
    start, end = _sentence(p)
    in_body = not any(r.start < end and start < r.end for r in reading.regions)
    return (
        in_body and 30 <= end - start <= _LONGEST,
        p.event is not None and p.event.modality == "asserted",
        p.event is not None and p.event.date is not None,
        -abs((end - start) - 130),
        p.member,
    )


def _sentence(p: Proposition) -> Span:
    return p.event.evidence if p.event else p.spans[0]


def _line(p: Proposition, reports: Mapping[str, Report]) -> Span:
    """The sentence, or where it is long the pauses-bound part of it that holds the event and reads on its own."""
    text = reports[p.member[0]].text
    start, end = _sentence(p)
    dateline = _DATELINE.match(text, start, end)
    if dateline and dateline.end() <= p.spans[0][0]:
        start = dateline.end()
    if end - start <= _LONGEST:
        return start, end
    low, high = p.spans[0]
    pauses = [start, *(m.end() for m in _PAUSE.finditer(text, start, end)), end]
    first = max((x for x in pauses if x <= low), default=start)
    last = min((x for x in pauses if x >= high), default=end)
    for wider in sorted((x for x in pauses if x > last), key=lambda x: x):
        if wider - first > _LONGEST or last - first >= 2 * _SHORTEST:
            break
        last = wider
    joint = _JOINT.match(text, first, last)
    first = joint.end() if joint else first
    while last > first and text[last - 1] in " ,;:—–-":
        last -= 1
    return first, last


def _date(members: Sequence[Proposition]) -> str | None:
    """The date that most reports give; of equals the narrowest, then the earliest. A person's word goes before."""
    members = [p for p in members if p.event and p.event.date_basis.startswith(_CORRECTED)] or members
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
