"""Two counts of one thing: what a figure counts, and which two of them cannot both hold.

Intervals that meet ("at least 20" and 24) are no rivals, nor is a count that rises from one day to the next, or a part
and its whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np

from rashomon.comparing.disputes.rival import Rivals, by_rule, counter, gap, other_days, overlap, two_counters
from rashomon.comparing.disputes.words import OUTLET, bare, cosine, mass, voice
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.origins.who_counts import counts
from rashomon.comparing.term import classes_of, earlier_terms, is_entity, number_terms, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Figure

_LEAST_FIGURE = 0.22
_LEAST_NONE = 0.3
_LEAST_UNKIND = 0.4
_DAYS = 2
_EPISODE = 30
_FURTHEST = 8
_OUTGROWN = 1.4  # times the least that somebody counts, that another counts beside him
_FURTHEST_BESIDE = 60  # 500,000 jobs, and 10,000
_NEAREST = 1.1
_MUCH = 10.0
_SOME = 4.0
_BESIDE = 0.3
_NEAR = 2  # sentences of one report
_THIN = 10.0
_COMMON = 400
_HARM = "harm"
_PEOPLE = "people"
HARMED = frozenset({"casualty", "hurt", "dead"})
"""Fates of whom something harmed: one report's casualty is another's hurt or dead."""
_COUNTING = word_set("words_of_figures", "counting_verb")
_SUMS = word_set("words_of_figures", "sum")
_RUNNING = frozenset(map(term, word_set("words_of_figures", "running")))
_FORESEES = word_set("words_of_figures", "foresees")
_TERMS = frozenset(map(term, word_set("words_of_figures", "term")))
_SEVERAL = 2
_IN_BRACKETS = 3  # characters between a sum and what it is in another money: " ($"
_CHARGING = frozenset({"accuse", "charge"})
SAVED = frozenset({"alive", "rescued"})
"""Fates of whom a rescue saved: one report's survivor is another's rescued."""
_HARMS = ({"casualty", "hurt"}, SAVED)


def what_befell(f: Figure) -> str:
    """Give the fate of what a figure counts, harm and rescue of any kind each as one; else what it counts."""
    return _HARM if f.fate in HARMED else min(SAVED) if f.fate in SAVED else f.fate or f.counts


def figures_of(units: Sequence[Unit]) -> list[tuple[int, Figure]]:
    """Give each figure once, with the narrowest unit that tells it, in the order of the text."""
    narrowest: dict[tuple[str, int], tuple[int, int, Figure]] = {}
    for n, u in enumerate(units):
        for f in u.clause.figures:
            length = u.span[1] - u.span[0]
            key = (u.report, f.start)
            if key not in narrowest or length < narrowest[key][0]:
                narrowest[key] = (length, n, f)
    return [(n, f) for _, (_, n, f) in sorted(narrowest.items())]


def counted_alike(f: Figure, g: Figure, a: Unit, b: Unit) -> bool:
    """Whether two figures may count the same: one fate, and one kind of people or things; or parts of one whole."""
    if f.part and g.part:  # "four of the seven posts", "it was six"
        one = f.fate or a.predicate & b.predicate or any(_only_says(u) or counts(u.clause) for u in (a, b))
        return bool(f.of and one) and _are_beside(a, b) and (f.fate, f.counts, f.of) == (g.fate, g.counts, g.of)
    if f.part or g.part or not (f.fate == g.fate or {f.fate, g.fate} in _HARMS):
        return False
    if f.counts == g.counts or (f.fate and term(f.counts) == term(g.counts)):  # "soldiers", "servicemen"
        return True
    if f.fate and 0 in (f.high, g.high):  # none of them, and some called otherwise
        if _may_be_of(f.counts, g.counts) or (f if f.high == 0 else g).counts in general_counts():
            return True  # "nobody was hurt", "six passengers were hurt"
        if {f.counts, g.counts} <= _people() and (term(f.counts) in b.around or term(g.counts) in a.around):
            return True
    general = (f.counts in general_counts(), g.counts in general_counts())
    if general == (False, True):
        return term(f.counts) in b.around
    if general == (True, False):
        return term(g.counts) in a.around
    return bool(f.fate) and general == (True, True)


def _may_be_of(one: str, other: str) -> bool:
    """Whether one counts a nation's people, and the other people of no nation: "no Serbs", "two members"."""
    return (one in _nations()) != (other in _nations()) and (one in _people() or other in _people())


@lru_cache(maxsize=1 << 13)
def context(f: Figure, u: Unit) -> frozenset[str]:
    """What the sentence of a figure speaks of beside what is counted."""
    return u.around - {term(f.counts)} - _fates()


