"""Two clauses that give one slot two values: how many, who did it, whether; and demands that are refused.

Both must tell one deed of one party at one time, in two voices. Intervals that meet ("at least 20" and 24) are no
rivals, nor is a count that rises from one day to the next, or a part and its whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.contests import Contest
from rashomon.comparing.disputes.words import cosine, is_entity, mass, told, voice
from rashomon.comparing.intervals import disjoint
from rashomon.comparing.joining.never import opposites, sides, two_doers
from rashomon.comparing.joining.predicate_class import predicate_class
from rashomon.comparing.joining.rarity import rarity
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.lexicons import lexicon
from rashomon.records import ConflictKind, Figure

_TOLD = frozenset({"asserted", "hedged"})
_LEAST_FIGURE = 0.22
_LEAST_NONE = 0.3
_LEAST_UNKIND = 0.4
_LEAST_DOER = 0.3
_LEAST_OPPOSITE = 0.4
_LEAST_DEMAND = 0.3
_ASKED = 3.0
_DAYS = 2
_EPISODE = 30
_FURTHEST = 8
_NEAREST = 1.1
_MUCH = 10.0
_SOME = 4.0
_BESIDE = 0.3
_THIN = 10.0
_RARE = 2.0
_TOLD_OF = 0.5
_COMMON = 400
_FULL = frozenset({"main", "complement", "joined"})
_AIMS = frozenset({"adverbial", "complement", "participle"})
_AGREED = frozenset({"cease", "agree"})
_PARTIES = 3  # names that two errands share
_HARM = "harm"
_HARMED = frozenset({"casualty", "hurt", "dead"})
_HARMS = ({"casualty", "hurt"},)


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two units that cannot both hold: how surely, of what kind, by which rule; `overtaken` where time explains it."""

    one: int
    other: int
    probability: float
    kind: ConflictKind
    because: str
    overtaken: bool = False


def rivals(units: Sequence[Unit], contests: Sequence[Contest]) -> tuple[Rivals, ...]:
    """Give the rivals among `units`, those of each rule in their order."""
    return (
        *_figures(units),
        *_doers(units),
        *_breakers(units),
        *_opposites(units),
        *_aims(units),
        *_demands(units, contests),
        *_blames(units, contests),
    )


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
    """Whether two figures may count the same: one fate, and one kind of people or things."""
    if f.part or g.part or not (f.fate == g.fate or {f.fate, g.fate} in _HARMS):
        return False
    if f.counts == g.counts:
        return True
    general = (f.counts in general_counts(), g.counts in general_counts())
    if general == (False, True):
        return term(f.counts) in b.around
    if general == (True, False):
        return term(g.counts) in a.around
    if f.fate and 0 in (f.high, g.high):  # none of them, and some called otherwise
        return _may_be_of(f.counts, g.counts) or (
            {f.counts, g.counts} <= _people() and (term(f.counts) in b.around or term(g.counts) in a.around)
        )
    return bool(f.fate) and general == (True, True)


def _may_be_of(one: str, other: str) -> bool:
    """Whether one counts a nation's people, and the other people of no nation: "no Serbs", "two members"."""
    return (one in _nations()) != (other in _nations()) and (one in _people() or other in _people())


def context(f: Figure, u: Unit) -> frozenset[str]:
    """What the sentence of a figure speaks of beside what is counted."""
    return u.around - {term(f.counts)} - _fates()


def _figures(units: Sequence[Unit]) -> Iterator[Rivals]:
    by_fate: dict[str, list[tuple[int, Figure]]] = defaultdict(list)  # harm of any kind together
    for n, f in figures_of(units):
        if units[n].clause.status in (*_TOLD, "hypothetical") and not f.part:
            by_fate[_HARM if f.fate in _HARMED else f.fate or f.counts].append((n, f))
    for key in sorted(by_fate):
        mine = by_fate[key][:_COMMON]
        for i, (n, f) in enumerate(mine):
            for m, g in mine[i + 1 :]:
                a, b = units[n], units[m]
                if disjoint(f, g) and counted_alike(f, g, a, b) and _two_tellers(a, b) and not _overlap(a, b):
                    found = _two_counts(n, f, a, m, g, b)
                    if found is not None:
                        yield found


