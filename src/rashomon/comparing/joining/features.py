"""What is seen of a pair of clauses, and how likely it makes them one: named features, each a number of the two alone.

A feature is a function of what the two share, of what each has, and of the frozen tables (`rarity`, predicate classes).
The probability that they tell one thing is a logistic function of them, with weights that `python -m benchmarks.fit`
writes (lexicon `pair_weights`); which features spoke for a pair can be told from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.clause_values import denied
from rashomon.comparing.joining.counted import CountingApart
from rashomon.comparing.joining.incidence import Floats, Incidence, Ints
from rashomon.comparing.joining.unit import AHEAD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import weight
from rashomon.language import lexicon

T = TypeVar("T")
_NOTHING = np.float32(1e-9)


@lru_cache(maxsize=1 << 16)
def _rarest(member: Hashable) -> float:
    """What sharing a frame counts: as its rarest part."""
    return max(weight(part) for part in member) if isinstance(member, tuple) else 1.0


_SETS: dict[str, tuple[Callable[[Unit], Collection[Hashable]], Callable[[Hashable], float]]] = {
    "words": (lambda u: u.terms | u.entities, weight),
    "terms": (lambda u: u.terms, weight),
    "own": (lambda u: u.own, weight),
    "around": (lambda u: u.around, weight),
    "near": (lambda u: u.near, weight),
    "entities": (lambda u: u.entities, weight),
    "grams": (lambda u: u.grams, lambda m: 1.0),
    "runs": (lambda u: u.runs, lambda m: 1.0),
    "predicate": (lambda u: u.predicate, weight),
    "classes": (lambda u: u.classes, lambda m: 1.0),
    "subjects": (lambda u: u.subjects, weight),
    "objects": (lambda u: u.objects, weight),
    "arguments": (lambda u: u.subjects | u.objects | u.others, weight),
    "frames": (lambda u: u.frames, _rarest),
    "cast": (lambda u: u.cast, _rarest),
    "core": (lambda u: u.core, weight),
    "core_frames": (lambda u: u.core_frames, _rarest),
    "core_predicate": (lambda u: u.core_predicate, weight),
    "senses": (lambda u: u.senses, weight),
    "beside": (lambda u: u.beside, weight),
    "values": (lambda u: {v for v, _ in u.figures}, lambda m: 1.0),
    "counted": (lambda u: {c for _, c in u.figures}, lambda m: 1.0),
}


_OF_SENTENCES = frozenset({"around", "near", "runs", "beside"})
"""Sets that all clauses of a sentence have alike: what they share is asked of two sentences once."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was worked out of units alone, by name: their `sets`, and `values` of each."""

    sets: dict[str, Incidence] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


@once
def seen_of(units: tuple[Unit, ...]) -> Seen:
    """Give what is seen of `units` for all who ask in one run: whoever needs what is not there yet adds it."""
    return Seen()


