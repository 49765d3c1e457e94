"""Bearers, the chains of single reports, are joined only where nothing forbids it, and every joint has its reason.

What is gathered into entities are bearers, and none is taken apart. Never one entity: two things that are told to be
different; a person and a place, or any two kinds that exclude each other; two bearers of one report whose full names
differ; two names that contradict each other.

Reports are about one matter where they name the same people and bodies, states and outlets left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.comparing.identity.knowledge import Knowledge, Told, is_capital, name_key
from rashomon.comparing.similarity import similarity
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


_CLASS = {"person": "person", "place": "place"}
_CONTRADICTION = 0.62
"""Two full names of one entity are at least so similar, unless a table or the text joins them."""

_ONE_SPELLING = 0.92
"""Two full names of one report that are less similar are two; the same name may be misspelt in between."""

_COMPARED = 6
"""Names a side that are compared when two groups are joined: enough to find a contradiction, and cost stays linear."""


def class_of(kind: str) -> str:
    """Give the class of kinds that may be one thing: "person", "place" or "body"."""
    return _CLASS.get(kind, "body")


def full_key(name: str, kind: str) -> tuple[str, ...]:
    """Give the parts that tell who is meant; empty for a person's single name, which many may bear."""
    body = class_of(kind)
    found = parts(name, "person" if body == "person" else "body")
    if len(found) == 1 and found[0].role == "people":
        return (f"people of {found[0].key}",)
    keys = tuple(p.key for p in found if p.role not in ("title", "form"))
    return keys if body != "person" or sum(p.role == "name" for p in found) > 1 else ()


class Merging:
    """A union-find over bearers that knows what may not be joined."""

    def __init__(self, found: Sequence[Bearer]) -> None:
        self.bearers = found
        self._parent = list(range(len(found)))
        self._reports: list[dict[str, tuple[int, ...]]] = [{b.report: (i,)} for i, b in enumerate(found)]
        self._told: list[str] = [f"{b.told.kind}:{b.told.name}" if b.told else "" for b in found]
        self._fulls: list[tuple[str, ...]] = [self._full_names(b) for b in found]
        self._aliases: list[frozenset[str]] = [
            self._stated(names, b) for names, b in zip(self._fulls, found, strict=True)
        ]
        self.reasons: list[list[Reason]] = [list(b.because) for b in found]

    @staticmethod
    def _full_names(bearer: Bearer) -> tuple[str, ...]:
        names = (name for name in dict.fromkeys((bearer.name, *bearer.names)) if full_key(name, bearer.kind))
        return tuple(names)[:_COMPARED] if bearer.names else ()

    @staticmethod
    def _stated(names: tuple[str, ...], bearer: Bearer) -> frozenset[str]:
        """Give the full names of a person of whom a report says that two names, not alike, are one's."""
        if class_of(bearer.kind) != "person" or len(names) < 2:
            return frozenset()
        apart = any(similarity(x, y) < _CONTRADICTION for x, y in combinations(names, 2))
        return frozenset(names) if apart else frozenset()

    def root(self, i: int) -> int:
        """Give the bearer that stands for the group of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def reports(self, i: int) -> dict[str, tuple[int, ...]]:
        """Give the reports of the group of `i`, each with its bearers."""
        return self._reports[self.root(i)]

    def full_names(self, i: int) -> tuple[str, ...]:
        """Give the full names of the group of `i` (a few, where there are many)."""
        return self._fulls[self.root(i)]

    def forbids(self, i: int, j: int, *, sure: bool = False) -> str:
        """Say what forbids that the groups of `i` and `j` are one; empty where nothing does.

        `sure` leaves out the comparison of names: a table joins them.
        """
        a, b = self.root(i), self.root(j)
        first, second = self.bearers[a], self.bearers[b]
        if class_of(first.kind) != class_of(second.kind):
            return "other-kind"
        if self._told[a] and self._told[b] and self._told[a] != self._told[b]:
            return "told-apart"
        if sure:
            return ""
        if clash := self._contradiction(a, b, class_of(first.kind)):
            return clash
        known = self._aliases[a] | self._aliases[b]
        small, large = sorted((self._reports[a], self._reports[b]), key=len)
        apart = any if class_of(first.kind) == "person" else all
        for report, members in small.items():
            pairs = [(x, y) for x in members for y in large.get(report, ())]
            if pairs and apart(self._differ_in_report(x, y, known) for x, y in pairs):
                return f"told-apart-in-report:{report}"
        return ""

    def _contradiction(self, a: int, b: int, body: str) -> str:
        """Say which names contradict: any two of a person's, but all of a body's, which is also known translated."""
        pairs = [(similarity(x, y, body), x, y) for x in self._fulls[a] for y in self._fulls[b]]
        told = body != "person" or self._told[a] or self._told[b] or self._aliases[a] or self._aliases[b]
        score, x, y = (max if told else min)(pairs, default=(1.0, "", ""))
        return f"contradicts:{x}/{y}" if score < _CONTRADICTION else ""

    def _differ_in_report(self, i: int, j: int, known: frozenset[str]) -> bool:
        """Whether one report keeps two bearers apart: it gives both a full name, and no two of these are one.

        Names that another report says to be one person's (`known`) do not.
        """
        first, second = self.bearers[i], self.bearers[j]
        mine, yours = self._full_names(first), self._full_names(second)
        body = class_of(first.kind)
        if known.issuperset((*mine, *yours)):
            return False
        return bool(mine and yours) and all(similarity(x, y, body) < _ONE_SPELLING for x in mine for y in yours)

    def join(self, i: int, j: int, because: Reason, *, sure: bool = False) -> bool:
        """Make the groups of `i` and `j` one, unless something forbids it; says whether they are one now."""
        a, b = self.root(i), self.root(j)
        if a == b:
            return True
        if self.forbids(a, b, sure=sure):
            return False
        if len(self._reports[a]) < len(self._reports[b]) or (len(self._reports[a]) == len(self._reports[b]) and b < a):
            a, b = b, a
        self._parent[b] = a
        for report, members in self._reports[b].items():
            self._reports[a][report] = tuple(sorted((*self._reports[a].get(report, ()), *members)))
        self._told[a] = self._told[a] or self._told[b]
        self._aliases[a] |= self._aliases[b]
        fulls = sorted({*self._fulls[a], *self._fulls[b]}, key=lambda n: (-len(n), n))
        self._fulls[a] = tuple(fulls[:_COMPARED])
        self.reasons[a] += [*self.reasons[b], because]
        self._reports[b], self.reasons[b] = {}, []
        return True


_COMPANY = 20
"""How many of a report's rarest names are looked at to see which other reports are about the same matter."""


class Company:
    """Which reports speak of the same people and bodies, states and outlets left out."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        kept: dict[str, set[int]] = {}
        for i, bearer in enumerate(merging.bearers):
            told_state = bearer.told is not None and bearer.told.because.rule in ("government-of", "state", "seat-of")
            if merging.full_names(i) and bearer.kind not in ("place", "publication") and not told_state:
                kept.setdefault(bearer.report, set()).add(merging.root(i))
        self._of = {
            report: sorted(roots, key=lambda r: (len(merging.reports(r)), r))[:_COMPANY]
            for report, roots in kept.items()
        }

    def keeps(self, report: str, root: int) -> bool:
        """Whether `report` names anyone else whom a report on `root` names too."""
        theirs = self._merging.reports(root).keys()
        return any(
            other != root and not theirs.isdisjoint(self._merging.reports(other).keys())
            for other in self._of.get(report, ())
        )