def _two_counts(n: int, f: Figure, a: Unit, m: int, g: Figure, b: Unit) -> Rivals | None:
    none = 0 in (f.high, g.high)
    gap = _gap(a, b)
    x, y = context(f, a), context(g, b)
    if f.fate and f.fate == g.fate and max(mass(x), mass(y)) < _THIN:  # "12 people were killed": what of stands beside
        x, y = x | (a.beside - _fates()), y | (b.beside - _fates())
    alike = max(cosine(x, y), cosine(a.own, b.own) * 0.8 if mass(a.own & b.own) >= _MUCH else 0.0)
    beside = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= 1 and f.counts == g.counts
    if beside and a.speaker and b.speaker and (f.fate or f.counts not in general_counts()):
        alike += _BESIDE
    low, high = sorted((f.value, g.value))
    unkind = f.counts in general_counts() and not f.fate
    if alike < (_LEAST_UNKIND if unkind else _LEAST_NONE if none else _LEAST_FIGURE) or _other_days(a, b):
        return None
    if not beside and mass(x & y) < _SOME:
        return None
    if not none and not beside and (high > _FURTHEST * low or high < _NEAREST * low):
        return None
    later = none and gap > 0 and (f.high == 0) == ((a.published or 0) < (b.published or 0))
    if gap > _DAYS and not (later and gap <= _EPISODE):
        return None
    told_of = f.fate or f.counts
    because = f"rule:figure {f.value:g} or {g.value:g} {told_of}"
    return Rivals(n, m, min(0.9, 0.15 + alike), "number", because, later)


def _doers(units: Sequence[Unit]) -> Iterator[Rivals]:
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if u.clause.status in _TOLD and not u.clause.negated and u.clause.link in _FULL and _doers_of(u):
            for deed in sorted(u.classes & _rival_kinds()):
                for whom in sorted(u.objects):
                    if is_entity(whom) or rarity(whom.removeprefix("~")) >= _TOLD_OF:
                        at[deed, whom].append(n)
    seen: set[tuple[int, int]] = set()
    for (_, whom), mine in sorted(at.items()):
        rare = is_entity(whom) or rarity(whom.removeprefix("~")) >= _RARE
        for i, n in enumerate(mine[:_COMMON]):
            for m in mine[i + 1 : _COMMON]:
                a, b = units[n], units[m]
                if (n, m) in seen or not (rare or two_doers(a, b)):
                    continue
                seen.add((n, m))
                x, y = _doers_of(a), _doers_of(b)
                each_other = bool({voice(a)} & y or {voice(b)} & x)
                if not each_other and any(map(is_entity, x | y)) and not all(map(is_entity, x | y)):
                    continue  # a name and a role may be one
                if sides(x) & sides(y) or x & y or a.entities & y or b.entities & x or not a.predicate & b.predicate:
                    continue
                if _overlap(a, b) or _gap(a, b) > _DAYS or _other_days(a, b) or not _two_tellers(a, b):
                    continue
                alike = cosine(a.own - x, b.own - y)
                if alike < (_LEAST_DOER if each_other else 1.6 * _LEAST_DOER) or not (voice(a) or voice(b)):
                    continue
                because = f"rule:doer of {', '.join(sorted(a.predicate & b.predicate))}"
                yield Rivals(n, m, min(0.9, 0.1 + 0.5 * alike + 0.25 * each_other), "actor", because)


