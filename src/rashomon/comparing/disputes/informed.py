"""Whether somebody was told something, or got it: "nobody warned the crew", "the crew had been alerted by radio".

What one did not get another sent, gave or wrote to him; who was not told, another says he had told. Both say so of one
who was told, or right beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.accounts import pronouns
from rashomon.comparing.disputes.rival import Rivals, by_rule, gap, other_days, overlap, two_tellers
from rashomon.comparing.disputes.words import bare, is_cited, mass, told, voice
from rashomon.comparing.joining.contraries import not_yet
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, word_set
from rashomon.records import Clause

_SURE = 0.5
_BESIDE = 2  # sentences
_NEAR = 6
_EPISODE = 30
_MATTER = 4.0  # what two reports share beside who was told
_INFORMS = word_set("words_of_disputes", "informs")
_GIVES = word_set("words_of_disputes", "gives")
_SAYS = word_set("words_of_disputes", "says")
_GETS = word_set("words_of_disputes", "gets")
_TURNS_TO = word_set("words_of_disputes", "turns_to")
_REACHES = word_set("words_of_disputes", "reaches")
_WORD = word_set("words_of_disputes", "word")
_HEARS = word_set("words_of_disputes", "hears")
_NEWS = word_set("words_of_disputes", "news")
_ANSWER = word_set("words_of_disputes", "answer")
_WRITTEN = frozenset({"clause", "sentence"})
_INFORM, _GIVE, _GET, _HEAR = "inform", "give", "get", "hear"


@dataclass(frozen=True, slots=True)
class _Informed:
    """What a clause tells of word that came to somebody: how it says so, of whom, what came, and whether it did."""

    unit: int
    how: str
    who: frozenset[str]
    what: frozenset[str]
    came: bool
    himself: bool = False  # he says so of himself


def told_or_not(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give what tells that somebody was not told, or did not get something, with what tells that he was, or did."""
    said = [x for n, u in enumerate(units) if (x := _informed(n, u)) is not None]
    of: dict[str, list[_Informed]] = defaultdict(list)
    for x in said:
        for key in (units[x.unit].report, *sorted(x.who)):
            of[key].append(x)
    pairs = {(x.unit, y.unit): (x, y) for mine in of.values() for x in mine if not x.came for y in mine if y.came}
    for n, m in sorted(pairs):
        x, y = pairs[n, m]
        a, b = units[n], units[m]
        apart = overlap(a, b) or not two_tellers(a, b) or gap(a, b) > _EPISODE or not_yet(a, b)
        if not apart and not _of_other_days(a, b) and _of_one_word(x, a, y, b):
            yield Rivals(n, m, _SURE, "denial", by_rule("told", f"{a.clause.lemma} or {b.clause.lemma}"))


def _informed(n: int, u: Unit) -> _Informed | None:
    c = u.clause
    if c.form != "clause" or c.status not in TOLD or c.link not in FULL_LINKS or u.asks or not is_cited(u):
        return None
    nouns = {a.lemma for a in c.arguments if a.role == "object"}
    if c.lemma in _SAYS and u.subjects and not c.negated:
        return None  # "told reporters" cites somebody
    if c.lemma in _INFORMS:
        himself = not u.objects and any(a.role == "object" and a.lemma in pronouns() for a in c.arguments)
        who = _said_of_himself(u) if himself else bare(u.objects)
        return _Informed(n, _INFORM, who, frozenset(), not c.negated, himself)
    if c.lemma in _TURNS_TO and u.others and not u.asks:  # "complained to the council"
        return _Informed(n, _INFORM, bare(u.others), bare(u.objects), not c.negated)
    if c.lemma in _REACHES and {a.lemma for a in c.arguments if a.role == "subject"} & _WORD:
        himself = not u.objects
        who = _said_of_himself(u) if himself else bare(u.objects)
        return _Informed(n, _GET, who, frozenset(), not c.negated, himself)
    if c.lemma in _GIVES:
        how = _INFORM if nouns & _WORD else _GIVE  # "gave no warning"
        return _Informed(n, how, bare(u.others | u.objects), bare(u.objects), not c.negated)
    if c.lemma in _HEARS:
        return _heard(n, u)
    if c.lemma in _GETS and not any(map(is_entity, u.objects)):
        himself = not u.subjects or bool(bare(u.subjects) & _said_of_himself(u))
        who = bare(u.subjects) | (_said_of_himself(u) if himself else frozenset())
        return _Informed(n, _GET, who, bare(u.objects), not c.negated, himself)
    return None


