"""Whoever holds an office is meant by it: "the Iraqi prime minister" is the one prime minister of Iraq of that time.

A leader's administration is the government of the state that he leads, where the reports say which.
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
from rashomon.records import Reading, Reason

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
