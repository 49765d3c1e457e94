"""What an attack was aimed at and what it hit: "the shells struck a bakery", "the target was a command post"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.comparing.disputes.likeness import kinds_of
from rashomon.comparing.disputes.rival import Rivals, by_rule
from rashomon.comparing.disputes.tellers import other_days, overlap, two_tellers
from rashomon.comparing.disputes.words import is_cited
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, word_set

_SURE = 0.5
_NEAR = 3  # sentences
_HITS = frozenset({"attack", "damage"})
_AIMS = word_set("words_of_disputes", "aims")
_TARGET = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "target"))


def rival_targets(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give what somebody says an attack hit, with what another says, close by, that it was aimed at."""
    hit: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if _is_told(u) and _hits(u) and _things(u.objects):
            hit[u.report].append(n)
    for m, b in enumerate(units):
        aim = _aimed_at(b) if _is_told(b) else frozenset()
        for n in hit[b.report] if aim else ():
            a = units[n]
            near = abs(a.clause.sentence - b.clause.sentence) <= _NEAR
            one = _things(a.objects) & aim or {x[1:] for x in aim} & (a.terms | a.entities)
            if near and not one and two_tellers(a, b) and not overlap(a, b) and not other_days(a, b):
                yield Rivals(n, m, _SURE, "identity", by_rule("target", f"{a.clause.lemma} or {b.clause.lemma}"))


def _is_told(u: Unit) -> bool:
    c = u.clause
    return (
        is_cited(u)
        and c.form == "clause"
        and c.status in TOLD
        and not c.negated
        and c.link in FULL_LINKS
        and c.content is None
    )


def _hits(u: Unit) -> bool:
    """Whether a clause tells that arms, or somebody who is not named, hit something."""
    hits = u.clause.lemma not in _AIMS and bool(kinds_of(u.predicate) & _HITS)
    return hits and all(x in arms() or kinds_of(frozenset({x[1:]})) & _HITS for x in u.subjects)


def _aimed_at(u: Unit) -> frozenset[str]:
    """What a clause tells was the target: "the target was a depot", "had targeted a command post"."""
    if u.clause.lemma == "be":
        return _things(u.others) if u.subjects & _TARGET and not u.clause.figures else frozenset()
    return _things(u.objects) if u.clause.lemma in _AIMS else frozenset()


def _things(who: frozenset[str]) -> frozenset[str]:
    """Of what is hit, the things that a word tells."""
    return frozenset(x for x in who if not is_entity(x))


@cache
def arms() -> frozenset[str]:
    """Give the weapons and other instruments that do a deed, as a clause names them."""
    return frozenset(f"~{term(row[0])}" for name in ("weapons", "instruments") for row in lexicon(name))
