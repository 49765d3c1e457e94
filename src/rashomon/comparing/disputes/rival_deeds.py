"""Two accounts of one deed: who or what did it, where he was, what it was aimed at and hit, how it ended.

Two causes (`joining.other_values`) are told by two, of one occasion. Whoever answers for somebody tells that he was at
home, at work, in bed or in another town, of the very day or night, and right beside what others lay to him: "set fire
to the boathouse", "was at home that night". "The shells struck a bakery" stands against "the target was a command
post". Two ends that one came to exclude each other: freed or killed, dismissed or resigned (lexicon `rival_outcomes`).
What comes later may follow what came first, so over reports two ends are rivals only where nothing follows the one that
was told first. Whoever wins or loses does so in one contest: "won the primary" and "lost contact" are of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product, takewhile

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
from rashomon.comparing.disputes.two_matters import only_ahead, people
from rashomon.comparing.disputes.words import bare, is_cited, mass, voice
from rashomon.comparing.joining.other_values import causes, laid_to, laid_to_each_other, lays, mishaps, two_causes
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.joining.vetoes import arms
from rashomon.comparing.term import classes_of, is_entity, term
from rashomon.language import lexicon, word_set
from rashomon.records import Clause

_SURE = 0.5
_EPISODE = 30
_DAYS_OF_A_MISHAP = 2
_COMMON = 400
_NEAR = 3  # sentences of one report
_MATTER = 4.0  # what two reports share beside the mishap


def rival_causes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses that lay one mishap to two causes."""
    for mishap, n, m in _pairs(units, mishaps):
        a, b = units[n], units[m]
        if not two_causes(a, b) or gap(a, b) > _EPISODE or not _of_one_mishap(a, b):
            continue
        if _of_two(a, b) or _are_laid_by_two(a, b):
            yield Rivals(n, m, _SURE, "cause", by_rule("cause of", mishap.removeprefix("~")))


def each_other(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses in which two parties lay one deed to each other."""
    for deed, n, m in _pairs(units, laid_to, lambda u: u.objects):
        a, b = units[n], units[m]
        if laid_to_each_other(a, b) and _of_two(a, b) and gap(a, b) <= _DAYS_OF_A_MISHAP:
            yield Rivals(n, m, _SURE, "actor", by_rule("each other", deed))


def _pairs(
    units: Sequence[Unit], key: Callable[[Unit], frozenset[str]], also: Callable[[Unit], frozenset[str]] | None = None
) -> Iterator[tuple[str, int, int]]:
    """Give each pair of units with a key in common, once, with the first of their keys.

    Where it is told what they have to have in common `also`, others are not looked at.
    """
    of: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        for x in sorted(key(u)):
            of[x].append(n)
    seen = set[tuple[int, int]]()
    for x in sorted(of):
        mine = of[x][:_COMMON]
        having: dict[str, list[int]] = defaultdict(list)
        shared = [also(units[n]) if also is not None else frozenset[str]() for n in mine]
        for n, some in zip(reversed(mine), reversed(shared), strict=True):
            for y in some:
                having[y].append(n)
        for i, n in enumerate(mine):
            later = mine[i + 1 :] if also is None else _behind(n, (having[y] for y in shared[i]))
            for m in later:
                if (n, m) not in seen:
                    seen.add((n, m))
                    yield x, n, m


def _behind(n: int, falling: Iterable[Sequence[int]]) -> list[int]:
    """Give the numbers above `n` in some lists, each once, in their order; every list falls."""
    return sorted({m for some in falling for m in takewhile(lambda m: m > n, some)})


def _of_two(a: Unit, b: Unit) -> bool:
    return not overlap(a, b) and two_tellers(a, b) and not other_days(a, b)


def _are_laid_by_two(a: Unit, b: Unit) -> bool:
    """Whether two lay a mishap to two causes, be it by a verb that cites whoever does: "engineers blamed it on ice"."""
    x, y = (lays(u) or frozenset({voice(u)} if is_cited(u) else ()) for u in (a, b))
    of_things = all(causes(u).isdisjoint(people()) for u in (a, b))  # whose fault it was is another question
    return of_things and bool(x and y) and not bare(x) & bare(y) and not overlap(a, b) and not other_days(a, b)


def _of_one_mishap(a: Unit, b: Unit) -> bool:
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
        return True
    if a.places and b.places and not a.places & b.places:
        return False
    shared = (a.around | a.beside) & (b.around | b.beside)
    told = a.predicate | b.predicate | {x[1:] for x in mishaps(a)}
    return any(map(is_entity, shared)) or mass(shared - told) >= _MATTER


_BEING = word_set("words_of_disputes", "being")
_ELSEWHERE = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "elsewhere"))


def alibis(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give what is laid to somebody with where another says that he was at the time."""
    at: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        at[u.report, u.clause.sentence].append(n)
    for m, b in enumerate(units):
        c = b.clause
        if c.form != "clause" or c.negated or c.status not in TOLD or c.link not in FULL_LINKS or c.lemma not in _BEING:
            continue
        if not b.speaker or not b.days or c.date_basis.rule == "published" or c.figures:  # "is up 12 points in Tarn"
            continue
        who = frozenset(x for x in b.subjects if is_entity(x))
        where = b.places | (b.others & _ELSEWHERE)
        if len(who) != 1 or not where:
            continue
        near = (n for d in range(-_NEAR, 1) for n in at.get((b.report, c.sentence + d), ()))
        for n in near:
            a = units[n]
            of_two = two_tellers(a, b) and not overlap(a, b) and not other_days(a, b)
            if of_two and _is_laid_to(a, who, where):
                yield Rivals(m, n, _SURE, "place", by_rule("elsewhere", c.lemma))
                break


def _is_laid_to(a: Unit, who: frozenset[str], where: frozenset[str]) -> bool:
    """Whether a clause tells that somebody did something to something, and not there."""
    c = a.clause
    if c.form != "clause" or c.negated or c.status not in TOLD or c.content is not None or not a.speaker:
        return False
    return a.subjects == who and bool(a.objects) and not where & (a.places | a.others) and c.lemma not in _BEING


HITS = frozenset({"attack", "damage"})
"""The classes of deeds by which something is struck."""
_AIMS = word_set("words_of_disputes", "aims")
_TARGET = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "target"))


