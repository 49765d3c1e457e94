"""Every statement, event, clause and sentence has one origin: the end of its chain, the first voice that could know.

report ← the outlet it credits ← the person or unnamed source cited. A thought inside somebody's speech ("he says that
Iran wants …") is known through the speaker alone; a statement inside a statement is the inner speaker's. Who only names
an event in passing does not tell it, nor does who reacts to it (`paths`). Where no source is named ("was accused of …")
the outlet narrates; what somebody neither confirms nor denies is told by nobody.

What people judged of sources is laid over it, in the order of its time: the last word holds. Two statements of one
source have one key from then on, wherever that source speaks; where the source is the report's own narration, only in
that report. Two that differ have two keys, and each says that it is told apart from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.origins.narrators import Narrator, Narrators
from rashomon.comparing.origins.paths import Row, is_held_against, is_held_by, is_nobodys, is_ours, rows, tells
from rashomon.comparing.origins.voices import Voice, Voices
from rashomon.records import (
    NO_REASON,
    Attribution,
    Entity,
    Lineage,
    Member,
    Origin,
    Reading,
    Reason,
    Report,
    Ruling,
    SourceKind,
    VoiceKey,
)

__all__ = ["origins"]


_RECALLED = Reason("recalled", "what is long past may be told after another")
_ASIDE = Reason("in-passing").then(Reason("the statement is about something else"), ": ")


def origins(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    entities: Sequence[Entity],
    lineage: Sequence[Lineage],
) -> dict[Member, Origin]:
    """Give the origin of every attribution, sentence, event and clause of `readings`, those of `reports` (by id).

    Two origins with one `key` are one voice. `chain` starts at the row, then goes through the attributions around it,
    the outermost first, to the voice's own.
    """
    narrators, voices = Narrators(readings, lineage), Voices(reports, readings, entities)
    found: dict[Member, Origin] = {}
    carried: dict[Member, str] = {}
    for report in sorted(readings):
        reading, text = readings[report], reports[report].text
        for row in rows(reading, text):
            narrator = narrators.at(report, row.span)
            found[report, row.id] = _origin(reading, row, narrator, voices, text)
            if narrator.report != report:
                carried[report, row.id] = narrator.report
    return found | _as_in_their_sources(found, carried)


def _origin(reading: Reading, row: Row, narrator: Narrator, voices: Voices, text: str) -> Origin:
    path = list(row.path)
    if is_nobodys(row, text):
        key = VoiceKey("nobody", str(narrator.key))
        because = Reason("left-open", path[-1].lemma).then(Reason("narration").then(narrator.because, ":"))
        return Origin("outlet", narrator.name, _chain(reading, row, path[:-1]), str(key), False, because)
    while path and not (tells(row, len(path) - 1, text) and voices.can_know(reading, path[-1])):
        path.pop()
    if path and not row.own and is_held_against(path[-1]) and not path[-1].source:
        path = []  # "mocked the forecast that": nobody is told whose it is
    because = Reason("narration").then(narrator.because, ":")
    if path and row.how in ("described", "recalled in passing"):
        named = voices.of(reading, path[-1], narrator)
        because = Reason("in-passing", f"{named.name if named else 'unnamed'} only recalls it").then(because)
        path = []
    voice: Voice | None = None
    while path and voice is None:
        voice = voices.of(reading, path[-1], narrator)
        open_ = len(path) == 1 or (is_held_by(path[-1]) and not row.own)
        if voice is None and open_ and path[-1].source and not is_ours(path[-1], text):
            voice = voices.unnamed(reading, path[-1], narrator)
        elif voice is None:
            because = Reason("no-source", path.pop().lemma or "passive").then(because)
    chain = _chain(reading, row, path)
    own = voices.publishing(VoiceKey.read(narrator.key)) if voice is None else None
    if own is not None:
        sure = row.how not in ("recalled", "recalled in passing")
        return Origin(own.kind, own.name, chain, str(own.key), sure, own.because.then(because, " ← "), party=own.party)
    if voice is None:
        recalled = row.how in ("recalled", "recalled in passing")
        because = because.then(_RECALLED) if recalled else because
        return Origin("outlet", narrator.name, chain, narrator.key, not recalled, because)
    sure = voice.certain and row.how != "in passing"
    return Origin(
        voice.kind,
        voice.name,
        chain,
        str(voice.key),
        sure,
        voice.because.then(narrator.because, " ← ").then(_ASIDE if row.how == "in passing" else NO_REASON),
        party=voice.party,
    )


def _chain(reading: Reading, row: Row, path: Sequence[Attribution]) -> tuple[Member, ...]:
    return tuple((reading.report, i) for i in dict.fromkeys([row.id, *(a.id for a in path)]))


def _as_in_their_sources(found: Mapping[Member, Origin], carried: Mapping[Member, str]) -> dict[Member, Origin]:
    """An unnamed source of a carried report is one of the first report's, however the carrier words it."""
    unnamed: dict[str, dict[VoiceKey, Origin]] = {}
    for (report, _), origin in sorted(found.items()):
        key = VoiceKey.of(origin)
        if key.nameless:
            unnamed.setdefault(report, {}).setdefault(key, origin)
    snapped: dict[Member, Origin] = {}
    for member, first in carried.items():
        origin, known = found[member], unnamed.get(first, {})
        key = VoiceKey.of(origin)
        if not key.nameless or not known or key in known:
            continue
        words = set(key.who.split())
        best = max(known, key=lambda k: (len(words & set(k.who.split())), -len(str(k)), str(k)))
        if words & set(best.who.split()):
            snapped[member] = replace(origin, key=str(best), because=origin.because.then(Reason("as in", first)))
    return snapped


