"""The day of what is told by a lapse from something else: "three days after the militia shelled the port".

Of a clause and what stands under its "after" or "before", the one without a day of its own is so many days from the
other; hours may run into the next day, minutes are of the same one. Weeks and longer are told too loosely for a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.events.stretch import ends
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependent, dependents
from rashomon.records import Reason

Dated = tuple[str | None, Reason]
_NUMBERS = {
    "a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_STEPS = {"after": -1, "before": 1}
_WITHIN = {"hour": 1, "hours": 1, "minute": 0, "minutes": 0, "moments": 0}  # the days into which they may run


class _Lapse(NamedTuple):
    least: int
    most: int
    words: str
    step: int


def lapse(head: Token, day: Callable[[Token], Dated]) -> tuple[str, Reason] | None:
    """Give the day of the clause at `head` by its lapse from a clause that `day` gives one; None where none is told."""
    found = _before(_mark(head)) if head.dep_ in rel.ADVERBIAL_CLAUSE else None
    if found is not None and head.head != head:
        return _moved(day(head.head), found, found.step)
    for child in _hanging(head):
        below = _under(child)
        if below is not None:
            return _moved(day(below[0]), below[1], -below[1].step)
    return None


def _hanging(head: Token) -> Iterator[Token]:
    """Give what hangs on a clause, and on the lapses in it: "after" may stand under the "days" that it counts."""
    for child in head.children:
        yield child
        if child.dep_ in rel.NOUN_ADVERBIAL:
            yield from (c for c in dependents(child, rel.PREPOSITION))


def eve(head: Token, own: Dated, day: Callable[[Token], Dated]) -> tuple[str, Reason] | None:
    """Give the day of a clause "on the eve of" what `day` gives one; None where no eve is told.

    `own` is the day that stands in the clause: "on the eve of the vote on Sunday" tells that of the vote.
    """
    for child in head.children:
        if child.dep_ in rel.PREPOSITION:
            of = (c for n in child.children if n.lower_ == "eve" for c in n.children if c.lower_ == "of")
            told = next((p for o in of for p in dependents(o, rel.GOVERNED)), None)
            if told is not None:
                dated = day(told)
                return _moved(dated if dated[0] else own, _Lapse(1, 1, "eve of", 1), -1)
    return None


def _under(child: Token) -> tuple[Token, _Lapse] | None:
    """Give what stands under "after" or "before" in or at `child`, and the lapse told before the word."""
    if child.dep_ in rel.ADVERBIAL_CLAUSE:
        found, inner = _before(_mark(child)), child
    elif child.dep_ in rel.PREPOSITION and child.lower_ in _STEPS:
        told = dependent(child, rel.GOVERNED_ANY)
        if told is None:
            return None
        found, inner = _before(child), told
    else:
        return None
    return None if found is None else (inner, found)


def _mark(clause: Token) -> Token | None:
    return dependent(clause, rel.SUBORDINATOR, _STEPS)


def _before(mark: Token | None) -> _Lapse | None:
    """Read "three days after", "hours before": the lapse that ends in `mark`."""
    if mark is None or mark.i < 1:
        return None
    unit, step = mark.nbor(-1).lower_, _STEPS[mark.lower_]
    if unit in _WITHIN:
        return _Lapse(0, _WITHIN[unit], f"{unit} {mark.lower_}", step)
    if unit not in ("day", "days") or mark.i < 2:
        return None
    number = mark.nbor(-2)
    count = int(number.text) if number.text.isdigit() and len(number.text) < 3 else _NUMBERS.get(number.lower_)
    return None if count is None else _Lapse(count, count, f"{count} days {mark.lower_}", step)


def _moved(dated: Dated, told: _Lapse, step: int) -> tuple[str, Reason] | None:
    value, basis = dated
    span = ends(value) if value is not None else None
    if span is None or span[0] != span[1] or basis.rule not in ("clause", "same-death"):
        return None
    first, last = sorted((span[0] + timedelta(days=step * told.least), span[0] + timedelta(days=step * told.most)))
    when = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return when, Reason("lapse", told.words).then(basis, " ")
