"""Of some things whoever is named with them has one: "Duarte's family", "the family of Ana Duarte", "her family".

The noun says whether there is one (`one_of_each.txt`); the owner must be the only one named in the phrase, and nothing
else may be in it ("her second husband" is another). A person whom his report calls "Duarte's widow" is meant by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.language import lexicon
from rashomon.records import Mention, Reading, Reason

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
