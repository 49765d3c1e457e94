"""When two names are one body's: its initials (BOP, MbS), or its name without its state, place or kind.

An acronym is the one body or person of its story whose initials it gives: three letters at least, and only where the
report that has it is about the matter that the full name is told of. What one report says that it is short for, it is
in all reports.

"Bureau of Prisons" is the Federal Bureau of Prisons, "National Guard" the guard of the one state that is told of,
"Elmsford Police" its police department. What is left of a name must still be two words.

Where two longer names have the initials, or shorten to one, it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.identity.knowledge import name_key, state_of
from rashomon.comparing.identity.merging import Bearer, Company, Merging, class_of
from rashomon.comparing.similarity.parts import Part, fold, parts
from rashomon.language import lexicon, word_set
from rashomon.records import MentionKind, Reason

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z]{1,5}[A-Z]s?|(?:[A-Z]\.){3,6}")
_LEFT_OUT = word_set("words_of_names", "left_out")
_FEWEST_LETTERS, _MOST_LETTERS = 3, 7


def acronym_of(name: str) -> str:
    """Give the letters of an acronym ("BOP", "B.O.P.", "MbS"), lower-cased; empty where `name` is none."""
    if not _ACRONYM.fullmatch(name):
        return ""
    letters = name.replace(".", "")
    return letters.lower() if len(letters) >= _FEWEST_LETTERS else ""


def initials(name: str, kind: str) -> Iterator[str]:
    """Give the initials of a full name: with and without its small words, "son of" and a leading state."""
    if class_of(kind) == "person":
        named = [p for p in parts(name, "person") if p.role == "name"]
        for sons in ("", "b"):
            yield "".join((sons if p.before == "son" else "") + p.text[0] for p in named)
        return
    words = [word.lower() for word in fold(name)]
    while words and words[0] == "the":
        words = words[1:]
    for start in (0, 1):
        if start and not (words and (words[0] in qualifiers("before") or state_of(words[0]))):
            return
        kept = words[start:]
        yield "".join(w[0] for w in kept)
        yield "".join(w[0] for w in kept if w not in _LEFT_OUT)


def _index(named: Iterable[tuple[int, Bearer]]) -> dict[str, dict[int, str]]:
    """Give the bearers of full names by their initials, each with the name."""
    found: dict[str, dict[int, str]] = {}
    for i, bearer in named:
        for name in dict.fromkeys((bearer.name, *bearer.names)) if bearer.names else ():
            for letters in dict.fromkeys(initials(name, bearer.kind)) if " " in name else ():
                if _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS:
                    found.setdefault(letters, {}).setdefault(i, name)
    return found


def typed(found: Sequence[Bearer]) -> list[Bearer]:
    """Give `found` with the acronyms that were read as bodies, but are one person's initials and no body's, persons."""
    persons = _index((i, b) for i, b in enumerate(found) if b.kind == "person")
    bodies = _index((i, b) for i, b in enumerate(found) if b.kind != "person")
    out = []
    for bearer in found:
        letters = acronym_of(bearer.name) if class_of(bearer.kind) == "body" and not bearer.told else ""
        if letters and len(bearer.names) == 1 and letters in persons and letters not in bodies:
            name = min(persons[letters].values())
            bearer = replace(bearer, kind="person", because=(*bearer.because, Reason("initials-of", name)))
        out.append(bearer)
    return out


def acronyms(merging: Merging) -> None:
    """Join the acronyms that stand alone to the one group that has a name with these initials."""
    company: Company | None = None
    stated: dict[str, set[int]] = {}
    for i, bearer in enumerate(merging.bearers):
        for name in bearer.names if len(bearer.names) > 1 else ():
            if letters := acronym_of(name):
                stated.setdefault(letters, set()).add(i)
    by_class: dict[str, dict[str, dict[int, str]]] = {}
    for i, bearer in enumerate(merging.bearers):
        body = class_of(bearer.kind)
        letters = acronym_of(bearer.name) if bearer.names and bearer.mentions and body != "place" else ""
        if not letters or len(bearer.names) > 1:
            continue
        if body not in by_class:
            by_class[body] = _index((j, b) for j, b in enumerate(merging.bearers) if class_of(b.kind) == body)
        told = {merging.root(j) for j in stated.get(letters, ())} - {merging.root(i)}
        if len(told) == 1 and class_of(merging.bearers[min(told)].kind) == body:
            merging.join(min(told), i, Reason("stated-elsewhere", bearer.name), sure=True)
            continue
        named = {merging.root(j): name for j, name in sorted(by_class[body].get(letters, {}).items(), reverse=True)}
        if not named or merging.root(i) in named:
            continue
        if len(named) == 1 and {merging.root(j) for j in stated.get(letters, ())} == set(named):
            merging.join(
                next(iter(named)), i, Reason("initials-of", f"{next(iter(named.values()))}={bearer.name}"), sure=True
            )
            continue
        company = company or Company(merging)
        near = [r for r in named if bearer.report in merging.reports(r) or company.keeps(bearer.report, r)]
        if len(near) == 1:
            merging.join(near[0], i, Reason("initials-of", f"{named[near[0]]}={bearer.name}"), sure=True)


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
