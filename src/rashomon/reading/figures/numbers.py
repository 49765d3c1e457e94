"""Every number of a text, as an interval: "at least 20", "nearly two dozen", "20-30", "one in five".

`value` is the number as written, of a range its larger end; `low` and `high` are the least and the most that the words
allow, None where they are open. A word that leaves the number about where it is gives ten per cent on the sides that
it opens: "about 100" [90, 110], "nearly 100" [90, 100]. Bounds are closed ("more than 20" holds 20), since reports
round to them. Only form is read here: whether a number counts anything is for the parse to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.cardinals import cardinal, number_words
from rashomon.reading.figures.number import Number, less, more, plain_numbers

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
