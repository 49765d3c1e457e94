"""What two clauses tell of one thing and of two: one more than others count, enough and none, tried and done.

What had not been done when one was printed and is told as done on a later day is no denial. Else words decide it that a
likeness of all words does not weigh (the lexicon `words_of_joining`).

Two deeds are told where clauses share who takes part and nothing of what is done: "sued the clinic", "signed". What a
clause tells is known by its predicates, those of what it only says among them, and by the deeds inside it, each by its
word or its class. Where neither tells a deed of the other, and all else that both name in their own words is who takes
part, they are two, the more so where one says that something is not so: "is admired", "will not quit". What counts the
same ("claimed 67 lives", "left 67 dead") may be one, and what only tells who has what ("have justice"). Where only one
says that something is not so, it is the other's matter only by a deed that both tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from itertools import count

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.clause_values import denied
from rashomon.comparing.joining.incidence import Incidence, Ints
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import classes_of, term
from rashomon.language import lexicon, listed, word_set

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


def tells(u: Unit) -> bool:
    """Whether a clause tells a deed or a state in a verb."""
    return u.clause.form == "clause"


def may_be_two(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs `two_of_one` may hold: somebody takes part in both, no deed of one is in the other."""
    found = Incidence([_parties(u) for u in units]).shared(one, other) > 0
    at = np.flatnonzero(found)
    found[at] = Incidence(list(map(_telling, units))).shared(one[at], other[at]) == 0
    return _without_a_deed(units, one, other, found)


def two_of_one(a: Unit, b: Unit) -> bool:
    """Whether two clauses tell two things of those who take part in both."""
    if a.figures & b.figures or _share_a_deed(a, b):
        return False
    who = _names(_parties(a) & _parties(b))
    if not who:
        return False
    shared = (a.own & b.own) - _roles()
    if len(who) > 1 and not (_told(a) and _told(b)):
        return False
    if a.subjects & b.subjects and a.objects and b.objects and _undergo_apart(a, b):
        return True
    if denied(a) != denied(b):
        return not shared - _names(a.subjects | a.objects | b.subjects | b.objects)
    return not shared - who


def all_it_tells(u: Unit) -> Hashable:
    """Give what `two_of_one` hangs on."""
    told = (u.figures, u.deeds, u.predicate, u.core_predicate, u.terms, u.own)
    return (*told, u.subjects, u.objects, u.entities, denied(u))


