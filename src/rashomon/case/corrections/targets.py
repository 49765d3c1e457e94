"""What a person points at, as rows of today's readings: an id of anything shown, REPORT:ROW, or an entity's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rashomon.case.case_error import CaseError
from rashomon.case.corrections.anchors import anchored, rows_of
from rashomon.records import Anchor, AnchorPart, Claim, Member

if TYPE_CHECKING:
    from rashomon.case.case import Case


AimKind = Literal[
    "entity", "claim", "chronicle", "conflict", "story", "origin", "report", "mention", "statement", "event"
]

_SHOWN: tuple[Literal["mention", "statement", "event"], ...] = ("mention", "statement", "event")
_PARTS: tuple[AnchorPart, ...] = (*_SHOWN, "clause")


@dataclass(frozen=True, slots=True)
class Aimed:
    """What is aimed at: its kind and id, what it is called, and its rows; a conflict has its two claims' apart.

    `told` are the rows without which nothing tells it: of a claim or line its events and clauses.
    """

    kind: AimKind
    id: str
    called: str
    members: tuple[Member, ...]
    sides: tuple[tuple[Member, ...], ...] = ()
    entity_kind: str = ""
    told: tuple[Member, ...] = ()


def aimed(case: Case, what: str) -> Aimed:
    """Give what `what` means in `case`.

    It is the id of an entity, claim, chronicle line, conflict, story or report, REPORT:ROW, CLAIM:N (its Nth origin),
    or a name that one entity alone bears. Raises CaseError where nothing, or more than one thing, is meant.
    """
    some = case.findings.some
    for entity in some("entities", [what]):
        return Aimed("entity", entity.id, entity.name, entity.mentions, entity_kind=entity.kind)
    for claim in some("claims", [what]):
        return Aimed("claim", claim.id, _short(claim.text), claim.members, told=_told([claim]))
    for entry in some("chronicle", [what]):
        claims_ = some("claims", entry.claims)
        rows = tuple(dict.fromkeys((*entry.events, *(m for c in claims_ for m in c.members))))
        told = tuple(dict.fromkeys((*entry.events, *_told(claims_))))
        return Aimed("chronicle", entry.id, _short(entry.title), rows, told=told)
    for conflict in some("conflicts", [what]):
        claims: dict[str, Claim] = {c.id: c for c in some("claims", conflict.claims)}
        sides = tuple(claims[c].members for c in conflict.claims)
        called = f"{conflict.kind}: {' / '.join(_short(claims[c].text) for c in conflict.claims)}"
        return Aimed("conflict", conflict.id, called, tuple(m for s in sides for m in s), sides)
    for story in some("stories", [what]):
        return Aimed("story", story.id, _short(story.title), tuple((r, "") for r in story.reports))
    return _inside(case, what) or _entity_of_name(case, what)


def _told(claims: Iterable[Claim]) -> tuple[Member, ...]:
    """The clauses that tell claims, and the rows of tellings that have none."""
    return tuple(dict.fromkeys((t.report, t.clause or t.row) for c in claims for t in c.tellings))


def _inside(case: Case, what: str) -> Aimed | None:
    if report := _report(case, what):
        return Aimed("report", report, report, ((report, ""),))
    start, colon, row = what.rpartition(":")
    if not colon:
        return None
    for claim in case.findings.some("claims", [start]):
        if not row.isdigit() or not 1 <= int(row) <= len(claim.origins):
            raise CaseError(f"claim {start} has no origin {row!r}; `--why {start}` numbers them")
        origin = claim.origins[int(row) - 1]
        same = tuple(dict.fromkeys(o.chain[0] for o in claim.origins if o.key == origin.key and o.chain))
        return Aimed("origin", what, origin.name, same)
    report = _report(case, start)
    reading = case.readings.machine.get(report) if report else None
    stored = case.reports.get(report) if report else None
    if reading is None or stored is None:
        return None
    for part in _SHOWN:
        for one in rows_of(reading, part):
            if one.id == row:
                anchor = anchored(stored, reading, one)
                return Aimed(part, f"{report}:{row}", _short(anchor.quote), ((reading.report, row),))
    return None


def _report(case: Case, start: str) -> str | None:
    if case.reports.get(start):
        return start
    begun = [r for r in case.reports.ids() if r.startswith(start)] if start else []
    return begun[0] if len(begun) == 1 else None


def _entity_of_name(case: Case, name: str) -> Aimed:
    found = case.findings.named(name)
    if len(found) == 1:
        return Aimed("entity", found[0].id, found[0].name, found[0].mentions, entity_kind=found[0].kind)
    if found:
        raise CaseError(f"{name!r} could be {', '.join(f'{e.id} {e.name} ({e.kind})' for e in found[:8])}; give the id")
    raise CaseError(f"{case.path} has no row and no entity {name!r}; `rashomon show {case.path}` prints the ids")


def anchors(case: Case, members: Iterable[Member]) -> Iterator[Anchor]:
    """Give the anchors of rows; rows that no reading holds (those that a correction made) are passed over."""
    for report, row in members:
        stored = case.reports.get(report)
        if stored is None:
            continue
        if not row:
            yield anchored(stored)
            continue
        reading = case.readings.machine.get(report)
        rows = (r for part in _PARTS for r in rows_of(reading, part)) if reading else ()
        for one in rows:
            if one.id == row:
                yield anchored(stored, reading, one)
                break


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"
