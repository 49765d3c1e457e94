"""The rules of `language/en/time_rules.txt` as regular expressions over kinds of words, one character a kind.

A text is words, each of exactly one kind; nothing is lost that a time expression could be made of. Offsets are code
points into the text as given. A line break that ends a paragraph is a word of its own (`break`), so that no expression
runs over it. The words beside an expression that decide what it is lie in `language/en/time_neighbours.txt`, by what
they tell.

A pattern is written over kinds (lower case) and macros (upper case), with `( | )`, `?` and `name=` captures. A rule is
tried only in a run of words of known kinds, and only where the run holds a kind that the rule cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rashomon.language import lexicon, word_set
from rashomon.reading.number_words import number_words


def neighbours(tells: str) -> frozenset[str]:
    """Give the words that tell `tells`: "counted" nouns after a number that is no year, "paper" names … ."""
    return word_set("time_neighbours", tells)


_SHORT_LINE, _LONG_LINE = 45, 110  # a newline inside wrapped text follows a line between these lengths

_WORD = re.compile(
    r"""
      (?=[^\W\d_])(?:
          (?P<oclock>[oO][’']clock\b)
        | (?P<dotted>(?:[A-Za-z]\.){2,} | [apAP]\.[mM](?![\w.])
            | (?i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.(?=\s*[\d,])
            | (?i:St)\.(?=\s[Pp]atrick) | (?i:Jr)\.(?=\s[Dd]ay))
        | (?P<qletter>[Qq][1-4]\b)
        | (?P<word>[^\W\d_]+)
      )
    | (?=\d)(?:
          (?P<isodate>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-]))
        | (?P<slashdate>\d{1,2}(?P<sep>[/-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\d/-])
            | \d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\.?\d))
        | (?P<clocktwelve>\d{1,2}(?:(?:[:.]\d\d)?|\.[0-5]\d\s)(?:[ap]m\b|[ap]\.m\.))
        | (?P<clock>(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
        | (?P<qdigit>[1-4][Qq]\b)
        | (?P<decadeno>(?:1[0-9]|20)\d0[’']?s\b|[2-9]0[’']?s\b)
        | (?P<fraction>\d/\d(?![\d/]))
        | (?P<ord>\d+(?:st|nd|rd|th)\b)
        | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
      )
    | (?P<comma>,)
    | (?P<break>\n\s*\n\s*|\n)
    | (?P<stop>[.!?;:])
    | (?P<decadequote>[’'‘][2-9]0s\b)
    | (?P<aposyear>(?<!\w)[’'‘]\d\d(?!\d|\w))
    | (?P<poss>[’']s\b)
    | (?P<hyphen>[-‐‑–]) | (?P<lpar>[(\[]) | (?P<rpar>[)\]]) | (?P<money>[$£€¥]) | (?P<percent>%) | (?P<sign>\+)
    | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
_SAME_KIND = {"qletter": "qn", "qdigit": "qn", "decadequote": "decadeno"}


class Word(NamedTuple):
    """One word: where it stands, its lower-case form, its kind and what it is worth (a number, a unit's letter …)."""

    start: int
    end: int
    form: str
    kind: str
    value: str
    capital: bool


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    numbers = {word: (kind, f"{n:g}") for word, (kind, n) in number_words().items() if kind in ("numword", "bignum")}
    return numbers | {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in lexicon("time_words")}


_Phrase = tuple[tuple[str, ...], str, str]
"""The words that a name is cut into, its kind and its value."""


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Named days, and the names of other calendars, by their first word, longest first."""
    table: dict[str, list[_Phrase]] = {}
    named = [(name, "holiday", day) for name, day in lexicon("time_holidays")]
    for name, kind, value in (*named, *lexicon("time_calendars")):
        forms = tuple(m[0] for m in _WORD.finditer(name))
        table.setdefault(forms[0], []).append((forms, kind, value))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def words(text: str) -> list[Word]:
    """Cut `text` into words of the kinds that `language/en/time_words.txt` and the number formats name."""
    found: list[Word] = []
    known, phrases = _lexicon(), _phrases()
    line = 0
    for match in _WORD.finditer(text):
        kind, form = match.lastgroup or "other", match[0]
        if kind == "break":
            length = match.start() - line
            line = match.end()
            if form == "\n" and _SHORT_LINE < length < _LONG_LINE:
                continue
        lower = form.lower()
        value = ""
        kind = _SAME_KIND.get(kind, kind)
        if kind in ("word", "dotted"):
            kind, value = known.get(lower, (kind, ""))
            value = value or lower
        elif kind == "number":
            kind, value = _number(form)
        else:
            value = lower
        found.append(Word(match.start(), match.end(), lower, kind, value, form[0].isupper()))
    return _merged(found, phrases)


def _number(form: str) -> tuple[str, str]:
    plain = form.replace(",", "")
    if plain.isdigit() and "," not in form:
        if len(plain) <= 2 and 1 <= int(plain) <= 31:
            return "dayno", str(int(plain))
        if len(plain) == 4 and 1000 <= int(plain) <= 2199:
            return "year", plain
    return "int", plain


def _merged(found: list[Word], phrases: dict[str, list[_Phrase]]) -> list[Word]:
    out: list[Word] = []
    i = 0
    while i < len(found):
        word = found[i]
        for forms, kind, value in phrases.get(word.form, ()):
            n = len(forms)
            if kind != "holiday" and not word.capital:
                continue
            if all(w.form == f for w, f in zip(found[i : i + n], forms, strict=False)) and i + n <= len(found):
                out.append(Word(word.start, found[i + n - 1].end, " ".join(forms), kind, value, word.capital))
                i += n
                break
        else:
            out.append(word)
            i += 1
    return out


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
