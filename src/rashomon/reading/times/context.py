"""What a rule may ask while it gives an expression its value: the words, the report's day, the time last spoken of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from rashomon.reading.times.grammar import Found
from rashomon.reading.times.words import Word

Direction = Literal["past", "future"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


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

    `bounded`: `today` is one end of the days that the report may be of. `focus` is the day and unit last spoken of,
    `focus_end` the word after it, `quarter` the quarter last spoken of.
    """

    words: list[Word]
    lean: Callable[[int, int], Lean]
    today: date | None = None
    bounded: bool = False
    focus: tuple[date, str] | None = None
    quarter: tuple[date, str] | None = None
    focus_end: int = 0
    _empty: Word = field(default=Word(0, 0, "", "edge", "", False))

    def at(self, index: int) -> Word:
        """Give the word at `index`; beyond either end of the text an empty one of kind `edge`."""
        return self.words[index] if 0 <= index < len(self.words) else self._empty

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
