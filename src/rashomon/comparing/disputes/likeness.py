"""What a contest and a clause that it may contest have of each other: named numbers, of the two alone.

Their weights are fitted (`python -m benchmarks.fit_disputes`) and stand in the lexicon `dispute_weights`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import sqrt

from rashomon.comparing.disputes.contests import Contest
from rashomon.comparing.joining.rarity import ENTITY, rarity
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon

_GRAVE = frozenset(
    {"accuse", "abduct", "abuse", "attack", "die", "murder-plan", "rob", "shoot", "shoot-down", "tie", "torture", "pay",
     "violate", "lie", "blast", "charge", "burn", "provocation", "suspect"}
)
_CUES = ("denies", "rejects", "false", "negated", "unsure", "blames", "refuses", "demands")
_STATUSES = ("denied", "hedged", "hypothetical", "planned", "demanded", "unrealised")


def weight(member: str) -> float:
    """What sharing a term or an entity counts."""
    return ENTITY if member.startswith(("n-", "@")) else rarity(member)


def mass(members: Iterable[str]) -> float:
    """What a set of terms and entities weighs."""
    return sum(map(weight, members))


def seen(c: Contest, a: Unit, b: Unit) -> dict[str, float]:
    """Give the numbers of a contest, its clause and a clause that it may contest, by name; what is left out is 0."""
    found: dict[str, float] = {f"cue {c.cue}": 1.0}
    told = b.terms | b.entities
    shared = mass(c.content & told)
    wanted, has = mass(c.content), mass(told)
    claim = c.cue in ("denies", "rejects", "false")
    inside = shared / wanted if wanted else 0.0
    found["content in"] = inside * min(1.0, wanted / 8)
    found["content"] = shared / sqrt(wanted * has) if wanted and has else 0.0
    found["content mass"] = min(shared, 24) / 24
    if claim:
        found["claim content"] = found["content"]
        found["claim content mass"] = found["content mass"]
    near = mass(a.around & b.around)
    found["around"] = near / sqrt(mass(a.around) * mass(b.around)) if near else 0.0
    words = (a.terms | a.entities) & told
    found["words"] = mass(words) / sqrt(mass(a.terms | a.entities) * has) if words else 0.0
    found["own"] = (
        mass(a.own & b.own) / sqrt(mass(a.own) * mass(b.own)) if a.own & b.own else 0.0
    )
    found["predicate"] = float(bool(c.predicate & (b.predicate | b.deeds)))
    found["predicates"] = float(bool(a.predicate & b.predicate))
    found["classes"] = float(bool(a.classes & b.classes - {"deny", "speak"}))
    found["frames"] = float(bool(a.frames & b.frames))
    found["subjects"] = float(bool(a.subjects & b.subjects))
    found["objects"] = float(bool(a.objects & b.objects))
    found["opposite"] = float(any(opposites().get(t, frozenset()) & b.terms for t in a.terms))
    found["entities"] = min(len(a.entities & b.entities), 3) / 3
    found["own entity"] = float(bool(c.content & b.entities))
    grave = bool(b.classes & _GRAVE)
    of = bool(c.denier & (b.entities | b.subjects | b.objects))
    found["of the denier"] = float(of)
    found["grave"] = float(grave)
    found["accused"] = float(grave and of and (c.part or c.back))
    found["accuses"] = float("accuse" in b.classes)
    found["by the denier"] = float(bool(b.speaker) and b.speaker in c.denier)
    one = a.report == b.report
    d = b.clause.sentence - a.clause.sentence if one else 99
    found["one report"] = float(one)
    found["same sentence"] = float(d == 0)
    found["sentence before"] = float(d == -1)
    found["before"] = float(d in (-2, -3))
    found["sentence after"] = float(d == 1)
    found["after"] = float(d in (2, 3))
    found["far"] = min(abs(d), 30) / 30 if one else 0.0
    if c.back:
        found["back"] = 1.0
        found["back, just before"] = float(-1 <= d <= 0 and (d < 0 or b.span[0] < a.span[0]))
        found["back, before"] = float(d in (-2, -3))
        found["back, elsewhere"] = float(not -3 <= d <= 0)
    if c.part:
        found["part"] = 1.0
        found["part, accused"] = float(of and grave)
    found["two voices"] = float(bool(a.speaker) and bool(b.speaker) and a.speaker != b.speaker)
    found["one voice"] = float(bool(a.speaker) and a.speaker == b.speaker)
    found["nobody's"] = float(not b.speaker)
    for status in _STATUSES:
        found[f"told {status}"] = float(b.clause.status == status)
    found["told negated"] = float(b.clause.negated)
    found["both negated"] = float(b.clause.negated and a.clause.negated)
    found["one ahead"] = float((a.clause.status in ("planned", "demanded")) != (b.clause.status in ("planned", "demanded")))
    found["noun"] = float(b.clause.form == "noun")
    found["only says"] = float(b.clause.content is not None)
    found["short"] = float(has < 8)
    found["long"] = min(has, 60) / 60
    found["contest long"] = min(mass(a.terms | a.entities), 60) / 60
    found["headline"] = float(a.headline or b.headline)
    found["leads"] = float(b.lead)
    if a.published and b.published:
        found["days between"] = min(abs(a.published - b.published), 60) / 60
    found["hedged contest"] = float(a.clause.status == "hedged")
    found["planned contest"] = float(a.clause.status in ("planned", "demanded"))
    found["quoted"] = float(a.direct or b.direct)
    found["speaks"] = float(bool(a.speaker))
    return found


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Give for each term those that cannot hold with it."""
    found: dict[str, set[str]] = {}
    for one, others in lexicon("opposites"):
        for other in others.split(","):
            found.setdefault(term(one), set()).add(term(other))
            found.setdefault(term(other), set()).add(term(one))
    return {t: frozenset(of) for t, of in found.items()}
