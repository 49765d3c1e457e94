"""Whose state a body or place is, and of what sector a body, by the words of its name alone, where they tell.

A body is of a state that its name names, or whose people it does ("Iraqi Foreign Ministry"); of one that names two it
is not said. A person is of none: names do not tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.language import lexicon
from rashomon.records import MentionKind

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
