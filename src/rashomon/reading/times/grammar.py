"""The rules of `lexicons/time_rules.txt` as regular expressions over kinds of words, one character a kind.

A pattern is written over kinds (lower case) and macros (upper case), with `( | )`, `?`, `*` and `name=` captures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rashomon.lexicons import lexicon
from rashomon.reading.times.words import Word

_PIECE = re.compile(
    r"(?P<open>(?:[a-z]\w*=)?\()|(?:(?P<name>[a-z]\w*)=)?(?P<id>[A-Za-z]+)(?P<repeat>[?*]?)|(?P<other>[)|?*])"
)
_FIRST_CODE = 0xE000


class Found(NamedTuple):
    """A rule that fits the words `[start, end)`, the module that values it, and the words of each capture."""

    rule: str
    reader: str
    start: int
    end: int
    parts: dict[str, tuple[int, int]]


class _Grammar(NamedTuple):
    codes: dict[str, str]
    rules: tuple[tuple[str, str, re.Pattern[str]], ...]


@cache
def _grammar() -> _Grammar:
    rows = lexicon("time_rules")
    macros = {name[1:]: pattern for name, _, pattern in rows if name.startswith("@")}
    codes: dict[str, str] = {}

    def fragment(pattern: str, used: dict[str, int]) -> str:
        def group(name: str) -> str:
            used[name] = used.get(name, 0) + 1  # a name may stand in several branches; groups may not
            return f"{name}__{used[name]}"

        out: list[str] = []
        for piece in _PIECE.finditer(pattern):
            if opening := piece["open"]:
                out.append(f"(?P<{group(opening[:-2])}>" if "=" in opening else "(?:")
            elif piece["other"]:
                out.append(piece["other"])
            else:
                name = piece["id"]
                body = (
                    fragment(macros[name], used)
                    if name.isupper()
                    else codes.setdefault(name, chr(_FIRST_CODE + len(codes)))
                )
                out.append(
                    (f"(?P<{group(piece['name'])}>{body})" if piece["name"] else f"(?:{body})") + piece["repeat"]
                )
        return "".join(out)

    rules = tuple(
        (name, reader, re.compile(fragment(pattern, {}))) for name, reader, pattern in rows if not name.startswith("@")
    )
    return _Grammar(codes, rules)


def grammar(words: Iterable[Word]) -> list[list[Found]]:
    """Give, for every word, the rules that fit from there on, the longest first."""
    codes, rules = _grammar()
    line = "".join(codes.get(word.kind, " ") for word in words)
    out: list[list[Found]] = [[] for _ in line]
    for name, reader, pattern in rules:
        match = pattern.search(line)
        while match:
            parts = {part.split("__")[0]: match.span(part) for part, text in match.groupdict().items() if text}
            out[match.start()].append(Found(name, reader, match.start(), match.end(), parts))
            match = pattern.search(line, match.start() + 1)
    for fits in out:
        fits.sort(key=lambda found: (-found.end, found.rule))
    return out
