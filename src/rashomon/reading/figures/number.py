"""Every number of a text, in digits or words: "5,000", "12,50,000", "two dozen", "$110 billion", "a third of".

A number stands by itself: what is a piece of something else is none (F-16, 12th, 10:30, 9/11, a two-state plan). The
plural of a unit is at least two of them and open above ("dozens": 24 or more); a share is told in hundredths.

Each is an interval too ("at least 20", "20-30", "one in five"): `value` is the number as written, of a range its larger
end; `low` and `high` are the least and the most that the words allow, None where they are open. A word that leaves the
number about where it is gives ten per cent on the sides that it opens: "about 100" [90, 110], "nearly 100" [90, 100].
Bounds are closed ("more than 20" holds 20), since reports round to them. Only form is read here: whether a number
counts anything is for the parse to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from rashomon.language import lexicon
from rashomon.reading.number_words import Numeral, cardinal, longest, number_words

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


_TO = re.compile(r"\s*[-‐‑–]\s*|\s+(?:to|or)\s+(?:as (?:many|much) as\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|some\s+)?$", re.IGNORECASE)
_AND_TO = re.compile(r"\s+and\s+(?:about\s+|some\s+)?")
_ONE_IN = re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?")
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_AFTER = re.compile(r"\+(?!\w)|[ -](?:odd|plus)(?![\w-])|,?\s+or (?:more|so|fewer|less)\b", re.IGNORECASE)
_REACH = 32


def numbers(text: str, preposition: Callable[[int], bool] | None = None) -> Iterator[Number]:
    """Give the numbers of `text` in its order, none over another.

    `preposition` tells whether the word at an offset relates a thing and bounds no number ("a dispute over three
    islands"); without it every such word bounds.
    """
    found = list(plain_numbers(text))
    i = 0
    while i < len(found):
        ranged = _ranged(text, found[i], found[i + 1]) if i + 1 < len(found) else None
        if ranged is None:
            yield _bounded(text, found[i], preposition)
            i += 1
        else:
            yield from (_bounded(text, n, preposition) for n in ranged)
            i += 2


def _ranged(text: str, a: Number, b: Number) -> tuple[Number, ...] | None:
    """Read two numbers as a range ("20 to 30"), a change ("from 20 to 30") or a result ("3-1"); None where neither."""
    gap = text[a.last : b.first]
    if len(gap) > _REACH or not {a.form, b.form} <= {"count"} or (a.unit and b.unit and a.unit != b.unit):
        return None
    if _ONE_IN.fullmatch(gap) and a.value < b.value and (a.value == 1 or b.value in (10, 100)):  # "one in five voters"
        value = round(100 * a.value / b.value, 6)
        return (Number(a.start, b.end, a.first, b.last, value, less(value), more(value), "part", "percent"),)
    between = _AND_TO.fullmatch(gap) and _BETWEEN.search(text, max(0, a.first - _REACH), a.first)
    if not between and not _TO.fullmatch(gap):
        return None
    if not between and _FROM.search(text, max(0, a.first - _REACH), a.first):
        return replace(a, since=True), b
    low, high = a.value, b.value
    scale = re.search(r"(million|billion|trillion|thousand|hundred|lakh|crore|bn|m)$", text[b.first : b.last].lower())
    if scale and low < high and low < 1000 and text[a.last - 1].isdecimal():  # "20 to 30 million"
        low *= high / max(1.0, _digits(text[b.first : b.last]))
    if " or " in gap and low >= high:
        return None
    dashed = not gap.strip(" \n\t").isalpha()
    start = between.start() if between else a.start
    unit = b.unit or a.unit
    if low >= high:  # of a vote or a match
        return ()
    return (Number(start, b.end, a.first, b.last, high, low, high, "range", unit, dashed and not unit),)


def _digits(form: str) -> float:
    match = re.search(r"\d[\d,.]*", form)
    if match:
        return float(match[0].replace(",", "").rstrip("."))
    words = [number_words().get(w, ("", 0.0)) for w in re.findall(r"[a-z]+", form)]
    return cardinal([w for w in words if w[0] == "numword"]) or 1.0


def _bounded(text: str, number: Number, preposition: Callable[[int], bool] | None) -> Number:
    """Widen a number to the words before and after it that bound it, from the inner to the outer."""
    if number.form == "none":
        return number
    while after := _AFTER.match(text, number.end):
        number = _with(number, after[0].strip(" -,\n").lower(), end=after.end())
    said = None
    for _ in range(2):
        before = _before().search(text, max(0, number.start - _REACH), number.start)
        if before is None or before[1] == said or (preposition is not None and preposition(before.start(1))):
            break
        said = before[1]
        number = _with(number, said.lower(), start=before.start(1))
    return number


def _with(number: Number, phrase: str, start: int | None = None, end: int | None = None) -> Number:
    low, high, value = number.low, number.high, number.value
    match _bounds().get(" ".join(phrase.split()), "least"):
        case "least":
            low, high = low if low is not None else value, None
        case "most":
            low, high = None, high if high is not None else value
        case "about":
            low, high = less(low), more(high)
        case "nearly":
            low = less(low)
        case _:
            high = more(high)
    start, end = number.start if start is None else start, number.end if end is None else end
    return replace(number, start=start, end=end, low=low, high=high)


@cache
def _bounds() -> dict[str, str]:
    return {"+": "least", **{row[0]: row[1] for row in lexicon("number_bounds")}}


@cache
def _before() -> re.Pattern[str]:
    phrases = sorted((p for p in _bounds() if not p.startswith("or ") and p[0].isalpha()), key=lambda p: (-len(p), p))
    said = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases if p not in ("odd", "plus"))
    return re.compile(rf"(?<![\w-])({said})\s+(?:only\s+)?$", re.IGNORECASE)
