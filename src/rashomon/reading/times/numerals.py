"""Numbers as dates write them: years in two or four digits, days of the month, first to thirty-first."""

from __future__ import annotations

from datetime import date

from rashomon.reading.times.context import Context
from rashomon.reading.times.grammar import Found

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
