"""A bearer is one chain of one report: what is gathered into entities, never taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rashomon.comparing.identity.knowledge import Knowledge, Told, is_capital, name_key
from rashomon.comparing.similarity.parts import parts
from rashomon.records import Member, MentionKind, Reading, Reason

_INDEFINITE = re.compile(
    r"(?:an?|all|any|both|each|every|her|his|its|many|more|other|our|several|some|that|their|these|this|those|two) ",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”»]")
_AREA = re.compile(r"(?:city|town|village|port|province|state|region|island|republic|kingdom) of (.+)")
_TITLE = "title"
_SHOWS = frozenset({"title", "given-name", "head-word", "role-beside", "body-beside", "place-beside", "word-of-bodies"})
_SHOWN = 2
"""Guessed mentions that a mention outweighs whose kind the text shows, beside its own."""
_INSTITUTIONS = frozenset({"organisation", "office", "facility", "publication"})
_IN, _MINISTRY = " in ", "ministry"
_LONGEST_PLACE = 12
"""Words of the longest name of a place."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A chain with its names, roles, mentions and the titles before its names; `told` where one of these is known.

    `shown` are the mentions whose kind the text shows: no model guessed it.
    """

    report: str
    chain: str
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Member, ...]
    told: Told | None = None
    because: tuple[Reason, ...] = ()
    titles: frozenset[str] = frozenset()
    shown: int = 0


def bearers(readings: Mapping[str, Reading], knowledge: Knowledge) -> list[Bearer]:
    """Give the bearers of `readings` in the order of their reports' ids, kinds repaired by what most reports say.

    A name that the model types differently here and there has the kind of most of its mentions, those whose kind
    the text shows ("a farmer") before all; a name that is told (`Knowledge`) has the kind that is told, and a state's
    or capital's name keeps both its kinds.
    """
    found = []
    places = frozenset(
        name_key(name)
        for reading in readings.values()
        for chain in reading.chains
        if chain.kind == "place"
        for name in chain.names
    )
    for report in sorted(readings):
        reading = readings[report]
        members: dict[str, list[Member]] = {}
        titles: dict[str, set[str]] = {}
        shown: dict[str, int] = {}
        seats = _seats(reading)
        for mention in reading.mentions:
            members.setdefault(mention.chain, []).append((report, mention.id))
            if mention.form == "name" and mention.because.rule in _SHOWS:
                shown[mention.chain] = shown.get(mention.chain, 0) + 1
            if mention.because.rule == _TITLE:
                titles.setdefault(mention.chain, set()).add(mention.because.words.casefold())
        for chain in reading.chains:
            if chain.id in members:
                seat = seats.get(chain.id, "")
                names = tuple(" ".join(n.split()) + seat for n in chain.names)
                name = " ".join(chain.name.split()) + seat
                bearer = Bearer(report, chain.id, chain.kind, name, names, chain.roles, tuple(members[chain.id]))
                bearer = replace(bearer, titles=frozenset(titles.get(chain.id, ())), shown=shown.get(chain.id, 0))
                found.append(bearer if names else _described(bearer, knowledge, places))
    told = [_told(bearer, knowledge) for bearer in found]
    return _repaired(told)


def _seats(reading: Reading) -> dict[str, str]:
    """Give what tells the ministry of one state from another's, where the capital stands behind it: " in Berlin"."""
    chains = {c.id: c for c in reading.chains}
    capitals = {m.start: chains[m.chain].name for m in reading.mentions if chains[m.chain].kind == "place"}
    found = {}
    for m in reading.mentions:
        capital = capitals.get(m.end + len(_IN), "")
        if m.form == "name" and is_capital(name_key(capital)) and _MINISTRY in name_key(chains[m.chain].name).split():
            found[m.chain] = _IN + capital
    return found


def _described(bearer: Bearer, knowledge: Knowledge, places: frozenset[str]) -> Bearer:
    """Take a description that can mean one thing only for its name: the "Fajr" movement, the Omani parliament."""
    words = bearer.name.split()
    if bearer.kind == "person" or _INDEFINITE.match(bearer.name):
        return bearer
    phrase = " ".join(words[words[0].lower() == "the" :])
    quoted = _QUOTED.search(phrase)
    area = _AREA.match(phrase)
    for name in (phrase, quoted and quoted[1], area and area[1]):
        if name and knowledge.told(name, bearer.kind):
            return replace(bearer, name=name, names=(name,), roles=())
    one = not words[-1].endswith("s") or words[-1].endswith("ss")
    if not one or bearer.kind not in _INSTITUTIONS:
        return bearer
    national = any(p.role in ("country", "people") for p in parts(phrase, "body"))
    if national or (phrase[:1].isupper() and _begins_with(phrase, places)):
        return replace(bearer, name=phrase, names=(phrase,), roles=())
    return bearer


def _begins_with(phrase: str, places: frozenset[str]) -> bool:
    """Tell whether a place stands at the head of `phrase`, and something behind it."""
    words = phrase.split()
    return any(name_key(" ".join(words[:n])) in places for n in range(1, min(len(words), _LONGEST_PLACE + 1)))


def _told(bearer: Bearer, knowledge: Knowledge) -> Bearer:
    if not bearer.names:
        return bearer
    for name in dict.fromkeys((bearer.name, *bearer.names)):
        if told := knowledge.told(name, bearer.kind, bearer.roles):
            return replace(bearer, told=told, kind=told.kind, because=(told.because,))
    return bearer


def _repaired(found: list[Bearer]) -> list[Bearer]:
    votes: dict[str, Counter[MentionKind]] = {}
    for bearer in found:
        if not bearer.told:
            for key in {name_key(name) for name in bearer.names}:
                votes.setdefault(key, Counter())[bearer.kind] += len(bearer.mentions) + _SHOWN * bearer.shown
    out = []
    for bearer in found:
        total: Counter[MentionKind] = Counter()
        for key in {name_key(name) for name in bearer.names} if not bearer.told else ():
            total += votes[key]
        best = max(sorted(total), key=lambda kind: total[kind], default=bearer.kind)
        if total[best] > total[bearer.kind]:
            why = Reason("kind-of-most", f"{best} {total[best]}, {bearer.kind} {total[bearer.kind]}")
            bearer = replace(bearer, kind=best, because=(*bearer.because, why))
        out.append(bearer)
    return out
