"""Two clauses that give one slot two values: how many, when, who did it, whether; and demands that are refused.

Both must tell one deed of one party at one time, in two voices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.disputes.accounts import is_cleft
from rashomon.comparing.disputes.answers import answers
from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.counts import rival_counts
from rashomon.comparing.disputes.crossed import crossed
from rashomon.comparing.disputes.informed import told_or_not
from rashomon.comparing.disputes.only_one import rival_ages, rival_firsts, rival_whereabouts, rival_winners
from rashomon.comparing.disputes.opposed import opposed
from rashomon.comparing.disputes.plans import changed_plans
from rashomon.comparing.disputes.put_beside import numbers_beside
from rashomon.comparing.disputes.put_right import put_right
from rashomon.comparing.disputes.rival import Rivals, by_rule, gap, of_one_time, other_days, overlap, two_tellers
from rashomon.comparing.disputes.rival_deeds import (
    alibis,
    each_other,
    rival_causes,
    rival_outcomes,
    rival_targets,
)
from rashomon.comparing.disputes.rival_values import rival_manners, rival_poisons, rival_times, told_otherwise
from rashomon.comparing.disputes.said_beside import answered_in_kind
from rashomon.comparing.disputes.second_accounts import second_accounts
from rashomon.comparing.disputes.states import rival_states, state_words
from rashomon.comparing.disputes.two_matters import only_ahead, people, two_numbers
from rashomon.comparing.disputes.words import cosine, mass, voice
from rashomon.comparing.joining.contraries import opposites
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.joining.vetoes import arms, blows, sides, two_doers
from rashomon.comparing.term import is_entity, predicate_class, rarity, term
from rashomon.language import lexicon, listed
from rashomon.records import Reading, Reason

_LEAST_DOER = 0.3
_LEAST_OPPOSITE = 0.4
_LEAST_DEMAND = 0.3
_ASKED = 3.0
_DAYS = 2
_EPISODE = 30
_RARE = 2.0
_TOLD_OF = 0.5
_COMMON = 400
_AIMS = frozenset({"adverbial", "complement", "participle"})
_AGREED = frozenset({"cease", "agree"})
_NONE = frozenset[str]()
_OF_MANY = frozenset({"clash", "order", "pay"})
_PARTIES = 3  # names that two errands share
_CLEFT = ("relative", "complement")


def rivals(units: Sequence[Unit], contests: Sequence[Contest], readings: Mapping[str, Reading]) -> tuple[Rivals, ...]:
    """Give the rivals among `units`, those of each rule in their order."""
    plain, units = units, _as_clefts_tell(units, readings)
    return (
        *rival_counts(units),
        *numbers_beside(units, readings),
        *rival_times(units),
        *told_otherwise(units),
        *rival_manners(units, readings),
        *rival_poisons(units),
        *_doers(units),
        *second_accounts(plain, readings),
        *rival_causes(units),
        *each_other(units),
        *rival_winners(units, readings),
        *rival_whereabouts(units),
        *rival_ages(units),
        *rival_firsts(units, readings),
        *alibis(units),
        *told_or_not(units),
        *rival_targets(units),
        *rival_outcomes(units),
        *put_right(units, readings),
        *changed_plans(units),
        *_breakers(units),
        *_opposites(units),
        *rival_states(units, readings),
        *opposed(plain, readings),
        *crossed(plain, readings),
        *_aims(units),
        *_demands(units, contests),
        *_blames(units, contests),
        *answers(units, contests, readings),
        *answered_in_kind(units, readings),
    )


def _as_clefts_tell(units: Sequence[Unit], readings: Mapping[str, Reading]) -> list[Unit]:
    """The units, those that say who it was with what stands behind: "it was soldiers who broke the truce"."""
    number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
    found = list(units)
    for n, u in enumerate(units):
        if not is_cleft(u.clause) or len(u.others) != 1:
            continue
        behind = (c for c in readings[u.report].clauses if c.within == u.clause.id and c.link in _CLEFT)
        told = next((units[number[u.report, c.id]] for c in behind if (u.report, c.id) in number), None)
        if told is not None and told.clause.start > u.clause.head[0]:
            clause = replace(u.clause, lemma=told.clause.lemma, predicate=told.clause.predicate)
            deed = replace(u, clause=clause, objects=told.objects, predicate=told.predicate, classes=told.classes)
            deed = replace(deed, deeds=told.deeds, others=told.others, places=told.places, own=u.own | told.own)
            found[n] = replace(deed, subjects=told.subjects or u.others)
    return found


def _doers(units: Sequence[Unit]) -> Iterator[Rivals]:
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if u.clause.status in TOLD and not u.clause.negated and u.clause.link in FULL_LINKS and _doers_of(u):
            for deed in sorted((u.classes | blows(u)) & _rival_kinds()):
                for whom in sorted(u.objects):
                    if is_entity(whom) or rarity(whom.removeprefix("~")) >= _TOLD_OF:
                        at[deed, whom].append(n)
    seen: set[tuple[int, int]] = set()
    for (_, whom), mine in sorted(at.items()):
        rare = is_entity(whom) or rarity(whom.removeprefix("~")) >= _RARE
        for i, n in enumerate(mine[:_COMMON]):
            for m in mine[i + 1 : _COMMON]:
                a, b = units[n], units[m]
                if (n, m) in seen or not (rare or two_doers(a, b)) or two_numbers(a, b):
                    continue
                seen.add((n, m))
                x, y = _doers_of(a), _doers_of(b)
                each_other = bool({voice(a)} & y or {voice(b)} & x)
                who = a.subjects | b.subjects
                mixed = any(map(is_entity, who)) and not all(map(is_entity, who))  # a name and a role may be one
                if not each_other and (mixed or not _are_told_apart(a, b)):
                    continue
                if sides(x) & sides(y) or x & y or a.entities & y or b.entities & x or not a.predicate & b.predicate:
                    continue
                if overlap(a, b) or gap(a, b) > _DAYS or other_days(a, b) or not two_tellers(a, b):
                    continue
                alike = cosine(a.own - x, b.own - y)
                if alike < (_LEAST_DOER if each_other else 1.6 * _LEAST_DOER) or not (voice(a) or voice(b)):
                    continue
                because = Reason("rule", f"doer of {', '.join(sorted(a.predicate & b.predicate))}")
                yield Rivals(n, m, min(0.9, 0.1 + 0.5 * alike + 0.25 * each_other), "actor", because)


def _are_told_apart(a: Unit, b: Unit) -> bool:
    """Whether two name two who did one deed: by name of one whom it befell, or of two sides.

    Many may pay, offer or fight: two names tell two deeds. Of "officers" and "investigators" the one may be the other.
    """
    if (a.classes & b.classes) <= _OF_MANY:
        return False
    if any(map(is_entity, a.subjects | b.subjects)):
        return any(map(is_entity, a.objects & b.objects))
    return bool(sides(_doers_of(a)) and sides(_doers_of(b)))


def _breakers(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Who broke an agreement: "the rebels broke the truce", "the army violated the cease-fire"."""
    mine = [
        n
        for n, u in enumerate(units)
        if u.clause.status in TOLD
        and not u.clause.negated
        and u.clause.link in FULL_LINKS
        and "violate" in predicate_class(term(u.clause.lemma))
        and any(_is_agreement(x[1:], u) for x in u.objects if x[0] == "~")
    ]
    for i, n in enumerate(mine[:_COMMON]):
        for m in mine[i + 1 : _COMMON]:
            a, b = units[n], units[m]
            x, y = _doers_of(a), _doers_of(b)
            if not x or not y or x & y or sides(x) & sides(y) or len(set(map(is_entity, x | y))) > 1:
                continue  # a name and a role may be one
            if two_tellers(a, b) and not overlap(a, b) and gap(a, b) <= _DAYS and not other_days(a, b):
                yield Rivals(n, m, 0.5, "actor", Reason("rule", "breaker of an agreement"))


