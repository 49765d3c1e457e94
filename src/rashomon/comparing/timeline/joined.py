"""Eventualities that tell one thing are one: same word, role and standing, somebody else in common, a day in common.

Where one names nobody else, both must be of one day that the text gives. What is undated and did not happen (denied,
planned, demanded, supposed) must be told within a week instead. What is speech is one only where its sentence is:
somebody says many things on one day. One sentence in several reports tells one thing, and so does a noun that returns
in one report with the same day ("the visit").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.comparing.days import days
from rashomon.comparing.stem import stem
from rashomon.records import Eventuality, Member, Reason, Span

_SHORT = timedelta(days=7)
_DAY = timedelta(days=1)

PRINTED = frozenset({"published", "published-between"})
"""Bases of what has no day but that of its report."""


@dataclass(frozen=True, slots=True)
class Part:
    """The row, the entity's role in it, who else takes part (entity ids, else words), its day and its sentence.

    `told` is the last day on which its report can have told it, `words` the sentence in single spaces.
    """

    member: Member
    row: Eventuality
    role: Literal["agent", "patient"]
    others: frozenset[str]
    date: str | None
    basis: Reason
    told: str | None
    sentence: Span
    words: str


def joined(parts: Iterable[Part]) -> list[list[Part]]:
    """Group the parts that tell one thing; groups and members stand in the order of `parts`.

    Two parts are one where what one seeks the other offers, so that the cost does not grow with the size of a group.
    """
    groups: list[list[Part]] = []
    offered: dict[tuple[str, ...], int] = {}
    for part in parts:
        what = (part.role, stem(part.row.lemma), _standing(part))
        common = [(*what, *key) for key in _keys(part)]
        day = (*what, "on", part.date or "") if _has_day_of_its_own(part) else None
        bare = (*day, "bare") if day else None
        sought = [*common, *(key for key in (bare if part.others else day,) if key)]
        home = min((offered[key] for key in sought if key in offered), default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(part)
        for key in (*common, day, None if part.others else bare):
            if key:
                offered.setdefault(key, home)
    return groups


def _standing(part: Part) -> str:
    return "asserted" if part.row.modality == "attributed" else part.row.modality


def _keys(part: Part) -> Iterator[tuple[str, ...]]:
    """Give what another part may share: its sentence, its noun and day in one report, or somebody else at a time."""
    yield "sentence", part.words, *sorted(part.others)
    if part.row.tense == "NONE":
        yield "noun", part.member[0], part.date or ""
    if part.row.kind != "REPORTING":
        for moment in _moments(part):
            yield from (("with", moment, other) for other in sorted(part.others))


def _has_day_of_its_own(part: Part) -> bool:
    known = days(part.date)
    single = known is not None and known[0] == known[1]
    return single and part.row.kind != "REPORTING" and part.basis.rule not in PRINTED


def _moments(part: Part) -> Iterator[str]:
    """Give the days of a short period, the date itself of a long one; undated and not yet so, days near the telling."""
    known = days(part.date)
    if known is None:
        told = days(part.told) if _standing(part) != "asserted" else None
        if told is not None:
            yield from (f"told {day}" for day in _each(told[1], told[1] + _SHORT - _DAY))
    elif known[1] - known[0] <= _SHORT:
        yield from _each(*known)
    else:
        yield part.date or ""


def _each(first: date, last: date) -> Iterator[str]:
    return (str(first + n * _DAY) for n in range((last - first).days + 1))