def _heard(n: int, u: Unit) -> _Informed | None:
    """Give what a clause tells of somebody who heard nothing, or only from the radio or the papers."""
    c = u.clause
    by_others = any(a.lemma in _NEWS for a in c.arguments) or not u.own.isdisjoint(map(term, _NEWS))
    if not (c.negated or by_others):
        return None
    who = bare(u.subjects) | _said_of_himself(u)
    return _Informed(n, _HEAR, who, u.own - who - u.predicate, False, himself=True)


def _of_one_word(x: _Informed, a: Unit, y: _Informed, b: Unit) -> bool:
    """Whether both are of one who was told, or one tells right beside the other what came and what did not."""
    same = bool(x.who & y.who)
    if x.how == _HEAR and not _is_of_what_was_told(x, a, y, b):
        return False
    if _of_two_matters(x, a, y, b) or _are_two(x, a, y, b):
        return False
    far = abs(a.clause.sentence - b.clause.sentence) if a.report == b.report else _NEAR + 1
    things = (
        bool(x.what & y.what) or not x.what or _is_word(a.clause) or not {_INFORM, _HEAR}.isdisjoint((x.how, y.how))
    )
    if any(arg.lemma in _ANSWER for arg in a.clause.arguments):
        things = bool(x.what & y.what)  # who got no answer was told of other things
    if x.how == y.how == _GET:
        return same and things and far <= _NEAR
    if same and things and far <= _NEAR:
        return True
    if far > _NEAR:
        shared = (told(a) & (told(b) | b.around)) - x.who - a.predicate
        return same and things and mass(shared) >= _MATTER
    named = [any(map(is_entity, who)) for who in (x.who, y.who)]
    return far <= _BESIDE and things and not any(named)


def _are_two(x: _Informed, a: Unit, y: _Informed, b: Unit) -> bool:
    """Whether those who say of themselves what came are another of the kind: a water company, the gas company."""
    shared = x.who & y.who
    if not x.himself or any(map(is_entity, shared)):
        return False
    own = frozenset(term(word) for word in voice(a).rpartition(":")[2].split()) - shared
    which = frozenset(p for p, q in b.grams if q in shared) - b.predicate
    one, other = (frozenset(word.removesuffix("s") for word in of) for of in (own, which))  # a key has no plural
    return bool(one and other) and not one & other


def _of_two_matters(x: _Informed, a: Unit, y: _Informed, b: Unit) -> bool:
    """Whether both name of what word came, and not the same: "told him of the prize", "told of the mine"."""
    one, other = (bare(u.others) - i.who - i.what for i, u in ((x, a), (y, b)))
    return x.how == y.how == _INFORM and bool(one and other) and not (one & told(b) or other & told(a))


def _is_of_what_was_told(x: _Informed, a: Unit, y: _Informed, b: Unit) -> bool:
    """Whether what somebody heard only from others, or nothing of, is what others say was told or written to him."""
    near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _BESIDE
    if not near or not (y.how == _INFORM or _is_word(b.clause)):
        return False
    by_others = not x.what.isdisjoint(map(term, _NEWS))
    new = {t for t in x.what if t.isalpha() and not is_entity(t)} - b.around - _times()
    return by_others or not new


@cache
def _times() -> frozenset[str]:
    """The terms of words that tell when: "until Monday", "in the evening"."""
    return frozenset(term(row[0]) for row in lexicon("time_words"))


def _is_word(c: Clause) -> bool:
    """Whether what did not come is word of something: "received no warning", "got nothing"."""
    return any(a.lemma in _WORD for a in c.arguments)


def _of_other_days(a: Unit, b: Unit) -> bool:
    """Whether one was told on another day than that on which he is said not to have been, or on one after it."""
    later = b.days is not None and a.published is not None and b.days[0] > a.published
    return later or (all(u.clause.date_basis.rule in _WRITTEN for u in (a, b)) and other_days(a, b))


def _said_of_himself(u: Unit) -> frozenset[str]:
    """By what words he is called who says so of himself: "the army says it received nothing"."""
    return frozenset({voice(u), *(term(word) for word in voice(u).rpartition(":")[2].split())})
