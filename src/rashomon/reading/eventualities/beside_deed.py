"""A part of the day told from a deed: "on the night before the attack", "the morning of the collapse", "the day after".

Its day hangs on that of the deed, which another sentence may give. A night runs into the next day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependent

_PARTS = word_set("words_of_eventualities", "part_of_a_day")
_NIGHT = "night"
_DAYS = {"after": 1, "before": -1, "of": 0}
_KNOWN = rel.DETERMINER | rel.OWNER
_NEW = frozenset({"a", "an", "any", "no"})
_CLAUSES = frozenset({"VERB", "AUX"})


class BesideDeed(NamedTuple):
    """A part of the day, `words`, told from a deed: from `least` to `most` days after it."""

    deed: Token
    least: int
    most: int
    words: str

    def from_day(self, day: date) -> str:
        """Give the ISO day or interval, where the deed was on `day`."""
        first, last = (day + timedelta(days=n) for n in (self.least, self.most))
        return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def beside_deeds(clause: Token) -> Iterator[BesideDeed]:
    """Give the parts of a day in the clause of the verb at `clause` that are told from a deed known to the reader."""
    for part in clause.subtree:
        if part.lower_ not in _PARTS or part.i + 2 >= len(part.doc) or _verb(part) != clause:
            continue
        step = _DAYS.get(part.nbor().lower_)
        deed = None if step is None else dependent(part.nbor(), rel.GOVERNED)
        if step is None or deed is None or not _is_known(deed):
            continue
        night = part.lower_ == _NIGHT
        yield BesideDeed(deed, step, step + (night and step < 0), f"{part.lower_} {part.nbor().lower_}")


def of_one_deed(noun: str, other: str) -> bool:
    """Whether two lemmas tell one kind of deed: "attack" and "attack", "death" and "die"."""
    return noun == other or bool(_kinds().get(noun, frozenset()) & _kinds().get(other, frozenset()))


def _is_known(deed: Token) -> bool:
    return deed.pos_ == "NOUN" and any(c.dep_ in _KNOWN and c.lower_ not in _NEW for c in deed.children)


def _verb(token: Token) -> Token:
    while token.pos_ not in _CLAUSES and token.head != token:
        token = token.head
    return token


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind, members in lexicon("predicate_classes"):
        for word in members.split(","):
            found[word] = found.get(word, frozenset()) | {kind}
    return found
