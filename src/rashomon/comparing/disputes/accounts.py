"""Clauses as accounts of one report: who tells what of whom, in the order of the text.

A clause that says too little to be told apart over reports ("it had been on a siding") is one too: beside another
account its "it" is known. It is shown by the clause that says it.

What one report tells is looked up by its clauses: the unit that was made of each, and those that stand inside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.words import OUTLET, voice
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.one_run import once_of_all
from rashomon.comparing.term import function_words, is_entity, number_terms, term
from rashomon.language import listed, word_set
from rashomon.records import Clause, Reading, Word

_BARE = "be"


@dataclass(frozen=True, slots=True)
class Account:
    """What a clause tells: `unit` is the number of the unit that shows it, `voices` are the keys of whose word it is.

    `subjects`, `objects` and `others` are entity ids, or `~` and a term; `open` tells that somebody who takes part is
    only "he" or "it", and stands for nobody known. `against` tells that it opens with "but", `negated` that it is told
    as not so.
    """

    unit: int
    clause: Clause
    voices: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    others: frozenset[str]
    predicate: frozenset[str]
    open: bool
    against: bool
    negated: bool

    @property
    def parties(self) -> frozenset[str]:
        """Who does it or undergoes it."""
        return self.subjects | self.objects


@once_of_all
def accounts(units: Sequence[Unit], readings: Mapping[str, Reading]) -> dict[str, list[Account]]:
    """Give the accounts of each report: what is told as so, and not under a negation."""
    return {report: [a for a in told if not a.negated] for report, told in both_ways(units, readings).items()}


@once_of_all
def both_ways(units: Sequence[Unit], readings: Mapping[str, Reading]) -> dict[str, list[Account]]:
    """Give the accounts of each report with what is told as not so."""
    mine: dict[str, dict[str, int]] = defaultdict(dict)
    for n, u in enumerate(units):
        mine[u.report][u.clause.id] = n
    return {report: _OfReport(readings[report], units, mine[report]).accounts() for report in sorted(mine)}


class _OfReport:
    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Mapping[str, int]) -> None:
        self._reading, self._units, self._mine = reading, units, mine
        self._clause = {c.id: c for c in reading.clauses}
        self._holder = {c.content: c for c in reading.clauses if c.content is not None}
        self._inside: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            if c.within is not None:
                self._inside[c.within].append(c)
        self._but = [w.start for w in reading.words if w.lemma in _contrasts()]

    def accounts(self) -> list[Account]:
        found = [a for c in self._reading.clauses if (a := self._account(c)) is not None]
        return sorted(found, key=lambda a: (a.clause.start, a.clause.id))

    def _account(self, c: Clause) -> Account | None:
        if c.form != "clause" or c.status not in TOLD or c.content is not None:
            return None
        if c.link not in FULL_LINKS and not self._is_cleft(c):
            return None
        own, holder = self._mine.get(c.id), self._holder.get(c.id)
        shown = own if own is not None else self._mine.get(holder.id) if holder is not None else None
        if shown is None:
            return None
        parts = self._parts(own, c)
        taking_part = [a for a in c.arguments if a.role in ("subject", "object")]
        return Account(
            shown,
            c,
            self._voices(self._units[shown], holder),
            *parts,
            frozenset(map(term, c.predicate)),
            len(taking_part) > len(parts[0]) + len(parts[1]),
            self._is_against(c),
            c.negated,
        )

    def _parts(self, own: int | None, c: Clause) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Give who does it, who undergoes it and what else it speaks of."""
        if own is not None:
            u = self._units[own]
            return u.subjects - _how_many(), u.objects, u.others  # "all nine were farmers": who, was told before
        named = [(a.role, f"~{term(a.lemma)}") for a in c.arguments if a.lemma not in pronouns()]
        subjects, objects, others = (
            frozenset(who for role, who in named if role == of) for of in ("subject", "object", "other")
        )
        return subjects, objects, others

    def _voices(self, u: Unit, holder: Clause | None) -> frozenset[str]:
        """Whose word it is, by key and by the last word of it; the report's own has none."""
        key = voice(u)
        if holder is not None and key.startswith(OUTLET) and holder.id in self._mine:
            key = voice(self._units[self._mine[holder.id]])  # "the coastguard said": whoever that is
        if not key or key.startswith(OUTLET):
            return frozenset()
        return frozenset({key, *(term(w) for w in key.removeprefix("~").rpartition(":")[2].split()[-1:])})

    def _is_cleft(self, c: Clause) -> bool:
        """Whether a clause hangs on what "it was" names: "it was policemen who shot him"."""
        holder = self._clause.get(c.within or "")
        return c.link == "relative" and holder is not None and is_cleft(holder)

    def _is_against(self, c: Clause) -> bool:
        """Whether a "but" stands between a clause, or what says it, and what stands before it in the sentence."""
        start, end = self._reading.sentences[c.sentence]
        opens = self._holder.get(c.id, c)
        at = bisect_left(self._but, max(start, opens.start - _ROOM))
        return at < len(self._but) and self._but[at] < min(c.head[0], end)


_A_GAP = 2  # characters between two paragraphs
_ROOM = 6  # characters between "but" and the clause that it opens


_POINTS_AT_WHO = word_set("words_of_contests", "cleft")


def is_cleft(c: Clause) -> bool:
    """Whether a clause says who it was: "it was soldiers", "it was the mayor who …"."""
    subject = [a for a in c.arguments if a.role == "subject"]
    return c.lemma == _BARE and len(subject) == 1 and subject[0].lemma in _POINTS_AT_WHO


def words_between(words: Sequence[Word], start: int, end: int) -> Iterable[str]:
    """Give the terms of the words in `[start, end)`, but for those without content."""
    empty = function_words()
    low, high = (bisect_left(words, at, key=lambda w: w.start) for at in (start, end))
    return (term(w.lemma) for w in words[low:high] if w.lemma not in empty)


@cache
def pronouns() -> frozenset[str]:
    """Give the pronouns that stand for somebody or something."""
    return listed("pronouns")


@cache
def _how_many() -> frozenset[str]:
    return frozenset(f"~{number}" for number in number_terms())


@cache
def _contrasts() -> frozenset[str]:
    return listed("relating_words", "contrast")


def opening(reading: Reading) -> frozenset[int]:
    """Give the sentences of a report that open a paragraph: before them stands more than the space between two."""
    ends = (-_A_GAP, *(end for _, end in reading.sentences))
    return frozenset(n for n, (start, _) in enumerate(reading.sentences) if start - ends[n] >= _A_GAP)


class ToldInReport:
    """Looks up what one report tells; `mine` are the numbers of its units among `units`."""

    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Sequence[int]) -> None:
        """`reading` is that of the report."""
        self._reading, self._units, self._mine = reading, units, mine
        self._number = {units[n].clause.id: n for n in mine}
        self._clause = {c.id: c for c in reading.clauses}
        self._inner: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            if c.within is not None:
                self._inner[c.within].append(c)


def spoken_for(units: Sequence[Unit]) -> dict[str, str]:
    """Give for each who is named and is one voice with a body whose spokesman he is, the key of that voice."""
    said = {(u.report, u.clause.id): voice(u) for u in units if u.speaker}
    found: dict[str, set[str]] = defaultdict(set)
    for u in units:
        key = said.get((u.report, u.clause.content or ""), "")
        if key and not key.startswith(OUTLET) and len(u.subjects) == 1:
            found[next(iter(u.subjects))].add(key)
    return {who: next(iter(keys)) for who, keys in found.items() if len(keys) == 1 and is_entity(who)}
