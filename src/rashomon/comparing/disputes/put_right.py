"""Numbers that are put right: "31 people, not 26", "11 miners, not 14 as reported earlier".

Against it stands whoever told the number that it is not. Where the same voice or outlet told it, or where it is said
that it was told before, it is a correction and no dispute that is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.contest import saying
from rashomon.comparing.disputes.counts import counted_alike, figures_of
from rashomon.comparing.disputes.rival import Rivals, by_rule, counter, overlap
from rashomon.comparing.disputes.words import cosine
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.language import lexicon
from rashomon.records import Argument, Figure, Reading

_SURE = 0.7
_ALIKE = 0.3
_ROUND = 1000.0


def put_right(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give each clause that says that a number is not another, with those that tell the other."""
    told = [(n, f) for n, f in figures_of(units) if units[n].clause.status in TOLD and not units[n].clause.negated]
    for n, f in told:
        for denied in (a for a in units[n].clause.arguments if a.role == "denied" and a.start > f.start):
            for m, g in told:
                a, b = units[n], units[m]
                if n == m or overlap(a, b) or not _is_number(denied, g) or not disjoint(f, g):
                    continue
                if counted_alike(f, g, a, b) and cosine(a.own, b.own) >= _ALIKE:
                    because = by_rule("put right", f"{f.value:g}, not {g.value:g}")
                    yield Rivals(n, m, _SURE, "number", because, _is_corrected(a, b, readings))


def _is_number(denied: Argument, g: Figure) -> bool:
    """Whether what a clause says that it is not can be a figure: of "not 412 million" the last word alone is known."""
    low = _numbers().get(denied.lemma)
    if low is None:
        low = float(denied.lemma.replace(",", "")) if denied.lemma.replace(",", "").isdigit() else None
    return low is not None and (g.value == low or (low >= _ROUND and g.value > low and g.value % (low / _ROUND) == 0))


def _is_corrected(a: Unit, b: Unit, readings: Mapping[str, Reading]) -> bool:
    """Whether who puts it right told it, or says that it was told before, and not by whom."""
    earlier = not (a.published and b.published) or a.published >= b.published
    inner = [c for c in readings[a.report].clauses if c.within == a.clause.id and c.link == "adverbial"]
    unsaid_by_whom = (c for c in inner if not any(x.role == "subject" and x.mention for x in c.arguments))
    as_told = any(c.lemma in saying() for c in unsaid_by_whom)
    one = readings[a.report].outlet and readings[a.report].outlet == readings[b.report].outlet
    return earlier and (as_told or bool(counter(a) & counter(b)) or bool(one and not a.speaker and not b.speaker))


@cache
def _numbers() -> Mapping[str, float]:
    return {word: float(value) for word, kind, value in lexicon("number_words") if kind in ("numword", "scale")}