def deny_another_deed(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs only one says that something is not so, and neither tells a deed of the other."""
    turned, verbal = (np.fromiter(map(of, units), np.bool_, len(units)) for of in (tells_not, tells))
    return _without_a_deed(units, one, other, (turned[one] != turned[other]) & verbal[one] & verbal[other])


def _without_a_deed(units: Sequence[Unit], one: Ints, other: Ints, found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Give the pairs `found` of which neither tells a deed that the other tells or names."""
    count = len(units)
    deeds = _deeds_of(tuple(units))
    for mine, theirs in ((0, count), (count, 0)):
        at = np.flatnonzero(found)
        found[at] = deeds.shared(one[at] + mine, other[at] + theirs) == 0
    return np.asarray(found, np.bool_)


@once
def _deeds_of(units: tuple[Unit, ...]) -> Incidence:
    """Give what each of some units tells, and then what each names."""
    return Incidence([*map(_telling, units), *map(_naming, units)])


def tells_not(u: Unit) -> bool:
    """Whether a clause, or what it says, tells that something is not so."""
    return denied(u) != (u.clause.content is not None and u.core_negated)


def _undergo_apart(a: Unit, b: Unit) -> bool:
    """Whether neither names at all what the other is done to, nor a deed inside the other: "after he was killed"."""
    if a.deeds & b.deeds:
        return False
    mine, theirs = _names(a.objects), _names(b.objects)
    return mine.isdisjoint(theirs | b.terms | b.entities) and theirs.isdisjoint(a.terms | a.entities)


def _share_a_deed(a: Unit, b: Unit) -> bool:
    """Whether one tells a deed that the other tells or names: "was briefed", "received a briefing"."""
    return not (_telling(a).isdisjoint(_naming(b)) and _telling(b).isdisjoint(_naming(a)))


@once
def _parties(u: Unit) -> frozenset[str]:
    return u.subjects | u.objects


@once
def _telling(u: Unit) -> frozenset[str]:
    return _with_classes(_told(u))


@once
def _naming(u: Unit) -> frozenset[str]:
    return _with_classes(u.deeds) | u.terms


def _told(u: Unit) -> frozenset[str]:
    return u.predicate | u.core_predicate


def _with_classes(predicates: Iterable[str]) -> frozenset[str]:
    told = frozenset(predicates)
    return told | {f"={name}" for name in classes_of(told)}


def _names(who: Iterable[str]) -> frozenset[str]:
    return frozenset(x.removeprefix("~") for x in who)


@cache
def _roles() -> frozenset[str]:
    """Give the terms of what people and bodies are called: "the banker Berg" and "the banker Berg" share Berg alone."""
    return frozenset(map(term, listed("source_nouns")))


def opposed(a: Unit, b: Unit) -> bool:
    """Whether one did to somebody the opposite of what the other did ("jailed", "freed"), or only says so."""
    if a.clause.negated != b.clause.negated or a.core_negated != b.core_negated:
        return False
    theirs = _parts(b)
    if any((other, *who) in theirs for deed, *who in _parts(a) for other in opposites().get(deed, ())):
        return True
    of_one = (a.subjects | a.objects) & (b.subjects | b.objects)
    if of_one and not (a.predicate and b.predicate):  # "the border is open", "is closed"
        return any(opposites().get(x, frozenset()) & (b.core - a.core) for x in a.core - b.core)
    if not (a.objects & b.objects or a.subjects & b.subjects):
        return False
    return any(opposites().get(x, frozenset()) & b.predicate for x in a.predicate)


def may_be_opposed(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs one tells, or says, a deed or a state that is the opposite of one that the other tells."""
    told = [(u.core | u.predicate).union(deed for deed, _ in u.core_frames) & opposites().keys() for u in units]
    against = [frozenset[str]().union(*(opposites()[t] for t in some)) for some in told]
    return np.asarray(Incidence([*told, *against]).shared(one, other + len(units)) > 0, np.bool_)


def turned(a: Unit, b: Unit) -> bool:
    """Whether what one tells that X did to Y the other tells that Y did to X: "Holm sued the bank", "the bank sued"."""
    if not a.predicate & b.predicate or a.predicate & _mutual() or a.subjects & b.subjects or a.objects & b.objects:
        return False
    return bool(a.subjects & b.objects and a.objects & b.subjects)


def may_be_turned(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell where both tell in one word what they tell, and who does it in the one it is done to in the other."""
    found = of_one_word(units, one, other)
    at = np.flatnonzero(found)
    part = Incidence([*(u.subjects for u in units), *(u.objects for u in units)])
    found[at] = part.shared(one[at], other[at] + len(units)) > 0
    return found


def of_one_word(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell where both tell in one word what they tell."""
    number: defaultdict[str, int] = defaultdict(count().__next__)
    word = np.fromiter((number[u.clause.lemma] for u in units), np.int64, len(units))
    return np.asarray(word[one] == word[other], np.bool_)


def who_does_what(u: Unit) -> Hashable:
    """Give what `turned` hangs on."""
    return u.predicate, u.subjects, u.objects


@cache
def _mutual() -> frozenset[str]:
    return frozenset(map(term, word_set("words_of_joining", "mutual")))


@once
def _parts(u: Unit) -> frozenset[tuple[str, ...]]:
    """Give the deeds that a clause says, with who takes which part in them."""
    return frozenset((deed, part, who) for deed, part, who in u.cast if (deed, who) in u.core_frames)


def has_opposite(u: Unit) -> bool:
    """Tell whether a clause tells, or says, a deed that has an opposite."""
    told = u.core if not u.predicate else u.predicate
    return not opposites().keys().isdisjoint(told | {deed for deed, _ in u.core_frames})


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Give for each term those that cannot hold with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, others, *_ in lexicon("opposites"):
        for other in others.split(","):
            found[term(one)].add(term(other))
            found[term(other)].add(term(one))
    return {t: frozenset(of) for t, of in found.items()}
