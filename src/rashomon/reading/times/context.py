"""What a rule may ask while it gives an expression its value: the words, the report's day, the time last spoken of.

Numbers as times write them.

Years in two or four digits, days of the month, first to thirty-first; amounts, "X" where the words say only that there
are some.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple

from rashomon.reading.number_words import Numeral, cardinal
from rashomon.reading.times.grammar import Found, Word, neighbours
from rashomon.records import TimexType

OVER = timedelta(days=60)  # how far back a day lies that is no news any more
_OPEN = frozenset({"few", "several", "hundreds"})
_TELLING = 4  # words: how far behind its word of saying the day of a telling may stand
_APART = frozenset({"break", "comma", "edge", "stop"})
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


Direction = Literal["past", "future"]


class Lean(NamedTuple):
    """Which way the sentence points from the report's day, and the evidence; `direction` None where it does not say.

    It is not `firm` where something that lay ahead is told from later ("was due in March"), and `near` where the
    words that say so stand right by the time.
    """

    direction: Direction | None
    evidence: str = ""
    firm: bool = True
    near: bool = False


class Value(NamedTuple):
    """What a rule makes of an expression. A `value` of "" says that these words are no time."""

    type: TimexType
    value: str
    evidence: str = ""


NO_TIME = Value("DATE", "")


@dataclass(slots=True)
class Context:
    """One report on its way through the rules. `today` is the report's day, None where it is unknown.

    `bounded`: `today` is one end of the days that the report may be of. `changed` is the day of its last version.
    `focus` is the day and unit last spoken of, `scene` the one last spoken of for what was done, not for its telling,
    `focus_end` and `scene_end` the words after them; `scene_is_late` where it is an evening or a night; `quarter` is
    the quarter last spoken of. `lately` tells that a day of the weeks before the report has been spoken of. `years`
    gives by month the month or the day that the text has last told with its year. `of_a_match` tells whether the text
    reports a match, None until somebody asks.
    """

    words: list[Word]
    lean: Callable[[int, int], Lean]
    today: date | None = None
    bounded: bool = False
    changed: date | None = None
    focus: tuple[date, str] | None = None
    quarter: tuple[date, str] | None = None
    focus_end: int = 0
    scene: tuple[date, str] | None = None
    scene_end: int = 0
    scene_is_late: bool = False
    lately: bool = False
    years: dict[int, tuple[date, str]] = field(default_factory=dict)
    of_a_match: bool | None = None
    _empty: Word = field(default=Word(0, 0, "", "edge", "", False))

    def at(self, index: int) -> Word:
        """Give the word at `index`; beyond either end of the text an empty one of kind `edge`."""
        return self.words[index] if 0 <= index < len(self.words) else self._empty

    def is_of_a_telling(self, start: int) -> bool:
        """Whether the time at `start` stands behind a word of saying: "said on Monday that", "told him today"."""
        return self.is_beside(neighbours("telling"), start)

    def is_beside(self, words: frozenset[str], start: int) -> bool:
        """Whether one of `words` is among the few before the time at `start`, in its part of the sentence."""
        for i in range(start - 1, start - 1 - _TELLING, -1):
            word = self.at(i)
            if word.form in words:
                return True
            if word.kind in _APART:
                return False
        return False

    def part(self, found: Found, name: str) -> list[Word]:
        """Give the words of a capture; none where it did not take part."""
        start, end = found.parts.get(name, (0, 0))
        return self.words[start:end]

    def worth(self, found: Found, name: str) -> str:
        """Give the value of a capture's first word, or ""."""
        words = self.part(found, name)
        return words[0].value if words else ""

    def said(self, found: Found, name: str) -> str:
        """Give a capture as written, in lower case, words parted by blanks."""
        return " ".join(word.form for word in self.part(found, name))

    def said_all(self, found: Found) -> list[str]:
        """Give all the words of an expression in lower case."""
        return [word.form for word in self.words[found.start : found.end]]

    def which_year(self, which: str) -> int | None:
        """Give the year of "last year", "this year", "the same year" …; None where nothing anchors it."""
        spoken = self.focus[0].year if self.focus else None
        report = self.today.year if self.today else None
        base = spoken if spoken and which in ("that", "same", "previous", "following") else report
        return base + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0) if base else None
