"""A body told without its state, place or kind is the one that bears the longer name, where the story has one.

"Bureau of Prisons" is the Federal Bureau of Prisons, "National Guard" the guard of the one state that is told of,
"Elmsford Police" its police department. What is left of a name must still be two words. Where two longer names
shorten to one, it is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.comparing.similarity.parts import Part, parts
from rashomon.lexicons import lexicon

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
        longer: dict[Key, dict[int, str]] = {}
        for i, name in named:
            for key in dict.fromkeys(_key(left) for left in shorter(_told(name), places, body)):
                if key in bearers:
                    longer.setdefault(key, {}).setdefault(i, name)
        for key in sorted(longer):
            _join(merging, bearers[key], longer[key], written[key])


def _join(merging: Merging, short: list[int], long: dict[int, str], name: str) -> None:
    roots = {merging.root(i) for i in long}
    mine = {merging.root(i) for i in short}
    if len(roots) == 1 and not roots & mine:
        first = min(long)
        for i in short:
            merging.join(first, i, f"shorter-name:{name}<{long[first]}", sure=True)


def _told(name: str) -> tuple[Part, ...]:
    return tuple(p for p in parts(name, "body") if p.role not in _AS_WRITTEN)


def _key(found: tuple[Part, ...]) -> Key:
    return tuple(sorted(p.key for p in found))


def _places(merging: Merging) -> frozenset[Key]:
    """Give the names of the places of the story, as parts."""
    names = {n for b in merging.bearers if b.kind == "place" for n in b.names}
    found = {tuple(name_key(name).split()) for name in names}
    return frozenset(words for words in found if len(words) <= _LONGEST_PLACE)


def shorter(found: tuple[Part, ...], places: frozenset[Key], body: str = "body") -> Iterator[tuple[Part, ...]]:
    """Give what is left of a name's parts without what stands before and after it, each step a shorter name."""
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
                yield left


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
