"""What two say right beside each other in one report, where the second answers the first and gives another value.

"Residents accuse the mill of dumping acid; the mill says it has never dumped acid"; "the shots came from the crowd",
"they came from the roof"; "the army said it had captured Orsa; the rebels said the town was in their hands"; "the
school would close", "it would stay open"; "died of fever", "his parents blame an injection". Both are cited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache

from rashomon.comparing.disputes.accounts import pronouns
from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.rival import Rivals, by_rule, other_days, overlap
from rashomon.comparing.disputes.rival_deeds import HITS, hits, things
from rashomon.comparing.disputes.two_matters import people
from rashomon.comparing.disputes.words import bare, called, is_cited, told, voice
from rashomon.comparing.joining.contraries import opposites
from rashomon.comparing.joining.other_values import LAYS, how_died
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import classes_of, is_entity, term
from rashomon.language import word_set
from rashomon.records import Clause, ConflictKind, Reading

_SURE = 0.6
_NEAR = 2  # sentences
_THE = 4  # characters of "the "
_ONE_SLOT = word_set("words_of_disputes", "one_slot")
_TAKES = word_set("words_of_disputes", "takes_a_place")
_HOLDS = word_set("words_of_disputes", "holds_a_place")
_HANDS = word_set("words_of_disputes", "hands")
_STAYS = word_set("words_of_contests", "being")
_AHEAD = "planned"
_IS = word_set("words_of_disputes", "none_of")
_THERE = frozenset({"there"})


def answers(units: Sequence[Unit], contests: Sequence[Contest], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give what somebody says with what another answers right behind it."""
    yield from _answered_charges(units, contests)
    yield from _there_was_none(units, readings)
    cited: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if (
            u.clause.form == "clause"
            and not u.clause.negated
            and not u.asks
            and (is_cited(u) or u.clause.lemma in LAYS)
        ):
            cited[u.report, u.clause.sentence].append(n)
    persons = {(r, m.id) for r in readings for m in readings[r].mentions if m.kind == "person"}
    for (report, sentence), mine in sorted(cited.items()):
        for m in mine:
            for n in (x for d in range(_NEAR, -1, -1) for x in cited.get((report, sentence - d), ()) if x < m):
                a, b = units[n], units[m]
                if overlap(a, b) or _who(a) & _who(b) or other_days(a, b) or _is_done_to(persons, a):
                    continue
                for name, kind, differ in _WAYS:
                    if differ(a, b):
                        yield Rivals(n, m, _SURE, kind, by_rule(name, f"{a.clause.lemma} or {b.clause.lemma}"))
                        break


def _is_done_to(persons: Set[tuple[str, str]], u: Unit) -> bool:
    """Whether a clause tells what was done to a person: who was captured is no place that another holds."""
    return any(a.role == "object" and (u.report, a.mention or "") in persons for a in u.clause.arguments)


@once
def _who(u: Unit) -> frozenset[str]:
    """By what whoever says it is known: his key, the last word of it, or who lays it to a cause."""
    return called(u) | {voice(u)} if u.speaker else bare(u.subjects)


def _answered_charges(units: Sequence[Unit], contests: Sequence[Contest]) -> Iterator[Rivals]:
    """Give what somebody says that he did not do with what he is accused of in its words, right before it."""
    blames: dict[str, list[Contest]] = defaultdict(list)
    for c in contests:
        if c.cue == "blames":
            blames[units[c.unit].report].append(c)
    for c in contests:
        b = units[c.unit]
        for d in blames[b.report] if c.cue == "negated" and is_cited(b) else ():
            a = units[d.unit]
            near = 0 <= b.clause.sentence - a.clause.sentence <= _NEAR and d.unit < c.unit
            if not near or overlap(a, b) or d.denier & _who(b) or not (b.predicate | bare(b.objects)) <= told(a):
                continue
            if _who(b) & bare(a.objects) or b.subjects & a.objects:
                yield Rivals(c.unit, d.unit, _SURE, "denial", by_rule("answered", f"{b.clause.lemma}, not"))


