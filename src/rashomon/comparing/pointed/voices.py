"""Whose word a clause is, as a model pointed at it: the voice of a mention, known by what the rules know of it.

What stands inside a clause that was pointed at, and was read as the same voice's, goes along with it. A voice is one
that the report of the clause mentions: who has no name is found there by the words he is called with.

Where a place that was pointed at stands today: what has those characters, else what shares most of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.term import function_words, term
from rashomon.records import (
    Clause,
    Entity,
    Evidence,
    Member,
    Mention,
    Origin,
    Pointed,
    Reading,
    Reason,
    SourceKind,
    VoiceKey,
)

_NEAR = 0.5  # of the characters of both that they share


class Places:
    """Finds numbered places by their characters."""

    def __init__(self, places: Iterable[tuple[int, Evidence]]) -> None:
        """`places` are what can be found, each with its number; of equals the smallest number is."""
        self._at: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for n, (report, start, end) in sorted(places):
            self._at[report].append((n, start, end))

    def at(self, place: Evidence) -> int | None:
        """Give the number of what stands at `place`, or of what shares most of its characters with it."""
        report, start, end = place
        best: tuple[float, int] | None = None
        for n, a, b in self._at.get(report, ()):
            shared = min(b, end) - max(a, start)
            if shared > 0 and (best is None or (shared / (max(b, end) - min(a, start)), -n) > best):
                best = shared / (max(b, end) - min(a, start)), -n
        return -best[1] if best is not None and best[0] >= _NEAR else None

    def meets(self, place: Evidence) -> bool:
        """Tell whether any of them shares a character with `place`."""
        report, start, end = place
        return any(a < end and start < b for _, a, b in self._at.get(report, ()))


def speaks_itself(origin: Origin) -> bool:
    """Tell whether an attribution goes back to its own speaker: not to nobody, nor to another who tells of him."""
    voice = VoiceKey.of(origin)
    return len(origin.chain) == 1 and voice.speaks and voice.kind != "report"


_KINDS: dict[str, SourceKind] = {"person": "named_person", "publication": "outlet"}


def voiced(
    voices: Mapping[Member, Origin],
    readings: Mapping[str, Reading],
    entities: Sequence[Entity],
    pointed: Iterable[Pointed],
) -> dict[Member, Origin]:
    """Give the origins of the clauses that were pointed at, where the rules gave `voices`."""
    found: dict[Member, Origin] = {}
    told = [(p.by, voice) for p in pointed for voice in p.voices or ()]
    if not told:
        return found
    clauses = [(r, c) for r in sorted(readings) for c in sorted(readings[r].clauses, key=lambda c: c.form == "noun")]
    places = Places(enumerate((r, c.start, c.end) for r, c in clauses))
    inner = _Inner(voices, clauses)
    speaking = _Speaking(voices, readings, entities)
    for by, voice in told:
        n = places.at(voice.clause)
        if n is None:
            continue
        report, clause = clauses[n]
        member = (report, clause.id)
        because = Reason("pointed by", by)
        if voice.mention is None:
            found[member] = speaking.narration(member, because)
        elif (origin := speaking.of(voice.mention, member, because)) is not None:
            found[member] = origin
    for member in list(found):
        for inside in inner.of(member, found):
            found[inside] = replace(found[member], chain=(inside,))
    return found


class _Inner:
    """The clauses inside others that the rules read as the same voice's."""

    def __init__(self, voices: Mapping[Member, Origin], clauses: Iterable[tuple[str, Clause]]) -> None:
        self._voices = voices
        self._all: dict[str, list[Clause]] = defaultdict(list)
        self._clause: dict[Member, Clause] = {}
        for report, clause in clauses:
            self._all[report].append(clause)
            self._clause[report, clause.id] = clause

    def of(self, member: Member, named: Container[Member]) -> list[Member]:
        """Give those inside a clause, and inside no other one that is `named` and stands in it."""
        report, outer = member[0], self._clause[member]
        inside = [c for c in self._all[report] if c.id != outer.id and _holds(outer, c)]
        own = [c for c in inside if (report, c.id) in named]
        return [
            (report, c.id)
            for c in inside
            if not any(_holds(o, c) for o in own) and self._read(report, c) == self._read(report, outer)
        ]

    def _read(self, report: str, clause: Clause) -> str:
        origin = self._voices.get((report, clause.id))
        return origin.key if origin is not None else ""


def _holds(outer: Clause, inner: Clause) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