def _is_agreement(noun: str, u: Unit) -> bool:
    """Whether a noun that is broken is a truce or a pact; of a "cease-fire" the parse has the fire."""
    return bool(predicate_class(noun) & _AGREED) or (
        noun == "fire" and any("cease" in predicate_class(t) for t in u.own)
    )


def _opposites(units: Sequence[Unit]) -> Iterator[Rivals]:
    at: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if u.clause.status in TOLD and u.clause.link in FULL_LINKS and u.clause.content is None:
            for t in sorted((u.predicate | {x[1:] for x in u.others if x[0] == "~"}) & opposites().keys()):
                at[t].append(n)
    for t in sorted(at):
        for against in sorted(opposites()[t]):
            if (
                against < t
                or {t, against} in _in_turn()
                or state_words().get(t, _NONE) & state_words().get(against, _NONE)
            ):
                continue
            for n in at[t][:_COMMON]:
                for m in at.get(against, ())[:_COMMON]:
                    a, b = units[n], units[m]
                    if a.clause.negated != b.clause.negated or overlap(a, b) or not two_tellers(a, b):
                        continue
                    if not (of_one_time(a, b) and _of_one_matter(a, b)):
                        continue
                    if not (a.subjects & b.subjects or a.objects & b.objects) or gap(a, b) > _DAYS:
                        continue
                    if t in b.terms or against in a.terms:  # "was sick, and is well": first the one, then the other
                        continue
                    alike = cosine(a.own - {t}, b.own - {against})
                    if alike >= _LEAST_OPPOSITE and not other_days(a, b):
                        yield Rivals(n, m, min(0.8, alike), "status", by_rule("opposite", f"{t} or {against}"))


def _of_one_matter(a: Unit, b: Unit) -> bool:
    """Whether both are told as so of the same: who did it, where both tell, and to whom, where both tell."""
    if only_ahead(a) or only_ahead(b) or a.clause.wording is None or b.clause.wording is None:
        return False
    both = ((a.subjects, b.subjects), (a.objects, b.objects))
    shared = a.subjects & b.subjects | a.objects & b.objects
    if a.report != b.report and shared and shared <= people():  # "a farmer was held", "a farmer was released"
        return False
    return all(not x or not y or x & y for x, y in both)


