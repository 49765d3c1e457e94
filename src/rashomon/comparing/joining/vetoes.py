"""Vetoes: pairs of clauses that never tell one thing, however alike their words: what one tells the other rules out.

Two deeds of two doers, a deed and its undoing ("captured", "retook"), blows of two days that both sentences name, two
times of day or lengths of time that cannot be one, two ways in which somebody died, a deed of what the other says it
was not, what nobody confirms or claims beside the deed itself, the two counts of an article and its corrected version,
one word said of two who are named, or of one and of several, and a denial that only points ("denied that") beside any
other report's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product

import numpy as np

from rashomon.comparing.joining.clause_values import denied
from rashomon.comparing.joining.contraries import (
    all_it_tells,
    deny_another_deed,
    enough_and_none,
    has_opposite,
    may_be_not_yet,
    may_be_opposed,
    may_be_turned,
    may_be_two,
    not_yet,
    nth,
    of_one_word,
    one_more,
    only_one_asks,
    only_one_ought,
    only_one_tried,
    opposed,
    ought,
    pleads,
    tells,
    tells_not,
    tries,
    turned,
    two_of_one,
    two_pleas,
    weighs,
    who_does_what,
)
from rashomon.comparing.joining.counted import TWICE, CountingApart, counted, disjoint, other_toll
from rashomon.comparing.joining.incidence import BRIEF, Incidence, Ints, Likely
from rashomon.comparing.joining.other_values import (
    fates,
    have_two_fates,
    how_died,
    laid_to,
    laid_to_each_other,
    may_be_laid,
    mishaps,
    says_otherwise,
    two_causes,
    two_manners,
    two_times,
)
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.joining.wall import Flags, Wall, standing
from rashomon.comparing.joining.wanting import wanted_and_done, wants_or_awaits
from rashomon.comparing.one_run import once
from rashomon.comparing.term import is_entity, predicate_class, term
from rashomon.language import lexicon, listed

_HANGS = frozenset({"adverbial", "participle"})
_BLOWS = frozenset({"abduct", "attack", "blast", "burn", "capture", "shoot", "shoot-down"})
_HOLDS = "hold"
_TAKES = "capture"
_OWN_DAY = "clause"
_NIGHT = 1  # day between the evening of one report and the morning of another
_REFUSES = frozenset({"decline", "refuse"})
_AGAIN = "re"
_WORDS = ("accuse", "deny")
_DENIES = frozenset({"deny"})
_SHORTEST = 3
_TOGETHER = 1 << 19  # pairs that are asked at once: of text that repeats there are millions


def never(units: Sequence[Unit], pairs: Likely, near: Ints | None = None) -> Ints:
    """Give what never joins among `pairs` of `units` and what hangs on them: a row of two numbers each.

    Whoever is named as the doer of a deed that others lay to somebody else joins only what names him too. `near` gives
    for each unit the number of what it may join at all: between others no wall is needed, and few are looked for.
    """
    hanging = _hanging(units)
    above = {x: n for n, them in hanging.items() for x in them}
    doing = _DOING.among(units, pairs.one, pairs.other)
    few = np.ones(len(doing), np.bool_) if near is None else doing | _may_meet(pairs, near, above)
    deeds, alone, times = np.zeros((3, len(doing)), np.bool_)
    for first in range(0, len(doing), _TOGETHER):
        at = first + np.flatnonzero(few[first : first + _TOGETHER])
        names, one, other = pairs.where(at).within(len(units))
        some = [units[n] for n in names.tolist()]
        deeds[at] = found = standing(_DEEDS, some, one, other, np.zeros(len(at), np.bool_))
        doing[at] &= ~found
        alone[at] = standing(_ALONE, some, one, other, found | doing[at])
        times[at] = _TIMES.among(some, one, other)
    contested = np.zeros(len(units), np.bool_)
    contested[pairs.one[doing]] = contested[pairs.other[doing]] = True
    for n in np.flatnonzero((contested[pairs.one] | contested[pairs.other]) & few & ~alone).tolist():
        alone[n] = not _alike(units[pairs.one[n]], units[pairs.other[n]])
    holds, hangs = np.zeros(len(units), np.bool_), np.zeros(len(units), np.bool_)
    holds[list(hanging)] = hangs[list(above)] = True
    further: list[tuple[int, int]] = []
    for n, m in _numbers(pairs, deeds & (holds[pairs.one] | holds[pairs.other])).tolist():
        further += product((n, *hanging.get(n, ())), (m, *hanging.get(m, ())))
    for n, m in _numbers(pairs, times & (hangs[pairs.one] | hangs[pairs.other])).tolist():
        further += product((n, *_at_the_time(units, n, m, above)), (m, *_at_the_time(units, m, n, above)))
    return np.concatenate([_numbers(pairs, alone | times), np.array(further, BRIEF).reshape(-1, 2)])


def _numbers(pairs: Likely, of: Flags) -> Ints:
    return np.stack([pairs.one[of], pairs.other[of]], axis=1)


def _may_meet(pairs: Likely, near: Ints, above: Mapping[int, int]) -> Flags:
    """Tell of which pairs both are near the same, they themselves or what hangs on them, or they on."""
    around = [{n} for n in near.tolist()]
    for n, holder in above.items():
        around[n].add(int(near[holder]))
        around[holder].add(int(near[n]))
    places = Incidence(around)
    told = [places.shared(some.one, some.other) > 0 for some in pairs.some_at_a_time()]
    return np.concatenate([np.zeros(0, np.bool_), *told])


def why_never(a: Unit, b: Unit) -> str:
    """Give what of figures, days and deeds forbids that two clauses tell one thing, whoever joins them; else ""."""
    if other_toll(a, b):
        return "other total"
    if _two_days(a, b):
        return "other day"
    if two_times(a, b):
        return "other time"
    return "done again" if _undone(a, b) else ""


def two_deeds(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether two claims surely tell two deeds, be they ever so alike."""
    return any(_undone(a, b) or _two_days(a, b) for a in one for b in other)


