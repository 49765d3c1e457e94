"""Numbers as times write them.

Years in two or four digits, days of the month, first to thirty-first; amounts, "X" where the words say only that there
are some.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.reading.cardinals import Numeral, cardinal
from rashomon.reading.times.context import Context
from rashomon.reading.times.grammar import Found
from rashomon.reading.times.words import Word

_OPEN = frozenset({"few", "several", "hundreds"})
_PLAIN = frozenset({"dayno", "year", "int", "numword"})


def amounts(words: Sequence[Word], half: bool = False) -> float | str | None:
    """Give the number that `words` say ("twenty-five" 25, "two or three" 3, "a couple" 2), "X" for an open one.

    `half` adds a half ("a year and a half"). None where the words hold no number.
    """
    kinds = {word.kind for word in words}
    if "couple" in kinds:
        return 2.0
    if kinds & _OPEN:
        return "X"
    said: list[Numeral] = []
    part = 0.5 if half or "half" in kinds else 0.0
    for word in words:
        if word.kind == "and":
            break
        if word.kind in ("to", "or"):
            said = []  # the larger end of a range stands for it
        elif word.kind == "fraction":
            over, under = (int(n) for n in word.form.split("/"))
            part = over / under if under else 0.0
        elif word.kind == "bignum":
            said.append(("bignum", float(word.value)))
        elif word.kind == "a" and not said and "half" not in kinds:
            said = [("numword", 1.0)]
        elif word.kind in _PLAIN:
            number = ("numword" if word.kind == "numword" else "digits", float(word.value))
            said = [*said, number] if said and cardinal([*said, number]) is not None else [number]
    total = cardinal(said)
    if total is None and not part:
        return None
    return (total or 0.0) + part


_CENTURY_TURN = 40  # '41 to '99 are of the last century, '00 to '40 of this one


class Numerals:
    """Reads the numbers that a rule captured; every method gives None where there is no such number."""

    @staticmethod
    def digits(text: str) -> int | None:
        """Give the number that the digits of `text` make up."""
        only = "".join(c for c in text if c.isdigit())
        return int(only) if only else None

    @staticmethod
    def year(found: Found, context: Context) -> int | None:
        """Give the captured year `y` in four digits."""
        number = Numerals.digits(context.worth(found, "y"))
        return None if number is None else Numerals.full_year(number)

    @staticmethod
    def full_year(number: int) -> int:
        """Give a year of two digits its century."""
        return number if number > 99 else number + (1900 if number > _CENTURY_TURN else 2000)

    @staticmethod
    def day(year: int | None, month: int | None, number: int | None) -> date | None:
        """Give the calendar day, None where there is none (30 February)."""
        try:
            return date(year or 0, month or 0, number or 0)
        except ValueError:
            return None

    @staticmethod
    def nearest(month: int, number: int, today: date) -> date | None:
        """Give the day of that name nearest to `today`: the one meant in 94 of 100 of dates without a year."""
        options = [d for y in (-1, 0, 1) if (d := Numerals.day(today.year + y, month, number))]
        return min(options, key=lambda d: abs((d - today).days), default=None)