def _breakers(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Who broke an agreement: "the rebels broke the truce", "the army violated the cease-fire"."""
    mine = [
        n
        for n, u in enumerate(units)
        if u.clause.status in _TOLD
        and not u.clause.negated
        and u.clause.link in _FULL
        and "violate" in predicate_class(term(u.clause.lemma))
        and any(_is_agreement(x[1:], u) for x in u.objects if x[0] == "~")
    ]
    for i, n in enumerate(mine[:_COMMON]):
        for m in mine[i + 1 : _COMMON]:
            a, b = units[n], units[m]
            x, y = _doers_of(a), _doers_of(b)
            if not x or not y or x & y or sides(x) & sides(y) or not all(map(is_entity, x | y)):
                continue
            if _two_tellers(a, b) and not _overlap(a, b) and _gap(a, b) <= _DAYS and not _other_days(a, b):
                yield Rivals(n, m, 0.5, "actor", "rule:breaker of an agreement")


def _is_agreement(noun: str, u: Unit) -> bool:
    """Whether a noun that is broken is a truce or a pact; of a "cease-fire" the parse has the fire."""
    return bool(predicate_class(noun) & _AGREED) or (noun == "fire" and any("cease" in predicate_class(t) for t in u.own))


def _opposites(units: Sequence[Unit]) -> Iterator[Rivals]:
    at: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if u.clause.status in _TOLD and u.clause.link in _FULL and u.clause.content is None:
            for t in sorted((u.predicate | {x[1:] for x in u.others if x[0] == "~"}) & opposites().keys()):
                at[t].append(n)
    for t in sorted(at):
        for against in sorted(opposites()[t]):
            if against < t or {t, against} in _in_turn():
                continue
            for n in at[t][:_COMMON]:
                for m in at.get(against, ())[:_COMMON]:
                    a, b = units[n], units[m]
                    if a.clause.negated != b.clause.negated or _overlap(a, b) or not _two_tellers(a, b):
                        continue
                    if not (a.subjects & b.subjects or a.objects & b.objects) or _gap(a, b) > _DAYS:
                        continue
                    if t in b.terms or against in a.terms:  # "was sick, and is well": first the one, then the other
                        continue
                    alike = cosine(a.own - {t}, b.own - {against})
                    if alike >= _LEAST_OPPOSITE and not _other_days(a, b):
                        yield Rivals(n, m, min(0.8, alike), "status", f"rule:opposite {t} or {against}")


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
        if c.status in _TOLD and not c.negated and c.lemma in errands():
            around.append(m)
    for key in sorted(at):
        mine = at[key][:_COMMON]
        for i, (n, aim) in enumerate(mine):
            for m, other in mine[i + 1 :]:
                a, b, x, y = units[n], units[m], units[aim], units[other]
                if _overlap(a, b) or not _two_tellers(a, b) or _gap(a, b) > _DAYS or _other_days(a, b):
                    continue
                if x.predicate & y.predicate or not a.objects & b.objects or len(a.entities & b.entities) < _PARTIES:
                    continue
                yield Rivals(
                    n, m, 0.5, "purpose", f"rule:aim of {a.clause.lemma}"
                )  # who tells the errand tells its aim


def _demands(units: Sequence[Unit], contests: Sequence[Contest]) -> Iterator[Rivals]:
    asked = {c.unit for c in contests if c.cue == "demands"}
    asks = {(units[n].report, units[n].clause.id): n for n in asked}
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
            if n in c.inside or _overlap(a, b) or _gap(a, b) > _EPISODE or (voice(b) and voice(b) in c.denier):
                continue
            alike = cosine(refused, b.own)
            if alike >= _LEAST_DEMAND and mass(refused & b.own) >= _ASKED:
                whole = asks.get((b.report, b.clause.within or ""), n)  # "called on him to end it", not "to end it"
                yield Rivals(c.unit, whole, min(0.8, 0.1 + alike), "stance", "rule:demand refused")


def _blames(units: Sequence[Unit], contests: Sequence[Contest]) -> Iterator[Rivals]:
    blames = [c for c in contests if c.cue == "blames"]
    for i, c in enumerate(blames):
        for d in blames[i + 1 :]:
            a, b = units[c.unit], units[d.unit]
            if _overlap(a, b) or c.denier & d.denier or not c.denier or not d.denier or _gap(a, b) > _DAYS:
                continue
            each_other = bool(c.denier & b.objects or d.denier & a.objects)
            alike = cosine(c.content, d.content)
            if each_other and alike >= _LEAST_DEMAND and not a.objects & b.objects:
                yield Rivals(c.unit, d.unit, min(0.8, 0.2 + alike), "actor", "rule:blame each other")


def _doers_of(u: Unit) -> frozenset[str]:
    """Who did it, where that is somebody: no pronoun and no weapon."""
    return frozenset(s for s in u.subjects if is_entity(s) or (rarity(s.removeprefix("~")) >= 1.0 and s not in _arms()))


def _two_tellers(a: Unit, b: Unit) -> bool:
    if a.speaker and b.speaker:
        return voice(a) != voice(b)
    return a.report != b.report


def _gap(a: Unit, b: Unit) -> int:
    return abs(a.published - b.published) if a.published and b.published else 0


def _other_days(a: Unit, b: Unit) -> bool:
    return bool(a.days and b.days and (a.days[1] < b.days[0] or b.days[1] < a.days[0]))


def _overlap(a: Unit, b: Unit) -> bool:
    return a.report == b.report and a.span[0] < b.span[1] and b.span[0] < a.span[1]


@cache
def errands() -> frozenset[str]:
    """Give the verbs of sending and going."""
    return frozenset(row[0] for row in lexicon("errand_verbs"))


@cache
def general_counts(kind: str = "general") -> frozenset[str]:
    """Give the lemmas that count without saying what kind of thing ("person"), or that measure."""
    return frozenset(lemma for lemma, told in lexicon("general_counts") if told == kind)


@cache
def _in_turn() -> frozenset[frozenset[str]]:
    """Deeds of which the one undoes the other: both are often told, and there is no dispute."""
    rows = [(term(row[0]), row[1].split(",")) for row in lexicon("opposites") if row[2:]]
    return frozenset(frozenset({one, term(other)}) for one, others in rows for other in others)


@cache
def _rival_kinds() -> frozenset[str]:
    return frozenset(kind for kind, told in lexicon("grave_kinds") if told == "rival")


@cache
def _fates() -> frozenset[str]:
    return frozenset(term(row[0]) for row in lexicon("fates"))


@cache
def _nations() -> frozenset[str]:
    return frozenset(word for row in lexicon("countries") for word in row[1].lower().split("|") if word)


@cache
def _people() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("people_nouns")) | {"person"}


@cache
def _arms() -> frozenset[str]:
    return frozenset(f"~{term(row[0])}" for name in ("weapons", "instruments") for row in lexicon(name))
