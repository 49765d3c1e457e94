"""What number somebody gives right behind another's, of the same thing.

"The trial cost the state $2.4 million, the ministry said. The league puts the cost at $5 million"; "it was 52 percent";
"the fee was $35 million" behind what was paid. The second names nothing but what was just told, or only "it".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.accounts import pronouns, words_between
from rashomon.comparing.disputes.counts import general_counts
from rashomon.comparing.disputes.rival import Rivals, by_rule, counter, other_days, overlap
from rashomon.comparing.disputes.two_matters import only_ahead
from rashomon.comparing.disputes.words import OUTLET, bare, called, voice
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import number_terms, term
from rashomon.language import listed, word_set
from rashomon.records import Argument, Figure, Reading

_SURE = 0.6
_NEAREST, _FURTHEST = 1.05, 60  # how many times as much the higher is
_ROOM = 12  # characters in which what is counted stands behind its number
_WRITTEN = frozenset({"clause", "sentence"})
_AMOUNTS = word_set("words_of_figures", "amounts")
_SUMS = frozenset(map(term, word_set("words_of_figures", "sum")))
_PAID = frozenset(map(term, word_set("words_of_figures", "paid")))
_PAYS = word_set("words_of_figures", "pays")


def numbers_beside(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give what somebody says is so much with what another, in that sentence or the next, puts at another number."""
    told: dict[tuple[str, int], list[tuple[int, Figure]]] = defaultdict(list)
    for n, u in enumerate(units):
        f = _only_figure(u)
        if f is not None and u.clause.content is None:
            told[u.report, u.clause.sentence].append((n, f))
    for (report, sentence), mine in sorted(told.items()):
        for m, g in mine:
            for n, f in (x for d in (1, 0) for x in told.get((report, sentence - d), ()) if x[0] < m):
                a, b = units[n], units[m]
                if _of_two(a, b) and _differ(f, g) and _puts_it(a, b, g, readings[report]):
                    because = by_rule("figure", f"{f.value:g} or {g.value:g} {g.counts}")
                    yield Rivals(n, m, _SURE, "number", because)


def _only_figure(u: Unit) -> Figure | None:
    """The one number that a clause tells, as so and of a whole."""
    c = u.clause
    if c.form != "clause" or c.negated or c.status not in (*TOLD, "planned") or u.asks or len(c.figures) != 1:
        return None
    f = c.figures[0]
    takes_part = any(f.start <= x.start <= f.end + _ROOM for x in c.arguments)  # not "beating the $90 million deal"
    return f if takes_part and not f.part and not f.fate and f.high != 0 else None


def _of_two(a: Unit, b: Unit) -> bool:
    x, y = _givers(a), _givers(b)
    return bool(y) and not x & y and not overlap(a, b) and not other_days(a, b) and not _has_a_day_of_its_own(a, b)


def _givers(u: Unit) -> frozenset[str]:
    """Who gives the number: whoever is cited, by his key and its last word, or whoever puts something at it."""
    if u.speaker and not voice(u).startswith(OUTLET):
        return called(u) | {voice(u)}
    return bare(u.subjects) if _is_put(u) else counter(u)


def _has_a_day_of_its_own(a: Unit, b: Unit) -> bool:
    return b.clause.date_basis.rule in _WRITTEN and a.days != b.days


def _differ(f: Figure, g: Figure) -> bool:
    low, high = sorted((f.value, g.value))
    return f.counts == g.counts and disjoint(f, g) and _NEAREST * low <= high <= _FURTHEST * low


def _puts_it(a: Unit, b: Unit, g: Figure, reading: Reading) -> bool:
    """Whether the second gives the number of what the first tells, and tells nothing more."""
    at = _measured(b)
    if at is None or _told_anew(a, b, reading) - {term(at.lemma)}:
        return False
    what = term(at.lemma)
    if at.lemma in pronouns() or what in a.own | _SUMS:
        return True
    if g.counts in general_counts("share"):
        return False  # of two shares the one is of another thing, unless it is named
    if g.counts in general_counts("money"):
        return what in _PAID and a.clause.lemma in _PAYS
    return _is_put(b)


def _measured(u: Unit) -> Argument | None:
    """What a clause puts at a number, or tells that it comes to one."""
    c = u.clause
    if c.link not in FULL_LINKS or only_ahead(u):
        return None
    if _is_put(u):
        return next(x for x in c.arguments if x.role == "object")
    first, *more = c.arguments or (None,)
    comes_to = c.lemma in _AMOUNTS and first is not None and first.role == "subject" and len(more) == 1
    return first if comes_to else None


def _is_put(u: Unit) -> bool:
    """Whether somebody puts something at a number: "put the dose at 50 grams"."""
    c = u.clause
    objects = [x for x in c.arguments if x.role == "object"]
    return c.lemma in _putting() and len(objects) == 1 and any(f.start > objects[0].end for f in c.figures)


def _told_anew(a: Unit, b: Unit, reading: Reading) -> frozenset[str]:
    """What the second names, beside numbers, that the sentence of the first does not."""
    start, end = reading.sentences[a.clause.sentence]
    c = b.clause
    new = words_between(reading.words, c.head[1] if _is_put(b) else c.start, c.end)
    told = {*words_between(reading.words, start, end), *map(term, c.predicate), *(term(f.counts) for f in c.figures)}
    return frozenset(x for x in new if x.isalpha() and x not in told | number_terms())


@cache
def _putting() -> frozenset[str]:
    return listed("counting_verbs", "any")
