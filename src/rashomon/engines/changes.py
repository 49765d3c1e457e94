"""What is different between two findings, in words and counts; ids stay as long as their first characters do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from rashomon.records import Bounds, ChronicleEntry, Claim, Conflict, Entity, Findings, Lineage

R = TypeVar("R")
ChangeKind = Literal["entity", "lineage", "claim", "conflict", "chronicle"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that came, went or changed: its kind, its id, and what happened to it in words."""

    kind: ChangeKind
    id: str
    what: Literal["new", "gone", "changed"]
    says: str


def changes(before: Findings, after: Findings) -> tuple[Change, ...]:
    """Give the rows that differ: of each kind those that went, then those that came or changed, in their order."""
    return (
        *_of("entity", before.entities, after.entities, _entity),
        *_of("lineage", before.lineage, after.lineage, _lineage),
        *_of("claim", before.claims, after.claims, _claim),
        *_of("conflict", before.conflicts, after.conflicts, _conflict),
        *_of("chronicle", before.chronicle, after.chronicle, _entry),
    )


def counted(made: Sequence[Change]) -> str:
    """Give the counts in one line: "entities: 2 changed, 1 gone; claims: 3 changed"."""
    parts = []
    for kind, one, many in _WORDS:
        of_kind = [c.what for c in made if c.kind == kind]
        told = [f"{of_kind.count(what):,} {what}" for what in ("changed", "new", "gone") if what in of_kind]
        if told:
            parts.append(f"{one if len(of_kind) == 1 else many}: {', '.join(told)}")
    return "; ".join(parts) or "nothing changes"


_WORDS: tuple[tuple[ChangeKind, str, str], ...] = (
    ("entity", "entity", "entities"),
    ("lineage", "derivation", "derivations"),
    ("claim", "claim", "claims"),
    ("conflict", "conflict", "conflicts"),
    ("chronicle", "line of the chronicle", "lines of the chronicle"),
)


def _of(kind: ChangeKind, before: Sequence[R], after: Sequence[R], told: Callable[[R], _Told]) -> list[Change]:
    was: dict[str, list[_Told]] = {}
    for one in map(told, before):
        was.setdefault(one.id, []).append(one)
    made = []
    differing = []
    for now in map(told, after):  # rows of one id: what is equal is the same row, whatever stands between
        same = was.get(now.id, [])
        if now in same:
            same.remove(now)
        else:
            differing.append(now)
    for now in differing:
        same = was.get(now.id, [])
        old = same.pop(0) if same else None
        if old is None:
            made.append(Change(kind, now.id, "new", f"{now.name}: {_all(now.facts)}"))
        else:
            differ = [
                f"{fact} was {old.facts[fact]}, now {now.facts[fact]}"
                for fact in now.facts
                if now.facts[fact] != old.facts[fact]
            ]
            if old.name != now.name:
                differ.insert(0, f"was “{old.name}”")
            made.append(Change(kind, now.id, "changed", f"{now.name}: {'; '.join(differ)}"))
    gone = [Change(kind, old.id, "gone", f"{old.name}: {_all(old.facts)}") for of_id in was.values() for old in of_id]
    return gone + made


@dataclass(frozen=True, slots=True)
class _Told:
    """A row as people know it: what it is called, and the facts about it that they would miss."""

    id: str
    name: str
    facts: dict[str, str]


def _all(facts: dict[str, str]) -> str:
    return ", ".join(f"{fact} {told}" for fact, told in facts.items())


def _entity(e: Entity) -> _Told:
    facts = {"mentions": f"{len(e.mentions):,}", "kind": e.kind, "names": "; ".join(e.names) or "none"}
    return _Told(e.id, e.name, facts)


def _lineage(row: Lineage) -> _Told:
    from_ = row.origin or "an unknown origin"
    return _Told(f"{row.report} ← {from_}", f"{row.report} from {from_}", {"relation": row.relation, "by": row.basis})


def _claim(c: Claim) -> _Told:
    voices = sorted({o.name for o in c.origins})
    facts = {"origins": _bounds(c.independent_origins), "rows": f"{len(c.members):,}", "said by": "; ".join(voices)}
    return _Told(c.id, _short(c.text), facts)


def _conflict(c: Conflict) -> _Told:
    return _Told(c.id, f"{c.kind} between {c.claims[0]} and {c.claims[1]}", {"because": str(c.because)})


def _entry(e: ChronicleEntry) -> _Told:
    facts = {
        "date": e.date or "unknown",
        "origins": _bounds(e.independent_origins),
        "period": e.period,
        "conflicts": f"{len(e.conflicts):,}",
    }
    return _Told(e.id, _short(e.title), facts)


def _bounds(of: Bounds) -> str:
    least, most = of
    return f"{least}" if least == most else f"{least}–{most}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"
