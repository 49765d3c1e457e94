"""Whom a pronoun means where no other telling and no name of its own sentence says it, and nobody else fits.

A chain alone is no ground: a wrong name is worse than none. It is one where the pronoun opens a sentence and the one
before names its holder and speaks of nobody else; and where it opens what somebody says ("he said that he had left"),
if its holder is who says it and is nobody's lawyer or wife, or is the only one spoken of.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.names import Names
from rashomon.language import lexicon
from rashomon.records import Attribution, Entity, Hang, Reading, Report, Span

_SUBJECTS = frozenset({"he", "she", "it", "they"})
_BEFORE = frozenset({"and", "but", "yet", "that"})


class Pronouns:
    """Answers for the reports of a case."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading], names: Names) -> None:
        """`names` looks up their entities."""
        self._reports, self._readings, self._names = reports, readings, names
        self._said = {r: {a.id: a for a in reading.attributions} for r, reading in readings.items()}

    def is_meant(self, unit: Unit, hang: Hang, entity: Entity) -> bool:
        """Whether `entity`, whose chain the pronoun `hang` is in, can stand in its place."""
        report = unit.report
        word = self._reports[report].text[hang.start : hang.end].lower()
        here, before = self._sentences(report, unit.clause.sentence)
        both = (before[0], hang.start)
        if word not in _SUBJECTS or entity.id not in self._named(report, both):
            return False
        if self._opens(report, here[0], hang.start):
            speaks = unit.clause.lemma in _speech()
            if word == "it" and not speaks:
                return False  # "has seen a copy of the deed. It bears a stamp": the copy does
            goes_on = speaks and self._spoke(report, entity, before)
            return not self._others(report, before, entity) and (goes_on or not self._roles(report, before, entity))
        said = self._said[report].get(unit.clause.attribution or "")
        if said is None or not self._opens_what_is_said(report, said, hang):
            return False
        who = self._names.entity_of(report, said.source_mention) if said.source_mention else None
        if who is None or who.id != entity.id:
            others = self._others(report, both, entity) or self._roles(report, before, entity)
            return word != "it" and not others
        if entity.kind != "person":
            return True
        near = (here[0], hang.start)
        named = entity.id in self._named(report, near)
        return not self._is_anothers(report, said) and not self._others(report, near if named else both, entity)

    def _sentences(self, report: str, number: int) -> tuple[Span, Span]:
        """Give the span of a sentence, and of the one before it; an empty one where there is none."""
        sentences = self._readings[report].sentences
        here = sentences[number]
        return here, sentences[number - 1] if number else (here[0], here[0])

    def _named(self, report: str, span: Span) -> list[str]:
        """Give who is named in a stretch, in order; bylines, headlines and the like aside."""
        aside = [(r.start, r.end) for r in self._readings[report].regions]
        named = self._names.names_in(report, *span)
        return [e for at, e in named if not any(a <= at < b for a, b in aside)]

    def _others(self, report: str, span: Span, entity: Entity) -> bool:
        """Whether a stretch names somebody else of the kind, or another person."""
        named = self._names.written_in(report, *span) - {entity.id}
        return any(self._names.kind_of(e) in (entity.kind, "person") for e in named)

    def _roles(self, report: str, span: Span, entity: Entity) -> bool:
        """Whether a stretch speaks of another person without a name: "Dr. Berg examined the boy. He had fallen"."""
        if entity.kind != "person":
            return False
        people = (m for m in self._readings[report].mentions if m.form == "nominal" and m.kind == "person")
        inside = (m for m in people if span[0] <= m.start < span[1])
        return any((who := self._names.entity_of(report, m.id)) is None or who.id != entity.id for m in inside)

    def _spoke(self, report: str, entity: Entity, span: Span) -> bool:
        """Whether who says something in a stretch is named there."""
        sources = (s for a in self._readings[report].attributions for s in a.source)
        return any(
            entity.id in self._names.written_in(report, start, end)
            for start, end in sources
            if span[0] <= start < span[1]
        )

    def _opens(self, report: str, start: int, at: int) -> bool:
        words = self._reports[report].text[start:at].lower().split()
        return all(w in _BEFORE for w in words)

    def _opens_what_is_said(self, report: str, said: Attribution, hang: Hang) -> bool:
        """Whether between the verb of saying and the pronoun is nothing but "that", a day and a body that hears it."""
        ends = [end for _, end in said.cue if end <= hang.start]
        if not ends or not any(a <= hang.start < b for a, b in said.content):
            return False
        start = max(ends)
        reading, text = self._readings[report], self._reports[report].text
        free = [(t.start, t.end) for t in reading.times]
        free += [(m.start, m.end) for m in reading.mentions if m.form == "name" and m.kind != "person"]
        free = [span for span in free if start <= span[0] and span[1] <= hang.start]
        left = "".join(c for i, c in enumerate(text[start : hang.start], start) if not any(a <= i < b for a, b in free))
        return all(w in _BEFORE or w == "on" for w in left.lower().split())

    def _is_anothers(self, report: str, said: Attribution) -> bool:
        """Whether who says it is somebody's: "his lawyer, Jan Pesk, said that he was asleep" is not of the lawyer."""
        owners = [m for m in self._readings[report].mentions if m.form == "pronoun" and m.id != said.source_mention]
        return any(a <= m.start < b for a, b in said.source for m in owners)


@cache
def _speech() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("attribution_verbs") if row[1] == "speech")
