"""What two clauses tell of one deed and cannot both hold: its hour, length, doer, cause or manner, and whom it befell.

Two accounts of who or what did one thing are two causes of a mishap, or a deed that each party lays to the other: "a
child started the blaze", "the firemen blamed the blaze on an electrical fault"; "the migrants rammed its vessel, the
coast guard said", "the coast guard rammed our vessel". Whoever is cited with it is the doer of whom the other speaks.

By what means, and at whose hand, somebody died (lexicon `manners_of_death`) tells only a clause that tells a death: its
predicate is one ("died in a fall", "was strangled"), or ends in one ("beaten to death", "committed suicide").

What befell people is one thing only where one fate befell the same people, and did. Who was missing was not yet dead,
who could be jailed was not jailed, and of two people who were arrested each was. A fate is what a clause's own word
tells, or what its own figure counts (the lexicon `fates`); so does "is in custody".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.joining.clause_values import cannot_be_one
from rashomon.comparing.joining.incidence import Incidence, Ints
from rashomon.comparing.joining.unit import AHEAD, TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import is_entity, predicate_class, rarity, term
from rashomon.language import lexicon, listed, word_set


def two_times(a: Unit, b: Unit) -> bool:
    """Whether both tell at what hour, or how long, and not the same: "52 minutes after the blast", "18 minutes"."""
    return cannot_be_one(a.times, b.times, one_report=a.report == b.report)


def says_otherwise(a: Unit, b: Unit) -> bool:
    """Whether the one deed is told of somebody or something of which the other says that it is not that.

    "Carried cement, not food", and "carried food".
    """
    if a.clause.lemma != b.clause.lemma and not a.predicate & b.predicate and not a.classes & b.classes:
        return False
    return bool(a.denied & (_part(b) - _part(a)) or b.denied & (_part(a) - _part(b)))


def _part(u: Unit) -> frozenset[str]:
    return u.subjects | u.objects | u.others


_RARE = 1.0
A_NAME = 3.7
"""So rare is a word that no list of words has."""
_OUTLET = "outlet:"
_VOICE = "voice:"
_NOBODY = "nobody"
_CAUSES = frozenset(map(term, word_set("words_of_disputes", "causes")))
LAYS = word_set("words_of_disputes", "lays")
"""The verbs by which somebody lays what happened to a cause."""
_MISHAPS = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "mishap"))


def mishaps(u: Unit) -> frozenset[str]:
    """Give the mishaps of which a clause tells the cause; none where that is only somebody's guess."""
    guessed = u.clause.status == "hedged" and (not u.speaker or u.speaker.startswith((_OUTLET, _NOBODY)))
    return frozenset() if guessed or not _tells(u) else _laid(u)[0]


def causes(u: Unit) -> frozenset[str]:
    """Give what a clause names as the cause of a mishap."""
    return _laid(u)[1]


def lays(u: Unit) -> frozenset[str]:
    """Give whoever himself lays a mishap to a cause: "engineers blamed the blackout on a cable"."""
    return u.subjects if u.clause.lemma in LAYS else frozenset()


def two_causes(a: Unit, b: Unit) -> bool:
    """Whether both name a cause, of one mishap in name, and no word or kind of one is of the other."""
    x, y = causes(a), causes(b)
    both = mishaps(a) & mishaps(b)
    if not both or not x or not y or x & y or not (_known(x) and _known(y)):
        return False
    one, other = (frozenset().union(*(_which(u, m[1:]) for m in both)) for u in (a, b))
    if one - b.around and other - a.around and not one & other:
        return False  # "the collapse of the stand", "the collapse of the talks"
    one, other = (frozenset(k for who in of for k in predicate_class(who.removeprefix("~"))) for of in (x, y))
    return not one & other and not (a.entities & y or b.entities & x) and not any(who[1:] in b.terms for who in x)


def _laid(u: Unit) -> tuple[frozenset[str], frozenset[str]]:
    """Give the mishaps that a clause lays to something, and to what: "blamed the fire on a cable", "a cable for it"."""
    if u.predicate & _CAUSES:
        return u.objects & _MISHAPS, u.subjects
    if u.clause.lemma not in LAYS:
        return frozenset(), frozenset()
    if u.objects & _MISHAPS:
        behind = [a for a in u.clause.arguments if a.role == "other"]
        last = frozenset({f"~{term(behind[-1].lemma)}"} if behind else ())
        return u.objects & _MISHAPS, last & u.others or frozenset(x for x in u.others if is_entity(x))
    return u.others & _MISHAPS, u.objects


