"""What is seen of a pair of clauses: one table of named features, each a number of the two clauses alone.

A feature is a function of what the two share, of what each has, and of the frozen tables (`rarity`, predicate
classes). Their weights are fitted (`python -m benchmarks.fit`) and stand in the lexicon `pair_weights`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import numpy as np

from rashomon.comparing.joining.incidence import Floats, Incidence, Ints
from rashomon.comparing.joining.rarity import ENTITY, rarity
from rashomon.comparing.joining.unit import Unit

_NOTHING = np.float32(1e-9)
_DEEDS_AHEAD = frozenset({"planned", "demanded", "hypothetical"})
_NOT_SO = frozenset({"denied", "unrealised"})


def _weight(member: Hashable) -> float:
    """What sharing a member counts: a term by its rarity, an entity alike wherever it stands."""
    return ENTITY if isinstance(member, str) and member.startswith(("n-", "@")) else rarity(str(member))


def _rarest(member: Hashable) -> float:
    """What sharing a frame counts: as its rarest part."""
    return max(_weight(part) for part in member) if isinstance(member, tuple) else 1.0


_SETS: dict[str, tuple[Callable[[Unit], Iterable[Hashable]], Callable[[Hashable], float]]] = {
    "words": (lambda u: u.terms | u.entities, _weight),
    "terms": (lambda u: u.terms, _weight),
    "own": (lambda u: u.own, _weight),
    "around": (lambda u: u.around, _weight),
    "near": (lambda u: u.near, _weight),
    "entities": (lambda u: u.entities, _weight),
    "grams": (lambda u: u.grams, lambda m: 1.0),
    "runs": (lambda u: u.runs, lambda m: 1.0),
    "predicate": (lambda u: u.predicate, _weight),
    "deeds": (lambda u: u.deeds, _weight),
    "classes": (lambda u: u.classes, lambda m: 1.0),
    "subjects": (lambda u: u.subjects, _weight),
    "objects": (lambda u: u.objects, _weight),
    "arguments": (lambda u: u.subjects | u.objects | u.others, _weight),
    "frames": (lambda u: u.frames, _rarest),
    "cast": (lambda u: u.cast, _rarest),
    "core": (lambda u: u.core, _weight),
    "core_frames": (lambda u: u.core_frames, _rarest),
    "core_predicate": (lambda u: u.core_predicate, _weight),
    "senses": (lambda u: u.senses, _weight),
    "beside": (lambda u: u.beside, _weight),
    "figures": (lambda u: u.figures, lambda m: 1.0),
    "values": (lambda u: {v for v, _ in u.figures}, lambda m: 1.0),
    "counted": (lambda u: {c for _, c in u.figures}, lambda m: 1.0),
    "places": (lambda u: u.places, lambda m: 1.0),
}


class Pairs:
    """Pairs of units with what they share, worked out when it is asked for."""

    def __init__(self, units: Sequence[Unit], one: Ints, other: Ints, sets: dict[str, Incidence] | None = None) -> None:
        """`one` and `other` are numbers of `units`; `sets` are those of the same units, where they were made before."""
        self.units, self.one, self.other = units, one, other
        self.sets: dict[str, Incidence] = sets if sets is not None else {}
        self._shared: dict[str, Floats] = {}
        self._alone: dict[str, Any] = {}

    def incidence(self, name: str) -> Incidence:
        """Give the sets of the units by that name."""
        if name not in self.sets:
            of, weight = _SETS[name]
            self.sets[name] = Incidence([of(u) for u in self.units], weight)
        return self.sets[name]

    def shared(self, name: str) -> Floats:
        """Give the weight of what both have of the sets by that name."""
        if name not in self._shared:
            self._shared[name] = self.incidence(name).shared(self.one, self.other)
        return self._shared[name]

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
        if name not in self._alone:
            self._alone[name] = np.array([of(u) for u in self.units])
        values = self._alone[name]
        return values[self.one], values[self.other]

    def either(self, name: str, of: Callable[[Unit], bool]) -> tuple[Any, Any]:
        """Tell where something holds of both, and where of one alone."""
        a, b = self.alone(name, of)
        return a & b, a ^ b


Feature = Callable[[Pairs], Any]


def _is_denied(u: Unit) -> bool:
    return u.clause.negated != (u.clause.status in _NOT_SO)


def _day_gap(p: Pairs) -> tuple[Any, Any]:
    low, low2 = p.alone("day_low", lambda u: u.days[0] if u.days else 0)
    high, high2 = p.alone("day_high", lambda u: u.days[1] if u.days else 0)
    known = (low > 0) & (low2 > 0)
    return known, np.maximum(np.maximum(low, low2) - np.minimum(high, high2), 0)


def _speakers(p: Pairs) -> tuple[Any, Any]:
    a, b = p.alone("speaker", lambda u: u.speaker)
    return (a != "") & (b != ""), a == b


def _left(p: Pairs, name: str) -> Any:
    """The weight of what each has and the other lacks, of the side where that is less."""
    a, b = _mass(p, name)
    return np.minimum(a, b) - p.shared(name)


def _mass(p: Pairs, name: str) -> tuple[Any, Any]:
    mass = p.incidence(name).mass
    return mass[p.one], mass[p.other]


FEATURES: dict[str, Feature] = {
    "words": lambda p: p.cosine("words"),
    "words in": lambda p: p.contained("words"),
    "words mass": lambda p: np.minimum(p.shared("words"), 30) / 30,
    "terms": lambda p: p.cosine("terms"),
    "terms in": lambda p: p.contained("terms"),
    "own": lambda p: p.cosine("own"),
    "own in": lambda p: p.contained("own"),
    "senses": lambda p: p.cosine("senses"),
    "senses in": lambda p: p.contained("senses"),
    "beside": lambda p: p.cosine("beside"),
    "left": lambda p: np.minimum(_left(p, "words"), 20) / 20,
    "own left": lambda p: np.minimum(_left(p, "own"), 20) / 20,
    "entities left": lambda p: np.minimum(_left(p, "entities"), 6) / 6,
    "both name": lambda p: _left(p, "entities") > 0,
    "places left": lambda p: _left(p, "places") > 0,
    "deeds left": lambda p: np.minimum(_left(p, "deeds"), 10) / 10,
    "classes left": lambda p: np.minimum(_left(p, "classes"), 3) / 3,
    "senses left": lambda p: np.minimum(_left(p, "senses"), 20) / 20,
    "two figures": lambda p: (p.shared("counted") - p.shared("figures")) > 1,
    "words and around": lambda p: p.cosine("words") * p.cosine("around"),
    "words and classes": lambda p: p.cosine("words") * (p.shared("classes") > 0),
    "words and day": lambda p: p.cosine("words") * (_day_gap(p)[0] & (_day_gap(p)[1] > 1)),
    "strange": lambda p: np.maximum(0.25 - p.cosine("words"), 0),
    "words high": lambda p: np.maximum(p.cosine("words") - 0.5, 0),
    "class subject": lambda p: (p.shared("classes") > 0) & (p.shared("subjects") > 0),
    "class object": lambda p: (p.shared("classes") > 0) & (p.shared("objects") > 0),
    "class other object": lambda p: (p.shared("classes") > 0) & p.apart("objects"),
    "class no subject": lambda p: (p.shared("classes") > 0) & p.apart("subjects"),
    "speaker and words": lambda p: (_speakers(p)[0] & _speakers(p)[1]) * p.cosine("words"),
    "two speakers and words": lambda p: (_speakers(p)[0] & ~_speakers(p)[1]) * p.cosine("words"),
    "around": lambda p: p.cosine("around"),
    "grams": lambda p: p.cosine("grams"),
    "grams in": lambda p: p.contained("grams"),
    "short": lambda p: np.minimum(np.minimum(*_mass(p, "words")), 40) / 40,
    "ratio": lambda p: np.minimum(*_mass(p, "words")) / (np.maximum(*_mass(p, "words")) + _NOTHING),
    "entities": lambda p: p.cosine("entities"),
    "entities in": lambda p: p.contained("entities"),
    "entities mass": lambda p: np.minimum(p.shared("entities"), 10) / 10,
    "entities apart": lambda p: p.apart("entities"),
    "near": lambda p: p.cosine("near"),
    "predicate": lambda p: p.shared("predicate") > 0,
    "predicate mass": lambda p: np.minimum(p.shared("predicate"), 8) / 8,
    "deeds": lambda p: p.cosine("deeds"),
    "deeds in": lambda p: p.contained("deeds"),
    "classes": lambda p: p.cosine("classes"),
    "classes apart": lambda p: p.apart("classes"),
    "subjects": lambda p: p.shared("subjects") > 0,
    "subjects apart": lambda p: p.apart("subjects"),
    "objects": lambda p: p.shared("objects") > 0,
    "objects apart": lambda p: p.apart("objects"),
    "arguments": lambda p: p.cosine("arguments"),
    "arguments mass": lambda p: np.minimum(p.shared("arguments"), 15) / 15,
    "arguments apart": lambda p: p.apart("arguments"),
    "frame": lambda p: (p.shared("predicate") > 0) & ((p.shared("subjects") > 0) | (p.shared("objects") > 0)),
    "class frame": lambda p: (p.shared("classes") > 0) & ((p.shared("subjects") > 0) | (p.shared("objects") > 0)),
    "frames": lambda p: p.cosine("frames"),
    "frames in": lambda p: p.contained("frames"),
    "frames mass": lambda p: np.minimum(p.shared("frames"), 16) / 16,
    "cast": lambda p: p.cosine("cast"),
    "core": lambda p: p.cosine("core"),
    "core in": lambda p: p.contained("core"),
    "core frames": lambda p: p.cosine("core_frames"),
    "core predicate": lambda p: p.shared("core_predicate") > 0,
    "figure": lambda p: p.shared("figures") > 0,
    "value": lambda p: p.shared("values") > 0,
    "other figure": lambda p: (p.shared("counted") > 0) & (p.shared("figures") == 0),
    "other value": lambda p: p.apart("values"),
    "one counts": lambda p: p.either("counts", lambda u: bool(u.figures))[1],
    "places apart": lambda p: p.apart("places"),
    "day": lambda p: _day_gap(p)[0] & (_day_gap(p)[1] == 0),
    "other day": lambda p: _day_gap(p)[0] & (_day_gap(p)[1] > 1),
    "days between": lambda p: _day_gap(p)[0] * np.minimum(_day_gap(p)[1], 30) / 30,
    "published between": lambda p: (
        np.minimum(np.abs(np.subtract(*p.alone("published", lambda u: u.published or 0))), 60) / 60
    ),
    "copied": lambda p: p.cosine("runs"),
    "one report": lambda p: np.equal(*p.alone("report", lambda u: u.report)),
    "near by": lambda p: (
        np.equal(*p.alone("report", lambda u: u.report))
        & (np.abs(np.subtract(*p.alone("sentence", lambda u: u.clause.sentence))) <= 1)
    ),
    "one speaker": lambda p: _speakers(p)[0] & _speakers(p)[1],
    "two speakers": lambda p: _speakers(p)[0] & ~_speakers(p)[1],
    "one speaks": lambda p: p.either("speaks", lambda u: u.speaker != "")[1],
    "both say": lambda p: p.either("says", lambda u: u.clause.content is not None)[0],
    "one says": lambda p: p.either("says", lambda u: u.clause.content is not None)[1],
    "both quoted": lambda p: p.either("direct", lambda u: u.direct)[0],
    "one denies": lambda p: p.either("denied", _is_denied)[1],
    "both deny": lambda p: p.either("denied", _is_denied)[0],
    "one ahead": lambda p: p.either("ahead", lambda u: u.clause.status in _DEEDS_AHEAD)[1],
    "both ahead": lambda p: p.either("ahead", lambda u: u.clause.status in _DEEDS_AHEAD)[0],
    "both lead": lambda p: p.either("lead", lambda u: u.lead)[0],
    "one leads": lambda p: p.either("lead", lambda u: u.lead)[1],
    "headline": lambda p: np.logical_or(*p.alone("headline", lambda u: u.headline)),
    "both nouns": lambda p: p.either("noun", lambda u: u.clause.form == "noun")[0],
    "one noun": lambda p: p.either("noun", lambda u: u.clause.form == "noun")[1],
}


def features(pairs: Pairs, names: Sequence[str]) -> Floats:
    """Give a row a pair and a column a feature, in the order of `names`."""
    table = np.empty((len(pairs.one), len(names)), np.float32)
    for n, name in enumerate(names):
        table[:, n] = FEATURES[name](pairs)
    return table
