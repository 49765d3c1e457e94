"""What two clauses tell of one thing and of two: one more than others count, enough and none, tried and done, asked.

What had not been done when one was printed and is told as done on a later day is no denial. Else words decide it that a
likeness of all words does not weigh (the lexicon `words_of_joining`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.denied import denied
from rashomon.comparing.joining.incidence import Ints
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import term
from rashomon.language import lexicon, word_set

_SEVERAL = 1.0
_SECOND = 2
_WRITTEN = "clause"  # the basis of a day that the clause itself tells


def one_more(a: Unit, b: Unit) -> bool:
    """Whether one tells of the next, and the other of those before or of another: "ten died", "an eleventh died"."""
    x, y = nth(a), nth(b)
    if x and y:
        return not x & y
    told, other = (x, b) if x else (y, a)
    return told.isdisjoint(other.terms) and _counts_several(other)


def nth(u: Unit) -> frozenset[str]:
    """Give the ordinals from the second on beside whom it is told of: "a fifth miner died", not "on the fifth day"."""
    told_of = {who.removeprefix("~") for who in u.subjects | u.objects}
    return frozenset(one for one, next_ in u.grams if one in _ordinals() and next_ in told_of)


def _counts_several(u: Unit) -> bool:
    args = u.subjects | u.objects
    return any(
        f.value > _SEVERAL and not f.part and (f.fate or f"~{term(f.counts or '')}" in args) for f in u.clause.figures
    )


def not_yet(a: Unit, b: Unit) -> bool:
    """Whether one was printed before the day on which the other tells as done what it tells as not done."""
    before, after = (a, b) if denied(a) else (b, a)
    if denied(after) or not denied(before) or not _is_dated(after) or not before.predicate & after.predicate:
        return False
    return bool(before.published is not None and after.days and after.days[0] > before.published)


def may_be_not_yet(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs `not_yet` may hold: one is denied and was printed on a day, the other is told of a day."""
    before = np.fromiter((denied(u) and u.published is not None for u in units), np.bool_, len(units))
    after = np.fromiter((_is_dated(u) and not denied(u) for u in units), np.bool_, len(units))
    return np.asarray((before[one] & after[other]) | (after[one] & before[other]), np.bool_)


def _is_dated(u: Unit) -> bool:
    return u.clause.status in TOLD and u.days is not None and u.clause.date_basis.rule == _WRITTEN


def enough_and_none(a: Unit, b: Unit) -> bool:
    """Whether one tells that there is enough of what the other tells that it was gone: "enough fuel", "out of fuel"."""
    if a.clause.negated or b.clause.negated or not (a.own & b.own):
        return False
    return (_has_enough(a) and _has_none(b)) or (_has_none(a) and _has_enough(b))


def weighs(u: Unit) -> bool:
    """Whether a clause tells that there is enough of something, or nothing."""
    return _has_enough(u) or _has_none(u)


def _has_enough(u: Unit) -> bool:
    return not _terms(word_set("words_of_joining", "enough")).isdisjoint(u.own)


def _has_none(u: Unit) -> bool:
    said = u.predicate | u.core_predicate | {x.removeprefix("~") for x in u.others}
    return not _terms(word_set("words_of_joining", "gone")).isdisjoint(said)


def pleads(u: Unit) -> bool:
    """Whether a clause tells how somebody answered a charge."""
    return term(u.clause.lemma) in _terms(word_set("words_of_joining", "pleads"))


def two_pleas(a: Unit, b: Unit) -> bool:
    """Whether one pleaded guilty and the other not guilty: neither is a denial of the other's words."""
    return a.clause.negated != b.clause.negated


def tries(u: Unit) -> bool:
    """Whether a clause tells that something was tried."""
    return u.clause.form == "clause" and not _tried().isdisjoint(u.predicate | u.core_predicate)


def only_one_tried(a: Unit, b: Unit) -> bool:
    """Whether one tells that it was tried and the other, in a word of the same kind, that it was done."""
    done, tried = (b, a) if tries(a) else (a, b)
    if tries(done) or done.clause.status not in TOLD or done.clause.negated or done.clause.form != "clause":
        return False
    what = (tried.predicate | tried.core_predicate | {x.removeprefix("~") for x in tried.objects}) - _tried()
    ends = done.predicate | done.core_predicate | {x.removeprefix("~") for x in done.objects | done.others}
    return bool(what & ends)


def only_one_asks(a: Unit, b: Unit) -> bool:
    """Whether one asks what the other tells."""
    return a.asks != b.asks


def ought(u: Unit) -> bool:
    """Whether a clause tells what should be, or should have been."""
    words = {step.words for step in u.clause.because.steps if step.rule == "demanded"}
    return not words.isdisjoint(word_set("words_of_joining", "ought"))


def only_one_ought(a: Unit, b: Unit) -> bool:
    """Whether one tells that what the other tells should have been: "should have been told", "was told"."""
    wanted, done = (a, b) if ought(a) else (b, a)
    return not ought(done) and done.clause.status in TOLD and bool(wanted.predicate & done.predicate)


def _tried() -> frozenset[str]:
    return _terms(word_set("words_of_joining", "tries"))


@cache
def _terms(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(term, words))


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(
        term(word)
        for word, kind, *value in lexicon("time_words")
        if kind in ("ordword", "second") and value and int(value[0]) >= _SECOND
    )