def _there_was_none(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give what somebody says that there was none of with what tells, right before it, of such a thing."""
    mine: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        mine[u.report].append(n)
    for report in sorted(mine):
        unit_of = {units[n].clause.id: n for n in mine[report]}
        holder = {c.content: c.id for c in readings[report].clauses if c.content is not None}
        for c in readings[report].clauses:
            m = unit_of.get(c.id, unit_of.get(holder.get(c.id, "")))
            what = _none_of(c)
            if m is None or not what:
                continue
            b = units[m]
            for n in mine[report]:
                a = units[n]
                before = 0 <= c.sentence - a.clause.sentence <= _NEAR and a.span[1] <= b.span[0]
                if before and _tells_of(a, what) and not _who(a) & _who(b):
                    yield Rivals(m, n, _SURE, "denial", by_rule("none-such", what))
                    break


def _none_of(c: Clause) -> str:
    """Of what a clause says, with nothing more, that there was none."""
    parts = [a for a in c.arguments if a.lemma not in _THERE]
    there = c.lemma in _IS and c.negated and c.form == "clause" and c.status in TOLD and len(parts) == 1
    return term(parts[0].lemma) if there and parts[0].start > c.head[0] else ""


def _tells_of(a: Unit, what: str) -> bool:
    """Whether somebody who is cited tells, as so, that something was done, or with what."""
    told_so = _is_so(a) and is_cited(a) and not a.clause.negated and a.clause.lemma not in _STAYS
    return told_so and what in bare(a.objects | a.others) | a.predicate


def _one(a: Unit, b: Unit) -> bool:
    """Whether both tell of one: by name or word, or by a pronoun alone in the second."""
    shared = a.subjects & b.subjects
    alone = b.subjects <= {voice(b)} and any(x.role == "subject" and x.lemma in pronouns() for x in b.clause.arguments)
    return bool(shared) or (alone and bool(a.subjects))


def _is_so(u: Unit) -> bool:
    return u.clause.status in TOLD and u.clause.link in FULL_LINKS and u.clause.content is None


def _fill_one_slot(a: Unit, b: Unit) -> bool:
    """Whether one verb, of which there is one at a time, has two: "carried weapons", "came from the roof"."""
    if a.clause.lemma != b.clause.lemma or a.clause.lemma not in _ONE_SLOT or not (_is_so(a) and _is_so(b)):
        return False
    x, y = (bare(u.objects or u.others) for u in (a, b))
    apart = bool(x and y) and not x & told(b) and not y & told(a) and not (a.clause.figures or b.clause.figures)
    return apart and _one(a, b) and _is_the_one(b) and not any(map(is_entity, x | y))  # a name may lie in another


def _is_the_one(u: Unit) -> bool:
    """Whether a clause begins with whom it tells of, and no more than "the" before: "another convoy" is not the one."""
    return any(x.role == "subject" and 0 <= x.start - u.clause.start <= _THE for x in u.clause.arguments)


def _hold_one_place(a: Unit, b: Unit) -> bool:
    """Whether the one took a place that the other still holds: "had captured Orsa", "the town is in their hands"."""
    for taken, held in ((a, b), (b, a)):
        takes = (
            _is_so(taken)
            and taken.clause.lemma in _TAKES
            and any(is_entity(x) or x in _places() for x in taken.objects)
        )
        in_hands = held.clause.lemma in _STAYS and any(x.lemma in _HANDS for x in held.clause.arguments)
        whose = held.subjects if in_hands else held.objects if held.clause.lemma in _HOLDS else frozenset()
        if takes and _is_so(held) and whose and (whose & taken.objects or whose <= _places()):
            return True
    return False


def _are_to_come_otherwise(a: Unit, b: Unit) -> bool:
    """Whether two tell of one that contraries will be: "the school would close", "it would stay open"."""
    if not (a.clause.status == b.clause.status == _AHEAD) or not _one(a, b) or a.objects or b.objects:
        return False
    x, y = (_state(u) for u in (a, b))
    return any(opposites().get(t, frozenset()) & y for t in x)


def _state(u: Unit) -> frozenset[str]:
    """What a clause tells that something does, or stays: "close", "stay open"."""
    return bare(u.others) if u.clause.lemma in _STAYS else u.predicate


def _died_of_another_cause(a: Unit, b: Unit) -> bool:
    """Whether something else is blamed for a death whose cause was told: "died of fever", "blame an injection"."""
    means, hands = how_died(a)
    if not (means or hands) or b.clause.lemma not in LAYS or b.clause.status not in TOLD:
        return False
    of_a_thing = all(x.mention is None for x in b.clause.arguments if x.role == "object")  # not whose fault it was
    return of_a_thing and bool(b.objects) and not b.objects & people() and not bare(b.objects) & told(a)


@cache
def _places() -> frozenset[str]:
    return frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "place"))


def _hit_otherwise(a: Unit, b: Unit) -> bool:
    """Whether what was struck is another thing by the second: "struck a depot", "the bombs had hit a clinic"."""
    if not (_is_so(a) and _is_so(b)) or not (hits(b) and classes_of(a.predicate) & HITS) or a.clause.figures:
        return False
    by_pronoun = any(x.role == "subject" and x.lemma in pronouns() for x in b.clause.arguments)
    x, y = things(a.objects), things(b.objects)
    apart = bool(x and y) and not bare(x) & told(b) and not bare(y) & told(a) and not (x | y) & people()
    the = any(x.role == "subject" and x.start - b.clause.start == _THE for x in b.clause.arguments)
    return apart and not b.clause.figures and (by_pronoun or (bool(b.subjects) and the))


_WAYS: tuple[tuple[str, ConflictKind, Callable[[Unit, Unit], bool]], ...] = (
    ("slot", "identity", _fill_one_slot),
    ("holder", "status", _hold_one_place),
    ("coming", "status", _are_to_come_otherwise),
    ("instead", "cause", _died_of_another_cause),
    ("hit-otherwise", "identity", _hit_otherwise),
)
