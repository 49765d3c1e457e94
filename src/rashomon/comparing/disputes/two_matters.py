"""What is told as not done, and what another tells as done, of two matters: of others, for others, not yet, only tried.

"Berg was not hired", "the singers were all hired"; "voters who had not voted" and "voters who had"; "was not found at
once", "was found"; "has not been determined", "tried to determine it".
"""

from __future__ import annotations

from functools import cache

from rashomon.comparing.disputes.accounts import pronouns
from rashomon.comparing.disputes.words import told
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import classes_of, is_entity, term
from rashomon.language import lexicon, listed, word_set

_NEAR = 3


def two_matters(a: Unit, b: Unit) -> bool:
    """Tell whether `b` tells as done another thing than what `a` tells was not done."""
    return (
        _only_meant_or_tried(a, b)
        or _at_first(a)
        or _of_two_groups(a, b)
        or _of_another_patient(a, b)
        or _with_others(a, b)
        or _elsewhere(a, b)
        or _only_so(a, b)
    )


def _only_meant_or_tried(a: Unit, b: Unit) -> bool:
    """Whether the deed that was not done is what another tries, hopes or is able to do, and is not told to do."""
    return only_ahead(b) and not only_ahead(a)


def only_ahead(u: Unit) -> bool:
    """Tell whether a clause tells a deed only as meant, tried or due: "is set to leave"."""
    first = next(iter(u.clause.predicate), u.clause.lemma)
    return len(u.clause.predicate) > 1 and first in _not_done()


def _at_first(a: Unit) -> bool:
    """Whether something was not so only at first: "was not immediately found"."""
    return not a.own.isdisjoint(_first())


def _of_two_groups(a: Unit, b: Unit) -> bool:
    """Whether both tell apart those of one noun: "voters who had not voted", "voters who had voted"."""
    both = a.clause.link == b.clause.link == "relative"
    return both and not any(map(is_entity, a.subjects | b.subjects)) and bool(a.subjects & b.subjects)


def _of_another_patient(a: Unit, b: Unit) -> bool:
    """Whether one thing is not done to somebody, and is done to another: two of a name, or one and several."""
    if not a.objects or not b.objects or not (_tells_whom(a) and _tells_whom(b)):
        return False
    if any(f.high == 0 for f in a.clause.figures):  # "no Norvians were hurt", "11 soldiers were hurt"
        return False
    x, y = (frozenset(o for o in u.objects if o not in told(v)) for u, v in ((a, b), (b, a)))
    if x != a.objects or y != b.objects or a.objects & b.subjects or b.objects & a.subjects:
        return False
    named = [all(map(is_entity, who)) for who in (x, y)]
    return all(named) or (not (a.subjects or b.subjects) and ((named[0] and not b.one) or (named[1] and not a.one)))


def _tells_whom(u: Unit) -> bool:
    """Whether a clause itself names those to whom something is done: no pronoun, and nobody of a clause before it."""
    whom = [x for x in u.clause.arguments if x.role == "object"]
    return all(x.lemma not in pronouns() and u.span[0] <= x.start < u.span[1] for x in whom)


def _with_others(a: Unit, b: Unit) -> bool:
    """Whether both tell with whom, for whom or of what besides, in two reports or far apart, and share none of it."""
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
        return False
    x, y = (_besides(u) for u in (a, b))
    if not x or not y or x & told(b) or y & told(a) or a.objects & b.objects:
        return False
    return not classes_of(x) & classes_of(y)


def _besides(u: Unit) -> frozenset[str]:
    return frozenset(x.removeprefix("~") for x in u.others) - _times()


def _elsewhere(a: Unit, b: Unit) -> bool:
    """Whether both name where, and not alike, and nobody by name of whom it is told."""
    if not a.places or not b.places or a.places & b.entities or b.places & a.entities:
        return False
    return not any(map(is_entity, (a.subjects | a.objects) & (b.subjects | b.objects)))


def _only_so(a: Unit, b: Unit) -> bool:
    """Whether what one will not do is only what another will do something else for: "we will unite to win"."""
    chain = b.clause.predicate
    if a.clause.status != "planned" or b.clause.status != "planned" or len(chain) < 2:
        return False
    first = frozenset({term(chain[0])})
    return not first & a.predicate and not classes_of(first) & classes_of(a.predicate)


def two_numbers(a: Unit, b: Unit) -> bool:
    """Tell whether two deeds were done to so many and to so many others: "captured 23 pirates", "captured eight"."""
    x, y = ({f.counts: f for f in u.clause.figures if not f.part} for u in (a, b))
    return any(
        disjoint(x[what], y[what]) for what in sorted(x.keys() & y.keys()) if f"~{term(what)}" in a.objects & b.objects
    )


@cache
def people() -> frozenset[str]:
    """Give, as participants are written, the words for people and bodies of people."""
    return frozenset(f"~{term(word)}" for word in people_words())


@cache
def people_words() -> frozenset[str]:
    """Give the lemmas for people and bodies of people."""
    heads = [row[0] for row in lexicon("nominal_heads") if row[1] in ("person", "group", "organisation")]
    lists = [row[0] for name in ("people_nouns", "sides") for row in lexicon(name)]
    events = {row[0] for row in lexicon("event_nouns")}  # an "operation" is a deed before it is a body
    return frozenset({*heads, *lists} - events)


@cache
def _not_done() -> frozenset[str]:
    ahead = listed("status_cues", "planned", "hypothetical")
    return ahead | word_set("words_of_joining", "tries") | word_set("words_of_disputes", "ahead")


@cache
def _first() -> frozenset[str]:
    return frozenset(map(term, word_set("words_of_disputes", "at_first")))


@cache
def _times() -> frozenset[str]:
    return frozenset(map(term, listed("time_words", "unit")))
