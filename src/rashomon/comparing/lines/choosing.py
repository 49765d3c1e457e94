"""Which claims have a line: the first are those that tell most and each something else; of the rest each tells more.

What a claim tells that the lines before it told already is taken off its score (maximal marginal relevance: Carbonell
and Goldstein 1998). A word counts as it is rare among the sentences of the story: what every line speaks of tells none
apart. No sentence of a report, and no words, stand twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from math import inf, log, sqrt
from types import MappingProxyType

from rashomon.comparing.claims import Gathered
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.joining.vetoes import two_deeds
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.lines.rank import Candidate, Heard
from rashomon.comparing.term import predicate_class, rarity, term

Sentence = tuple[str, int]

_SAME_TELLINGS, _LIKE_WORDS = 0.5, 0.4  # of the best score: what a claim loses that lines above it tell whole
_ONE_MATTER = 0.3  # as likely as this the first lines tell one thing twice
_MANY = 3  # reports
_NEARLY = 0.9  # of the score of what hangs on it
_BEGINS = 0.2  # of a report, with which it begins
_LOOKED_AT = 150  # of the best
_ONE, _SAME_WORDS, _ALIKE = 0.3, 0.85, 0.5  # of the rest each tells more than a line above it
_LEAST_WORTH = 0.1  # of a word that stands in every sentence


def main_first(order: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Give the same claims, where what a sentence says goes before what hangs on it, if it tells nearly as much.

    A relative clause never goes before it ("a fire that killed two was put out"), and one that a single report tells
    comes last: where its sentence has no line, a line above tells the like of it.
    """
    best: dict[Sentence, float] = {}
    main: dict[Sentence, float] = {}
    for score, c in order:
        line = c.lines[0]
        best[line.sentence] = max(score, best.get(line.sentence, score))
        if line.main:
            main[line.sentence] = max(score, main.get(line.sentence, score))
    low = order[-1][0] if order else 0.0
    moved = []
    for score, c in order:
        line = c.lines[0]
        if line.main and score >= _NEARLY * best[line.sentence]:
            score = best[line.sentence]
        elif line.link == "relative" and len({u.report for u in c.told.units}) == 1:
            score = low
        elif line.link == "relative" and line.sentence in main:
            score = min(score, main[line.sentence])
        moved.append((score, not line.main, c))
    return [(score, c) for score, _, c in sorted(moved, key=lambda r: (-r[0], r[1], r[2].told.claim.evidence))]