def _at_the_time(units: Sequence[Unit], n: int, m: int, above: Mapping[int, int]) -> Iterable[int]:
    """Give the clause that holds `n`, where only `n` tells the deed of `m`: "was at sea when it was rammed at 4:12"."""
    holder = above.get(n)
    return () if holder is None or units[holder].predicate & units[m].predicate else (holder,)


def _hanging(units: Sequence[Unit]) -> dict[int, list[int]]:
    """Give for each unit those that only hang on it: "…, killing four"."""
    number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
    found: dict[int, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        above = number.get((u.report, u.clause.within or ""))
        if above is not None and u.clause.link in _HANGS:
            found[above].append(n)
    return found


def _one_deed(a: Unit, b: Unit) -> bool:
    """Whether both tell, as what they are about, a blow of one class to one thing."""
    return bool(a.objects & b.objects and blows(a) & blows(b))


@once
def blows(u: Unit) -> frozenset[str]:
    """Give the classes of blows that a clause tells; who holds a place is as who took it."""
    found = frozenset(name for t in u.predicate for name in predicate_class(t)) & _BLOWS
    holds = _HOLDS in u.predicate and not u.objects.isdisjoint(u.places | places_to_be())
    return found | {_TAKES} if holds else found


@cache
def places_to_be() -> frozenset[str]:
    """Give the nouns of places in, on or at which somebody can be, as they take part in a clause."""
    return frozenset(f"~{term(word)}" for word in listed("places_to_be"))


def two_doers(a: Unit, b: Unit) -> bool:
    """Whether both tell who did one deed to one thing, and not the same: of two sides, or each blames the other."""
    if not (_is_deed(a) and _is_deed(b) and _one_deed(a, b)):
        return False
    x, y = doers(a), doers(b)
    if not x or not y or x & y or a.entities & y or b.entities & x:
        return False
    if _says(a) & y or _says(b) & x:
        return True
    one, other = sides(x), sides(y)
    return bool(one and other) and not one & other


def _alike(a: Unit, b: Unit) -> bool:
    x, y = doers(a), doers(b)
    return bool(x & y) or bool(sides(x) & sides(y))


def _is_deed(u: Unit) -> bool:
    return u.clause.status in TOLD and not u.clause.negated and u.clause.link in FULL_LINKS


@once
def doers(u: Unit) -> frozenset[str]:
    """Who did it, as entities and terms: no weapon, and no pronoun."""
    return frozenset(s for s in u.subjects if is_entity(s) or (s not in arms() and len(s) > _SHORTEST))


def _says(u: Unit) -> frozenset[str]:
    """Who says it, as a doer would be written."""
    who = u.speaker.removeprefix("voice:")
    last = who.rpartition(":")[2].split()
    return frozenset({who, *(f"~{term(word)}" for word in last)})


def sides(of: Iterable[str]) -> frozenset[str]:
    """Give the sides that doers, as terms, stand for: "militant" and "insurgent" for one."""
    return frozenset(_side_of()[x] for x in of if x in _side_of())


def _does(u: Unit) -> bool:
    """Whether a clause tells a deed of somebody, done to something."""
    return bool(u.objects and _is_deed(u) and doers(u))


def _undone(a: Unit, b: Unit) -> bool:
    """Whether one did again what the other did, and they are two."""
    x, y = doers(a), doers(b)
    if not x or not y or x & y or not a.objects & b.objects or not (_is_deed(a) and _is_deed(b)):
        return False
    return _again(a, b) or _again(b, a)


def _may_be_undone(units: Sequence[Unit], one: Ints, other: Ints) -> Flags:
    """Tell where either tells a deed in a word that may say that it was done again."""
    has = np.fromiter((any(map(_is_again, u.clause.predicate)) for u in units), np.bool_, len(units))
    return np.asarray(has[one] | has[other], np.bool_)


def _is_again(lemma: str) -> bool:
    return lemma.startswith(_AGAIN) and len(lemma) >= len(_AGAIN) + _SHORTEST


def _accuses(u: Unit) -> bool:
    return u.clause.form == "clause" and not _heads(u).isdisjoint(_WORDS)


def _only_one_accuses(units: Sequence[Unit], one: Ints, other: Ints) -> Flags:
    """Tell where one says that somebody accuses or denies, and the other tells a deed: the word is not the deed."""
    clause = np.fromiter((u.clause.form == "clause" for u in units), np.bool_, len(units))
    has = np.array([[word in _heads(u) for word in _WORDS] for u in units], np.bool_)
    found = clause[one] & clause[other] & (has[one] != has[other]).any(axis=1)
    at = np.flatnonzero(found)
    found[at] = Incidence([u.predicate for u in units]).shared(one[at], other[at]) == 0
    return np.asarray(found, np.bool_)


def _heads(u: Unit) -> frozenset[str]:
    return predicate_class(term(u.clause.lemma))


def _may_count_apart(units: Sequence[Unit], one: Ints, other: Ints) -> Flags:
    return CountingApart(units).among(one, other, TWICE)


def _of_other_nations(a: Unit, b: Unit) -> bool:
    """Whether one deed befell people of two nations."""
    return not a.nations & b.nations and bool(a.predicate & b.predicate or a.classes & b.classes)


def _again(a: Unit, b: Unit) -> bool:
    """Whether a predicate of `a` is "re-" and one of `b`, or one of its class."""
    for lemma in a.clause.predicate:
        if _is_again(lemma) and lemma not in b.clause.predicate:
            base = term(lemma.removeprefix(_AGAIN))
            if base in b.predicate or predicate_class(base) & blows(b):
                return True
    return False


def _two_days(a: Unit, b: Unit) -> bool:
    """Whether both are blows, each on a day that its own words name, and these differ."""
    if not (_names_a_day(a) and _names_a_day(b) and _one_deed(a, b)):
        return False
    return bool(a.days and b.days and (a.days[1] < b.days[0] or b.days[1] < a.days[0]))


def _names_a_day(u: Unit) -> bool:
    return u.clause.date_basis.rule == _OWN_DAY


def _tell_two_days_of_one(units: Sequence[Unit], one: Ints, other: Ints) -> Flags:
    """Tell which pairs, all of clauses with a day of their own, tell one deed of one who is named of two days.

    In so many words: Friday, and Tuesday.
    """
    first, last = np.array([u.days or (0, 0) for u in units], np.int64).reshape(-1, 2).T
    found = (last[one] + _NIGHT < first[other]) | (last[other] + _NIGHT < first[one])
    at = np.flatnonzero(found)
    found[at] = _share([u.predicate for u in units], one[at], other[at])
    at = np.flatnonzero(found)
    same = _share([u.subjects for u in units], one[at], other[at])
    found[at] = same | _share([u.objects for u in units], one[at], other[at])
    return np.asarray(found, np.bool_)


def _share(sets: Sequence[frozenset[str]], one: Ints, other: Ints) -> Flags:
    return np.asarray(Incidence(sets).shared(one, other) > 0, np.bool_)


def _tells_its_day(u: Unit) -> bool:
    own = u.clause.form == "clause" and u.clause.content is None and u.clause.date_basis.rule == _OWN_DAY
    return own and u.days is not None and u.days[0] == u.days[1]


def _only_one_left_open(a: Unit, b: Unit) -> bool:
    one, other = _left_open(a), _left_open(b)
    return bool(one or other) and not one & other


def _left_open(u: Unit) -> frozenset[str]:
    """What a clause tells that somebody, or nobody, confirms, claims or denies: such a clause tells no deed."""
    c = u.clause
    if c.lemma in _REFUSES:
        return frozenset(lemma for lemma in c.predicate[1:] if lemma in listed("noncommittal_verbs"))
    return frozenset({c.lemma}) if c.negated and c.lemma in listed("noncommittal_verbs") else frozenset()


def _two_subjects(a: Unit, b: Unit) -> bool:
    """Whether one word is said of two who are named: "Berg entered", "the envoy Saleh entered"."""
    if a.clause.lemma != b.clause.lemma:
        return False
    x, y = _named(a), _named(b)
    return x.isdisjoint(y) and x.isdisjoint(b.entities) and y.isdisjoint(a.entities)


@once
def _named(u: Unit) -> frozenset[str]:
    """Who is named as the one that it is told of."""
    return frozenset(filter(is_entity, u.subjects))


def _one_and_many(a: Unit, b: Unit) -> bool:
    """Whether one word is said of several who are counted, and of one who is none of them: "two men", "the envoy"."""
    if a.clause.lemma != b.clause.lemma or not ((a.one and b.many) or (a.many and b.one)):
        return False
    x, y = (u.subjects or u.objects for u in (a, b))
    return not (x & b.entities or y & a.entities or x & y)


def _does_alone_or_counted(u: Unit) -> bool:
    return u.clause.form == "clause" and u.clause.content is None and (u.one or u.many)


def _names_who(u: Unit) -> bool:
    """Whether a clause tells what somebody named does: what is only said is known by what is said."""
    return u.clause.form == "clause" and u.clause.content is None and bool(_named(u))


def _only_points(u: Unit) -> bool:
    """Whether a clause denies, and says nothing of what: "she did not know that", "the envoy denied any wrongdoing"."""
    denies = u.clause.negated or not _heads(u).isdisjoint(_DENIES)
    return denies and u.clause.form == "clause" and not _denied(u) - _empty() and not u.clause.figures


def _denied(u: Unit) -> frozenset[str]:
    """What a clause denies, beside who does, and when."""
    return u.own - u.predicate - u.subjects - {s.removeprefix("~") for s in u.subjects} - _when()


def _point_elsewhere(a: Unit, b: Unit) -> bool:
    """Whether two reports do not deny the same in as many words, of one who denies: "Berg denies any wrongdoing"."""
    same = _denied(a) & _empty() and _denied(a) == _denied(b) and a.subjects & b.subjects
    return a.report != b.report and not same


def _corrected(a: Unit, b: Unit) -> bool:
    """Whether two versions of one article count one thing differently."""
    if not a.article or a.article != b.article or a.report == b.report:
        return False
    return any(
        f.part == g.part and counted(f) == counted(g) and disjoint(f, g)
        for f in a.clause.figures
        for g in b.clause.figures
    )


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(term, listed("empty_denials")))


