"""A judgement is made of what a person points at today, and holds the characters that it means.

A date that a person gives is an ISO day, month or year, an interval of two that do not run backwards, or unknown.

A judgement's id is the digest of all the rest of it: the same judgement twice is one, a changed one is another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from rashomon.case.connect import CaseError
from rashomon.case.corrections.anchors import Aimed, aimed, anchors
from rashomon.case.corrections.contradictions import undone
from rashomon.case.finding_tables import standing_for
from rashomon.records import Anchor, Judgement, JudgementKind, Member, SourceKind

if TYPE_CHECKING:
    from rashomon.case.case import Case


def identified(judgement: Judgement) -> Judgement:
    """Give the judgement under the id that its content has."""
    content = asdict(judgement)
    del content["id"]
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return replace(judgement, id=f"j-{blake2b(told.encode('utf-8', 'backslashreplace'), digest_size=8).hexdigest()}")


UNKNOWN = "unknown"
_ISO_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def is_date(value: str) -> bool:
    """Tell whether `value` is one."""
    parts = value.split("/")
    if value == UNKNOWN:
        return True
    if len(parts) > 2 or not all(map(_ISO_DAY.fullmatch, parts)):
        return False
    try:
        starts = [date.fromisoformat(f"{part}-01-01"[:10]) for part in parts]
    except ValueError:
        return False
    return starts == sorted(starts)


_FEW = 4
"""Mentions, each of another report, that an entity is known again by."""

_SOURCES: dict[str, SourceKind] = {"person": "named_person", "publication": "outlet"}

Sides = tuple[tuple[Anchor, ...], ...]


def judge(
    case: Case,
    kind: JudgementKind,
    targets: Sequence[str],
    *,
    because: str,
    who: str = "",
    value: str = "",
    source_kind: SourceKind | None = None,
    when: str | None = None,
) -> Judgement:
    """Make a judgement about `targets`, ids as they are shown (see `aimed`); it is not kept yet.

    | kind | targets | value |
    |---|---|---|
    | merge | two entities or more | |
    | split | an entity, then the mentions that leave it, or none | the name that leaves, where no mentions are given |
    | rename | an entity | the new name |
    | reject | anything: a mention, statement, event, claim, chronicle line, conflict or entity | |
    | re-date | events, claims or chronicle lines | an ISO day, month, year, `start/end`, or "unknown" |
    | re-attribute | statements | an entity, or a name (with `source_kind`) |
    | same-source, not-same-source | two statements, events or origins (`CLAIM:N`), or two reports | |
    | note | anything | |
    | undo | one judgement | |

    `when`, unless told, is now, or just after the latest judgement here: a clock that was put back loses none. Raises
    CaseError where targets or value make no sense, with what to do.
    """
    targets = tuple(dict.fromkeys(targets))
    because, who, value = (_storable(words) for words in (because, who, value))
    if kind == "undo":
        return _undo(case, targets, because, who, when)
    at = [aimed(case, what) for what in targets]
    if not at:
        raise CaseError(f"{kind} needs something to be about")
    sides, value, source_kind = _MAKERS[kind](case, at, " ".join(value.split()), source_kind)
    if not sides or not all(sides):
        raise CaseError(f"{at[0].kind} {at[0].id} rests on a correction alone; undo that instead")
    about = "; ".join(f"{a.kind} {a.called}" for a in at)
    return identified(Judgement("", kind, sides, value, because, who, when or _now(case), about, source_kind))


def _storable(words: str) -> str:
    """What was typed may hold bytes that no encoding explains; they are kept as escapes."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8").strip()


def _now(case: Case) -> str:
    now, latest = datetime.now(UTC), case.corrections.latest()
    with suppress(ValueError, OverflowError):  # a time that is none is no bound
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return now.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _undo(case: Case, targets: Sequence[str], because: str, who: str, when: str | None) -> Judgement:
    told = case.corrections.get(targets[0]) if len(targets) == 1 else None
    if told is None:
        raise CaseError(f"undo needs one judgement; `rashomon corrections {case.path}` lists their ids")
    if told.id in undone(case.corrections):
        raise CaseError(f"{told.id} is taken back already")
    about = f"{told.kind} of {told.about}" if told.about else told.kind
    return identified(Judgement("", "undo", (), "", because, who, when or _now(case), about, undoes=told.id))


Made = tuple[Sides, str, SourceKind | None]
Maker = Callable[["Case", list[Aimed], str, SourceKind | None], Made]


def _known_by(case: Case, entity: Aimed) -> tuple[Anchor, ...]:
    return tuple(anchors(case, standing_for(case.findings.borne(entity.id), entity.called, _FEW)))