def vouched_first(order: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Give the same claims, where what one report alone tells and nobody answers for comes last.

    So does what came long before the story, unless a report begins with it.
    """
    low = order[-1][0] if order else 0.0
    stays = {c: _is_vouched(c) and not _is_past(c) for _, c in order}
    scored = [(score if stays[c] else low, not stays[c], c) for score, c in order]
    return [(score, c) for score, _, c in sorted(scored, key=lambda r: (-r[0], r[1]))]


def _is_vouched(c: Candidate) -> bool:
    return c.told.claim.independent_origins[0] > 0 or len({u.report for u in c.told.units}) > 1


def _is_past(c: Candidate) -> bool:
    return c.told.claim.kind == "background" and all(u.depth > _BEGINS for u in c.told.units)


def first_lines(
    order: Sequence[tuple[float, Candidate]],
    g: Gathered,
    most: int,
    heard: Heard,
    others: Mapping[Candidate, Line] = MappingProxyType({}),
    wanted: Sequence[Candidate] = (),
) -> dict[Candidate, Line]:
    """Give the lines of the claims of `others`, other stories, and the first `most` of a story.

    They are of the claims of `order` (score, claim) that tell most that is new. `heard` takes up what they tell.
    The last place goes to the first of those `wanted` that can have a line, if none of them has one.
    """
    chosen = dict(others)
    left = list(order[:_LOOKED_AT])
    if not left:
        return chosen
    high, low = left[0][0], order[-1][0]
    wide = (high - low) or 1.0
    told = {c: 0.0 for _, c in left}
    words = _Words(g.units)
    mine: list[Candidate] = []

    def worth(n: int) -> float:
        score, c = left[n]
        return round((score - low) / wide - _SAME_TELLINGS * heard.share(c) - _LIKE_WORDS * told[c], 6)

    pool = [(-worth(n), n) for n in range(len(left))]
    heapify(pool)
    while pool and len(mine) < most:
        last = len(mine) == most - 1
        if last and chosen.keys().isdisjoint(wanted) and any(place(c, chosen) for c in wanted):
            break
        before, n = pool[0]
        if -worth(n) != before:  # it is worth less since lines were chosen: no claim ever gains by one
            heapreplace(pool, (-worth(n), n))
            continue
        heappop(pool)
        best = left[n][1]
        if any(_tells_once_more(best, c, g, heard) for c in mine) or not place(best, chosen):
            continue
        mine.append(best)
        heard.add(best)
        for _, c in (left[m] for _, m in pool):
            told[c] = max(told[c], words.shared(best, c))
    return chosen


def _tells_once_more(c: Candidate, t: Candidate, g: Gathered, heard: Heard) -> bool:
    """Whether a claim probably tells what the line of another does: as its likeliest clause, which is one of few.

    Of what many reports tell, some clause comes near to anything: there it is as likely as they are on the average.
    """
    likely = g.joined.near.between(c.number, t.number)
    if likely > _ONE_MATTER and len({u.report for u in c.told.units}) >= _MANY:
        likely = heard.average(c, t)
    return likely > _ONE_MATTER and not two_deeds(c.told.units, t.told.units)


def further_lines(
    order: Iterable[tuple[float, Candidate]],
    g: Gathered,
    most: int,
    before: Mapping[Candidate, Line],
    fought: Set[frozenset[str]],
) -> dict[Candidate, Line]:
    """Give the lines `before` and up to `most` behind them, whose claims may take up their matters in other words.

    Two claims of which one contests the other (`fought`) are never one matter. No line `before` gets worse words for
    the sake of one behind it.
    """
    chosen = dict(before)
    for _, c in order:
        if len(chosen) - len(before) >= most:
            break
        if c in chosen:
            continue
        alike = (t for t in chosen if not c.core.isdisjoint(t.core))
        if any(_tells_no_more(c, t, g.joined.near.between(c.number, t.number), fought) for t in alike):
            continue
        place(c, chosen, before)
    return chosen


def place(c: Candidate, chosen: dict[Candidate, Line], first: Mapping[Candidate, Line] = MappingProxyType({})) -> bool:
    """Give a claim its line among those `chosen`, whose sentence and words no other one has; say whether it has one.

    Two sentences that "and" or "but" makes one are two. Where another claim stands in its way, that one takes its own
    next line if both together are then better told; one of the `first` only a better one.
    """
    texts = {line.text for line in chosen.values()}
    by_sentence: dict[Sentence, list[Candidate]] = {}
    for held, line in chosen.items():
        by_sentence.setdefault(line.sentence, []).append(held)

    def in_the_way(line: Line) -> list[Candidate]:
        return [held for held in by_sentence.get(line.sentence, ()) if not line.stands_beside(chosen[held])]

    best = next((line for line in c.lines if line.text not in texts and not in_the_way(line)), None)
    gain = best.score if best else -inf
    moved: tuple[Candidate, Line] | None = None
    for line in c.lines:
        others = in_the_way(line)
        if len(others) != 1:
            continue
        (held,) = others
        if line.text in texts and line.text != chosen[held].text:
            continue
        free = (o for o in held.lines if o.text not in texts and o.text != line.text)
        other = next((o for o in free if o.stands_beside(line) and not in_the_way(o)), None)
        if other and held in first and other.score < chosen[held].score:
            continue
        together = line.score - chosen[held].score + other.score if other else -inf
        if other and together > gain:
            best, moved, gain = line, (held, other), together
    if best is None:
        return False
    if moved is not None:
        chosen[moved[0]] = moved[1]
    chosen[c] = best
    return True


class _Words:
    """What the claims of one story have in common, by the words that tell its sentences apart."""

    def __init__(self, units: Sequence[Unit]) -> None:
        sentences = {(u.report, u.clause.sentence): u.around for u in units}
        often = Counter(w for words in sentences.values() for w in words)
        self._worth = {w: (log((1 + len(sentences)) / (1 + n)) + _LEAST_WORTH) ** 2 for w, n in often.items()}
        self._rarest = (log(1 + len(sentences)) + _LEAST_WORTH) ** 2
        self._whole: dict[Candidate, float] = {}

    def _mass(self, words: frozenset[str]) -> float:
        return sum(self._worth.get(w, self._rarest) for w in sorted(words))

    def shared(self, one: Candidate, other: Candidate) -> float:
        """Give the cosine of the words of two claims."""
        both = one.words & other.words
        return self._mass(both) / sqrt(self._mass_of(one) * self._mass_of(other)) if both else 0.0

    def _mass_of(self, c: Candidate) -> float:
        if c not in self._whole:
            self._whole[c] = self._mass(c.words)
        return self._whole[c]


def _tells_no_more(c: Candidate, t: Candidate, likely: float, fought: Set[frozenset[str]]) -> bool:
    """Whether a line of `c` would tell what the one of `t` tells: two of their tellings are one with `likely`."""
    shared = _borne(c.core, t.core)
    if shared <= (_ALIKE if likely > _ONE else _SAME_WORDS) or not _like_said(c, t):
        return False
    if frozenset({c.told.claim.id, t.told.claim.id}) in fought or _of_other_days(c.told.units, t.told.units):
        return False
    return not two_deeds(c.told.units, t.told.units)


def _borne(core: frozenset[str], above: frozenset[str]) -> float:
    """How much of a claim's words a line above it has: one that tells less is one too many, one that tells more not."""
    both = core & above
    return _weight(both) / whole if both and (whole := _weight(core)) else 0.0


@lru_cache(maxsize=1 << 15)
def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, sorted(words)))


def _like_said(c: Candidate, t: Candidate) -> bool:
    """Whether two claims say the like of somebody: to accuse of a deed and to deny it are two things."""
    mine, theirs = (
        frozenset().union(*(u.predicate | predicate_class(term(u.clause.lemma)) for u in x.told.units)) for x in (c, t)
    )
    return bool(mine & theirs)


def _of_other_days(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether both are dated in their own words, and no day of one is near a day of the other."""
    mine, theirs = (
        [u.days for u in units if u.days is not None and u.clause.date_basis.rule == "clause"] for units in (one, other)
    )
    return bool(mine and theirs) and all(a[1] + 1 < b[0] or b[1] + 1 < a[0] for a in mine for b in theirs)
