"""What a line of the chronicle says was done: one event for the line, with the parties that its reports give.

Of a line's events that one stands for it whose type most of them have and that tells most parties; nothing is added
that is in none of them. A body named by its seat ("called on Baghdad to act") is no place where anything happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.case import Case
from rashomon.exports.lookup import Lookup
from rashomon.records import ChronicleEntry, Entity, Event, Findings, Member, Mention, MentionKind

_SITES = frozenset({"place", "facility"})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or some place: the entity where one is known, what it is called, and the words of the report."""

    entity: Entity | None
    name: str
    raw: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Deed:
    """The event that stands for a line, in which report it is told, and its parties."""

    report: str
    event: Event
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Party, ...]


class Deeds:
    """Answers for the lines of one open case."""

    def __init__(self, case: Case, found: Findings) -> None:
        self._lookup = Lookup(case)
        self._entities = {member: e for e in found.entities for member in e.mentions}

    def of(self, entry: ChronicleEntry) -> Deed | None:
        """Give what a line says was done; None where it rests on no event."""
        rows = [
            (report, row) for report, id_ in entry.events if isinstance(row := self._lookup.row((report, id_)), Event)
        ]
        if not rows:
            return None
        types = Counter(event.type for _, event in rows)
        report, best = max(
            rows, key=lambda r: (types[r[1].type], bool(r[1].actors) + bool(r[1].recipients) + bool(r[1].place))
        )
        return Deed(
            report,
            best,
            self.parties((report, m) for m in best.actors),
            self.parties((report, m) for m in best.recipients),
            tuple(p for p in self.parties((r, e.place) for r, e in rows if e.place) if p.kind in _SITES),
        )

    def parties(self, members: Iterable[Member]) -> tuple[Party, ...]:
        """Give what some mentions stand for, each thing once."""
        found: dict[str, Party] = {}
        for member in members:
            party = self._party(member)
            if party is not None:
                found.setdefault(party.entity.id if party.entity else party.name, party)
        return tuple(found.values())

    def entity(self, member: Member) -> Entity | None:
        """Give the entity that a mention is one of."""
        return self._entities.get(member)

    def _party(self, member: Member) -> Party | None:
        row = self._lookup.row(member)
        if not isinstance(row, Mention):
            return None
        entity = self._entities.get(member)
        raw = self._lookup.words(member[0], [(row.start, row.end)])
        name = entity.name if entity else self._lookup.mention(*member)
        return Party(entity, " ".join(name.split()) or raw, raw, entity.kind if entity else row.kind)
