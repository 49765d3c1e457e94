"""The rules of `language/en/time_rules.txt` as regular expressions over kinds of words, one character a kind.

A pattern is written over kinds (lower case) and macros (upper case), with `( | )`, `?` and `name=` captures.
A rule is tried only in a run of words of known kinds, and only where the run holds a kind that the rule cannot do
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rashomon.language import lexicon
from rashomon.reading.times.words import Word

_PIECE = re.compile(
    r"(?P<open>(?:(?P<group>[a-z]\w*)=)?\()|(?P<close>\)\??)|(?P<bar>\|)"
    r"|(?:(?P<name>[a-z]\w*)=)?(?P<id>[A-Za-z]+)(?P<repeat>\??)"
)
_FIRST_CODE = 0xE000
_COMMON = frozenset(
    ("the", "a", "of", "on", "in", "at", "and", "or", "to", "from", "for", "comma", "hyphen", "dayno", "int", "numword")
)


class Found(NamedTuple):
    """A rule that fits the words `[start, end)`, the module that values it, and the words of each capture."""

    rule: str
    reader: str
    start: int
    end: int
    parts: dict[str, tuple[int, int]]


class _Part(NamedTuple):
    """A pattern as a regular expression, and kinds one of which it cannot do without (none: it can be empty)."""

    regex: str
    needs: frozenset[str]


class _Grammar(NamedTuple):
    codes: dict[str, str]
    rules: tuple[tuple[str, str, re.Pattern[str]], ...]
    by_code: dict[str, tuple[int, ...]]
    runs: re.Pattern[str]


class _Builder:
    """Turns one rule's pattern into a regular expression."""

    def __init__(self, codes: dict[str, str], macros: dict[str, str]) -> None:
        self._codes, self._macros = codes, macros
        self._used: dict[str, int] = {}

    def part(self, pattern: str) -> _Part:
        return self._branches(list(_PIECE.finditer(pattern)))

    def _branches(self, pieces: list[re.Match[str]]) -> _Part:
        """Read pieces up to the end or to the bracket that closes them; what is read is taken off the list."""
        branches: list[list[_Part]] = [[]]
        while pieces and not pieces[0]["close"]:
            piece = pieces.pop(0)
            if piece["bar"]:
                branches.append([])
            elif piece["open"]:
                inner = self._branches(pieces)
                repeat = pieces.pop(0)[0][1:]
                branches[-1].append(self._grouped(inner, piece["group"], repeat))
            else:
                name = piece["id"]
                if name.isupper():
                    inner = self.part(self._macros[name])
                else:
                    code = self._codes.setdefault(name, chr(_FIRST_CODE + len(self._codes)))
                    inner = _Part(code, frozenset({name}))
                branches[-1].append(self._grouped(inner, piece["name"], piece["repeat"]))
        needs = [self._needs(branch) for branch in branches]
        joined = "|".join("".join(part.regex for part in branch) for branch in branches)
        return _Part(joined, frozenset().union(*needs) if all(needs) else frozenset())

    @staticmethod
    def _needs(branch: list[_Part]) -> frozenset[str]:
        needs = [part.needs for part in branch if part.needs]
        return min(needs, key=lambda kinds: (bool(kinds & _COMMON), len(kinds)), default=frozenset())

    def _grouped(self, inner: _Part, name: str | None, repeat: str) -> _Part:
        opening = "(?:"
        if name:
            self._used[name] = self._used.get(name, 0) + 1  # a name may stand in several branches; groups may not
            opening = f"(?P<{name}__{self._used[name]}>"
        return _Part(f"{opening}{inner.regex}){repeat}", frozenset() if repeat else inner.needs)


@cache
def _grammar() -> _Grammar:
    rows = lexicon("time_rules")
    macros = {name[1:]: pattern for name, _, pattern in rows if name.startswith("@")}
    codes: dict[str, str] = {}
    rules: list[tuple[str, str, re.Pattern[str]]] = []
    by_code: dict[str, list[int]] = {}
    for name, reader, pattern in rows:
        if not name.startswith("@"):
            part = _Builder(codes, macros).part(pattern)
            for kind in sorted(part.needs):
                by_code.setdefault(codes[kind], []).append(len(rules))
            rules.append((name, reader, re.compile(part.regex)))
    return _Grammar(codes, tuple(rules), {code: tuple(ids) for code, ids in by_code.items()}, re.compile(r"[^ ]+"))


def grammar(words: Iterable[Word]) -> list[list[Found]]:
    """Give, for every word, the rules that fit from there on, the longest first."""
    codes, rules, by_code, runs = _grammar()
    line = "".join(codes.get(word.kind, " ") for word in words)
    out: list[list[Found]] = [[] for _ in line]
    for run in runs.finditer(line):
        tried = sorted({rule for code in set(run[0]) for rule in by_code.get(code, ())})
        for name, reader, pattern in (rules[i] for i in tried):
            match = pattern.search(line, run.start(), run.end())
            while match:
                parts = {part.split("__")[0]: match.span(part) for part, text in match.groupdict().items() if text}
                out[match.start()].append(Found(name, reader, match.start(), match.end(), parts))
                match = pattern.search(line, match.start() + 1, run.end())
    for fits in out:
        fits.sort(key=lambda found: (-found.end, found.rule))
    return out
