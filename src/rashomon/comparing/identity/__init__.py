"""Who is who across reports, and why: every mention is in exactly one entity, with the rest of its chain.

Every merge has a reason, and no order matters. Names that are told first (states, known entities), then full names,
then surnames where the story has one bearer, then offices and administrations. What could be several is left apart and
says so ("ambiguous").

What people judged is laid over these groups, in the order of its time: the last word holds. A merge makes the groups of
its sides one. A split takes out of the group what leaves it: the bearers of the mentions that were named, or every
bearer of the name that was. A name given to a group stays with the mention it was given at.

A person is also listed as the reports write him with his title: "Attorney General Ana Duarte", "Mr. Duarte". Such a
form is found beside a name whose bearer is settled; no two people are joined by it. What is written must stand directly
before the name: a role that the report gives him, or words of titles.

What is compared in parts is one by its name (`across_parts`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rashomon.comparing.days import Firsts
from rashomon.comparing.identity.bodies import acronyms, qualified, retyped, typed
from rashomon.comparing.identity.definite_descriptions import administrations, offices, owned
from rashomon.comparing.identity.knowledge import ARMED, Knowledge, KnownEntity, Told, knowledge_of, known_entities
from rashomon.comparing.identity.merging import Bearer, Merging, bearers, full_key
from rashomon.comparing.identity.names import full_names, single_names
from rashomon.language import lexicon
from rashomon.records import NO_REASON, Entity, Member, Reading, Reason, Ruling
from rashomon.records.keys import distinct, entity_name

__all__ = ["KnownEntity", "identity", "known_entities"]


def identity(
    readings: Mapping[str, Reading],
    known: Iterable[KnownEntity] = (),
    rulings: Iterable[Ruling] = (),
    texts: Mapping[str, str] | None = None,
) -> tuple[Entity, ...]:
    """Gather the mentions of one person, body or place across `readings` (report id → reading).

    `known` are entities that the user knows (`known_entities`); they go before the starter ones. Entities come in
    the order of kind and name; the same readings and `known` give the same entities, in any order of the readings.
    `rulings` are what people judged of identities: they have the last word. With the `texts` of the reports, persons
    are listed as written with their titles too.
    """
    knowledge = knowledge_of(tuple(known))
    found = retyped(typed(bearers(readings, knowledge)))
    merging = Merging([*found, *_told_bearers(knowledge, found)])
    _tell(merging)
    ambiguous = full_names(merging)
    qualified(merging)
    acronyms(merging)
    ambiguous += single_names(merging)
    offices(merging, readings)
    administrations(merging)
    owned(merging, readings)
    for i, meant in ambiguous:
        merging.reasons[merging.root(i)].append(Reason("ambiguous", f"{merging.bearers[i].name}: {' | '.join(meant)}"))
    groups = judged(_groups(merging), merging.bearers, rulings)
    return _entities(groups, merging.bearers, readings, Written(readings, texts or {}))


def _told_bearers(knowledge: Knowledge, found: list[Bearer]) -> list[Bearer]:
    """Give known entities as bearers without mentions, so that a new spelling of a known name finds its entity."""
    alike = {e for b in found if not b.told for name in b.names for e in knowledge.alike(name, b.kind)}
    return [
        Bearer("", e.name, e.kind, e.name, (e.name, *e.names), (), (), Told(e.name, e.kind, NO_REASON))
        for e in sorted(alike, key=lambda e: (e.kind, e.name, e.names))
    ]


def _tell(merging: Merging) -> None:
    first: dict[tuple[str, str], int] = {}
    for i, bearer in enumerate(merging.bearers):
        if bearer.told:
            j = first.setdefault((bearer.told.kind, bearer.told.name), i)
            merging.join(j, i, NO_REASON, sure=True)


def _groups(merging: Merging) -> list[Group]:
    groups: dict[int, list[int]] = {}
    for i, bearer in enumerate(merging.bearers):
        if bearer.mentions:
            groups.setdefault(merging.root(i), []).append(i)
    return [Group(members, merging.reasons[root]) for root, members in groups.items()]


def _entities(
    groups: Iterable[Group], found: Sequence[Bearer], readings: Mapping[str, Reading], as_written: Written
) -> tuple[Entity, ...]:
    at = {(report, m.id): (m.start, m.end) for report, reading in readings.items() for m in reading.mentions}
    rows = []
    for group in groups:
        held = [found[i] for i in group.bearers]
        kinds = Counter(b.kind for b in held for _ in b.mentions)
        kind = max(sorted(kinds), key=lambda k: kinds[k])
        written = Counter(name for b in held for name in b.names for _ in b.mentions)
        names = tuple(sorted(written, key=lambda n: (-written[n], n)))
        told = group.name or next((b.told.name for b in held if b.told and b.told.because.rule != ARMED), "")
        fit = [n for n in names if kind != "person" or not _runs_on(n, written)]
        name = told or (max(fit, key=lambda n: (len(full_key(n, kind)), written[n], n)) if names else held[0].name)
        mentions = tuple(sorted((m for b in held for m in b.mentions), key=lambda m: (m[0], len(m[1]), m[1])))
        names = tuple(dict.fromkeys((*names, *as_written.forms(mentions))))
        because = tuple(sorted({r for r in group.reasons if r}, key=str))
        rows.append((kind, name, mentions, names, because))
    rows.sort()
    firsts = Firsts(readings)
    begun = (firsts.of((m[0], *at[m]) for m in mentions) for _, _, mentions, _, _ in rows)
    ids = distinct((entity_name(report, (start, end)) for report, start, end in begun), set())
    return tuple(
        Entity(i, name, kind, names, mentions, because)
        for i, (kind, name, mentions, names, because) in zip(ids, rows, strict=True)
    )


@dataclass(slots=True)
class Group:
    """Bearers that are one thing, by their places in the list of bearers, why, and the name that a person gave it."""

    bearers: list[int]
    reasons: list[Reason] = field(default_factory=list)
    name: str = ""


def judged(groups: Iterable[Group], found: Sequence[Bearer], rulings: Iterable[Ruling]) -> list[Group]:
    """Give the groups of `found` as people judged them. A side that no bearer here stands for changes nothing."""
    told = sorted((r for r in rulings if r.kind in ("merge", "split", "rename")), key=lambda r: (r.when, r.id))
    if not told:
        return list(groups)
    judging = _Judging(groups, found)
    for ruling in told:
        if ruling.kind == "merge":
            judging.merge(ruling)
        elif ruling.kind == "split":
            judging.split(ruling)
    for ruling in told:
        if ruling.kind == "rename":
            judging.rename(ruling)
    return judging.groups()


class _Judging:
    def __init__(self, groups: Iterable[Group], found: Sequence[Bearer]) -> None:
        self._found = found
        self._at = {member: i for i, bearer in enumerate(found) for member in bearer.mentions}
        self._group: dict[int, Group] = {}
        for one in groups:
            group = Group(list(one.bearers), list(one.reasons))
            self._group.update(dict.fromkeys(group.bearers, group))

    def groups(self) -> list[Group]:
        return list({id(group): group for _, group in sorted(self._group.items())}.values())

    def _of(self, side: Sequence[Member]) -> Group | None:
        """The group of the first mention of a side that is here."""
        return next((self._group[self._at[m]] for m in side if m in self._at), None)

    def merge(self, ruling: Ruling) -> None:
        here = [group for side in ruling.sides if (group := self._of(side))]
        for first, other in ((here[0], group) for group in here[1:]):
            if other is first:
                continue
            first.bearers = sorted((*first.bearers, *other.bearers))
            first.reasons += other.reasons
            self._group.update(dict.fromkeys(other.bearers, first))
        if len(here) > 1:
            here[0].reasons.append(ruling.because)

    def split(self, ruling: Ruling) -> None:
        group = self._of(ruling.sides[0])
        if group is None or len(ruling.sides) < 2:
            return
        if ruling.value:
            wanted = ruling.value.casefold()
            leaving = {i for i in group.bearers if wanted in {n.casefold() for n in self._found[i].names}}
        else:
            leaving = {self._at[m] for m in ruling.sides[1] if m in self._at} & set(group.bearers)
        staying = [i for i in group.bearers if i not in leaving]
        if not leaving or not staying:
            return
        group.bearers = staying
        group.reasons.append(ruling.because)
        kept = [why for i in sorted(leaving) for why in self._found[i].because]
        left = Group(sorted(leaving), [*kept, ruling.because])
        self._group.update(dict.fromkeys(left.bearers, left))

    def rename(self, ruling: Ruling) -> None:
        group = self._of(ruling.sides[0])
        if group:
            group.name = ruling.value
            group.reasons.append(ruling.because)


_RARELY = 4
"""How many times as often the name itself is written as with words beside it that are none of it."""


def _runs_on(name: str, written: Mapping[str, int]) -> bool:
    """Whether a person's name took in words beside it: "Ann Holm U.S.", "Singer Ann Holm", mostly "Ann Holm"."""
    parts = len(full_key(name, "person"))
    shorter = (n for n in written if f" {n} " in f" {name} " and n != name and 1 < len(full_key(n, "person")) < parts)
    return any(written[n] >= _RARELY * written[name] for n in shorter)


