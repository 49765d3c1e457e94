"""Which clause a contest stands against, and how surely: fitted weights over what the two have of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

import numpy as np

from rashomon.comparing.disputes.antecedents import is_word_of
from rashomon.comparing.disputes.candidates import Index
from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.contests import contests
from rashomon.comparing.disputes.likeness import clears_of, seen
from rashomon.comparing.disputes.rival import two_tellers
from rashomon.comparing.disputes.words import mass, told
from rashomon.comparing.joining.features import Pairs, score
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.language import lexicon, listed
from rashomon.records import Reading

_BIAS = "bias"
_LEAST_ODDS = -8.0
_TOLD = 3
_MEANT = 0.8  # by grammar: what a denial that only points stands against
_CLAIMED = 0.5  # what a denial itself tells that another claims
_POINTED_AT = "just before"
_NAMED = "whose claim it is"
_WORD_FOR_WORD = "word for word"
_NO_PART = "no part in it"
_THERE_IS_NONE = "there is none"
_NONE = 0.5
_SHARED = 1.0  # beside what there is none of
_ALIKE = 0.75  # of the weight of both
_ENOUGH = 6.0


@dataclass(frozen=True, slots=True)
class Contested:
    """A contest and the number of a unit that it stands against, with the probability and what spoke for it."""

    contest: Contest
    against: int
    probability: float
    because: str


def contested(
    units: Sequence[Unit], readings: Mapping[str, Reading], story: Mapping[str, str] | None = None
) -> tuple[Contested, ...]:
    """Give every contest with every unit that it may stand against, in their order.

    Nothing stands against what another `story` (by report) tells, where stories are told apart.
    """
    weights = _weights()
    bias = weights[_BIAS]
    found = []
    for contest, against, features in pairs(units, readings, story):
        spoken = {name: value * weights.get(name, 0.0) for name, value in features.items() if value}
        reach = bias + sum(spoken.values())
        best = [name for _, name in sorted((-value, name) for name, value in spoken.items() if value > 0)[:_TOLD]]
        likely = 1 / (1 + exp(-reach))
        if against == contest.meant:
            likely, best = max(likely, _MEANT), [_POINTED_AT]
        elif against == contest.claim:
            likely, best = _CLAIMED, [_NAMED]
        elif _is_named(contest, units[against]):
            likely, best = max(likely, _MEANT), [_NAMED]
        elif clears_of(contest, units[contest.unit], units[against]):
            likely, best = max(likely, _CLAIMED), [_NO_PART]
        elif _has_none(contest, units[contest.unit], units[against]):
            likely, best = max(likely, _NONE), [_THERE_IS_NONE]
        elif _word_for_word(contest, units[against]):
            likely, best = max(likely, _MEANT), [_WORD_FOR_WORD]
        found.append(Contested(contest, against, likely, ", ".join(best)))
    return tuple(found)


def _is_named(contest: Contest, against: Unit) -> bool:
    """Whether a clause tells the very deed that is not so, and is the word of who is named as claiming it."""
    return (
        contest.cue == "negated"
        and bool(contest.predicate & against.predicate)
        and is_word_of(against, contest.claimant)
    )


def _word_for_word(contest: Contest, against: Unit) -> bool:
    """Whether a clause tells in nearly the same words what the contest says is not so, or was wrongly said."""
    if contest.cue != "negated" and contest.core is None:
        return False
    if not contest.predicate & against.predicate and (contest.predicate or against.predicate):
        return False
    mine, theirs = contest.content, told(against)
    return mass(mine) >= _ENOUGH and mass(mine & theirs) >= _ALIKE * mass(mine | theirs)


def _has_none(contest: Contest, a: Unit, b: Unit) -> bool:
    """Whether a clause says that there was none of what another saw, heard or tells a deed of: "there was no blast"."""
    if contest.cue != "negated" or a.clause.lemma != "be" or a.subjects or b.headline or not two_tellers(a, b):
        return False
    none = next((x for x in a.clause.arguments if x.role == "other" and x.start > a.clause.head[1]), None)
    if none is None or a.clause.figures:
        return False
    what = f"~{term(none.lemma)}"
    if a.report != b.report and mass((told(a) & told(b)) - {what[1:]}) < _SHARED:
        return False
    seen_there = b.clause.lemma in listed("contest_cues", "seen") and what in b.objects | b.subjects
    befell = none.lemma in listed("event_nouns") and (
        what in b.subjects or (b.clause.lemma == "be" and what in b.others)
    )
    return seen_there or befell


def pairs(
    units: Sequence[Unit], readings: Mapping[str, Reading], story: Mapping[str, str] | None = None
) -> list[tuple[Contest, int, Mapping[str, float]]]:
    """Give the pairs to judge, each with its numbers."""
    made = contests(units, readings)
    index = Index(units, made, readings, story or {})
    both = [(c, n) for c in made for n in index.against(c)]
    if not both:
        return []
    core = [core_of(units, c) for c, _ in both]
    likely = score(Pairs.of_few(units, np.array(core, np.int64), np.array([n for _, n in both], np.int64)))
    return [
        (c, n, seen(c, units[c.unit], units[n], max(_LEAST_ODDS, log(max(p, 1e-6) / max(1 - p, 1e-6)))))
        for (c, n), p in zip(both, likely.tolist(), strict=True)
    ]


def one_matter(units: Sequence[Unit], made: Sequence[Contest]) -> Mapping[tuple[int, int], float]:
    """Give for the units of each two contests the probability that they contest one thing."""
    both = [(c, d) for i, c in enumerate(made) for d in made[i + 1 :] if c.content & d.content and c.unit != d.unit]
    if not both:
        return {}
    one = np.array([core_of(units, c) for c, _ in both], np.int64)
    other = np.array([core_of(units, d) for _, d in both], np.int64)
    found: dict[tuple[int, int], float] = {}
    for (c, d), p in zip(both, score(Pairs.of_few(units, one, other)).tolist(), strict=True):
        found[c.unit, d.unit] = found[d.unit, c.unit] = max(p, found.get((c.unit, d.unit), 0.0))
    return found


def core_of(units: Sequence[Unit], c: Contest) -> int:
    """The unit that tells what is contested: the widest that stands under the denial, else the contest itself."""
    if c.core is not None:
        return c.core
    under = [n for n in c.inside if units[n].clause.status == "denied"]
    return max(under, key=lambda n: (units[n].span[1] - units[n].span[0], -n), default=c.unit)


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in lexicon("dispute_weights")}