def one_count(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Tell whether two figures of two reports count the same on two days: of one kind, place and matter."""
    if not counted_alike(f, g, a, b) or (a.places and b.places and not a.places & b.places):
        return False
    return mass((context(f, a) | a.beside) & (context(g, b) | b.beside)) >= _SOME


def rival_counts(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of counts that cannot both hold."""
    by_kind: dict[str, list[tuple[int, Figure]]] = defaultdict(list)  # harm of any kind together, people of any kind
    turned = {(u.report, u.clause.id) for u in units if u.clause.negated}
    for n, f in figures_of(units):
        if _may_be_rivalled(f, units[n], turned):
            kind = what_befell(f) if f.fate else _PEOPLE if f.counts in _people() else f.counts
            by_kind[kind].append((n, f))
    for key in sorted(by_kind):
        mine = [(n, f) for n, f in by_kind[key][:_COMMON] if not _is_charged(f, units[n])]
        beside: dict[int, list[Figure]] = defaultdict(list)
        around: dict[_Breath, dict[_Kind, list[float]]] = defaultdict(lambda: defaultdict(list))  # how many of a kind
        told: dict[_Breath, dict[_Kind, list[Figure]]] = defaultdict(lambda: defaultdict(list))  # which have an end
        said = [_breath(units[n]) for n, _ in mine]
        for (n, f), breath in zip(mine, said, strict=True):
            beside[n].append(f)
            if not f.part:
                around[breath][f.counts, f.fate].append(f.value)
                if f.high is not None:
                    told[breath][f.counts, f.fate].append(f)
        sums = [_sum_told(f, units[n], beside[n]) for n, f in mine]
        in_all = [_in_all(around[breath][f.counts, f.fate]) for (_, f), breath in zip(mine, said, strict=True)]
        for i, j in _disjoint([f for _, f in mine]):
            (n, f), (m, g) = mine[i], mine[j]
            a, b = units[n], units[m]
            if not _may_differ(f, a, g, b) or overlap(a, b):
                continue
            if _is_of_a_sum(f, sums[i], g) or _is_of_a_sum(g, sums[j], f):
                continue
            if in_all[i] == g.value > f.value or in_all[j] == f.value > g.value:  # "two letters to him and ten to her"
                continue
            if _tells_it_too(told[said[i]], f, g) or _tells_it_too(told[said[j]], g, f):
                continue
            if (f.fate or not _are_two_hauls(a, b)) and _may_rival(f, a, g, b):
                found = _two_counts(n, f, a, m, g, b)
                if found is not None:
                    yield found


def _may_be_rivalled(f: Figure, u: Unit, turned: Container[tuple[str, str | None]]) -> bool:
    """Whether a clause tells a count as so, of a whole, and not once more: "2 million dollars (1.5 million euros)".

    `turned` are the clauses that are negated: "found no evidence that 40 died" counts nobody, nor does a question.
    """
    if u.asks or (u.clause.status == "hypothetical" and (u.report, u.clause.within) in turned):
        return False
    if u.clause.status not in (*TOLD, "hypothetical") or (f.part and not f.of):
        return False
    return not any(0 <= f.start - x.end <= _IN_BRACKETS for x in u.clause.figures)


def _disjoint(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Give the numbers of each two figures that cannot both be, or of which one is far above the other's least."""
    low = np.array([np.nan if f.low is None else f.low for f in figures])
    high = np.array([np.nan if f.high is None else f.high for f in figures])
    for i in range(len(figures)):
        apart = (high[i] < low[i + 1 :]) | (high[i + 1 :] < low[i])
        apart |= np.isnan(high[i]) & (low[i + 1 :] >= _OUTGROWN * low[i]) & (low[i] > 1)
        apart |= np.isnan(high[i + 1 :]) & (low[i] >= _OUTGROWN * low[i + 1 :]) & (low[i + 1 :] > 1)
        for j in np.flatnonzero(apart).tolist():
            yield i, i + 1 + j


def _may_differ(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Whether two count, or none became some; what is far above the least that another counts, beside him alone."""
    if not disjoint(f, g) and not (_are_beside(a, b) and f.fate and counter(a) and counter(b)):
        return False  # "at least 31", and 54 the next day
    return two_counters(a, b) or _is_answered(a, b) or _none_then_some(f, a, g, b)


def _is_answered(a: Unit, b: Unit) -> bool:
    """Whether the report tells a count in its own words, and right behind it what somebody else says instead."""
    if a.report != b.report or not 0 <= b.clause.sentence - a.clause.sentence <= 1 or a.speaker or counter(a):
        return False
    return bool(counter(b)) and a.span[1] <= b.span[0]


def _none_then_some(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Whether what was counted as none is counted in a later report: "nobody was hurt", "six were hurt"."""
    if not f.fate or f.fate != g.fate or not (a.published and b.published) or (f.high == 0) == (g.high == 0):
        return False
    return (f.high == 0) == (a.published < b.published) and a.published != b.published


def _tells_it_too(told: Mapping[_Kind, Sequence[Figure]], f: Figure, g: Figure) -> bool:
    """Whether who counts tells the other count beside his own: "12 old urns and three new urns", in one breath."""
    return any(x.start != f.start and not disjoint(x, g) for x in told.get((g.counts, g.fate), ()))


def _are_two_hauls(a: Unit, b: Unit) -> bool:
    """Whether two reports count several kinds of things, and not one of them alike: two finds, no dispute of each."""
    mine, theirs = ({x.counts: x for x in u.clause.figures if not (x.fate or x.part)} for u in (a, b))
    both = sorted(mine.keys() & theirs.keys())
    return a.report != b.report and len(both) >= _SEVERAL and all(disjoint(mine[k], theirs[k]) for k in both)


_Sum = tuple[bool, float]


def _sum_told(f: Figure, u: Unit, beside: Sequence[Figure]) -> _Sum | None:
    """Where a clause counts several of a kind one after the other: whether none of one, and how many like `f` in all.

    Nothing where it counts one kind alone.
    """
    mine = [x for x in beside if not x.part]
    if f.part:
        return None
    parties = _people_as_parties()  # "two women and a man"
    if len(mine) < _SEVERAL and not any(len(told & parties) >= _SEVERAL for told in (u.subjects, u.objects)):
        return None
    return any(x.high == 0 for x in mine), sum(x.value for x in mine if x.counts == f.counts)


def _is_of_a_sum(f: Figure, told: _Sum | None, g: Figure) -> bool:
    """Whether a clause counts several of a kind one after the other, and so many together, or what no one of them is.

    "Two women and one man died" against "three people"; "no one was hurt" counts nobody though it says "one".
    """
    if told is None:
        return False
    none, alike = told
    if none:
        return f.high != 0
    return f.counts != g.counts or (alike > f.value and g.value == alike)


_Breath = tuple[str, int, str]
_Kind = tuple[str, str]


def _breath(u: Unit) -> _Breath:
    """Where one says what: the report, the sentence, the voice."""
    return u.report, u.clause.sentence, voice(u)


def _in_all(parts: Sequence[float]) -> float | None:
    """What one counts in parts in one breath, in all: another counts "twelve"; nothing where he counts no parts."""
    return sum(parts) if len(parts) >= _SEVERAL else None


@cache
def _people_as_parties() -> frozenset[str]:
    return frozenset(f"~{term(word)}" for word in _people())


def _is_charged(f: Figure, u: Unit) -> bool:
    """Whether a number is of what somebody is charged with: "one count of attempted murder"."""
    return bool(f.fate) and bool(classes_of(frozenset({term(u.clause.lemma)})) & _CHARGING)


def _may_rival(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Whether two figures can count one thing at one time: of like kind, in no two places, and no rise of a toll."""
    if not counted_alike(f, g, a, b) and not (
        _are_beside(a, b) and not (f.part or g.part or f.fate or g.fate) and _are_people(f, g)
    ):
        return False
    if _are_beside(a, b) and bool(a.nations) != bool(b.nations) and not (f.counts in g.counts or g.counts in f.counts):
        return False  # "nine were hurt", of theirs, and "four Norvian guards"
    if a.places and b.places and not a.places & b.places:
        return False
    if not _are_beside(a, b) and _which(f, a) ^ _which(g, b):
        return False
    x, y = ({who for who in u.subjects | u.objects if is_entity(who)} for u in (a, b))
    if not f.fate and x and y and not x & (y | b.entities) and not y & a.entities:
        return False  # "Berg asked twice", "Holm asked five times"
    if not f.fate and _of_two_doers(a, b):
        return False
    if (_is_past(a) != _is_past(b)) and not counter(a) & counter(b):
        return False
    if f.counts in general_counts("share") and _of_two_terms(a, b):
        return False
    return f.fate != g.fate or not f.fate or not _goes_on(f, a, g, b)


def _of_two_doers(a: Unit, b: Unit) -> bool:
    """Whether two who are named do it, and neither counts: what Berg bid and what Holm bid are two sums."""
    x, y = ({who for who in u.subjects if is_entity(who)} - counter(u) for u in (a, b))
    counting = any(counts(u.clause) or _only_says(u) or u.clause.lemma in _COUNTING for u in (a, b))
    return bool(x and y) and not counting and not x & (y | b.entities) and not y & a.entities


def _which(f: Figure, u: Unit) -> frozenset[str]:
    """Give the words right before what is counted that tell which of its kind it is: "machine guns"."""
    return frozenset(x for x, y in u.grams if y == term(f.counts)) - number_terms() if not f.fate else frozenset()


def _is_cited(u: Unit) -> bool:
    """Whether somebody counts whom the report cites: no outlet, be it another."""
    return bool(counter(u)) and not voice(u).startswith(OUTLET)


def _of_two_scopes(a: Unit, b: Unit) -> bool:
    """Whether one counts all so far, or all of a time, and the other what was counted once."""
    return bool(a.own & _RUNNING) != bool(b.own & _RUNNING)


def _of_two_terms(a: Unit, b: Unit) -> bool:
    """Whether one only looks ahead, or tells it of a length of time of which the other does not: "over the year"."""
    if (a.clause.lemma in _FORESEES) != (b.clause.lemma in _FORESEES):
        return True
    return bool((a.own & _TERMS) ^ (b.own & _TERMS))


def _is_past(u: Unit) -> bool:
    """Whether what a clause counts had been before what is told of: "four prior arrests"."""
    return any(x in earlier_terms() for x, _ in u.grams)


def _goes_on(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Whether the figure of the later day is the other gone on: a toll rises, the missing are found."""
    if not (a.published and b.published) or a.published == b.published or 0 in (f.high, g.high):
        return False
    first, last = (f, g) if a.published < b.published else (g, f)
    return (last.value > first.value) == (f.fate != "missing")


def _are_people(f: Figure, g: Figure) -> bool:
    """Whether the one counts people of a kind and the other people of no kind: passengers, and people on board."""
    return (f.counts in general_counts()) != (g.counts in general_counts()) and {f.counts, g.counts} <= _people()


def _are_beside(a: Unit, b: Unit) -> bool:
    return a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR


def _of_one_thing(f: Figure, a: Unit, g: Figure, b: Unit) -> bool:
    """Whether two counts that nothing befell are of one thing: of one deed, or of one thing of theirs, as their files.

    A clause that only counts tells no deed ("put the crowd at 300", "it’s 300"). Money is of what it is the sum of: a
    cost and a debt are two. What is so long is not how far somebody sails.
    """
    if _are_two_deals(a, b):
        return False
    counted = {f"~{term(word)}" for word in (f.counts, g.counts, "people")} | {
        f"~{x}" for x in _scales() | number_terms()
    }
    deeds = (a.deeds | a.predicate) & (b.deeds | b.predicate) - {term(f.counts), term(g.counts)}
    things = (a.objects & b.objects) - counted
    if f.counts in general_counts("money") | general_counts("share"):
        if _of_two_sums(a, b):
            return False
        sums = (_sum_of(a) & _sum_of(b)) - {term(f.counts), term(g.counts)}
        of_one = a.predicate & b.predicate or things or sums
        return bool(of_one) or _is_mere(f, a) or _is_mere(g, b)
    first, last = sorted((a, b), key=lambda u: u.span)
    of_its_own = last.predicate - first.own or last.subjects - first.subjects
    if f.counts in general_counts("measure") and _are_beside(a, b) and first.subjects and of_its_own:
        return counts(last.clause) or bool(first.subjects & last.subjects)
    if any(_counts_only(x, u) or not u.clause.lemma.isalpha() or _only_says(u) for x, u in ((f, a), (g, b))):
        return True
    return bool(deeds or (not _are_beside(a, b) and a.classes & b.classes) or things)


def _counts_only(f: Figure, u: Unit) -> bool:
    """Whether a clause counts, and says nothing of those whom it counts: not "1,100 votes were void"."""
    counted = f"~{term(f.counts)}" in u.subjects and bool(u.others)
    return counts(u.clause) or (u.clause.lemma in _COUNTING and not counted)


def _is_mere(f: Figure, u: Unit) -> bool:
    """Whether a clause tells a number, and neither a deed nor of what: "it was $5 million", "put it at a third"."""
    says = _only_says(u) and f"~{term(f.counts)}" not in u.subjects  # "74 percent said that …"
    tells = u.clause.lemma in _COUNTING or not u.clause.lemma.isalpha()
    bare = tells and not (u.predicate or _sum_of(u) - {term(f.counts)})
    return says or counts(u.clause) or bare


def _of_two_sums(a: Unit, b: Unit) -> bool:
    """Whether two clauses name of what they tell the sum, and not the same."""
    x, y = _sum_of(a), _sum_of(b)
    if any(counts(v.clause) and of & w.own for v, of, w in ((a, x, b), (b, y, a))):
        return False  # "did $40 million of damage", "put the damage at $90 million"
    return bool(x and y) and not x & y and not classes_of(x) & classes_of(y)


def _are_two_deals(a: Unit, b: Unit) -> bool:
    """Whether one deed is done to two, told beside each other or by two who do it: "sold Venn", "sold its keeper"."""
    mine, theirs = (
        bare(u.objects) - _scales() - number_terms() - {term(f.counts) for f in u.clause.figures} for u in (a, b)
    )
    if not a.predicate & b.predicate or not mine or not theirs or mine & (theirs | b.around) or theirs & a.around:
        return False
    x, y = ({who for who in u.subjects if is_entity(who)} for u in (a, b))
    return _are_beside(a, b) or bool(x and y and not x & y)


def _sum_of(u: Unit) -> frozenset[str]:
    """Of what a clause tells the sum: what is put at it, what costs or comes to it; no name and no number."""
    if _only_says(u):
        return frozenset()  # who says so is no part of it
    told = u.objects if counts(u.clause) else u.subjects | u.objects
    named = frozenset(x[1:] for x in told if x.startswith("~") and x[1:].isalpha())
    return named - {term(word) for word in (*general_counts("money"), *_SUMS)} - _scales()


def _only_says(u: Unit) -> bool:
    """Whether a clause says a number and no deed: "said that it was six"."""
    return u.clause.content is not None and not u.core_predicate


def _two_counts(n: int, f: Figure, a: Unit, m: int, g: Figure, b: Unit) -> Rivals | None:
    none = 0 in (f.high, g.high)
    apart = gap(a, b)
    x, y = context(f, a), context(g, b)
    if f.fate and f.fate == g.fate and max(mass(x), mass(y)) < _THIN:  # "12 people were killed": what of stands beside
        x, y = x | (a.beside - _fates()), y | (b.beside - _fates())
    alike = max(cosine(x, y), cosine(a.own, b.own) * 0.8 if mass(a.own & b.own) >= _MUCH else 0.0)
    beside = _are_beside(a, b) and (bool(counter(a) and counter(b)) or _is_answered(a, b))
    if not f.fate and not _of_one_thing(f, a, g, b):
        return None
    if not f.fate and not _are_beside(a, b) and (not (_is_cited(a) or _is_cited(b)) or _of_two_scopes(a, b)):
        return None  # what two reports tell themselves is mostly of two things
    if beside:
        alike += _BESIDE
    low, high = sorted((f.value, g.value))
    unkind = f.counts in general_counts() and not f.fate
    least = _LEAST_FIGURE if beside else _LEAST_UNKIND if unkind else _LEAST_NONE if none else _LEAST_FIGURE
    put = beside and any(counts(u.clause) or _only_says(u) for u in (a, b))  # a mere number is told of no day
    if alike < least or (other_days(a, b) and not put):
        return None
    if not beside and mass(x & y) < _SOME:
        return None
    if not none and (high > (_FURTHEST_BESIDE if beside else _FURTHEST) * low or high < _NEAREST * low):
        return None
    later = none and apart > 0 and (f.high == 0) == ((a.published or 0) < (b.published or 0))
    if apart > _DAYS and not (later and apart <= _EPISODE):
        return None
    told_of = f.fate or f.counts
    because = by_rule("figure", f"{f.value:g} or {g.value:g} {told_of}")
    return Rivals(n, m, min(0.9, 0.15 + alike), "number", because, later)


def general_counts(kind: str = "general") -> frozenset[str]:
    """Give the lemmas that count without saying what kind of thing ("person"), or that measure."""
    return listed("general_counts", kind)


@cache
def _scales() -> frozenset[str]:
    return frozenset(term(word) for word, kind, _ in lexicon("number_words") if kind in ("scale", "plural"))


@cache
def _fates() -> frozenset[str]:
    return frozenset(map(term, listed("fates")))


@cache
def _nations() -> frozenset[str]:
    return frozenset(word for row in lexicon("countries") for word in row[1].lower().split("|") if word)


@cache
def _people() -> frozenset[str]:
    return listed("people_nouns") | {"person"}
