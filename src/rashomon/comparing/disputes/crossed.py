"""Two voices beside each other that lay what happened to one another: "they rammed us", "it was they who rammed us".

Whom the one names as the doer of something grave, or blames for it, is whoever speaks next, and names the first; or one
deed is told with its two parts changed: "the trawler rammed the cutter", "the cutter rammed it".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.accounts import Account, accounts, is_cleft
from rashomon.comparing.disputes.rival import Rivals, by_rule, other_days, overlap
from rashomon.comparing.disputes.words import bare
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import classes_of
from rashomon.language import listed
from rashomon.records import Reading

_NEAR = 2  # sentences
_SURE = 0.5
_ACCUSING = frozenset({"accuse"})


def crossed(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of accounts beside each other by which each of two lays it to the other."""
    for told in accounts(units, readings).values():
        mine = [(a, tellers, laid) for a in told for tellers, laid in (_lays(a, units[a.unit], told),) if tellers]
        first = 0
        for i, (b, theirs, on) in enumerate(mine):
            while b.clause.sentence - mine[first][0].clause.sentence > _NEAR:
                first += 1
            for a, tellers, laid in mine[first:i]:
                u, v = units[a.unit], units[b.unit]
                if overlap(u, v) or tellers & theirs or a.unit == b.unit or other_days(u, v):
                    continue
                if (laid & theirs and on & tellers and _is_blame(a, b)) or _is_turned(a, b):
                    words = f"{a.clause.lemma} or {b.clause.lemma}"
                    yield Rivals(a.unit, b.unit, _SURE, "actor", by_rule("each lays it to the other", words))


def _lays(a: Account, u: Unit, told: Sequence[Account]) -> tuple[frozenset[str], frozenset[str]]:
    """Who tells an account, and to whom he lays something grave; nobody where he lays nothing to anybody."""
    kinds = classes_of(a.predicate)
    if kinds & _ACCUSING:
        tellers = a.voices or bare(a.subjects)
        return tellers, u.own - tellers
    if is_cleft(a.clause):
        of = (b for b in told if b.clause.within == a.clause.id)
        grave = any(_is_grave(b.predicate) for b in of)
        return (a.voices, bare(a.others)) if grave else (frozenset(), frozenset())
    if not _is_grave(a.predicate) or not a.subjects:
        return frozenset(), frozenset()
    return a.voices, bare(a.subjects)


def _is_blame(a: Account, b: Account) -> bool:
    """Whether one only blames, or says who it was: of what two are told to have done each did its part."""
    kinds = classes_of(a.predicate | b.predicate)
    return bool(kinds & _ACCUSING) or is_cleft(a.clause) or is_cleft(b.clause)


def _is_turned(a: Account, b: Account) -> bool:
    """Whether both tell one grave deed, and who did it to whom the other way round."""
    if not a.predicate & b.predicate or not _is_grave(a.predicate) or not a.objects or not a.subjects:
        return False
    done_to = a.objects & b.subjects
    return bool(done_to) and not a.subjects & b.subjects and (bool(a.subjects & b.objects) or not b.objects)


def _is_grave(predicate: frozenset[str]) -> bool:
    return bool(_grave() & classes_of(predicate))


@cache
def _grave() -> frozenset[str]:
    return listed("grave_kinds", "grave") | listed("grave_kinds", "rival")
