"""Every outlet of a story says, denies or leaves open a claim, or is silent on it; silence needs a chance to speak.

A stance is told by the rows of the claim and by those of a claim that a conflict of denial sets against it. Silent is
an outlet of the same story that published on or after the first day on which the claim was told; one whose last
report came before could not have told it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.comparing.propositions import Proposition
from rashomon.records import Claim, Conflict, Member, Reading, Report, Stance, StanceKind, Story

_LISTED = 24


def stances(
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
    propositions: Sequence[Proposition],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    stories: Sequence[Story],
) -> tuple[Claim, ...]:
    """Give `claims` with their stances and silences; an outlet without a name goes by the id of its report."""
    by_member = {p.member: p for p in propositions}
    outlet = {i: r.outlet or (readings[i].outlet if i in readings else None) or i for i, r in reports.items()}
    last = {p.member[0]: p.said[1].toordinal() for p in propositions if p.said}
    first = {p.member[0]: p.said[0].toordinal() for p in propositions if p.said}
    rooms = [_Room.of(story, outlet, last) for story in stories]
    room_of = {report: room for story, room in zip(stories, rooms, strict=True) for report in story.reports}
    denials = _denials(claims, conflicts, by_member)
    found = []
    for claim in claims:
        taken = _taken(claim, denials.get(claim.id, ()), by_member, outlet)
        spoken = {s.outlet for s in taken}
        silent: list[str] = []
        for room in dict.fromkeys(room_of[m[0]] for m in claim.members if m[0] in room_of):
            told = [first[m[0]] for m in claim.members if m[0] in first and room_of.get(m[0]) is room]
            silent += [name for name in room.since(min(told, default=0)) if name not in spoken]
        named = sorted(set(silent))
        found.append(replace(claim, stances=taken, silent=tuple(named[:_LISTED]), silent_outlets=len(named)))
    return tuple(found)


@dataclass(frozen=True, eq=False)
class _Room:
    """The outlets of one story, by the day of their last report in it."""

    days: tuple[int, ...]
    outlets: tuple[str, ...]

    @staticmethod
    def of(story: Story, outlet: Mapping[str, str], last: Mapping[str, int]) -> _Room:
        latest: dict[str, int] = {}
        for report in story.reports:
            if report in outlet:
                name = outlet[report]
                latest[name] = max(latest.get(name, 0), last.get(report, 1 << 30))
        by_day = sorted((day, name) for name, day in latest.items())
        return _Room(tuple(day for day, _ in by_day), tuple(name for _, name in by_day))

    def since(self, day: int) -> tuple[str, ...]:
        """The outlets whose last report is of `day` or later, or of a day that is not known."""
        return self.outlets[bisect_left(self.days, day) :]


def _denials(
    claims: Sequence[Claim], conflicts: Sequence[Conflict], by_member: Mapping[Member, Proposition]
) -> dict[str, list[tuple[StanceKind, Claim, str]]]:
    """For each claim those that a denial sets against it, with what their rows then say of it.

    Two texts that deny each other's words are each denied by the other; where one claim's rows themselves deny what
    its text says, the other side says that same text.
    """
    by_id = {c.id: c for c in claims}
    found: dict[str, list[tuple[StanceKind, Claim, str]]] = defaultdict(list)
    for conflict in conflicts:
        if conflict.kind != "denial":
            continue
        one, two = (by_id[c] for c in conflict.claims)
        for claim, other in ((one, two), (two, one)):
            says: StanceKind = "says" if _stance(by_member[claim.members[0]]) == "denies" else "denies"
            found[claim.id].append((says, other, conflict.id))
    return found


def _taken(
    claim: Claim,
    against: Sequence[tuple[StanceKind, Claim, str]],
    by_member: Mapping[Member, Proposition],
    outlet: Mapping[str, str],
) -> tuple[Stance, ...]:
    rows: dict[tuple[str, StanceKind], dict[Member, str]] = defaultdict(dict)
    for member in claim.members:
        p = by_member[member]
        rows[outlet[member[0]], _stance(p)][member] = _why(p)
    for says, other, conflict in against:
        for member in other.members:
            rows[outlet[member[0]], says].setdefault(member, f"denial:{conflict}")
    order = ("says", "denies", "hedges")
    return tuple(
        Stance(name, kind, any(_own(by_member[m]) for m in told), tuple(told), next(iter(told.values())))
        for (name, kind), told in sorted(rows.items(), key=lambda item: (order.index(item[0][1]), item[0][0]))
    )


def _stance(p: Proposition) -> StanceKind:
    """What a row does with the words of its claim."""
    cue = p.attribution if p.event is None else None
    if (p.event and p.event.modality == "denied") or (cue and (cue.negated or cue.polarity == "deny")):
        return "denies"
    if (p.event and p.event.modality == "hypothetical") or (cue and (cue.hypothetical or cue.polarity == "doubt")):
        return "hedges"
    return "says"


def _why(p: Proposition) -> str:
    if p.event:
        return f"modality:{p.event.modality}"
    return f"cue:{p.attribution.lemma or p.attribution.polarity}" if p.attribution else ""


def _own(p: Proposition) -> bool:
    """Whether the outlet puts the row forward itself, not in the words of a source."""
    return p.attribution is None or p.attribution.source_kind == "outlet"