_KNOWN: dict[SourceKind, int] = {"named_person": 3, "institution": 2, "outlet": 1}


def judged(origins: Mapping[Member, Origin], rulings: Iterable[Ruling]) -> dict[Member, Origin]:
    """Give the origins of rows as people judged them. A side without a row here changes nothing."""
    told = sorted(rulings, key=lambda r: (r.when, r.id))
    judging = _Judging(origins)
    for ruling in told:
        if ruling.kind == "re-attribute":
            judging.note(ruling)
        elif ruling.kind in ("same-source", "not-same-source") and len(ruling.sides) == 2:
            sides = [next((m for m in side if m in origins), None) for side in ruling.sides]
            if sides[0] and sides[1]:
                (judging.same if ruling.kind == "same-source" else judging.differ)(ruling, sides[0], sides[1])
    return judging.origins


class _Judging:
    def __init__(self, origins: Mapping[Member, Origin]) -> None:
        self.origins = dict(origins)
        self._of_key: dict[str, set[Member]] = {}
        for member, origin in origins.items():
            self._of_key.setdefault(origin.key, set()).add(member)

    def note(self, ruling: Ruling) -> None:
        for member in ruling.sides[0]:
            if member in self.origins:
                self._give(member, replace(self.origins[member], because=self._because(member, ruling)))

    def same(self, ruling: Ruling, first: Member, second: Member) -> None:
        one, other = self.origins[first], self.origins[second]
        if one.key == other.key:
            return
        better, worse, at = (one, other, second) if _known(one) > _known(other) else (other, one, first)
        for member in self._spoken(worse.key, at):
            origin = self.origins[member]
            apart = tuple(k for k in sorted({*origin.apart, *better.apart}) if k not in (better.key, worse.key))
            self._give(
                member,
                replace(
                    origin,
                    key=better.key,
                    name=better.name,
                    kind=better.kind,
                    certain=better.certain,
                    party=better.party,
                    apart=apart,
                    because=self._because(member, ruling),
                ),
            )

    def differ(self, ruling: Ruling, first: Member, second: Member) -> None:
        one, other = self.origins[first], self.origins[second]
        if one.key == other.key:
            own = f"{other.key}|{ruling.id}"
            for member in sorted(self._of_key[other.key]):
                if member == second or (member[0] == second[0] and first[0] != second[0]):
                    self._give(member, replace(self.origins[member], key=own, because=self._because(member, ruling)))
            other = self.origins[second]
        for key, from_key in ((one.key, other.key), (other.key, one.key)):
            for member in sorted(self._of_key[key]):
                origin = self.origins[member]
                because = self._because(member, ruling) if member in (first, second) else origin.because
                self._give(member, replace(origin, apart=tuple(sorted({*origin.apart, from_key})), because=because))

    def _spoken(self, key: str, at: Member) -> list[Member]:
        """The rows of one voice; of a report's own narration, those of that report alone."""
        members = sorted(self._of_key[key])
        return [m for m in members if m[0] == at[0]] if VoiceKey.read(key).narrates else members

    def _give(self, member: Member, origin: Origin) -> None:
        self._of_key[self.origins[member].key].discard(member)
        self.origins[member] = origin
        self._of_key.setdefault(origin.key, set()).add(member)

    def _because(self, member: Member, ruling: Ruling) -> Reason:
        known = self.origins[member].because
        told = any(step.rule == "judgement" and step.words == ruling.id for step in known.steps)
        return known if told else known.then(ruling.because)


def _known(origin: Origin) -> tuple[bool, int]:
    return origin.certain, 0 if VoiceKey.of(origin).nameless else _KNOWN.get(origin.kind, 0)