class _Speaking:
    """What is known of everybody who can speak in a case, by mention."""

    def __init__(
        self, voices: Mapping[Member, Origin], readings: Mapping[str, Reading], entities: Sequence[Entity]
    ) -> None:
        self._readings = readings
        self._starts = {r: [w.start for w in read.words] for r, read in readings.items()}
        self._entity = {m: e for e in entities for m in e.mentions}
        self._mentions: dict[Member, Mention] = {(r, m.id): m for r, read in readings.items() for m in read.mentions}
        self._listed = sorted(self._mentions)
        self._places = Places((n, self._place(m)) for n, m in enumerate(self._listed))
        self._chain_name = {(r, c.id): c.name for r, read in readings.items() for c in read.chains}
        self._terms_of: dict[str, frozenset[str]] = {}
        self._in = self._reports()
        self._called = self._by_name()
        self._spoke: dict[Member, Origin] = {}
        self._known: dict[tuple[str, str], Origin] = {}
        self._narrator: dict[str, Origin] = {}
        for report in sorted(readings):
            for a in readings[report].attributions:
                origin = voices.get((report, a.id))
                if origin is None or not a.source_mention or not speaks_itself(origin):
                    continue
                if not VoiceKey.of(origin).narrates:
                    self._spoke.setdefault((report, a.source_mention), origin)
                    self._known.setdefault(self._who((report, a.source_mention)), origin)
            for n, _ in enumerate(readings[report].sentences, 1):
                origin = voices.get((report, f"s{n}"))
                if origin is not None and VoiceKey.of(origin).narrates:
                    self._narrator.setdefault(report, origin)

    def _reports(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in self._listed:
            found[self._who(mention)].add(mention[0])
        return found

    def _by_name(self) -> dict[tuple[str, tuple[str, ...]], Member]:
        """The first mention in each report that is called so: one that speaks there, else any."""
        speak = {
            (r, a.source_mention) for r, read in self._readings.items() for a in read.attributions if a.source_mention
        }
        found: dict[tuple[str, tuple[str, ...]], Member] = {}
        for mention in sorted(self._listed, key=lambda m: (m not in speak, self._place(m), m)):
            if self._mentions[mention].form in ("name", "nominal") and (words := self._words(mention)):
                found.setdefault((mention[0], words), mention)
        return found

    def _words(self, mention: Member) -> tuple[str, ...]:
        """The words that a mention is called with, less its article."""
        m, starts = self._mentions[mention], self._starts[mention[0]]
        words = self._readings[mention[0]].words[bisect_left(starts, m.start) : bisect_left(starts, m.end)]
        return tuple(term(w.lemma.casefold()) for w in words if w.lemma.casefold() not in function_words())

    def _terms(self, report: str) -> frozenset[str]:
        """The terms of a report's words."""
        if report not in self._terms_of:
            words = self._readings[report].words
            self._terms_of[report] = frozenset(term(w.lemma.casefold()) for w in words)
        return self._terms_of[report]

    def _place(self, mention: Member) -> Evidence:
        m = self._mentions[mention]
        return mention[0], m.start, m.end

    def _who(self, mention: Member) -> tuple[str, str]:
        """Who a mention means: its entity, else its chain."""
        entity = self._entity.get(mention)
        if entity is not None and any(self._mentions[m].form == "name" for m in entity.mentions if m in self._mentions):
            return "entity", entity.id
        found = self._mentions.get(mention)
        return mention[0], found.chain if found else mention[1]

    def of(self, place: Evidence, row: Member, because: Reason) -> Origin | None:
        """Give the origin of `row` where who is mentioned at `place` says it."""
        number = self._places.at(place)
        if number is None:
            return None
        mention = self._listed[number]
        who = self._who(mention)
        if row[0] not in self._in[who]:
            words = self._words(mention)
            here = self._called.get((row[0], words))
            if here is not None:
                mention, who = here, self._who(here)
            elif not words or not self._terms(row[0]).issuperset(words):
                return None  # whom a report never calls by any name is no voice of it
        known = self._spoke.get(mention) or self._known.get(who)
        if known is not None and (row[0] in self._in[who] or not VoiceKey.of(known).nameless):
            return Origin(known.kind, known.name, (row,), known.key, known.certain, because, party=known.party)
        m = self._mentions[mention]
        kind: SourceKind = _KINDS.get(m.kind, "institution")
        entity = self._entity.get(mention)
        if who[0] == "entity" and entity is not None:
            return Origin(kind, entity.name, (row,), str(VoiceKey("voice", entity.id)), True, because)
        name = self._chain_name.get((mention[0], m.chain), "")
        if not name:
            return None
        kind = "anonymous" if m.kind in ("person", "other") else "collective" if m.kind == "group" else kind
        through = self._narrator[row[0]].key if row[0] in self._narrator else f"report:{row[0]}"
        key = VoiceKey("role", " ".join(sorted(name.casefold().split())), through)
        return Origin(kind, name, (row,), str(key), False, because)

    def narration(self, row: Member, because: Reason) -> Origin:
        """Give the origin of `row` where its report tells it by itself."""
        known = self._narrator.get(row[0])
        if known is None:
            return Origin("outlet", row[0], (row,), f"report:{row[0]}", True, because)
        return Origin(known.kind, known.name, (row,), known.key, known.certain, because)