def _which(u: Unit, mishap: str) -> frozenset[str]:
    """Give the word behind a mishap that tells which it is: "the collapse of the stand"."""
    return frozenset(y for x, y in u.grams if x == mishap) - u.predicate - {x[1:] for x in causes(u) | u.subjects}


def laid_to(u: Unit) -> frozenset[str]:
    """Give the deeds that somebody who is cited lays to somebody else, of whom or what he says it was done to."""
    return u.predicate if _tells(u) and u.speaker and u.subjects and u.objects else frozenset()


def may_be_laid(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell of which pairs `laid_to_each_other` may hold: one deed, done to one thing, by nobody whom both name."""
    found = np.ones(len(one), np.bool_)
    for of, shared in ((laid_to, True), (lambda u: u.objects, True), (lambda u: u.subjects, False)):
        at = np.flatnonzero(found)
        found[at] = (Incidence([of(u) for u in units]).shared(one[at], other[at]) > 0) == shared
    return found


def laid_to_each_other(a: Unit, b: Unit) -> bool:
    """Whether both tell one deed, done to one thing, and who tells the one is whom the other tells to have done it."""
    if mishaps(a) & mishaps(b) or not laid_to(a) & laid_to(b) or not a.objects & b.objects or a.subjects & b.subjects:
        return False
    one, other = _is_laid_to_its_teller(a, b), _is_laid_to_its_teller(b, a)
    if one != other and _is_named_once(a if one else b):
        return True
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= 1
    return (one and other) or ((one or other) and beside)  # of an offer or a vote each tells its own part


def _is_named_once(u: Unit) -> bool:
    """Whether who is told to have done it bears a name that nothing else tells of: who he is, is not known."""
    return all(not is_entity(x) and rarity(x.removeprefix("~")) >= A_NAME for x in u.subjects)


def _is_laid_to_its_teller(a: Unit, b: Unit) -> bool:
    teller = a.speaker.removeprefix(_VOICE)
    called = frozenset(f"~{term(word)}" for word in teller.rpartition(":")[2].split()) | {teller}
    return bool(called & b.subjects) and not called & a.subjects


def _tells(u: Unit) -> bool:
    c = u.clause
    return c.form == "clause" and c.status in TOLD and not c.negated and c.content is None and not u.headline


def _known(who: frozenset[str]) -> bool:
    return all(is_entity(x) or rarity(x[1:]) >= _RARE for x in who)


_NO_WORD = "-"
_LIFE = "~life"
_HIS_OWN = frozenset({"his own"})
_ANY = tuple(sorted(word_set("words_of_contests", "any_death")))


@once
def how_died(u: Unit) -> tuple[frozenset[str], frozenset[str]]:
    """Give the means and the hands by which a clause tells that somebody died; empty where it tells no death."""
    if u.clause.status not in TOLD or u.clause.negated or u.clause.form != "clause":
        return frozenset(), frozenset()
    if takes_own_life(u):
        return frozenset(), _HIS_OWN
    ends = {x.removeprefix("~") for x in u.objects | u.others}
    means, hands = manners(u.predicate, u.own, ends, u.grams)
    himself = any(a.role == "object" and a.lemma in _reflexive() for a in u.clause.arguments)
    if himself and u.predicate & _deaths():
        return means, _HIS_OWN
    return means, hands | _at_whose_hand().get(u.clause.lemma, frozenset())  # a term tells no murder from a death


def takes_own_life(u: Unit) -> bool:
    """Tell whether a clause tells of one who is named that he took his life; of two lives that were taken, not."""
    own = u.clause.lemma == "take" and _LIFE in u.objects and not u.clause.figures
    return own and any(map(is_entity, u.subjects))


def manners(
    predicate: frozenset[str],
    words: frozenset[str],
    ends: Collection[str],
    pairs: Iterable[tuple[str, str]] = (),
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the means and the hands that words tell of a death: terms, those beside the verb, and `pairs` in a row."""
    if not (predicate & (_deaths() | _fatal()) or _deaths() & {*ends}):
        return frozenset(), frozenset()
    found = [_manners()[t] for t in (words | predicate) & _manners().keys()]
    found += [_manners()[f"{one} {two}"] for one, two in sorted(pairs) if f"{one} {two}" in _manners()]
    return frozenset({m for m, _ in found} - {_NO_WORD}), frozenset({hand for _, hand in found} - {_NO_WORD})


def two_manners(a: Unit, b: Unit) -> bool:
    """Whether both tell by what means, or at whose hand, somebody died, and not alike."""
    return any(x and y and not x & y for x, y in zip(how_died(a), how_died(b), strict=True))


@cache
def _manners() -> dict[str, tuple[str, str]]:
    """Give means and hand by term, but for terms that stand for any death or blow as well."""
    rows = [(word.split(), how) for word, *how in lexicon("manners_of_death")]
    told = {" ".join(map(term, words)): (how[0], how[1]) for words, how in rows}  # also "heart attack"
    return {word: how for word, how in told.items() if word not in set(map(term, _ANY))}


@cache
def _deaths() -> frozenset[str]:
    return frozenset(term(word) for word, _ in lexicon("deaths"))


@cache
def _at_whose_hand() -> Mapping[str, frozenset[str]]:
    """Give for verbs that are told by a term as any death is at whose hand that was."""
    rows = ((word, hand) for word, _, hand, *_ in lexicon("manners_of_death") if hand != _NO_WORD)
    return {word: frozenset({hand}) for word, hand in rows if term(word) in set(map(term, _ANY))}


@cache
def _reflexive() -> frozenset[str]:
    return listed("wording_words", "reflexive")


@cache
def _fatal() -> frozenset[str]:
    return frozenset(term(word) for word, _, _, *dies in lexicon("manners_of_death") if dies)


_OF_PEOPLE = frozenset(
    (
        *("charged", "convicted", "dead", "dismissed", "displaced", "freed", "held", "hurt", "missing", "rescued"),
        *("sanctioned", "surrendered"),
    )
)
_TOGETHER = frozenset({"charged", "held"})  # who is arrested is charged, often in one breath
_WAYS = frozenset({"by", "is", "to", "who"})  # of a clause's own verb or adjective


@once
def fates(u: Unit) -> frozenset[str]:
    """Give what the clause says has befallen people, in its own word or figure."""
    told = {f.fate for f in u.clause.figures} | fates_of(u.clause.predicate)
    if u.clause.lemma == "be" and any(a.lemma in word_set("words_of_joining", "held") for a in u.clause.arguments):
        told.add("held")
    return _OF_PEOPLE & told


def fates_of(lemmas: Iterable[str]) -> frozenset[str]:
    """Give what words tell to have befallen those of whom they are said."""
    return frozenset().union(*(_of_word()[lemma] for lemma in lemmas))


def have_two_fates(units: Sequence[Unit], one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Tell which pairs, all of clauses that tell fates, tell other fates, one done and one to come, or of others."""
    of = [fates(u) for u in units]
    bit = {fate: 1 << n for n, fate in enumerate(sorted(_OF_PEOPLE))}
    told = np.array([sum(bit[fate] for fate in mine) for mine in of], np.int64)
    ahead = np.fromiter((u.clause.status in AHEAD for u in units), np.bool_, len(units))
    done = np.fromiter((u.clause.status in TOLD for u in units), np.bool_, len(units))
    shared = told[one] & told[other] != 0
    alone = (told[one] | told[other]) & ~sum(bit[fate] for fate in _TOGETHER) != 0
    crossed = (ahead[one] | ahead[other]) & (done[one] | done[other])
    found = np.where(shared, crossed, alone)
    named = [_named(u) if mine else frozenset[str]() for u, mine in zip(units, of, strict=True)]
    some = np.fromiter(map(bool, named), np.bool_, len(units))
    at = np.flatnonzero(shared & ~found & some[one] & some[other])
    who = Incidence([*named, *(u.entities for u in units)])
    x, y = one[at], other[at]
    found[at] = (who.shared(x, y + len(units)) == 0) & (who.shared(y, x + len(units)) == 0)
    return np.asarray(found, np.bool_)


def _named(u: Unit) -> frozenset[str]:
    return frozenset(o for o in u.objects if is_entity(o))


@cache
def _of_word() -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for lemma, way, *fate in lexicon("fates"):
        if way in _WAYS and fate:
            found[lemma] |= {fate[0]}
    return found
