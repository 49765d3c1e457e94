"""Whoever is told by what he is to another: "the Iraqi prime minister", "Duarte's family", "the family of Ana Duarte".

Whoever holds an office is meant by it, in that time; a leader's administration is the government of the state that he
leads, where the reports say which.

Of some things whoever is named with them has one. The noun says whether there is one (`one_of_each.txt`); the owner
must be the only one named in the phrase, and nothing else may be in it ("her second husband" is another). A person whom
his report calls "Duarte's widow" is meant by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.comparing.identity.knowledge import name_key, state_of
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.language import lexicon, word_set
from rashomon.records import Mention, Reading, Reason

_ADMINISTRATION = re.compile(r"(?:the )?(.+?)(?:['’]s?)? (?:administration|government|cabinet)", re.IGNORECASE)
_LEADERS = word_set("words_of_names", "leader")


def administrations(merging: Merging) -> None:
    """Join "Naji’s government" to the government of the one state that a Naji leads or led.

    A name that leaders of two states bear is left alone.
    """
    governments = {
        bearer.told.name: i
        for i, bearer in reversed(list(enumerate(merging.bearers)))
        if bearer.told and bearer.told.because.rule == "government-of"
    }
    led = _led(merging)
    for i, bearer in enumerate(merging.bearers):
        match = _ADMINISTRATION.fullmatch(bearer.name)
        if class_of(bearer.kind) != "body" or bearer.told or not match:
            continue
        states = led.get(name_key(match[1]), set())
        government = governments.get(f"Government of {next(iter(states))}") if len(states) == 1 else None
        if government is not None:
            merging.join(government, i, Reason("administration-of", f"{match[1]}={bearer.name}"), sure=True)


def _led(merging: Merging) -> dict[str, set[str]]:
    """Give the states that the bearers of a name lead or led, by every name that they are called."""
    states: dict[int, set[str]] = {}
    called: dict[int, set[str]] = {}
    for i, bearer in enumerate(merging.bearers):
        if class_of(bearer.kind) == "person" and bearer.names:
            root = merging.root(i)
            called.setdefault(root, set()).update(name_key(name) for name in bearer.names)
            for role in bearer.roles:
                office = office_of(role)
                if office and office.office in _LEADERS:
                    states.setdefault(root, set()).add(office.state)
    led: dict[str, set[str]] = {}
    for root, held in states.items():
        for key in called[root]:
            for word in {key, key.split()[-1] if key else ""}:
                led.setdefault(word, set()).update(held)
    return led


_PAST = word_set("words_of_names", "past")
_PREPOSITIONS = word_set("words_of_names", "preposition")
_POSSESSIVE = re.compile(r"^(.*\S)['’]s?\s+(\S.*)$", re.DOTALL)
_NAMED_OTHERWISE = {("United States", "foreign minister"): "secretary of state"}
_SAME_TERM_DAYS = 400
"""Two reports farther apart than this may speak of two holders of one office."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state, held now or once."""

    state: str
    office: str
    past: bool


@cache
def _offices() -> dict[tuple[str, ...], str]:
    return {tuple(spelling.split()): office for office, *more in lexicon("offices") for spelling in (office, *more)}


def office_of(role: str) -> Office | None:
    """Read a role phrase: "the former Iraqi prime minister", "foreign minister of Oman", "Iran’s supreme leader".

    None where its head is no office, or no state is named.
    """
    owner = ""
    if match := _POSSESSIVE.match(role):
        owner, role = match[1], match[2]
    words = [w for w in name_key(role).split() if w != "the"]
    table = _offices()
    for start in range(len(words)):
        if words[start] in _PREPOSITIONS:
            return None
        for size in range(min(5, len(words) - start), 0, -1):
            office, after = table.get(tuple(words[start : start + size])), words[start + size :]
            if office is None or (after and after[0] not in _PREPOSITIONS):
                continue
            before = [w for w in words[:start] if w not in _PAST]
            named = (" ".join(before), *before[-1:], " ".join(after[1:]), name_key(owner))
            state = next((s for n in named if n and (s := state_of(n))), "")
            office = _NAMED_OTHERWISE.get((state, office), office)
            return Office(state, office, len(before) < start) if state else None
    return None


def offices(merging: Merging, readings: Mapping[str, Reading]) -> None:
    """Join persons who are named by their office alone to its one holder."""
    holders: dict[tuple[str, str], dict[int, set[str]]] = {}
    unnamed: list[tuple[int, Office]] = []
    for i, bearer in enumerate(merging.bearers):
        if class_of(bearer.kind) != "person":
            continue
        for role in bearer.roles:
            office = office_of(role)
            if office is None or office.past:
                continue
            if bearer.names:
                held = holders.setdefault((office.state, office.office), {})
                held.setdefault(merging.root(i), set()).add(bearer.report)
            else:
                unnamed.append((i, office))
                break
    days = {report: _day(reading) for report, reading in readings.items()}
    for i, office in unnamed:
        held = holders.get((office.state, office.office), {})
        day = days.get(merging.bearers[i].report)
        near = [root for root, reports in held.items() if any(_near(day, days.get(r)) for r in reports)]
        if len(near) == 1:
            holder = merging.full_names(near[0])[:1] or (merging.bearers[near[0]].name,)
            merging.join(near[0], i, Reason("office-of", f"{holder[0]}={office.office} of {office.state}"), sure=True)