@cache
def _when() -> frozenset[str]:
    return frozenset(map(term, listed("time_words")))


@cache
def _side_of() -> dict[str, str]:
    return {f"~{term(lemma)}": side for lemma, side in lexicon("sides")}


@cache
def arms() -> frozenset[str]:
    """Give the weapons and other instruments that do a deed, as a clause names them."""
    return frozenset(f"~{term(word)}" for word in listed("weapons") | listed("instruments"))


_DEEDS = (
    Wall(_undone, needs=_does, may=_may_be_undone),
    Wall(_two_days, needs=lambda u: bool(u.objects and u.days and _names_a_day(u) and blows(u))),
    Wall(opposed, needs=has_opposite, may=may_be_opposed),
    Wall(turned, needs=lambda u: bool(u.subjects and u.objects), may=may_be_turned, by=who_does_what),
    Wall(_of_other_nations, needs=lambda u: bool(u.nations)),
    Wall(None, needs=lambda u: bool(fates(u)), may=have_two_fates),
    Wall(other_toll, needs=lambda u: bool(u.clause.figures), may=_may_count_apart, by=lambda u: u.clause.figures),
    Wall(None, needs=_accuses, either=True, may=_only_one_accuses),
)  # what hangs on either clause stands apart too
_DOING = Wall(two_doers, needs=lambda u: _does(u) and bool(blows(u)))
_ALONE = (
    Wall(_only_one_left_open, needs=lambda u: bool(_left_open(u)), either=True),
    Wall(_two_subjects, needs=_names_who, may=of_one_word, by=lambda u: (u.clause.lemma, _named(u), u.entities)),
    Wall(_one_and_many, needs=_does_alone_or_counted, may=of_one_word),
    Wall(two_manners, needs=lambda u: any(how_died(u)), by=how_died),
    Wall(two_causes, needs=lambda u: bool(mishaps(u))),
    Wall(laid_to_each_other, needs=lambda u: bool(laid_to(u)), may=may_be_laid),
    Wall(None, needs=_tells_its_day, may=_tell_two_days_of_one),
    Wall(says_otherwise, needs=lambda u: bool(u.denied), either=True),
    Wall(_point_elsewhere, needs=_only_points, either=True, by=lambda u: (_denied(u), u.subjects)),
    Wall(one_more, needs=lambda u: bool(nth(u)), either=True),
    Wall(not_yet, needs=denied, either=True, may=may_be_not_yet),
    Wall(enough_and_none, needs=weighs),
    Wall(two_pleas, needs=pleads),
    Wall(only_one_tried, needs=tries, either=True),
    Wall(only_one_asks, needs=lambda u: u.asks, either=True),
    Wall(only_one_ought, needs=ought, either=True),
    Wall(wanted_and_done, needs=wants_or_awaits, either=True),
    Wall(two_of_one, needs=tells, may=may_be_two, by=all_it_tells),
    Wall(None, needs=tells_not, either=True, may=deny_another_deed),
    Wall(_corrected, needs=lambda u: bool(u.article and u.clause.figures)),
)
_TIMES = Wall(two_times, needs=lambda u: bool(u.times), by=lambda u: u.times)
