"""What may stand in brackets: who a pronoun or a bare role is, and which day "Friday" was, where that is borne out.

A name is borne out where the same sentence, or the sentence of another telling of the same claim, writes it. A wrong
name is worse than none: without that there is no name.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.records import Entity, Member, Mention, Reading, Span

_LONGEST = 5
_WEEK = 7
_SATURDAY = 6
_IN_GOVERNMENT = ("Government of the ", "Government of ", "People of the ", "People of ")


class Names:
    """Looks up entities and days by the characters of reports."""

    def __init__(self, readings: Mapping[str, Reading], entities: Sequence[Entity]) -> None:
        """`entities` are those of the case."""
        entity_of = {member: e for e in entities for member in e.mentions}
        self._kind = {e.id: e.kind for e in entities}
        self._mention: dict[Member, tuple[str, Entity | None]] = {}
        self._at: dict[tuple[str, Span], str] = {}
        self._ends: dict[tuple[str, int], list[Mention]] = {}
        self._written: dict[str, list[tuple[int, str]]] = {}
        self._days: dict[tuple[str, Span], str] = {}
        for report, reading in readings.items():
            written = []
            for m in reading.mentions:
                entity = entity_of.get((report, m.id))
                self._mention[report, m.id] = (m.form, entity)
                self._at.setdefault((report, (m.start, m.end)), m.id)
                if m.form == "nominal":
                    self._ends.setdefault((report, m.end), []).append(m)
                if m.form == "name" and entity is not None:
                    written.append((m.start, entity.id))
            self._written[report] = sorted(written)
            for t in reading.times:
                self._days[report, (t.start, t.end)] = t.value

    def entity_at(self, report: str, span: Span) -> Entity | None:
        """Give the entity with a name that a pronoun or role stands for, or None."""
        mention = self._at.get((report, span)) or self._ending(report, span)
        if mention is None:
            return None
        entity = self._mention[report, mention][1]
        return entity if entity is not None and shown_name(entity) else None

    def entity_of(self, report: str, mention: str) -> Entity | None:
        """Give the entity of a mention by its id, or None."""
        return self._mention[report, mention][1]

    def kind_of(self, entity: str) -> str:
        """Give the kind of an entity by its id."""
        return self._kind[entity]

    def _ending(self, report: str, span: Span) -> str | None:
        """The nominal mention whose last word the span is."""
        return next((m.id for m in self._ends.get((report, span[1]), ()) if m.start < span[0]), None)

    def written_in(self, report: str, start: int, end: int) -> frozenset[str]:
        """Give the ids of the entities that are named in a stretch of a report."""
        return frozenset(e for _, e in self.names_in(report, start, end))

    def names_in(self, report: str, start: int, end: int) -> list[tuple[int, str]]:
        """Give where each name in a stretch of a report stands, and the id of its entity, in order."""
        written = self._written[report]
        return written[bisect_left(written, (start,)) : bisect_left(written, (end,))]

    def day_at(self, report: str, span: Span, year: str) -> str | None:
        """Give the day, month or week of a time expression in words; the year where it is not `year`."""
        value = self._days.get((report, span))
        return in_words(value, year) if value else None


def shown_name(entity: Entity) -> str:
    """Give the name of an entity as a line shows it; empty where it has none fit to be shown."""
    if not entity.names:
        return ""
    name = entity.name
    for opening in _IN_GOVERNMENT:
        name = name.removeprefix(opening)
    name = name.removeprefix("the ").removeprefix("The ")
    fit = name[:1].isupper() and len(name.split()) <= _LONGEST and "\n" not in name
    return name if fit else ""


def in_words(value: str, year: str) -> str | None:
    """Give an ISO day, month, week or year in words, or None where it is none: "16 October", "October 2018"."""
    day = value[:10]
    parts = day.split("-")
    suffix = "" if parts[0] == year else f" {parts[0]}"
    if len(parts) == 1:
        return day if day.isdigit() else None
    if parts[1].startswith("W") and parts[0].isdigit() and parts[1][1:3].isdigit():
        first = date.fromisocalendar(int(parts[0]), int(parts[1][1:3]), _SATURDAY if value.endswith("WE") else 1)
        last = first + timedelta(_WEEK - first.isoweekday())
        opening = f"{first.day}" if first.month == last.month else f"{first.day} {calendar.month_name[first.month]}"
        return f"{opening} to {last.day} {calendar.month_name[last.month]}{suffix}"
    if not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return None
    month = calendar.month_name[int(parts[1])]
    return f"{int(parts[2])} {month}{suffix}" if len(parts) > 2 else f"{month} {parts[0]}"