class Pairs:
    """Pairs of units with what they share, worked out when it is asked for."""

    def __init__(self, units: Sequence[Unit], one: Ints, other: Ints, seen: Seen | None = None) -> None:
        """`one` and `other` are numbers of `units`; `seen` is what was worked out of the same units before."""
        self.units, self.one, self.other = units, one, other
        self.seen = seen or Seen()
        self._shared: dict[str, Floats] = {}
        self._known: dict[str, Any] = {}

    @classmethod
    def of_few(cls, units: Sequence[Unit], one: Ints, other: Ints) -> Pairs:
        """Give pairs of `units`, with what was seen of all of them before, else of those alone that stand in a pair."""
        seen = seen_of(tuple(units))
        if seen.sets:
            return cls(units, one, other, seen)
        few, both = np.unique(np.concatenate([one, other]), return_inverse=True)
        return cls([units[n] for n in few.tolist()], both[: len(one)], both[len(one) :])

    def incidence(self, name: str) -> Incidence:
        """Give the sets of the units by that name."""
        if name not in self.seen.sets:
            of, weight = _SETS[name]
            self.seen.sets[name] = Incidence([of(u) for u in self.units], weight)
        return self.seen.sets[name]

    def shared(self, name: str) -> Floats:
        """Give the weight of what both have of the sets by that name."""
        if name not in self._shared:
            sets = self.incidence(name)
            if name in _OF_SENTENCES:
                first, of = self.known("sentences", Pairs._of_sentences)
                self._shared[name] = sets.shared(self.one[first], self.other[first])[of]
            else:
                self._shared[name] = sets.shared(self.one, self.other)
        return self._shared[name]

    def known(self, name: str, of: Callable[[Pairs], T]) -> T:
        """Work out something of all pairs once."""
        if name not in self._known:
            self._known[name] = of(self)
        found: T = self._known[name]
        return found

    def _of_sentences(self) -> tuple[Ints, Ints]:
        """Give the first pair of clauses of each two sentences, and for each pair which of these it is like."""
        sentence = self._numbers("sentence of all", lambda u: (u.report, u.clause.sentence))
        key = sentence[self.one] * np.int64(len(sentence)) + sentence[self.other]
        order = np.argsort(key, kind="stable")
        begins = np.diff(key[order], prepend=-1) != 0
        of = np.empty(len(key), np.int64)
        of[order] = np.cumsum(begins) - 1
        return order[begins], of

    def cosine(self, name: str) -> Floats:
        """Give the cosine of the sets by that name."""
        mass = self.incidence(name).mass
        return np.asarray(self.shared(name) / np.sqrt(mass[self.one] * mass[self.other] + _NOTHING), np.float32)

    def contained(self, name: str) -> Floats:
        """Give the share of the lighter set that both have."""
        mass = self.incidence(name).mass
        return np.asarray(self.shared(name) / (np.minimum(mass[self.one], mass[self.other]) + _NOTHING), np.float32)

    def both(self, name: str) -> Any:
        """Tell where both have something of the sets by that name."""
        size = self.incidence(name).size > 0
        return size[self.one] & size[self.other]

    def apart(self, name: str) -> Any:
        """Tell where both have something and share nothing."""
        return self.both(name) & (self.shared(name) == 0)

    def alone(self, name: str, of: Callable[[Unit], Any]) -> tuple[Any, Any]:
        """Give a value of each unit alone, for either side."""
        if name not in self.seen.values:
            self.seen.values[name] = np.array([of(u) for u in self.units])
        values = self.seen.values[name]
        return values[self.one], values[self.other]

    def same(self, name: str, of: Callable[[Unit], Hashable]) -> Any:
        """Tell where a value of each unit alone is one for both."""
        values = self._numbers(name, of)
        return values[self.one] == values[self.other]

    def _numbers(self, name: str, of: Callable[[Unit], Hashable]) -> Ints:
        """Number the values of the units alone."""
        if name not in self.seen.values:
            number: defaultdict[Hashable, int] = defaultdict(count().__next__)
            self.seen.values[name] = np.array([number[of(u)] for u in self.units], np.int64)
        values: Ints = self.seen.values[name]
        return values

    def either(self, name: str, of: Callable[[Unit], bool]) -> tuple[Any, Any]:
        """Tell where something holds of both, and where of one alone."""
        a, b = self.alone(name, of)
        return a & b, a ^ b


Feature = Callable[[Pairs], Any]


def _days(p: Pairs) -> tuple[Any, Any]:
    return p.known("days", _day_gap)


def _day_gap(p: Pairs) -> tuple[Any, Any]:
    low, low2 = p.alone("day_low", lambda u: u.days[0] if u.days else 0)
    high, high2 = p.alone("day_high", lambda u: u.days[1] if u.days else 0)
    known = (low > 0) & (low2 > 0)
    return known, np.maximum(np.maximum(low, low2) - np.minimum(high, high2), 0)


def _speakers(p: Pairs) -> tuple[Any, Any]:
    return p.either("speaks", lambda u: u.speaker != "")[0], p.same("speaker", lambda u: u.speaker)


def _other_figure(p: Pairs) -> Any:
    """Tell where some count of both cannot be one number."""
    found = np.zeros(len(p.one), np.bool_)
    at = np.flatnonzero(p.shared("counted") > 0)
    if len(at):
        found[at] = CountingApart(p.units).disagreeing(p.one[at], p.other[at])
    return found


def _left(p: Pairs, name: str) -> Any:
    """The weight of what each has and the other lacks, of the side where that is less."""
    a, b = _mass(p, name)
    return np.minimum(a, b) - p.shared(name)


def _mass(p: Pairs, name: str) -> tuple[Any, Any]:
    mass = p.incidence(name).mass
    return mass[p.one], mass[p.other]


