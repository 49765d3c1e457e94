"""A number as the text writes it, in digits or words: "5,000", "12,50,000", "two dozen", "$110 billion", "a third of".

A number stands by itself: what is a piece of something else is none (F-16, 12th, 10:30, 9/11, a two-state plan). The
plural of a unit is at least two of them and open above ("dozens": 24 or more); a share is told in hundredths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.reading.cardinals import Numeral, cardinal, longest, number_words

NumberForm = Literal["count", "range", "part", "plural", "some", "none"]

_ABOUT = 0.1
_GAP = re.compile(r"(?:[ \u00a0\t]*\n?[ \u00a0\t]*|[-‐‑])")
_AND = re.compile(r"\s+and\s+")
_HALF_MORE = re.compile(r"\s+and\s+(?:a|one)[ -]half\b")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_HALF_OF = re.compile(r"\b(half[ -](?:an?\s+)?|half-)$", re.IGNORECASE)
_MONEY = re.compile(r"(?:\b(?:US|A|C|NZ|HK|S))?([$€£¥₹])\s?$|\b(Rs)\.?\s?$")
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "Rs": "rupee"}
_SUFFIX = re.compile(r"(k|m|mn|bn|tn)\b", re.IGNORECASE)
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_PERCENT = re.compile(r"\s?%|[ -](?:per\s?cent|pct|percentage points?)\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"\s+of\b|(?<=half)\s+(?:the|its|their|his|her|our|all)\b", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_NO = re.compile(r"(?:\s+|-)one\b", re.IGNORECASE)
_NO_MORE = re.compile(r"\.|\s+(?:more|fewer|less|longer|later|matter|doubt)\b", re.IGNORECASE)
_OF_MORE = re.compile(r"\s+of\s+(\w+)")
_BOUNDED = re.compile(r"-(?:odd|plus)(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)` with the words that bound it; `first` and `last` are those of the number alone.

    `unit` is "percent", a currency, or "" where the parse must tell what is counted. `dashed` tells a range that may
    as well be a result ("3-5"), `since` that it stands behind "from" as what was before.
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    form: NumberForm = "count"
    unit: str = ""
    dashed: bool = False
    since: bool = False


def less(low: float | None) -> float | None:
    """Give about as much as `low` or a tenth less."""
    return None if low is None else round(low * (1 - _ABOUT), 6)


def more(high: float | None) -> float | None:
    """Give about as much as `high` or a tenth more."""
    return None if high is None else round(high * (1 + _ABOUT), 6)


_LONGEST = 32
"""Words of one number; "nine hundred and ninety-nine million …" down to the ones has fewer."""


def plain_numbers(text: str) -> Iterator[Number]:
    """Give the numbers of `text` in its order, without the words that bound them."""
    marks = list(_marks().finditer(text))
    i = read = 0
    while i < len(marks):
        if marks[i].start() < read:
            i += 1
            continue
        words, ends = _run(text, marks, i)
        number, taken = _one(text, marks[i], words, ends)
        i, read = i + taken, number.last if number else 0
        if number is not None and not _inside_a_word(text, number.first, number.last):
            yield number


def _run(text: str, marks: Sequence[re.Match[str]], i: int) -> tuple[list[Numeral], list[int]]:
    """Give the numerals that stand side by side from mark `i` on, and where each ends."""
    words, ends = [_numeral(marks[i][0])], [marks[i].end()]
    for mark in marks[i + 1 : i + _LONGEST]:
        numeral, gap = _numeral(mark[0]), text[ends[-1] : mark.start()]
        if _HALF_MORE.match(text, ends[-1]) and mark[0].lower() == "half" and words[-1][0] in ("digits", "numword"):
            words[-1] = ("digits", words[-1][1] + 0.5)
            ends[-1] = mark.end()
            continue
        joined = _GAP.fullmatch(gap) and bool(gap)
        if not joined and not (_AND.fullmatch(gap) and words[-1][0] in ("bignum", "scale") and numeral[0] == "numword"):
            break
        words.append(numeral)
        ends.append(mark.end())
    return words, ends


def _numeral(form: str) -> Numeral:
    if form[0].isdecimal():
        return "digits", float(form.replace(",", ""))
    return number_words()[form.lower()]


def _one(text: str, mark: re.Match[str], words: list[Numeral], ends: list[int]) -> tuple[Number | None, int]:
    """Read one number from the first of `words`; also how many of them it takes."""
    kind, value = words[0]
    start, end = mark.start(), ends[0]
    if kind == "none":
        if mark[0].lower() == "no":
            if _NO_MORE.match(text, end):
                return None, 1
            said = _NO.match(text, end)
            end = said.end() if said else end
        return Number(start, end, start, end, 0.0, 0.0, 0.0, "none"), 1
    if kind == "plural":
        return _plural(text, start, words, ends)
    if kind == "some":
        return _some(text, start, mark[0].lower(), words, ends)
    if kind == "part" and value == 2 and len(words) > 1 and words[1][0] in ("bignum", "scale"):  # "half-dozen"
        words = [("digits", 0.5), *words[1:]]
    elif kind == "part":
        article = _ARTICLE.search(text, max(0, start - 4), start)
        if value != 2 and not article:
            return None, 1
        return _part(text, article.start() if article else start, end, 1 / value), 1
    if words[0] == ("numword", 1.0) and (none := _NOT.search(text, max(0, start - 5), start)):
        return Number(none.start(), end, none.start(), end, 0.0, 0.0, 0.0, "none"), 1
    read = longest(words)
    if read is None:
        return None, 1
    value, taken = read
    if taken < len(words) and words[taken][0] == "part" and value < words[taken][1]:
        return _part(text, start, ends[taken], value / words[taken][1]), taken + 1
    return _cardinal(text, start, ends[taken - 1], value, words[0][0]), taken


def _cardinal(text: str, start: int, end: int, value: float, kind: str) -> Number | None:
    unit = ""
    if kind in ("bignum", "scale"):
        half = _HALF_OF.search(text, max(0, start - 8), start)
        article = _ARTICLE.search(text, max(0, start - 4), start)
        if half:
            start, value = half.start(), value / 2
        elif article:
            start = article.start()
        else:
            return None  # "the million", "dozen" alone
    elif money := _MONEY.search(text, max(0, start - 4), start):
        start, unit = money.start(), _CURRENCY[money[1] or money[2]]
    if suffix := _SUFFIX.match(text, end):
        if unit or suffix[1].lower() == "bn":
            value, end = value * _SUFFIXES[suffix[1].lower()], suffix.end()
    elif percent := _PERCENT.match(text, end):
        end, unit = percent.end(), "percent"
    return Number(start, end, start, end, value, value, value, "count", unit)


def _part(text: str, start: int, end: int, share: float) -> Number | None:
    if not _PARTITIVE.match(text, end):
        return None
    value = round(100 * share, 6)
    return Number(start, end, start, end, value, less(value), more(value), "part", "percent")


def _plural(text: str, start: int, words: list[Numeral], ends: list[int]) -> tuple[Number, int]:
    """Read "dozens", "hundreds of thousands": at least two of the unit."""
    value, end = words[0][1], ends[0]
    while (more := _OF_MORE.match(text, end)) and number_words().get(more[1].lower(), ("", 0.0))[0] == "plural":
        value *= number_words()[more[1].lower()][1]
        end = more.end()
    return Number(start, end, start, end, 2 * value, 2 * value, None, "plural"), 1


def _some(text: str, start: int, form: str, words: list[Numeral], ends: list[int]) -> tuple[Number | None, int]:
    """Read "several", "a few hundred", "a couple of": at least so many."""
    article = _ARTICLE.search(text, max(0, start - 4), start)
    least, end, taken = words[0][1], ends[0], 1
    if form == "couple" and (more := _OF_MORE.match(text, end)):  # "a couple of hundred"
        kind, size = number_words().get(more[1].lower(), ("", 0.0))
        if kind in ("bignum", "scale"):
            return Number(start, more.end(), start, more.end(), 2 * size, 2 * size, None, "some"), 1
    if len(words) > 1 and words[1][0] in ("bignum", "scale") and (unit := cardinal(words[1:2])):
        return Number(start, ends[1], start, ends[1], 2 * unit, 2 * unit, None, "some"), 2
    if form != "several" and (article is None or (form != "few" and not re.match(r"\s+of\b", text[end : end + 5]))):
        return None, taken
    start = article.start() if article else start
    return Number(start, end, start, end, least, least, 3.0 if form == "couple" else None, "some"), taken


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether what was read is a piece of something else: F-16, 12th, 10:30, 9/11, a two-state plan, one's."""
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    if text[start] == "0" and text[start + 1 : start + 2].isdecimal():
        return True
    if before and (before[-1].isalnum() or before[-1] in "_/:#@.'’$" or (before[-1] in "-‐‑–" and before[0].isalnum())):
        return not (before[-1] in "-‐‑–" and before[0].isdecimal())
    if not after:
        return False
    if after[0].isalnum() or after[0] in "_/°":
        return True
    if after[0] in "'’":
        return after[1:2].isalpha()
    if after[0] in ":.," and after[1:2].isdecimal():
        return True
    return after[0] in "-‐‑" and after[1:2].isalpha() and not _BOUNDED.match(text, end)


@cache
def _marks() -> re.Pattern[str]:
    """Give what finds digits and words of number; by first letters, which is ten times as quick as word by word."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(number_words(), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word[1:])
    firsts = "".join(by_first) + "".join(by_first).upper()
    words = "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rest)})" for first, rest in sorted(by_first.items()))
    return re.compile(rf"(?=[\d{firsts}])(?:\d+(?:,\d{{2,3}})*+(?:\.\d+)?+|\b(?:{words})(?![^\W_]))")
