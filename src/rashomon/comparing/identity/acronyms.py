"""An acronym is the one body or person of its story whose initials it gives: BOP, MbS.

Three letters at least, and only where the report that has it is about the matter that the full name is told of; where
two full names have the initials, it is nobody's. What one report says that it is short for, it is in all reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.company import Company
from rashomon.comparing.identity.knowledge import state_of
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.comparing.identity.qualified import qualifiers
from rashomon.comparing.similarity.parts import fold, parts
from rashomon.language import word_set
from rashomon.records import Reason

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z]{1,5}[A-Z]s?|(?:[A-Z]\.){3,6}")
_LEFT_OUT = word_set("words_of_names", "left_out")
_LEAST, _MOST = 3, 7


def acronym_of(name: str) -> str:
    """Give the letters of an acronym ("BOP", "B.O.P.", "MbS"), lower-cased; empty where `name` is none."""
    if not _ACRONYM.fullmatch(name):
        return ""
    letters = name.replace(".", "")
    return letters.lower() if len(letters) >= _LEAST else ""


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
                if _LEAST <= len(letters) <= _MOST:
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