def rival_targets(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give what somebody says an attack hit, with what another says, close by, that it was aimed at."""
    hit: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        if is_cited(u) and is_told(u) and hits(u) and things(u.objects):
            hit[u.report].append(n)
    for m, b in enumerate(units):
        aim = _aimed_at(b) if is_cited(b) and is_told(b) else frozenset()
        for n in hit[b.report] if aim else ():
            a = units[n]
            near = abs(a.clause.sentence - b.clause.sentence) <= _NEAR
            one = things(a.objects) & aim or {x[1:] for x in aim} & (a.terms | a.entities)
            if near and not one and two_tellers(a, b) and not overlap(a, b) and not other_days(a, b):
                yield Rivals(n, m, _SURE, "identity", by_rule("target", f"{a.clause.lemma} or {b.clause.lemma}"))


def hits(u: Unit) -> bool:
    """Tell whether a clause tells that arms, or somebody who is not named, hit something."""
    struck = u.clause.lemma not in _AIMS and bool(classes_of(u.predicate) & HITS)
    return struck and all(x in arms() or classes_of(frozenset({x[1:]})) & HITS for x in u.subjects)


def _aimed_at(u: Unit) -> frozenset[str]:
    """What a clause tells was the target: "the target was a depot", "had targeted a command post"."""
    if u.clause.lemma == "be":
        return things(u.others) if u.subjects & _TARGET and not u.clause.figures else frozenset()
    return things(u.objects) if u.clause.lemma in _AIMS else frozenset()


def things(who: frozenset[str]) -> frozenset[str]:
    """Give, of what is hit, the things that a word tells."""
    return frozenset(x for x in who if not is_entity(x))


_DAYS_OF_ENDS = 3
_ROLES = ("subject", "object")
_CONTEST = "contest"
_CONTESTED = frozenset(f"~{term(word)}" for word in word_set("words_of_disputes", "contested"))


def ends(verbs: Sequence[str], subjects: frozenset[str], objects: frozenset[str]) -> Mapping[str, list[End]]:
    """Give by matter the ends that a clause tells, each with those who came to it."""
    found: dict[str, list[End]] = defaultdict(list)
    for verb, role in product(verbs, _ROLES):
        for matter, end, last in _outcomes().get((verb, role), ()):
            found[matter].append((end, subjects if role == "subject" else objects, last))
    return found


def ends_of(c: Clause, subjects: frozenset[str], objects: frozenset[str]) -> Mapping[str, list[End]]:
    """Give the ends that a clause tells by its verb, or by that and what stands behind it: "was found alive"."""
    behind = (f"{c.lemma} {a.lemma}" for a in c.arguments if a.role == "other")
    return ends((*c.predicate, *behind), subjects, objects)


End = tuple[str, frozenset[str], bool]
"""An end, who came to it, and whether nothing follows it."""


def _ends_of(u: Unit) -> Mapping[str, list[End]]:
    return ends_of(u.clause, u.subjects, u.objects)


def same_end(a: Unit, b: Unit) -> bool:
    """Tell whether two clauses tell that one who is named came to one end: "was caught", "was detained"."""
    mine, theirs = _ends_of(a), _ends_of(b)
    pairs = ((x, y) for matter in mine.keys() & theirs.keys() for x in mine[matter] for y in theirs[matter])
    return any(x[0] == y[0] and any(map(is_entity, x[1] & y[1])) for x, y in pairs)


def two_ends(a: Unit, b: Unit) -> bool:
    """Tell whether two clauses tell that one who is named came to two ends of one matter."""
    mine, theirs = _ends_of(a), _ends_of(b)
    pairs = ((x, y) for matter in mine.keys() & theirs.keys() for x in mine[matter] for y in theirs[matter])
    return any(x[0] != y[0] and any(map(is_entity, x[1] & y[1])) for x, y in pairs)


def rival_outcomes(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give the pairs of clauses of two reports that tell of two ends of one."""
    held = {(u.report, u.clause.id) for u in units}
    by_matter: dict[str, list[tuple[int, End]]] = defaultdict(list)
    for n, u in enumerate(units):
        c = u.clause
        if c.status not in TOLD or c.link not in FULL_LINKS or c.figures or (u.report, c.content) in held:
            continue
        if only_ahead(u) or c.wording is None:  # "was set to be released", "to win the final"
            continue
        for matter, told in sorted(_ends_of(u).items()):
            by_matter[matter] += [(n, end) for end in told]
    for matter in sorted(by_matter):
        mine = by_matter[matter][:_COMMON]
        for i, (n, x) in enumerate(mine):
            for m, y in mine[i + 1 :]:
                a, b = units[n], units[m]
                if matter == _CONTEST and not _in_one_contest(a, b):
                    continue
                if a.clause.negated or b.clause.negated:
                    if _was_never_so(a, x, b, y):
                        yield Rivals(n, m, _SURE, "status", by_rule("outcome", f"{x[0]} or not"))
                elif x[0] != y[0] and a.report != b.report and _of_one(a, x, b, y) and _cannot_follow(a, x, b, y):
                    yield Rivals(
                        n, m, _SURE, "status", by_rule("outcome", f"{x[0]} or {y[0]}"), _is_overtaken(a, x, b, y)
                    )


def _of_one(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether both tell of one: of a name, or of a word beside one name."""
    feared = _was_feared(a, b)
    if overlap(a, b) or not (two_tellers(a, b) or feared) or not of_one_time(a, b):
        return False
    if gap(a, b) > (_EPISODE if feared else _DAYS_OF_ENDS) or (other_days(a, b) and not feared):
        return False
    shared = x[1] & y[1]
    return any(map(is_entity, shared)) or (bool(shared) and bool(a.entities & b.entities))


def _was_never_so(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether one tells that somebody did not come to the end that another, no later, tells of: "never fell into" it.

    What had not happened yet may happen; one word for both is a negation, which is weighed as one.
    """
    no, so = (a, b) if a.clause.negated else (b, a)
    if so.clause.negated or x[0] != y[0] or a.predicate & b.predicate or not (is_cited(no) or is_cited(so)):
        return False
    return bool(no.published) and (no.published or 0) >= (so.published or 0) and _of_one(a, x, b, y)


_DEAD, _ALIVE = "dead", "alive"


def _is_overtaken(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether a later report tells for certain what was only feared, or that who was told to be dead is alive."""
    first, last = (x, y) if (a.published or 0) < (b.published or 0) else (y, x)
    at_last = max((a, b), key=lambda u: u.published or 0)
    alive = (first[0], last[0]) == (_DEAD, _ALIVE) and at_last.clause.status == "asserted"
    return _was_feared(a, b) or (alive and bool(a.published and b.published) and a.published != b.published)


def _was_feared(a: Unit, b: Unit) -> bool:
    """Whether what was first only feared or thought is told otherwise in a later report: "was feared dead"."""
    if not (a.published and b.published) or a.published == b.published:
        return False
    first, last = sorted((a, b), key=lambda u: u.published or 0)
    return first.clause.status == "hedged" and last.clause.status == "asserted"


def _in_one_contest(a: Unit, b: Unit) -> bool:
    """Whether both tell what was won or lost, if anything, and the same: "won the match", "lost"."""
    x, y = a.objects - a.subjects, b.objects - b.subjects
    return x | y <= _CONTESTED and (not x or not y or bool(x & y))


def _cannot_follow(a: Unit, x: End, b: Unit, y: End) -> bool:
    """Whether the end that was told later cannot have come after the other."""
    if a.published == b.published or not (a.published and b.published):
        return x[2] or y[2]
    return (x if a.published < b.published else y)[2]


@cache
def _outcomes() -> Mapping[tuple[str, str], tuple[tuple[str, str, bool], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str, bool], ...]] = {}
    for matter, verb, whose, end, *last in lexicon("rival_outcomes"):
        found[verb, whose] = (*found.get((verb, whose), ()), (matter, end, bool(last)))
    return found
