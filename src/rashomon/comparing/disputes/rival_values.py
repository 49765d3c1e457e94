"""Two times of one deed: at what hour, how long, or how long after what; in two voices.

"The ferry left at 4:10", "it left at 6:40"; "called 15 minutes after the blast", "called 50 minutes after it". Whoever
"puts the time at 3:24" gives the hour of what is told with another just before.

Whoever tells a deed of one thing and says that it is not another: "cement, not food" against "food".

Two accounts of how somebody died: strangled or in a fall, by his own hand or by another's.

Two of one person's death rival where both tell a means, or a hand, and share none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.contest import away_words
from rashomon.comparing.disputes.rival import Rivals, by_rule, gap, other_days, overlap, two_counters, two_tellers
from rashomon.comparing.disputes.words import cosine, is_cited, mass, voice
from rashomon.comparing.joining.clause_values import may_be_one
from rashomon.comparing.joining.other_values import how_died, says_otherwise, takes_own_life, two_manners, two_times
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.origins.who_counts import times
from rashomon.comparing.term import is_entity, predicate_class, term
from rashomon.language import listed, word_set
from rashomon.records import Reading, Reason

_SURE = 0.6
_POISONING = word_set("words_of_disputes", "poisoning")
_POISONS = frozenset(map(term, word_set("words_of_disputes", "poison")))
_BY_ANOTHER = frozenset({"attack", "shoot"})
_MANNERS_BESIDE = 2  # sentences of one report


def rival_manners(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of clauses that tell one person's death in two ways; who was "hanging out" was not hanged."""
    held = {(u.report, u.clause.id) for u in units}
    away = {
        (r, w.start) for r in sorted({u.report for u in units}) for w in readings[r].words if w.lemma in away_words()
    }
    told = [
        n
        for n, u in enumerate(units)
        if (u.report, u.clause.content) not in held
        and any(how_died(u))
        and not any((u.report, u.clause.head[1] + room) in away for room in (1, 2))
    ]
    of: dict[str, list[int]] = defaultdict(list)
    for n in told:
        for key in (units[n].report, *sorted(x for x in _dead(units[n]) if is_entity(x))):
            of[key].append(n)
    pairs = {(n, m) for mine in of.values() for i, n in enumerate(mine[:_COMMON]) for m in mine[i + 1 : _COMMON]}
    for n, m in sorted(pairs):
        a, b = units[n], units[m]
        if not two_manners(a, b) or not _one_dead(a, b) or overlap(a, b) or not two_tellers(a, b):
            continue
        if gap(a, b) <= _EPISODE and not other_days(a, b):
            yield Rivals(n, m, _SURE, "cause", Reason("rule", "manner of death"))


