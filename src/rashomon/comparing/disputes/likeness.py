"""What a contest and a clause that it may contest have of each other: named numbers, of the two alone.

Whoever is said to have had no part in something ("had nothing to do with the fire", "played no role") contests what
lays it to him.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.contest import CLAIMS, Contest, nouns_of
from rashomon.comparing.disputes.words import bare, cosine, mass, told, voice, whole
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import classes_of, term
from rashomon.language import listed, word_set
from rashomon.records import Clause

_NOTHING = frozenset({"deny", "speak"})


def accuses(contest: Contest, unit: Unit) -> bool:
    """Whether a clause accuses whoever contests: of something grave, or by a word of accusing."""
    if not is_of(contest, unit):
        return False
    kinds = classes_of(unit.predicate | unit.core_predicate)
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
        "denies": float(c.cue in CLAIMS),
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
    return listed("grave_kinds", "grave")


_HAS = word_set("words_of_disputes", "has")
_HANDS = word_set("words_of_disputes", "hand")
_BEHIND = frozenset(map(term, word_set("words_of_disputes", "behind")))
_KNOWING = word_set("words_of_disputes", "knowing")
_NEAR = 2  # sentences
_SHARED = 2.0  # what a denial and an accusation share beside who denies
_SHARED_NEAR = 0.5


def has_no_part(u: Unit, inner: Mapping[str, Sequence[Clause]]) -> bool:
    """Whether a clause says of somebody that he had no part in what it tells."""
    c = u.clause
    if not c.negated or c.form != "clause" or c.status not in TOLD or c.content is not None:
        return False
    said = {a.lemma for a in c.arguments if a.role != "subject"}
    part = nouns_of("part") - _KNOWING
    if c.lemma in part or (c.lemma == "be" and (said & part or u.own & _BEHIND)):  # "was not involved", "not behind it"
        return True
    if c.lemma not in _HAS:
        return False
    to_do = (x for x in inner.get(c.id, ()) if x.lemma == "do" and x.start > c.head[1])
    nothing = "nothing" in said and any(a.role == "other" for x in to_do for a in x.arguments)
    return nothing or bool(said & (part | _HANDS))


def cleared(u: Unit) -> frozenset[str]:
    """Give the entities and terms of those who had no part: who was not involved stands as what is done to."""
    who = u.subjects | (u.objects if u.clause.lemma in nouns_of("part") else frozenset())
    return frozenset(x.removeprefix("~") for x in who)


def clears_of(contest: Contest, a: Unit, b: Unit) -> bool:
    """Whether a clause `b` lays to somebody the very thing that he has no part in, as `a` says.

    Right beside it one word of it is enough: "had nothing to do with the fire".
    """
    if not contest.cleared:
        return False
    near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    laid = contest.denier & {x.removeprefix("~") for x in b.subjects | b.objects}
    shared = (contest.content - contest.denier) & (told(b) | b.around)
    return bool(laid) and accuses(contest, b) and mass(shared) >= (_SHARED_NEAR if near else _SHARED)