FEATURES: dict[str, Feature] = {
    "arguments": lambda p: p.cosine("arguments"),
    "arguments mass": lambda p: np.minimum(p.shared("arguments"), 15) / 15,
    "around": lambda p: p.cosine("around"),
    "beside": lambda p: p.cosine("beside"),
    "both deny": lambda p: p.either("denied", denied)[0],
    "both lead": lambda p: p.either("lead", lambda u: u.lead)[0],
    "cast": lambda p: p.cosine("cast"),
    "classes": lambda p: p.cosine("classes"),
    "classes apart": lambda p: p.apart("classes"),
    "classes left": lambda p: np.minimum(_left(p, "classes"), 3) / 3,
    "copied": lambda p: p.cosine("runs"),
    "core": lambda p: p.cosine("core"),
    "core frames": lambda p: p.cosine("core_frames"),
    "core predicate": lambda p: p.shared("core_predicate") > 0,
    "day": lambda p: _days(p)[0] & (_days(p)[1] == 0),
    "entities apart": lambda p: p.apart("entities"),
    "entities in": lambda p: p.contained("entities"),
    "frames": lambda p: p.cosine("frames"),
    "grams": lambda p: p.cosine("grams"),
    "grams in": lambda p: p.contained("grams"),
    "headline": lambda p: np.logical_or(*p.alone("headline", lambda u: u.headline)),
    "left": lambda p: np.minimum(_left(p, "words"), 20) / 20,
    "near": lambda p: p.cosine("near"),
    "near by": lambda p: (
        p.same("report", lambda u: u.report)
        & (np.abs(np.subtract(*p.alone("sentence", lambda u: u.clause.sentence))) <= 1)
    ),
    "objects": lambda p: p.shared("objects") > 0,
    "one ahead": lambda p: p.either("ahead", lambda u: u.clause.status in AHEAD)[1],
    "one counts": lambda p: p.either("counts", lambda u: bool(u.figures))[1],
    "one denies": lambda p: p.either("denied", denied)[1],
    "one leads": lambda p: p.either("lead", lambda u: u.lead)[1],
    "one says": lambda p: p.either("says", lambda u: u.clause.content is not None)[1],
    "one speaker": lambda p: _speakers(p)[0] & _speakers(p)[1],
    "one speaks": lambda p: p.either("speaks", lambda u: u.speaker != "")[1],
    "other day": lambda p: _days(p)[0] & (_days(p)[1] > 1),
    "other figure": _other_figure,
    "other value": lambda p: p.apart("values"),
    "own": lambda p: p.cosine("own"),
    "own left": lambda p: np.minimum(_left(p, "own"), 20) / 20,
    "predicate": lambda p: p.shared("predicate") > 0,
    "published between": lambda p: (
        np.minimum(np.abs(np.subtract(*p.alone("published", lambda u: u.published or 0))), 60) / 60
    ),
    "senses": lambda p: p.cosine("senses"),
    "senses left": lambda p: np.minimum(_left(p, "senses"), 20) / 20,
    "subjects": lambda p: p.shared("subjects") > 0,
    "two speakers": lambda p: _speakers(p)[0] & ~_speakers(p)[1],
    "value": lambda p: p.shared("values") > 0,
    "words": lambda p: p.cosine("words"),
}


def features(pairs: Pairs, names: Sequence[str]) -> Floats:
    """Give a row a pair and a column a feature, in the order of `names`."""
    table = np.empty((len(pairs.one), len(names)), np.float32)
    for n, name in enumerate(names):
        table[:, n] = FEATURES[name](pairs)
    return table


_BIAS = "bias"
_TOLD = 3
_SPEAKS = {
    "around": "the sentences' words",
    "beside": "the words around them",
    "both deny": "both deny",
    "cast": "who does what",
    "classes": "deeds of one kind",
    "core": "what is said",
    "core predicate": "what is said to be done",
    "day": "one day",
    "grams": "words in a row",
    "objects": "whom it is done to",
    "one speaker": "one speaker",
    "own": "the clauses' own words",
    "senses": "words of one sense",
    "subjects": "who does it",
    "value": "one figure",
    "words": "words",
}  # what speaks for a pair, as it is told: the other features only weigh
_DIGITS = 4


def score(pairs: Pairs) -> NDArray[np.float64]:
    """Give for each pair the probability that both tell one thing."""
    names, weights, bias = _weights()
    reach = np.full(len(pairs.one), bias)
    for name, each in zip(names, weights.tolist(), strict=True):  # one after another: no pair hangs on its neighbours
        reach += each * np.asarray(FEATURES[name](pairs), np.float32)
    return np.asarray(np.round(1 / (1 + np.exp(-reach)), _DIGITS), np.float64)


def reasons(pairs: Pairs) -> list[str]:
    """Give for each pair what spoke most for it, the strongest first."""
    names, weights, _ = _weights()
    table = features(pairs, names) * weights
    found = []
    for row in table.tolist():
        spoke = sorted(
            ((value, _SPEAKS[name]) for name, value in zip(names, row, strict=True) if name in _SPEAKS and value > 0),
            reverse=True,
        )
        found.append(", ".join(f"{name} {value:+.1f}" for value, name in spoke[:_TOLD]))
    return found


@cache
def _weights() -> tuple[tuple[str, ...], Floats, float]:
    table = {name: float(weight) for name, weight in lexicon("pair_weights")}
    bias = table.pop(_BIAS)
    return tuple(table), np.array(list(table.values()), np.float32), bias
