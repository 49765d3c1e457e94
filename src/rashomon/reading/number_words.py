"""Numbers in words, by the one grammar that times and figures read them by; and the months, whole or cut short.

A number is made from left to right: what follows must be smaller than what it is added to ("one hundred" and "twenty"),
a word of scale multiplies what stands before it. Words that make no single number give None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rashomon.language import lexicon

Numeral = tuple[str, float]
"""A word's kind, as number_words.txt names it ("digits" for a number in digits), and its value."""

_SCALES = frozenset({"bignum", "scale"})
_HUNDRED, _THOUSAND = 100.0, 1000.0


@cache
def number_words() -> dict[str, Numeral]:
    """Give each word that numbers are made of its kind and value."""
    return {word: (kind, float(value)) for word, kind, value in lexicon("number_words")}


def cardinal(words: Sequence[Numeral]) -> float | None:
    """Give the one number that all of `words` make up; None where they make none, or more than one."""
    total, group, scale = 0.0, None, float("inf")
    closed = False  # nothing may be added to digits, nor to a dozen
    for kind, value in words:
        if kind in ("digits", "numword"):
            if group is None:
                if kind == "digits" and total:
                    return None
                group, closed = value, kind == "digits"
            elif not closed and kind == "numword" and _adds(group, value):
                group += value
            else:
                return None
            if total and group >= scale:
                return None
        elif kind not in _SCALES:
            return None
        elif value < _THOUSAND:  # a dozen, a hundred
            if (total and group is None) or (group or 0) >= _HUNDRED:
                return None
            group, closed = (1.0 if group is None else group) * value, value < _HUNDRED
        elif group is None and total:
            total *= value  # "two lakh crore"
        elif value >= scale:
            return None
        else:
            total += (1.0 if group is None else group) * value
            group, scale, closed = None, value, False
    return total + (group or 0.0) if words else None


def longest(words: Sequence[Numeral]) -> tuple[float, int] | None:
    """Give the number that most of the first words make up, and how many words that takes.

    A word of scale takes the number before it along: of "three lakh and two crore" the first is three lakh.
    """
    for n in range(len(words), 0, -1):
        value = cardinal(words[:n])
        if 1 < n < len(words) and words[n][0] in _SCALES and words[n - 1][0] not in _SCALES:
            continue
        if value is not None:
            return value, n
    return None


def _adds(group: float, value: float) -> bool:
    """Tell whether `value` is said after `group` to add to it: after tens ones, after hundreds what is less."""
    if not value:
        return False
    tens = group % _HUNDRED
    return (tens >= 20 and not tens % 10 and value < 10) or (group >= _HUNDRED and not tens and value < _HUNDRED)


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first letters of each, in their order."""


MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