def _only(at: Sequence[Aimed], wanted: Sequence[str], what: str) -> None:
    for one in at:
        if one.kind not in wanted:
            raise CaseError(f"{what}, and {one.id} is a {one.kind}")


def _merge(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at, ["entity"], "merge joins entities")
    if len({a.id for a in at}) < 2:
        raise CaseError("merge needs two entities; those given are one already")
    return tuple(_known_by(case, a) for a in at), "", None


def _split(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at[:1], ["entity"], "split parts an entity")
    _only(at[1:], ["mention"], "what leaves an entity is given as its mentions, REPORT:ROW, or as a name")
    held = case.findings.borne(at[0].id)
    if bool(value) == bool(at[1:]):
        raise CaseError("split needs either the mentions that leave the entity, or the name that does")
    if value:
        leaving = {b.member for b in held if value.casefold() in {n.casefold() for n in b.names}}
    else:
        leaving = {m for a in at[1:] for m in a.members}
        if strange := leaving - {b.member for b in held}:
            raise CaseError(f"{':'.join(min(strange))} is no mention of {at[0].called}")
    stay = [b for b in held if b.member not in leaving]
    if not leaving or not stay:
        raise CaseError(f"of {at[0].called}, {'nothing' if not leaving else 'everything'} would leave; nothing to part")
    left: list[Member] = sorted(leaving)
    if value:
        left = standing_for([b for b in held if b.member in leaving], value, _FEW)
    return (tuple(anchors(case, standing_for(stay, at[0].called, _FEW))), tuple(anchors(case, left))), value, None


def _rename(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at, ["entity"], "rename names an entity anew")
    if len(at) != 1 or not value:
        raise CaseError("rename needs one entity and its new name")
    return (_known_by(case, at[0]),), value, None


def _reject(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at, ["mention", "statement", "event", "claim", "chronicle", "conflict", "entity"], "a report stays as it is")
    conflict = next((a for a in at if a.kind == "conflict"), None)
    if conflict:
        if len(at) > 1:
            raise CaseError("a conflict is rejected alone")
        return tuple(tuple(anchors(case, side)) for side in conflict.sides), conflict.called.partition(":")[0], None
    return (tuple(anchors(case, dict.fromkeys(m for a in at for m in a.told or a.members))),), "", None


def _rows(case: Case, at: Sequence[Aimed]) -> tuple[Anchor, ...]:
    return tuple(anchors(case, dict.fromkeys(m for a in at for m in a.members)))


def _re_date(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at, ["event", "claim", "chronicle"], "re-date sets the date of events")
    if not is_date(value):
        raise CaseError(f"{value!r} is no date; give YYYY-MM-DD, YYYY-MM, YYYY, a start/end of two, or {UNKNOWN}")
    events = tuple(a for a in _rows(case, at) if a.part == "event")
    if not events:
        raise CaseError("re-date sets the date of events, and there is none in it")
    return (events,), value, None


def _re_attribute(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    _only(at, ["statement", "claim", "chronicle"], "re-attribute tells who makes a statement")
    if not value:
        raise CaseError("re-attribute needs the source: an entity, or a name")
    statements = tuple(a for a in _rows(case, at) if a.part == "statement")
    if not statements:
        raise CaseError("re-attribute tells who makes a statement, and there is none in it")
    try:
        entity = aimed(case, value)
    except CaseError:
        return (statements,), value, source or "named_person"
    if entity.kind != "entity":
        raise CaseError(f"{value} is a {entity.kind}; the source of a statement is an entity, or a name")
    kind = source or _SOURCES.get(entity.entity_kind, "institution")
    return (statements, _known_by(case, entity)), entity.called, kind


def _source(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    if len(at) != 2:
        raise CaseError("two sources are compared: two statements, events or origins (CLAIM:N), or two reports")
    if {a.kind for a in at} != {"report"}:
        _only(
            at, ["statement", "event", "origin"], "the sources of two statements, events or origins (CLAIM:N) are told"
        )
    return tuple(tuple(anchors(case, a.members)) for a in at), "", None


def _note(case: Case, at: list[Aimed], value: str, source: SourceKind | None) -> Made:
    entities = [a for a in at if a.kind == "entity"]
    known = tuple(anchor for a in entities for anchor in _known_by(case, a))
    rows = (row for a in at if a.kind != "entity" for row in _rows(case, [a]) or anchors(case, a.told))
    return (tuple(dict.fromkeys((*known, *rows))),), value, None


_MAKERS: dict[str, Maker] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "reject": _reject,
    "re-date": _re_date,
    "re-attribute": _re_attribute,
    "same-source": _source,
    "not-same-source": _source,
    "note": _note,
}
