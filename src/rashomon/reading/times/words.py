"""A text as words, each of exactly one kind; nothing is lost that a time expression could be made of.

Offsets are code points into the text as given. A line break that ends a paragraph is a word of its own (`break`),
so that no expression runs over it.

The words beside an expression that decide what it is, by what they tell (`language/en/time_neighbours.txt`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.language import lexicon, word_set
from rashomon.reading.cardinals import number_words


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
        | (?P<clocktwelve>\d{1,2}(?:[:.]\d\d)?(?:[ap]m\b|[ap]\.m\.))
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
