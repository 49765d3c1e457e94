"""What a contest and a clause that it may contest have of each other: named numbers, of the two alone.

Their weights are fitted (`python -m benchmarks.fit_disputes`) and stand in the lexicon `dispute_weights`.
"""

from __future__ import annotations

from functools import cache

from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.words import bare, cosine, told, voice, whole
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import predicate_class, term
from rashomon.language import lexicon

_CLAIMS = frozenset({"denies", "rejects"})
_NOTHING = frozenset({"deny", "speak"})


def kinds_of(terms: frozenset[str]) -> frozenset[str]:
    """What kinds of deeds a predicate tells."""
    return frozenset(kind for t in terms for kind in predicate_class(t))


def accuses(contest: Contest, unit: Unit) -> bool:
    """Whether a clause accuses whoever contests: of something grave, or by a word of accusing."""
    if not is_of(contest, unit):
        return False
    kinds = kinds_of(unit.predicate | unit.core_predicate)
    does = bool(contest.denier & bare(unit.subjects))  # of an accusation: then it is another whom he accuses
    return does != ("accuse" in kinds) and ("accuse" in kinds or bool(kinds & _grave()))


def is_of(contest: Contest, unit: Unit) -> bool:
    """Whether a clause speaks of whoever contests."""
    return bool(contest.denier & (unit.entities | unit.subjects | unit.objects | unit.terms))


def seen(c: Contest, a: Unit, b: Unit, joined: float) -> dict[str, float]:
    """Give the numbers of a contest, its clause `a` and a clause `b`, by name; what is left out is 0.

    `joined` is the logarithm of the odds that what is contested and `b` tell one thing (`joining`).
    """
    content = c.content
    d = b.clause.sentence - a.clause.sentence if a.report == b.report else 99
    found = {
        "joined": joined,
        "denies": float(c.cue in _CLAIMS),
        "calls false": float(c.cue == "false"),
        "content": cosine(content, told(b)),
        "own": cosine(a.own, b.own),
        "predicate": float(bool(c.predicate & (b.predicate | b.deeds | b.core_predicate))),
        "spoken": float(bool(b.speaker)),
        "stands alone": float(b.clause.wording is not None),
        "classes": float(bool((a.classes & b.classes) - _NOTHING)),
        "one sentence": float(d == 0),
        "sentence before": float(d == -1),
        "two voices": float(bool(a.speaker and b.speaker) and voice(a) != voice(b)),
        "one voice": float(bool(a.speaker) and voice(a) == voice(b)),
        "the denier's word": float(bool(b.speaker) and voice(b) in c.denier),
        "planned": float(b.clause.status == "planned"),
        "demanded": float(b.clause.status == "demanded"),
        "finite": float(b.clause.link in ("main", "complement", "joined", "relative")),
        "long": min(whole(told(b)), 60) / 60,
    }
    if c.part or c.back:
        found["accused"] = float(_is_word_of(c.claimant, b) if c.claimant else accuses(c, b))
    if c.part:
        found["part"] = 1.0
    if c.back:
        found["just before"] = float(-1 <= d <= 0 and (d < 0 or b.span[0] < a.span[0]))
        found["before"] = float(d in (-2, -3))
        found["elsewhere"] = float(not -3 <= d <= 0)
    return found


def _is_word_of(who: frozenset[str], b: Unit) -> bool:
    """Whether a clause is what somebody of these says or finds."""
    last = frozenset(map(term, voice(b).rpartition(":")[2].split())) if b.speaker else frozenset()
    return bool(who & (bare(b.subjects) | last | {voice(b)}))


@cache
def _grave() -> frozenset[str]:
    return frozenset(kind for kind, told in lexicon("grave_kinds") if told == "grave")