_REACH = 80
"""Characters before a name in which a title may begin."""

_LONGEST = 7
"""Words of a title; what is longer is a description."""

_LAST_WORD = re.compile(r"(?<![^\W_])([^\W_][\w.’'-]*)\s$")


class Written:
    """The titled forms of the names of persons, by mention, in the `texts` of the reports."""

    def __init__(self, readings: Mapping[str, Reading], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._at = {
            (report, m.id): (m.start, m.end, m.chain)
            for report in texts
            for m in (readings[report].mentions if report in readings else ())
            if m.form == "name" and m.kind == "person"
        }
        self._roles = {
            (report, c.id): sorted(c.roles, key=lambda r: (-len(r), r))
            for report in texts
            for c in (readings[report].chains if report in readings else ())
        }

    def forms(self, mentions: Iterable[Member]) -> tuple[str, ...]:
        """Give the forms with a title of the names among `mentions`, the most frequent first."""
        found = Counter(form for m in mentions if m in self._at and (form := self._form(m)))
        return tuple(sorted(found, key=lambda form: (-found[form], form)))

    def _form(self, member: Member) -> str:
        report, _ = member
        start, end, chain = self._at[member]
        before = self._texts[report][max(0, start - _REACH) : start]
        before = before[before.rfind("\n") + 1 :]
        role = next((r for r in self._roles.get((report, chain), ()) if before.endswith((f"{r} ", f"{r}\xa0"))), "")
        if len(role.split()) > _LONGEST:
            role = ""
        size = max(len(role) + 1 if role else 0, _titles_at_the_end(before))
        return " ".join(self._texts[report][start - size : end].split()) if size else ""


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.casefold() for words, *_ in lexicon("titles") for word in words.split())


def _titles_at_the_end(before: str) -> int:
    """Give how many characters of titles end `before`, the space after them included."""
    left = len(before)
    while match := _LAST_WORD.search(before, 0, left):
        if match[1].casefold() not in _titles() or not match[1][0].isupper():
            break
        left = match.start(1)
    return len(before) - left
