"""What a contest and a clause that it may contest have of each other: named numbers, of the two alone.

Their weights are fitted (`python -m benchmarks.fit_disputes`) and stand in the lexicon `dispute_weights`.
"""

from __future__ import annotations

from rashomon.comparing.disputes.contests import Contest
from rashomon.comparing.disputes.words import cosine, mass, told, voice
from rashomon.comparing.joining.unit import Unit

_GRAVE = frozenset(
    [
        "abduct",
        "abuse",
        "accuse",
        "attack",
        "blast",
        "burn",
        "charge",
        "die",
        "lie",
        "murder-plan",
        "pay",
        "provocation",
        "rob",
        "shoot",
        "shoot-down",
        "suspect",
        "tie",
        "torture",
        "violate",
    ]
)
_CLAIMS = frozenset({"denies", "rejects"})
_NOTHING = frozenset({"deny", "speak"})


def is_grave(unit: Unit) -> bool:
    """Whether a clause tells what somebody could be accused of, or accuses."""
    return bool(unit.classes & _GRAVE)


def is_of(contest: Contest, unit: Unit) -> bool:
    """Whether a clause speaks of whoever contests."""
    return bool(contest.denier & (unit.entities | unit.subjects | unit.objects | unit.terms))


def seen(c: Contest, a: Unit, b: Unit, joined: float) -> dict[str, float]:
    """Give the numbers of a contest, its clause `a` and a clause `b`, by name; what is left out is 0.

    `joined` is the logarithm of the odds that what is contested and `b` tell one thing (`joining`).
    """
    content = c.content
    of = is_of(c, b)
    accused = of and is_grave(b)
    d = b.clause.sentence - a.clause.sentence if a.report == b.report else 99
    found = {
        "joined": joined,
        "denies": float(c.cue in _CLAIMS),
        "calls false": float(c.cue == "false"),
        "content": cosine(content, told(b)),
        "own": cosine(a.own, b.own),
        "predicate": float(bool(c.predicate & (b.predicate | b.deeds))),
        "classes": float(bool((a.classes & b.classes) - _NOTHING)),
        "one sentence": float(d == 0),
        "sentence before": float(d == -1),
        "two voices": float(bool(a.speaker and b.speaker) and voice(a) != voice(b)),
        "one voice": float(bool(a.speaker) and voice(a) == voice(b)),
        "the denier's word": float(bool(b.speaker) and voice(b) in c.denier),
        "planned": float(b.clause.status == "planned"),
        "demanded": float(b.clause.status == "demanded"),
        "finite": float(b.clause.link in ("main", "complement", "joined", "relative")),
        "long": min(mass(told(b)), 60) / 60,
    }
    if c.part or c.back:
        found["accused"] = float(accused)
        found["accused near by"] = float(accused and -3 <= d <= 1)
    if c.part:
        found["part"] = 1.0
    if c.back:
        found["just before"] = float(-1 <= d <= 0 and (d < 0 or b.span[0] < a.span[0]))
        found["before"] = float(d in (-2, -3))
        found["elsewhere"] = float(not -3 <= d <= 0)
    return found