def _day(reading: Reading) -> date | None:
    value = reading.published.value or reading.published.latest
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _SAME_TERM_DAYS


_OF = re.compile(r"(?:the |a )?(.+?) of (?:the )?(.+)", re.IGNORECASE)
_OWNED = re.compile(r"(?:the )?(.+?)['’]s? (.+)", re.IGNORECASE)
_OWNER_MARK = re.compile(r"^['’]s?\s")
_COURTESIES = frozenset({"", "dr", "mr", "mrs", "ms"})
Key = tuple[str, int]


@cache
def _nouns() -> dict[str, str]:
    return {word: noun for noun, *more in lexicon("one_of_each") for word in (noun, *more)}


def owned(merging: Merging, readings: Mapping[str, Reading]) -> None:
    """Join what is told by its owner alone, and with the one person whom a report says to be this of the owner."""
    owners = _Owners(merging, readings)
    described: dict[Key, list[int]] = {}
    named: dict[Key, list[int]] = {}
    for i, bearer in enumerate(merging.bearers):
        if bearer.names:
            for role in bearer.roles if class_of(bearer.kind) == "person" else ():
                if key := owners.by_name(bearer.report, role):
                    named.setdefault(key, []).append(i)
        elif bearer.mentions and (key := owners.by_mention(i)):
            described.setdefault(key, []).append(i)
    for key in sorted(described):
        held = described[key]
        noun, owner = key
        bearing = sorted({merging.root(i) for i in named.get(key, ())})
        first = bearing[0] if len(bearing) == 1 else held[0]
        for i in held:
            if merging.root(i) != merging.root(first):
                merging.join(first, i, Reason(f"{noun}-of", merging.bearers[owner].name), sure=True)


class _Owners:
    """Whose something is, by the mentions of a report and the names of its bearers."""

    def __init__(self, merging: Merging, readings: Mapping[str, Reading]) -> None:
        self._merging = merging
        self._bearer = {member: i for i, b in enumerate(merging.bearers) for member in b.mentions}
        self._mention: dict[tuple[str, str], Mention] = {}
        self._starts: dict[str, dict[int, list[Mention]]] = {}
        for report, reading in readings.items():
            starts = self._starts.setdefault(report, {})
            for mention in reading.mentions:
                self._mention[report, mention.id] = mention
                starts.setdefault(mention.start, []).append(mention)
        self._named: dict[tuple[str, str], set[int]] = {}
        for i, bearer in enumerate(merging.bearers):
            for name in bearer.names:
                self._named.setdefault((bearer.report, name_key(name)), set()).add(i)

    def by_name(self, report: str, phrase: str) -> Key | None:
        """Read "Duarte's widow" and "widow of Ana Duarte" by the names of its report."""
        for pattern, owner, noun in ((_OWNED, 1, 2), (_OF, 2, 1)):
            match = pattern.fullmatch(phrase)
            if match and (word := _nouns().get(match[noun].lower())):
                roots = {self._merging.root(i) for i in self._named.get((report, name_key(match[owner])), ())}
                return (word, roots.pop()) if len(roots) == 1 else None
        return None

    def by_mention(self, i: int) -> Key | None:
        """Read a description by the one owner inside it: "Duarte's family", "the Duarte family", "her family"."""
        bearer = self._merging.bearers[i]
        report, first = min(bearer.mentions, key=lambda m: self._mention[m].start)
        whole = self._mention[report, first]
        if whole.form != "nominal" or len(bearer.name) != whole.end - whole.start:
            return None
        inside = [
            m
            for at in range(whole.start, whole.end)
            for m in self._starts[report].get(at, ())
            if m.end <= whole.end and m.id != whole.id
        ]
        owners = {self._merging.root(self._bearer[report, m.id]) for m in inside if (report, m.id) in self._bearer}
        noun = _noun(bearer.name, inside, whole) if inside else ""
        return (noun, owners.pop()) if noun and len(owners) == 1 else None


def _noun(phrase: str, inside: list[Mention], whole: Mention) -> str:
    """Give the noun where the phrase is nothing but it and the owner."""
    before = phrase[: min(m.start for m in inside) - whole.start].lower().strip()
    after = phrase[max(m.end for m in inside) - whole.start :].lower()
    before = before.removeprefix("the").strip()
    after = _OWNER_MARK.sub("", after).strip()
    if after:
        return _nouns().get(after, "") if before.rstrip(".") in _COURTESIES else ""
    return _nouns().get(before.removesuffix(" of").removesuffix(" of the"), "")
