"""What a line of the chronicle says was done, by and to whom, and how much that tells a reader in a hurry.

Of a line's events that one stands for it whose type most of them have and that tells most parties; nothing is added
that is in none of them. A body named by its seat ("called on Baghdad to act") is no place where anything happened.

Whose state a party or place is, and of what sector a body, is told by the words of its name alone, where they tell. A
body is of a state that its name names, or whose people it does ("Iraqi Foreign Ministry"); of one that names two it is
not said. A person is of none: names do not tell.

A line that begins in mid-sentence, or whose event has neither a named party nor a place, tells nothing on its own. Of
the others those tell most that several reports or surely independent voices tell, that are disputed, dated to the day,
and of deeds rather than words. What tells little is held back, never dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 (an entry's own date is a text)
from datetime import timedelta
from functools import cache

from rashomon.case import Case
from rashomon.exports.lookup import Lookup
from rashomon.language import lexicon
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


_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_ENDS = re.compile(r"\b(?:of|for|in)\b.*", re.DOTALL)
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class State:
    """A state with its codes of ISO 3166-1, of two small letters and of three large; the second may be missing."""

    name: str
    two: str
    three: str


def state_of(name: str, kind: MentionKind) -> State | None:
    """Give the state that a body, group or place is of."""
    if kind in ("person", "other", "office", "publication"):
        return None
    bare = name.removeprefix("the ").removeprefix("The ")
    if kind in ("place", "facility"):
        return _places().get(bare.casefold())
    words = [m[0] for m in _WORD.finditer(bare)]
    found = set()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            state = _named().get(" ".join(words[at : at + length]))
            if state:
                found.add(state)
                at += length - 1
                break
        at += 1
    return found.pop() if len(found) == 1 else None


def sector_of(name: str, kind: MentionKind) -> str:
    """Give the PLOVER sector of a body or group; "" where its name does not tell."""
    if kind not in ("organisation", "group"):
        return ""
    if name.startswith("Government of "):
        return "GOV"
    sectors = {words: sector for words, sector in lexicon("sectors")}  # noqa: C416 (rows of any length)
    for part in (_ENDS.sub("", name), name):  # "Ministry of Defence" is told by its head
        words = part.casefold().split()
        told = next((sectors[end] for n in (2, 1) if (end := " ".join(words[-n:])) in sectors), "")
        if told:
            return told
    return ""


@cache
def _states() -> dict[str, State]:
    return {name: State(name, two, (*rest, "")[0]) for name, two, *rest in lexicon("country_codes")}


@cache
def _named() -> dict[str, State]:
    """States by what names them or their people, as it is written."""
    found: dict[str, State] = {}
    for name, *columns in lexicon("countries"):
        people, _, others = (*columns, "", "", "")[:3]
        if name in _states():
            found |= {word: _states()[name] for part in (name, people, others) for word in part.split("|") if word}
    return found


@cache
def _places() -> dict[str, State]:
    """States by their names, seats of government and towns, in small letters."""
    found = {town.casefold(): _states()[state] for town, state in lexicon("towns") if state in _states()}
    for name, *columns in lexicon("countries"):
        _, seats, others = (*columns, "", "", "")[:3]
        if name in _states():
            found |= {w.casefold(): _states()[name] for part in (seats, name, others) for w in part.split("|") if w}
    return found


_BROKEN = re.compile(r"[\W_]*(?:[a-z]|$)")
_PRONOUN = re.compile(r"[“\"‘']*(?:he|she|it|they|we|i|this|that|these|those)\b", re.IGNORECASE)
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT"})
_DAY = 10
_WEEK, _EPISODE = timedelta(days=7), timedelta(days=45)
_FRAGMENT = -10


def weight(entry: ChronicleEntry, events: Sequence[tuple[Event, bool]], reports: int) -> int:
    """Weigh a line that `reports` stand behind; `events` are its rows, each with whether it names a party or a place.

    Below 0 it tells nothing on its own.
    """
    if _BROKEN.match(entry.title) or (events and not any(named for _, named in events)):
        return _FRAGMENT
    told = 3 * min(reports - 1, 3) + 3 * min(max(entry.independent_origins[0] - 1, 0), 3) + 2 * bool(entry.conflicts)
    told += _dated(entry.date) + (not _PRONOUN.match(entry.title))
    told += any(event.type not in _WORDS for event, _ in events)
    return told + any(event.modality == "asserted" for event, _ in events)


def _dated(date: str | None) -> int:
    if not date:
        return 0
    first, _, last = date.partition("/")
    try:
        length = Date.fromisoformat((last or first)[:_DAY]) - Date.fromisoformat(first[:_DAY])
    except ValueError:
        return 1
    return 3 if length <= _WEEK else 2 if length <= _EPISODE else 1
