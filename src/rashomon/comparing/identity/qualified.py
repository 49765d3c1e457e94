"""A body told without its state, place or kind is the one that bears the longer name, where the story has one.

"Bureau of Prisons" is the Federal Bureau of Prisons, "National Guard" the guard of the one state that is told of,
"Elmsford Police" its police department. What is left of a name must still be two words. Where two longer names
shorten to one, it is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.comparing.similarity.parts import Part, parts
from rashomon.language import lexicon
from rashomon.records import MentionKind, Reason

_LONGEST_PLACE = 4
_LEAST = 2
_AS_WRITTEN = frozenset({"title", "form"})
Key = tuple[str, ...]


@cache
def qualifiers(where: str) -> frozenset[str]:
    """Give the words that a name may be told without, "before" or "after" it."""
    return frozenset(word for side, word in lexicon("name_qualifiers") if side == where)


def qualified(merging: Merging) -> None:
    """Join bodies and places told by a shorter name to the one group whose longer name it can shorten."""
    for body in ("body", "place"):
        named = [
            (i, name)
            for i, bearer in enumerate(merging.bearers)
            if class_of(bearer.kind) == body and bearer.names
            for name in dict.fromkeys((bearer.name, *bearer.names))
        ]
        bearers: dict[Key, list[int]] = {}
        written: dict[Key, str] = {}
        for i, name in named:
            key = _key(_told(name))
            bearers.setdefault(key, []).append(i)
            written.setdefault(key, name)
        places = _places(merging)
        longer: dict[Key, dict[int, tuple[str, bool]]] = {}
        for i, name in named:
            for left, located in shorter(_told(name), places, body):
                if (key := _key(left)) in bearers:
                    longer.setdefault(key, {}).setdefault(i, (name, located))
        for key in sorted(longer):
            _join(merging, bearers[key], longer[key], written[key])


def _join(merging: Merging, short: list[int], long: dict[int, tuple[str, bool]], name: str) -> None:
    """Join the short name's bearers with the longer's, of which one at most says of which state or place it is."""
    roots = {merging.root(i) for i in long}
    located = {merging.root(i) for i, (_, where) in long.items() if where}
    if (len(roots) > 1 and len(located) > 1) or roots & {merging.root(i) for i in short}:
        return
    first = min(long, key=lambda i: (not long[i][1], i))
    for i in (*short, *sorted(long)):
        merging.join(first, i, Reason("shorter-name", f"{name}<{long[first][0]}"), sure=True)


def _told(name: str) -> tuple[Part, ...]:
    return tuple(p for p in parts(name, "body") if p.role not in _AS_WRITTEN)


def _key(found: tuple[Part, ...]) -> Key:
    return tuple(sorted(p.key for p in found))


def _places(merging: Merging) -> frozenset[Key]:
    """Give the names of the places of the story, as parts."""
    names = {n for b in merging.bearers if b.kind == "place" for n in b.names}
    found = {tuple(name_key(name).split()) for name in names}
    return frozenset(words for words in found if len(words) <= _LONGEST_PLACE)


def shorter(
    found: tuple[Part, ...], places: frozenset[Key], body: str = "body"
) -> Iterator[tuple[tuple[Part, ...], bool]]:
    """Give what is left of a name's parts without what stands before and after it, and whether something did before."""
    starts = [0]
    while len(found) - starts[-1] > _LEAST and (size := _before(found[starts[-1] :], places, body)):
        starts.append(starts[-1] + size)
    ends = [len(found)]
    if body == "body" and found and found[-1].text in qualifiers("after"):
        ends.append(len(found) - 1)
    for start in starts:
        for end in ends:
            left = found[start:end]
            if len(left) >= _LEAST and len(left) < len(found) and any(p.role in ("name", "head") for p in left):
                yield left, start > 0


def retyped(found: list[Bearer]) -> list[Bearer]:
    """Give `found` with names read as places, but shortened from those of bodies, as bodies: "Elm Grove" (Hospital)."""
    bodies: dict[Key, tuple[str, MentionKind]] = {}
    for bearer in found:
        if class_of(bearer.kind) == "body":
            for name in bearer.names:
                told = _told(name)
                if len(told) > _LEAST and told[-1].text in qualifiers("after"):
                    bodies.setdefault(_key(told[:-1]), (name, bearer.kind))
    out = []
    for bearer in found:
        short = bodies.get(_key(_told(bearer.name))) if bearer.kind == "place" and not bearer.told else None
        if short:
            bearer = replace(bearer, kind=short[1], because=(*bearer.because, Reason("short-for", short[0])))
        out.append(bearer)
    return out


def _before(found: tuple[Part, ...], places: frozenset[Key], body: str) -> int:
    """Give how many parts at the beginning only say of which state or place the body is."""
    if found[0].role in ("country", "people"):
        return 1
    if body == "place":
        return 0
    for size in range(min(_LONGEST_PLACE, len(found) - _LEAST), 0, -1):
        if tuple(p.text for p in found[:size]) in places:
            return size
    return int(found[0].text in qualifiers("before"))
