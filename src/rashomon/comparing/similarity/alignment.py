"""Each part of a name is matched with at most one part of the other, nearest first; the rest is left on its side."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.comparing.similarity.parts import Part
from rashomon.comparing.similarity.sound import sound
from rashomon.language import lexicon

NEAR = 0.36
"""Parts farther apart than this are different words."""

_EXACT = frozenset({"number", "form", "country", "people", "title"})
"""Roles whose words are never spellings of one another: Iran is not Iraq."""

_WORDS = frozenset({"name", "head", "title", "filler"})
"""Roles whose words may be written together or apart."""

_NICKNAME = 0.08

_JOINED_NEAR = 0.16
_HEARD_ALIKE = 0.08


class Match(NamedTuple):
    """Parts `left` of one name stand for parts `right` of the other, `distance` apart, by `rule`."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    distance: float
    rule: str


_Run = tuple[tuple[int, ...], int, float]
"""Neighbours of one name, the word of the other that they make up, and how far apart they are."""


_NONE: frozenset[str] = frozenset()


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Give the given names that a word is or is short for; a nickname's nickname is none."""
    names: dict[str, set[str]] = {}
    for name, *short in lexicon("nicknames"):
        for word in (name, *short):
            names.setdefault(word, set()).add(name)
    return {word: frozenset(found) for word, found in names.items()}


def _heard(a: str, b: str, far: float = NEAR) -> float:
    return sound(a, b, far) if a <= b else sound(b, a, far)


@lru_cache(maxsize=1 << 18)
def _distance(a: Part, b: Part) -> tuple[float, str]:
    if a.key == b.key:
        return 0.0, "same"
    if a.role in _EXACT or b.role in _EXACT:
        return 1.0, ""
    if (a.role == "initial") != (b.role == "initial"):
        full, short = (b, a) if a.role == "initial" else (a, b)
        begins = full.role == "name" and full.key[0] == short.key
        return (0.12, "initial") if begins else (1.0, "")
    if a.role == "initial":
        return 1.0, ""
    if _nicknames().get(a.key, _NONE) & _nicknames().get(b.key, _NONE):
        return _NICKNAME, "nickname"
    if a.units & b.units:
        return min(_heard(a.key, b.key), 0.03), "same-form"
    # Two words that the table knows, and that no spelling joins, are two words unless they sound alike.
    far = _HEARD_ALIKE if a.units and b.units else NEAR
    heard = _heard(a.key, b.key, far)
    for prefix in ("abd", "abu"):
        if 0 < heard <= far and a.key.startswith(prefix) and b.key.startswith(prefix):
            heard = max(heard, _heard(a.key[3:], b.key[3:], far))
    # "Alhurra" against "al-Hurra": the article stands in the word on one side and before it on the other.
    for x, y in ((a, b), (b, a)):
        if len(x.key) > 4 and x.key[:2] in ("al", "el") and y.before == "article":
            heard = min(heard, 0.02 + _heard(x.key[2:], y.key, far))
    return heard, "sound"


def _joins(many: tuple[Part, ...], few: tuple[Part, ...], free_many: set[int], free_few: set[int]) -> list[_Run]:
    """Match two or three neighbours in `many` with one word of `few` that is written together."""
    found: list[_Run] = []
    longest = max((len(few[j].key) for j in free_few), default=0)
    for size in (3, 2):
        for start in range(len(many) - size + 1):
            run = range(start, start + size)
            if sum(len(many[i].key) for i in run) > longest + 3 or not free_many.issuperset(run):
                continue
            if any(many[i].role not in _WORDS for i in run):
                continue
            key, text = "".join(many[i].key for i in run), "".join(many[i].text for i in run)
            for j in sorted(free_few):
                if few[j].role not in _WORDS or len(few[j].key) + 3 < len(key):
                    continue
                distance = min(_heard(key, few[j].key, _JOINED_NEAR), _heard(text, few[j].text, _JOINED_NEAR))
                if distance <= _JOINED_NEAR:
                    found.append((tuple(run), j, distance))
                    free_many.difference_update(run)
                    free_few.discard(j)
                    break
    return found


def _written_together(
    left: tuple[Part, ...], right: tuple[Part, ...], free_left: set[int], free_right: set[int]
) -> list[Match]:
    matches = [Match(run, (j,), d, "joined") for run, j, d in _joins(left, right, free_left, free_right)]
    matches += [Match((j,), run, d, "joined") for run, j, d in _joins(right, left, free_right, free_left)]
    return matches


def alignment(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[list[Match], set[int], set[int]]:
    """Give the matches of two names' parts, and the parts of each that have none."""
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    matches = _written_together(left, right, free_left, free_right) if len(left) > 1 or len(right) > 1 else []
    candidates = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if i not in free_left or j not in free_right:
                continue
            distance, rule = _distance(a, b)
            if distance <= NEAR:
                candidates.append((distance, abs(i - j), i + j, i, j, rule))
    candidates.sort()
    for distance, _, _, i, j, rule in candidates:
        if i in free_left and j in free_right:
            matches.append(Match((i,), (j,), distance, rule))
            free_left.discard(i)
            free_right.discard(j)
    return matches, free_left, free_right
