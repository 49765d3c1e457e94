"""One figure in time: the same count of the same people or things, told on several days or by several voices.

Figures belong together where they count the same (one fate, one kind) of one party or in like surroundings, and where
the one could have become the other: a rise from one day to the next is no dispute. A part is no point of its whole,
what was before ("four prior arrests") none of what is now. "Several", told alone, is no figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from heapq import heapify, heappop, heappush
from math import inf

from rashomon.comparing.claim_kinds import LONG_BEFORE
from rashomon.comparing.claims import Gathered
from rashomon.comparing.disputes.counts import (
    HARMED,
    SAVED,
    context,
    counted_alike,
    figures_of,
    general_counts,
    what_befell,
)
from rashomon.comparing.disputes.words import cosine, mass
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import earlier_terms, predicate_class, term
from rashomon.language import lexicon, plural, word_set
from rashomon.records import Claim, Figure, Point, Reason, Series, Value
from rashomon.records.keys import distinct, series_name

_ALIKE = 0.08
_ONE_STORY = 0.1  # of what one story tells to have befallen the same kind of people, though in other words
_ALIKE_OTHERWISE = 0.25
_ALIKE_THOUGH_OF_TWO_DEEDS = 0.4
_TOGETHER = 0.06
_TELLING = 10
_SAME_FIGURE = 0.2
_FURTHEST = 4.0
_FEWEST = 2
_COMPARED = 600
_APPROXIMATE = 0.9
_VAGUE = frozenset({"some", "plural"})
_WEEK = 7  # of a longer period no day is told
_NEVER = 1 << 30  # after every day: of a report whose day is not known
_NOT_YET = frozenset({"hypothetical", "planned", "demanded", "unrealised", "denied"})

_COUNTING = word_set("words_of_figures", "counting_verb")
_DEEDS = frozenset({"to", "by", "who", "lives", "loses", "suffers"})
_TIMES = "time"  # how often something is done tells nothing without what is done
_BEFALLEN = HARMED | SAVED | {"missing"}

_Told = tuple[Unit, Figure]
_Offer = tuple[float, int, int, int, int]
"""How alike two groups are, negated; the two, the larger number first, and their sizes: if one has grown it is void."""


def series(gathered: Sequence[Gathered], texts: Mapping[str, str]) -> tuple[Series, ...]:
    """Give the series of a case, those with most points first; `texts` are those of the reports."""
    claim_of = {(u.report, u.clause.id): t.claim for g in gathered for t in g.told for u in t.units}
    story_of = {(u.report, u.clause.id): t.story for g in gathered for t in g.told for u in t.units}
    units = [u for g in gathered for u in g.units if (u.report, u.clause.id) in claim_of]
    told: dict[str, list[_Told]] = defaultdict(list)
    for n, f in figures_of(units):
        u = units[n]
        known = f.part or f.counts in general_counts("measure") or claim_of[u.report, u.clause.id].kind == "background"
        if not known and not _long_ago(u) and u.clause.status not in _NOT_YET:
            told[what_befell(f) if f.fate else _counted(f)].append((u, f))
    found: list[Series] = []
    for kind in sorted(told):
        mine = told[kind][:_COMPARED]
        for members in _together(mine, [story_of[u.report, u.clause.id] for u, _ in mine]):
            made = one_series([mine[m] for m in members], claim_of, texts)
            if made is not None:
                found.append(made)
    return named_apart(found)


def named_apart(found: Iterable[Series]) -> tuple[Series, ...]:
    """Give the series, those with most points first, with no two of one id."""
    order = sorted(found, key=lambda s: (-len(s.points), s.id))
    ids = distinct((s.id for s in order), set())
    return tuple(replace(s, id=i) for s, i in zip(order, ids, strict=True))


def _together(told: Sequence[_Told], stories: Sequence[str]) -> list[list[int]]:
    """Gather figures by average link, the two groups that are most alike first, while any are alike enough."""
    groups: list[list[int]] = [[n] for n in range(len(told))]
    # What speaks for each two groups, summed over their figures: two of which any can be no points of one never meet.
    speaks = [[0.0] * len(told) for _ in told]
    before = [_was_before(*one) for one in told]
    for n in range(len(told)):
        for m in range(n):
            alike = _alike(told[n], told[m], stories[n] == stories[m]) if before[n] == before[m] else -1.0
            speaks[n][m] = speaks[m][n] = alike if alike >= 0 else -inf
    beside: list[set[int]] = [set() for _ in groups]  # groups that anything speaks for
    offers: list[_Offer] = []
    for i in range(len(groups)):
        for j in range(i):
            if speaks[i][j] > 0:
                beside[i].add(j)
                beside[j].add(i)
            if speaks[i][j] > _TOGETHER:
                offers.append((-speaks[i][j], i, j, 1, 1))
    heapify(offers)
    while offers:
        _, i, j, size_i, size_j = heappop(offers)
        if len(groups[i]) != size_i or len(groups[j]) != size_j:
            continue
        groups[j] = sorted((*groups[j], *groups[i]))
        groups[i] = []
        for k, more in enumerate(speaks[i]):
            speaks[j][k] += more
            speaks[k][j] = speaks[j][k]
        for k in beside[i]:
            beside[k].discard(i)
            beside[k].add(j)
        beside[j] = (beside[i] | beside[j]) - {i, j}
        for k in beside[j]:
            if (w := speaks[k][j] / (len(groups[k]) * len(groups[j]))) > _TOGETHER:
                first, second = max(k, j), min(k, j)
                heappush(offers, (-w, first, second, len(groups[first]), len(groups[second])))
    return [g for g in groups if len(g) >= _FEWEST]


def _alike(one: _Told, other: _Told, one_story: bool) -> float:
    """How surely two figures of one time are of one series: below 0 never, 0 where nothing speaks for it."""
    (a, f), (b, g) = one, other
    low, high = sorted((f.value, g.value))
    far = low > 0 and high > _FURTHEST * low
    grown = far and f.fate in _BEFALLEN and f.fate == g.fate and _may_go_on(a, f, b, g)
    same = f.value == g.value
    if (far and not grown) or (a.nations and b.nations and a.nations != b.nations):
        return -1.0
    if a.report == b.report and a.clause.sentence == b.clause.sentence:
        return -1.0
    if not same and (
        _counts_too(a, f, g) or _counts_too(b, g, f) or (_of_one_teller(a, b) and (f.fate or a.days == b.days))
    ):
        return -1.0
    if f.fate in HARMED and _ends_in_none(a, f, b, g):
        return -1.0
    one_kind = (f.fate == g.fate or {f.fate, g.fate} <= SAVED) and not (f.part or g.part) and _counted(f) == _counted(g)
    if not one_kind and not counted_alike(f, g, a, b) and not (same and f.fate and f.fate == g.fate):
        return 0.0
    alike_said = bool(f.fate) or _like_said(a, b)
    one_toll = one_story and f.fate and one_kind
    if far:
        return _ONE_STORY / 2 if grown and one_toll else 0.0
    if not (alike_said or (same and f.counts != _TIMES)):
        return 0.0
    if not (f.fate or same) and a.places and b.places and not a.places & b.places:
        return 0.0
    x, y = context(f, a), context(g, b)
    alike = max(cosine(x, y), 0.8 * cosine(a.own, b.own) if mass(a.own & b.own) > 0 else 0.0)
    least = _ALIKE if one_toll else _ALIKE_OTHERWISE if alike_said else _ALIKE_THOUGH_OF_TWO_DEEDS
    if same and ((one_kind and f.value >= _TELLING) or (f.high == 0 and f.fate in HARMED)):
        alike += _SAME_FIGURE
    if one_toll and f.fate in _BEFALLEN and _may_go_on(a, f, b, g):
        alike = max(alike, _ONE_STORY)
    return alike if alike >= least else 0.0


def _counted(f: Figure) -> str:
    """Give the term of what a figure counts: one for homes, houses and dwellings."""
    return term(_other_words().get(f.counts, f.counts))


@cache
def _other_words() -> dict[str, str]:
    return {word: head for head, others in lexicon("counted_alike") for word in others.split(",")}


def _was_before(u: Unit, f: Figure) -> bool:
    """Whether a figure counts what had been before what is told: "four prior arrests", "previously arrested twice"."""
    deeds = u.deeds | u.predicate | {term(f.counts)}
    return any(one in earlier_terms() and other in deeds for one, other in u.grams)


def _of_one_teller(a: Unit, b: Unit) -> bool:
    """Whether one report tells both, of no two voices: two numbers of one narrator are of two things."""
    return a.report == b.report and not (a.speaker and b.speaker and a.speaker != b.speaker)


def _counts_too(u: Unit, f: Figure, g: Figure) -> bool:
    """Whether a clause counts beside `f` what `g` counts: "three people, a man and two women" and two women."""
    return _counted(f) != _counted(g) and any(_counted(h) == _counted(g) for h in u.clause.figures)


def _may_go_on(a: Unit, f: Figure, b: Unit, g: Figure) -> bool:
    """Whether of two figures of other days the later may be the former gone on: a toll rises, the missing are found."""
    if not (a.published and b.published) or (a.places and b.places and not a.places & b.places):
        return False
    first, last = (f, g) if a.published < b.published else (g, f)
    rises = last.value >= first.value
    return a.published != b.published and (first.value == last.value or rises == (f.fate != "missing"))


def _ends_in_none(a: Unit, f: Figure, b: Unit, g: Figure) -> bool:
    """Whether of two figures of harm the later is none: who died once has died, so it is told of others."""
    if (f.value == 0) == (g.value == 0):
        return False
    none, some = (a, b) if f.value == 0 else (b, a)
    return none.published is not None and some.published is not None and none.published > some.published


def _like_said(a: Unit, b: Unit) -> bool:
    """Whether two clauses may tell one thing of what they count: what is asked for is not what is paid."""
    if a.clause.lemma in _COUNTING or b.clause.lemma in _COUNTING:
        return True
    mine, theirs = (u.deeds.union(u.predicate, *(predicate_class(d) for d in u.deeds)) for u in (a, b))
    return bool(mine & theirs)


def _long_ago(u: Unit) -> bool:
    """Whether a clause tells of a time that ended long before its report."""
    return bool(u.within and u.published and u.within[1] < u.published - LONG_BEFORE)


def one_series(
    members: Sequence[_Told], claim_of: Mapping[tuple[str, str], Claim], texts: Mapping[str, str]
) -> Series | None:
    """Give the series of figures that count one thing; None where they are no two, or only "several"."""
    points: dict[tuple[str, float], Point] = {}
    for u, f in members:
        claim = claim_of.get((u.report, u.clause.id))
        if claim is None:
            continue
        voice = next((t.voice for t in claim.tellings if (t.report, t.clause) == (u.report, u.clause.id)), "")
        point = Point(_value(f), _as_of(u, f), u.evidence, voice, claim.id)
        points.setdefault((u.report, f.value), point)
    ordered = sorted(points.values(), key=lambda p: (p.as_of or "", p.evidence))
    if len({p.evidence[0] for p in ordered}) < _FEWEST and len({p.value[0] for p in ordered}) < _FEWEST:
        return None
    if len(ordered) < _FEWEST:
        return None
    f = members[0][1]
    if not f.fate and len({p.value for p in ordered}) == 1 and all(_is_vague(u, g, texts) for u, g in members):
        return None
    printed = {u.report: u.published or _NEVER for u, _ in members}
    first = min(ordered, key=lambda p: (printed[p.evidence[0]], p.evidence, p.value))
    because = Reason("counts", f"{f.fate or f.counts}: {len(ordered)} figures")
    return Series(series_name(first.evidence, first.value), _named(members, texts), tuple(ordered), because)


def _is_vague(u: Unit, f: Figure, texts: Mapping[str, str]) -> bool:
    """Whether a figure is written as "several", "a few", "dozens"."""
    written = texts[u.report][f.start : f.end].lower().split()
    kinds = {_kinds_of_number().get(word) for word in written}
    return bool(kinds & _VAGUE) and "numword" not in kinds and not any(word[0].isdigit() for word in written)


@cache
def _kinds_of_number() -> dict[str, str]:
    return {word: kind for word, kind, *_ in lexicon("number_words")}


def _named(members: Sequence[_Told], texts: Mapping[str, str]) -> str:
    """What is counted, in words: "people held", "bullets (hit)", "times arrested".

    Its verb is that of a deed, not one that only tells of it: "indicates that he was shot six times".
    """
    f = members[0][1]
    verbs = Counter(
        texts[u.report][slice(*u.clause.head)].lower()
        for u, _ in members
        if u.clause.content is None
        and (f.counts == _TIMES or (f"~{term(f.counts)}" in u.subjects | u.objects and u.clause.lemma not in _COUNTING))
    )
    done = max(sorted(verbs), key=lambda verb: verbs[verb], default="")
    if f.fate or not done:
        return f"{plural(f.counts)} {f.fate}".strip()
    return f"{plural(f.counts)} {done}" if f.counts == _TIMES else f"{plural(f.counts)} ({done})"


def _value(f: Figure) -> Value:
    """The figure as at least, at most; about so many is the number as written."""
    around = f.low is not None and f.high is not None and f.low < f.high and f.high >= f.value
    if around and f.low is not None and f.low >= f.value * _APPROXIMATE**2 - 1e-6 and f.low >= f.value * 0.8:
        return f.value, f.value
    return f.low, f.high


def _as_of(u: Unit, f: Figure) -> str | None:
    """The day for which a figure is told: of those who died in a deed that of the report, which counts them so far."""
    told = u.days[1] if u.days and u.days[1] - u.days[0] < _WEEK else None
    if told is not None and f.fate in _BEFALLEN and u.predicate & _befalling():
        told = max(told, u.published or told)
    day = told if told is not None else u.published
    return date.fromordinal(day).isoformat() if day else None


@cache
def _befalling() -> frozenset[str]:
    """Terms of verbs whose time is that of what befell: "killed on Monday", not "confirmed dead on Monday"."""
    return frozenset(term(lemma) for lemma, way, *_ in lexicon("fates") if way in _DEEDS)