def rival_poisons(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that tell with what somebody was poisoned, and not with the same."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        told = u.clause.status in TOLD and not u.clause.negated and u.clause.content is None
        if told and _poisons_of(u):
            for whom in sorted(filter(is_entity, u.objects | u.subjects)):
                of[whom].append(n)
    pairs = {(n, m) for mine in of.values() for i, n in enumerate(mine[:_COMMON]) for m in mine[i + 1 : _COMMON]}
    for n, m in sorted(pairs):
        a, b = units[n], units[m]
        x, y = _poisons_of(a), _poisons_of(b)
        if not x & y and not overlap(a, b) and two_tellers(a, b) and gap(a, b) <= _EPISODE and not other_days(a, b):
            yield Rivals(n, m, _SURE, "identity", by_rule("poison", f"{min(x)} or {min(y)}"))


def _poisons_of(u: Unit) -> frozenset[str]:
    """Give the poisons by which a clause tells that somebody was poisoned or killed."""
    harmed = u.clause.lemma in _POISONING or u.predicate & {term(word) for word in _POISONING}
    return frozenset(x[1:] for x in u.subjects | u.others if x[1:] in _POISONS) if harmed else frozenset()


def _one_dead(a: Unit, b: Unit) -> bool:
    """Whether both tell of one dead: of one name, or right beside each other of one word, or of him and "he"."""
    x, y = _dead(a), _dead(b)
    if any(is_entity(who) for who in x & y):
        return True
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _MANNERS_BESIDE
    return beside and not (a.clause.figures or b.clause.figures) and bool(x & y or not x or not y)


def _dead(u: Unit) -> frozenset[str]:
    """Give whom the clause tells dead, where he is named or called by a word: no pronoun."""
    by_another = any(kind in _BY_ANOTHER for t in u.predicate for kind in predicate_class(t))  # "the guard shot well"
    if takes_own_life(u):
        return frozenset(filter(is_entity, u.subjects))
    took_part = u.objects or (frozenset() if by_another else u.subjects)
    named = {x for x in took_part if is_entity(x)}
    return frozenset(named or took_part)


def told_otherwise(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give each clause that says of something that it is not that, with those that say it is."""
    held = {(u.report, u.clause.id) for u in units}
    told = [
        n
        for n, u in enumerate(units)
        if u.clause.status in TOLD and not u.clause.negated and (u.report, u.clause.content) not in held
    ]
    of: dict[str, list[int]] = defaultdict(list)
    for n in told:
        for part in sorted(units[n].subjects | units[n].objects | units[n].others):
            of[part].append(n)
    for n in told:
        against = {m for part in units[n].denied for m in of.get(part, ())[:_COMMON]}
        for m in sorted(against - {n}):
            rivals = _otherwise(n, units[n], m, units[m])
            if rivals is not None:
                yield rivals


def _otherwise(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    if not says_otherwise(a, b) or overlap(a, b) or not two_tellers(a, b) or gap(a, b) > _EPISODE or other_days(a, b):
        return None
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    pronoun = beside and not (a.subjects and b.subjects)
    cited = is_cited(a) or is_cited(b)  # two reports that both tell it themselves tell of two things
    if not (pronoun or a.subjects & b.subjects or a.objects & b.objects or (cited and a.entities & b.entities)):
        return None
    alike = cosine(a.own, b.own) + (_BESIDE if beside else 0.0)
    if alike < _LEAST:
        return None
    because = Reason("rule", f"not {', '.join(x.lemma for x in a.clause.arguments if x.role == 'denied')}")
    return Rivals(n, m, min(0.9, 0.15 + alike), "actor" if a.denied & b.subjects else "denial", because)


_LEAST = 0.3
_SOME = 4.0
_BESIDE = 0.2
_NEAR = 2  # sentences of one report
_EPISODE = 30
_COMMON = 400


def rival_times(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of times that cannot both be of one deed."""
    held = {(u.report, u.clause.id) for u in units}
    mine = [
        n
        for n, u in enumerate(units)
        if any(not t.of_noun for t in u.times)
        and u.clause.status in TOLD
        and not u.clause.negated
        and (u.report, u.clause.content) not in held
    ]
    at: dict[str, list[int]] = defaultdict(list)
    for n in mine:
        for deed in sorted(_deeds_of(units[n]) | units[n].classes or units[n].subjects):  # "was out for two hours"
            at[deed].append(n)
    timed: dict[str, list[Unit]] = defaultdict(list)
    for u in units:
        if u.times:
            timed[u.report].append(u)
    pairs = {(n, m) for some in at.values() for i, n in enumerate(some[:_COMMON]) for m in some[i + 1 : _COMMON]}
    told = ((n, m, _two_times(n, units[n], m, units[m])) for n, m in pairs)
    found = {
        (n, m): rivals
        for n, m, rivals in told
        if rivals is not None
        and not _tells_both(units[n], units[m], timed[units[n].report])
        and not _tells_both(units[m], units[n], timed[units[m].report])
    }
    for m in mine:
        if times(units[m].clause):
            for n in mine:
                rivals = _put(n, units[n], m, units[m])
                if rivals is not None:
                    found.setdefault((n, m), rivals)
    yield from (found[pair] for pair in sorted(found))


def _two_times(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    if gap(a, b) > _EPISODE or overlap(a, b) or other_days(a, b) or not (two_counters(a, b) and two_times(a, b)):
        return None
    if a.report != b.report and (_with_others(a, b) or _by_two(a, b)):
        return None
    if not (a.speaker or b.speaker or a.predicate & b.predicate):  # "got the goal", "returned it for a goal"
        return None
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    if beside and b.clause.content is not None and a.predicate & b.core_predicate and _is_by_pronoun(b):
        return _rivals(n, a, m, b, _LEAST)
    pronoun = beside and bool(a.predicate & b.predicate) and not (b.subjects or b.objects)
    if not (pronoun or a.subjects & b.subjects or a.objects & b.objects or a.entities & b.entities):
        return None
    alike = cosine(a.own, b.own) + (_BESIDE if beside else 0.0)
    if alike < _LEAST or (not beside and mass(a.own & b.own) < _SOME):
        return None
    return _rivals(n, a, m, b, alike)


def _deeds_of(u: Unit) -> frozenset[str]:
    """What is done in a clause, or in what it only says: "said that it had lasted an hour"."""
    return u.predicate | u.core_predicate


def _is_by_pronoun(b: Unit) -> bool:
    """Whether what a clause only says is told of nobody but "it" or "they"."""
    return all(x.removeprefix("~") in _units_of_time() for _, x in b.core_frames)


def _tells_both(a: Unit, b: Unit, of_report: Sequence[Unit]) -> bool:
    """Whether whoever tells `a` tells the value of `b` too, of the same deed and people: then these are two deeds."""
    if a.report == b.report:
        return False
    deed, who = a.predicate & b.predicate, a.subjects | a.objects | a.entities
    return any(
        c is not a and voice(c) == voice(a) and deed & c.terms and who & (c.subjects | c.objects | c.entities)
        for c in of_report
        if any(may_be_one(x, y) for x in c.times for y in b.times)
        and not any(may_be_one(x, y) for x in c.times for y in a.times)
    )


def _by_two(a: Unit, b: Unit) -> bool:
    """Whether both name who did it, and not the same: two deeds of a kind."""
    return (
        bool(a.subjects and b.subjects) and not a.subjects & b.subjects and all(map(is_entity, a.subjects | b.subjects))
    )


def _with_others(a: Unit, b: Unit) -> bool:
    """Whether both tell with whom, for whom or where, and not alike: "worked at the mill", "worked for the police"."""
    x, y = (frozenset(o for o in u.others if o[:1] != "~" or o[1:] not in _units_of_time()) for u in (a, b))
    if not x or not y or x & y or a.objects & b.objects:
        return False
    one, other = (frozenset(k for o in who for k in predicate_class(o.removeprefix("~"))) for who in (x, y))
    return not one & other


@cache
def _units_of_time() -> frozenset[str]:
    return frozenset(map(term, listed("time_words", "unit")))


def _put(n: int, a: Unit, m: int, b: Unit) -> Rivals | None:
    """Whether `b` puts the time of what `a` tells right before it at another hour."""
    if a.report != b.report or not 0 <= b.clause.sentence - a.clause.sentence <= _NEAR or a.span[0] >= b.span[0]:
        return None
    return _rivals(n, a, m, b, _LEAST) if two_times(a, b) and not overlap(a, b) and two_counters(a, b) else None


def _rivals(n: int, a: Unit, m: int, b: Unit, alike: float) -> Rivals:
    because = Reason("rule", f"time of {a.clause.lemma}")
    return Rivals(n, m, min(0.9, 0.15 + alike), "time", because)
