"""What only one can be, or be only once: who won a vote or a match, who struck first, where and how old somebody is.

"Sol won the election, her party said", "Reis was re-elected, the commission said"; "Reis has fled to Norvia, two
ministers said", "he is still in the capital, his spokeswoman said". Both must be told by two, of one time; at least one
winner by somebody who is cited: what two reports tell themselves is mostly of two votes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.rival import (
    Rivals,
    by_rule,
    gap,
    is_told,
    of_one_time,
    other_days,
    overlap,
    two_tellers,
)
from rashomon.comparing.disputes.two_matters import people
from rashomon.comparing.disputes.words import bare, called, is_cited, mass, voice
from rashomon.comparing.joining.other_values import A_NAME
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.joining.vetoes import arms, sides
from rashomon.comparing.term import is_entity, rarity, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Clause, Reading

_SURE = 0.5
_DAYS_OF_A_VOTE = 3
_DAYS_OF_A_STAY = 1
_COMMON = 200
_CONTESTED = frozenset(map(term, word_set("words_of_disputes", "contested")))
_WINS = word_set("words_of_disputes", "wins")
_BEATS = word_set("words_of_disputes", "beats")
_NAMES = word_set("words_of_disputes", "names_a_winner")
_WINNER = frozenset(map(term, word_set("words_of_disputes", "winner")))
_ELECTS = word_set("words_of_disputes", "elects")
_ELECTION = _CONTESTED & {term("vote"), term("election")}
_UNTOLD = frozenset({"news-day", "now", "published"})
_RE = len("re-")
_LEAVES = word_set("words_of_disputes", "leaves")
_FLEES = word_set("words_of_disputes", "flees")
_STAYS = word_set("words_of_disputes", "stays")
_WHERE = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "where"))


def rival_winners(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of clauses by which two won one vote or match."""
    elected = {r: _electing(readings[r]) for r in sorted({u.report for u in units})}
    told = ((n, *_winner(u, elected[u.report])) for n, u in enumerate(units) if is_told(u))
    mine = [(n, who, of) for n, who, of in told if who]
    for i, (n, x, of) in enumerate(mine[:_COMMON]):
        for m, y, also in mine[i + 1 : _COMMON]:
            a, b = units[n], units[m]
            if x & y or not of & also or not (is_cited(a) or is_cited(b)) or not _of_two(a, b, _DAYS_OF_A_VOTE):
                continue
            crossed = bool(x & b.objects and y & a.objects)
            mine_of, theirs_of = _named_beside(a, x), _named_beside(b, y)
            elsewhere = bool(mine_of and theirs_of and not mine_of & theirs_of)
            if crossed or not (elsewhere or x & b.entities or y & a.entities):
                yield Rivals(n, m, _SURE, "actor", by_rule("winner of", min(of & also)))


