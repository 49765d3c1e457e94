"""Texts of any length made of an expression: what it repeats, over and over, and what keeps it from ending."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_CATEGORIES = {
    _constants.CATEGORY_DIGIT: "73",
    _constants.CATEGORY_NOT_DIGIT: "a. ",
    _constants.CATEGORY_SPACE: " ",
    _constants.CATEGORY_NOT_SPACE: "aR3,",
    _constants.CATEGORY_WORD: "aRe2",
    _constants.CATEGORY_NOT_WORD: " ,-",
}
_ENDS = ("", "!", "\n", "§", " a")
_OTHERS = "aRe2 -.,x\t“'/"
_LOOPS = 4
"""A repeat of at least so many times is one that a run is made of."""


def runs(expression: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Give functions that make a text of about n characters, each of another kind, the same for the same expression."""
    parsed = _parser.parse(expression.pattern, expression.flags)
    chance = random.Random(expression.pattern)
    nodes = list(parsed)
    units: dict[tuple[str, str, str], None] = {}
    for _, inner in _repeats(nodes, chance):
        units["", inner, "\x00"] = None
    for _ in range(3):
        whole = _sample(nodes, chance)
        for part in (4, 3, 2, 1):  # what begins and never ends
            units["", whole[: len(whole) * part // 4 + (part < 4)], ""] = None
        units["", whole, chance.choice(_ENDS)] = None
        for before, inner in _repeats(nodes, chance):
            end = chance.choice(_ENDS)
            units["", inner, "\x00"] = None
            units[before, inner, end] = None
            units["", before + inner, "\x00"] = None
    return [_filled(*one) for one in units if one[1]]


def _filled(before: str, unit: str, end: str) -> Callable[[int], str]:
    def make(length: int) -> str:
        return before + (unit * (length // len(unit) + 1))[:length] + end

    return make


def _repeats(nodes: list[Any], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give what stands before each repeat and what it repeats."""
    before = ""
    for node in nodes:
        kind, value = node
        if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            if int(value[1]) >= _LOOPS:
                yield before, _sample(list(value[2]), chance) or " "
                yield before, "".join(_sample(list(value[2]), chance) for _ in range(3)) or " "
            yield from ((before + b, i) for b, i in _repeats(list(value[2]), chance))
        elif kind is _constants.SUBPATTERN:
            yield from ((before + b, i) for b, i in _repeats(list(value[3]), chance))
        elif kind is _constants.ATOMIC_GROUP:
            yield from ((before + b, i) for b, i in _repeats(list(value), chance))
        elif kind in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from _repeats(list(value[1]), chance)
        elif kind is _constants.BRANCH:
            for part in value[1]:
                yield from ((before + b, i) for b, i in _repeats(list(part), chance))
        before += _sample([node], chance)


def _sample(nodes: list[Any], chance: random.Random, groups: dict[int, str] | None = None) -> str:
    """Give a text that `nodes` would take, but for what stands around it."""
    held = {} if groups is None else groups
    said = ""
    for kind, value in nodes:
        if kind is _constants.LITERAL:
            said += chr(value)
        elif kind is _constants.NOT_LITERAL:
            said += "a" if value != ord("a") else "b"
        elif kind is _constants.ANY:
            said += chance.choice("aR ")
        elif kind is _constants.IN:
            said += _of_class(value, chance)
        elif kind is _constants.BRANCH:
            said += _sample(list(chance.choice(value[1])), chance, held)
        elif kind is _constants.SUBPATTERN:
            inner = _sample(list(value[3]), chance, held)
            if value[0] is not None:
                held[value[0]] = inner
            said += inner
        elif kind is _constants.ATOMIC_GROUP:
            said += _sample(list(value), chance, held)
        elif kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            times = min(int(value[1]), max(value[0], chance.choice((0, 1, 1, 2))))
            said += "".join(_sample(list(value[2]), chance, held) for _ in range(times))
        elif kind is _constants.GROUPREF:
            said += held.get(value, "")
        elif kind is _constants.GROUPREF_EXISTS:
            said += _sample(list(value[1] if value[0] in held else value[2] or ()), chance, held)
    return said


def _of_class(members: list[Any], chance: random.Random) -> str:
    if members[0][0] is _constants.NEGATE:
        taken = re.compile(_class_text(members))
        return next((c for c in chance.sample(_OTHERS, len(_OTHERS)) if taken.match(c)), "é")
    kind, value = chance.choice(members)
    if kind is _constants.LITERAL:
        return chr(value)
    if kind is _constants.RANGE:
        return chr(chance.randint(value[0], min(value[1], value[0] + 25)))
    return chance.choice(_CATEGORIES.get(value, "a"))


_NAMES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}


def _class_text(members: list[Any]) -> str:
    parts = []
    for kind, value in members:
        if kind is _constants.NEGATE:
            parts.append("^")
        elif kind is _constants.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is _constants.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            parts.append(_NAMES[value])
    return f"[{''.join(parts)}]"