def _aims(units: Sequence[Unit]) -> Iterator[Rivals]:
    """One errand with two aims: "sent an envoy to ask for mediation", "sent an envoy to warn"."""
    at: dict[str, list[tuple[int, int]]] = defaultdict(list)
    around: list[int] = []
    for m, inner in enumerate(units):  # in the order of the text: what holds a clause stands before it
        around = [n for n in around if units[n].report == inner.report and units[n].span[1] > inner.span[0]]
        aims = inner.clause.status == "planned" and inner.clause.link in _AIMS
        for n in around if aims else ():
            if units[n].span[1] >= inner.span[1]:
                at[term(units[n].clause.lemma)].append((n, m))
        c = inner.clause
        if c.status in TOLD and not c.negated and c.lemma in errands():
            around.append(m)
    for key in sorted(at):
        mine = at[key][:_COMMON]
        for i, (n, aim) in enumerate(mine):
            for m, other in mine[i + 1 :]:
                a, b, x, y = units[n], units[m], units[aim], units[other]
                if overlap(a, b) or not two_tellers(a, b) or gap(a, b) > _DAYS or other_days(a, b):
                    continue
                if x.predicate & y.predicate or not a.objects & b.objects or len(a.entities & b.entities) < _PARTIES:
                    continue
                yield Rivals(
                    n, m, 0.5, "purpose", Reason("rule", f"aim of {a.clause.lemma}")
                )  # who tells the errand tells its aim


def _demands(units: Sequence[Unit], contests: Sequence[Contest]) -> Iterator[Rivals]:
    asked = {c.unit for c in contests if c.cue == "demands"}
    asks = {(units[n].report, units[n].clause.id): n for n in asked}
    undesired = {(u.report, u.clause.within) for u in units if u.clause.negated and u.clause.status == "demanded"}
    refusals = {n for c in contests if c.cue == "refuses" for n in (c.unit, *c.inside)}
    demanded = [
        n for n, u in enumerate(units) if u.clause.form == "clause" and (u.clause.status == "demanded" or n in asked)
    ]
    for c in contests:
        if c.cue != "refuses":
            continue
        a = units[c.unit]
        inner = next((units[n].own for n in sorted(c.inside) if units[n].clause.form == "clause"), c.content)
        refused = inner - c.denier
        for n in demanded:
            b = units[n]
            if n in refusals or overlap(a, b) or gap(a, b) > _EPISODE or (voice(b) and voice(b) in c.denier):
                continue
            if b.clause.negated or (b.report, b.clause.id) in undesired:
                continue  # "urged him not to close it": who refuses to close it does as he is asked
            alike = cosine(refused, b.own)
            if alike >= _LEAST_DEMAND and mass(refused & b.own) >= _ASKED:
                whole = asks.get((b.report, b.clause.within or ""), n)  # "called on him to end it", not "to end it"
                yield Rivals(c.unit, whole, min(0.8, 0.1 + alike), "stance", Reason("rule", "demand refused"))


def _blames(units: Sequence[Unit], contests: Sequence[Contest]) -> Iterator[Rivals]:
    blames = [c for c in contests if c.cue == "blames"]
    blaming: dict[str, set[int]] = defaultdict(set)
    blamed: dict[str, set[int]] = defaultdict(set)
    for i, c in enumerate(blames):
        for who in c.denier:
            blaming[who].add(i)
        for whom in units[c.unit].objects:
            blamed[whom].add(i)
    for i, c in enumerate(blames):
        a = units[c.unit]
        back = set().union(*(blamed[who] for who in c.denier), *(blaming[whom] for whom in a.objects))
        for d in (blames[j] for j in sorted(back) if j > i):
            b = units[d.unit]
            if overlap(a, b) or c.denier & d.denier or not c.denier or not d.denier or gap(a, b) > _DAYS:
                continue
            alike = cosine(c.content, d.content)
            if alike >= _LEAST_DEMAND and not a.objects & b.objects:
                yield Rivals(c.unit, d.unit, min(0.8, 0.2 + alike), "actor", Reason("rule", "blame each other"))


def _doers_of(u: Unit) -> frozenset[str]:
    """Who did it, where that is somebody: no pronoun and no weapon."""
    return frozenset(s for s in u.subjects if is_entity(s) or (s in people() and s not in arms()))


@cache
def errands() -> frozenset[str]:
    """Give the verbs of sending and going."""
    return listed("errand_verbs")


@cache
def _in_turn() -> frozenset[frozenset[str]]:
    """Deeds of which the one undoes the other: both are often told, and there is no dispute."""
    rows = [(term(row[0]), row[1].split(",")) for row in lexicon("opposites") if row[2:]]
    return frozenset(frozenset({one, term(other)}) for one, others in rows for other in others)


@cache
def _rival_kinds() -> frozenset[str]:
    return listed("grave_kinds", "rival")