def _winner(u: Unit, elected: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Who won by a clause, where that is told by name, and of what: the terms of a vote or a match."""
    lemma, objects = u.clause.lemma, frozenset(x[1:] for x in u.objects | u.others if not is_entity(x))
    named = frozenset(x for x in u.objects if is_entity(x))
    of = u.own & _CONTESTED
    if u.clause.head[0] in elected and not u.subjects:
        return _one_name(named), of | _ELECTION
    if lemma in _WINS and objects & _CONTESTED:
        return _one_name(u.subjects), of
    if lemma in _BEATS and named:
        return _one_name(u.subjects), of
    return _one_name(named) if lemma in _NAMES and u.own & _WINNER else frozenset(), of


def _named_beside(u: Unit, winner: frozenset[str]) -> frozenset[str]:
    """What a clause names beside the winner and who tells it: where it was, or of what."""
    unknown = frozenset(x for x in u.others if not is_entity(x) and rarity(x[1:]) >= A_NAME)
    return (u.entities | unknown) - winner - {voice(u)}


def _electing(reading: Reading) -> frozenset[int]:
    """Where a verb of electing begins: of "re-elected" the parse has the "re" for one."""
    return frozenset(at for w in reading.words if w.lemma in _ELECTS for at in (w.start, w.start - _RE))


def _one_name(who: frozenset[str]) -> frozenset[str]:
    return who if len(who) == 1 and all(map(is_entity, who)) else frozenset()


def rival_whereabouts(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses by which somebody has left and is still there."""
    gone: dict[str, list[int]] = defaultdict(list)
    there: list[tuple[int, str]] = []
    for n, u in enumerate(units):
        for who in _one_name(u.subjects) if is_told(u) and is_cited(u) else ():
            if _has_left(u):
                gone[who].append(n)
            elif _is_there(u):
                there.append((n, who))
    for m, who in there[:_COMMON]:
        for n in gone[who][:_COMMON]:
            if _of_two(units[n], units[m], _DAYS_OF_A_STAY):
                yield Rivals(n, m, _SURE, "place", by_rule("elsewhere", units[n].clause.lemma))


def _has_left(u: Unit) -> bool:
    whither = bool(u.places or (u.objects | u.others) & _WHERE)
    return u.clause.lemma in _FLEES or (u.clause.lemma in _LEAVES and whither)


def _is_there(u: Unit) -> bool:
    """Whether a clause tells that somebody is where he was: "is in the capital", "remains in Lund"."""
    home = bool(u.others & _WHERE)
    return (u.clause.lemma in _STAYS and (home or bool(u.places))) or (u.clause.lemma == "be" and home)


_EPISODE = 6  # sentences
_MATTER = 4.0
_BEFORE = 8  # characters before a noun in which "first" stands: "the first shot"
_BLOWS = word_set("words_of_disputes", "blow")
_OPENS = word_set("words_of_disputes", "opens_it")
_SHOTS = word_set("words_of_disputes", "first_blow")
_STRIKES_BACK = word_set("words_of_disputes", "answers_blows")
_RETURNS = word_set("words_of_disputes", "returns")
_HITTING = frozenset(map(term, _SHOTS | _BLOWS))
_BESIDE = 2  # sentences


def rival_firsts(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of clauses by which each of two struck first, or began it."""
    first = {r: [w.start for w in readings[r].words if w.lemma in _first()] for r in sorted({u.report for u in units})}
    mine = [(n, who) for n, u in enumerate(units) if is_told(u) and (who := _struck_first(u, first[u.report]))]
    yield from _answered(units, mine)
    for i, (n, x) in enumerate(mine[:_COMMON]):
        for m, y in mine[i + 1 : _COMMON]:
            a, b = units[n], units[m]
            if x & y or sides(x) & sides(y) or not (is_cited(a) or is_cited(b)) or not _of_two(a, b, _DAYS_OF_A_STAY):
                continue
            each_other = bool({voice(a), *called(a)} & bare(y) or {voice(b), *called(b)} & bare(x))
            one_kind = len(set(map(is_entity, x | y))) == 1
            near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _EPISODE
            one = near or mass((a.around | a.beside) & (b.around | b.beside)) >= _MATTER
            if one and (each_other or one_kind):
                yield Rivals(n, m, _SURE, "actor", by_rule("first-blow", f"{a.clause.lemma} or {b.clause.lemma}"))


def _answered(units: Sequence[Unit], mine: Sequence[tuple[int, frozenset[str]]]) -> Iterator[Rivals]:
    """Give what tells who struck first, with those that say right beside it that they only struck back."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if is_told(u) and is_cited(u) and _strikes_back(u):
            of[u.report].append(n)
    for n, who in mine[:_COMMON]:
        for m in of[units[n].report][:_COMMON]:
            a, b = units[n], units[m]
            near = abs(a.clause.sentence - b.clause.sentence) <= _BESIDE
            if near and is_cited(a) and _of_two(a, b, _DAYS_OF_A_STAY) and not (who & b.subjects and voice(a) in who):
                yield Rivals(n, m, _SURE, "actor", by_rule("first-blow", f"{a.clause.lemma} or {b.clause.lemma}"))


def _strikes_back(u: Unit) -> bool:
    """Whether a clause tells that somebody only struck back: "returned fire", "responded to the shelling"."""
    c = u.clause
    behind = {x.lemma for x in c.arguments if x.role != "subject"}
    if c.lemma in _RETURNS:
        return bool(behind & (_SHOTS | _BLOWS))
    return c.lemma in _STRIKES_BACK and (not behind or bool(u.deeds & _HITTING))


def _struck_first(u: Unit, first: Sequence[int]) -> frozenset[str]:
    """Who is told to have struck first, if anybody: "fired first", "threw the first stone", "started the shooting"."""
    c = u.clause
    who = frozenset(x for x in u.subjects if is_entity(x) or (x in people() and x not in arms()))
    behind = [a for a in c.arguments if a.role == "object"]
    if c.lemma in _OPENS and any(a.lemma in _BLOWS for a in behind):
        return who
    if any(a.lemma in _SHOTS and any(a.start - _BEFORE <= at < a.start for at in first) for a in behind):
        return who
    end = max((a.end for a in behind if a.lemma in _SHOTS), default=c.head[1])
    blow = c.lemma in _BLOWS or any(a.lemma in _SHOTS for a in behind)
    return who if blow and any(0 < at - end <= 1 for at in first) else frozenset()


@cache
def _first() -> frozenset[str]:
    return listed("relating_words", "first")


_OLDEST = 120


def age_of(c: Clause) -> int | None:
    """Give the age that a clause tells somebody to be of, in figures or a word: "was 14", "is twelve"."""
    said = [a.lemma for a in c.arguments if a.role != "subject"]
    if c.lemma != "be" or c.negated or c.figures or len(said) != 1:
        return None
    age = int(said[0]) if said[0].isdecimal() else int(_numbers().get(said[0], 0))
    return age if 0 < age < _OLDEST else None


def rival_ages(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses by which one who is named is of two ages."""
    of: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, u in enumerate(units):
        age = age_of(u.clause) if is_told(u) and is_cited(u) else None
        for who in _one_name(u.subjects) if age is not None else ():
            of[who].append((n, age or 0))
    for who in sorted(of):
        mine = of[who][:_COMMON]
        for i, (n, x) in enumerate(mine):
            for m, y in mine[i + 1 :]:
                if x != y and _of_two(units[n], units[m], _DAYS_OF_A_VOTE):
                    yield Rivals(n, m, _SURE, "number", by_rule("age-of", f"{x} or {y}"))


@cache
def _numbers() -> Mapping[str, float]:
    return {word: float(value) for word, kind, value in lexicon("number_words") if kind == "numword"}


def _of_two(a: Unit, b: Unit, days: int) -> bool:
    of_a_year = any(u.days is None and u.within for u in (a, b))
    dated = of_a_year or all(u.clause.date_basis.rule not in _UNTOLD for u in (a, b))  # not the day of the news
    apart = gap(a, b) > days or (dated and other_days(a, b)) or not of_one_time(a, b)
    return not apart and two_tellers(a, b) and not overlap(a, b)
