"""Which reports are about one developing matter; the same reports in any order give the same stories.

Every report that is not all boilerplate is in one. By average linkage: the two groups most alike on average are joined
while they are alike enough; between exactly equal pairs the smaller numbers go first.

Groups are joined only where their reports are alike on average, so some two of them are. Reports that chains of such
pairs connect are a block; each is grouped by itself, and no two that could be of one story are apart. Up to `FEW`
reports are one block, and nothing is parted. A block that would hold more is parted where the pairs are least alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.days import Firsts
from rashomon.comparing.stories.likeness import (
    ENOUGH,
    ENOUGH_LATER,
    LATER_DAYS,
    Terms,
    days_apart,
    following,
    in_time,
    lengths,
    likeness,
    rarity,
    shortness,
    terms,
    times,
    weighed,
)
from rashomon.records import Entity, Reading, Reason, Report, Story
from rashomon.records.keys import story_name

__all__ = ["stories"]


def linkage(likeness: NDArray[np.float32], enough: float) -> list[list[int]]:
    """Group the rows of a symmetric `likeness` matrix; groups and their members in order. Quadratic in the rows."""
    n = len(likeness)
    alike = likeness.astype(np.float64)
    np.fill_diagonal(alike, -1.0)
    members = [[i] for i in range(n)]
    if n < 2:
        return members
    best = alike.argmax(axis=1)
    top = alike[np.arange(n), best]
    while True:
        i = int(top.argmax())
        if top[i] < enough:
            break
        j = int(best[i])
        i, j = min(i, j), max(i, j)
        a, b = len(members[i]), len(members[j])
        merged = (a * alike[i] + b * alike[j]) / (a + b)
        merged[[i, j]] = -1.0
        merged[alike[i] < 0] = -1.0
        alike[i], alike[:, i] = merged, merged
        alike[j], alike[:, j] = -1.0, -1.0
        members[i], members[j] = members[i] + members[j], []
        stale = np.flatnonzero((best == i) | (best == j))
        stale = np.union1d(stale, [i, j])
        best[stale] = alike[stale].argmax(axis=1)
        top[stale] = alike[stale, best[stale]]
        nearer = np.flatnonzero(merged > top)
        best[nearer], top[nearer] = i, merged[nearer]
    return [sorted(group) for group in members if group]


ONE_EVENT = 0.185
_TOLD = {"dateline", "metadata", "url"}  # an inferred day is but the likeliest of its bounds
_LONG = 200  # characters of a first sentence that is too long for a title where another report has a shorter
_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’')]*(?=\s)|\n|$)", re.DOTALL)
_SHOWN = 5


def stories(
    reports: Mapping[str, Report], readings: Mapping[str, Reading], entities: Sequence[Entity]
) -> tuple[Story, ...]:
    """Part the reports into stories, in the order of their first days.

    `title` is the headline of the report most like the others, or its first sentence where it has none; `start` and
    `end` are the first and last days of publication that are known.
    """
    ids = [i for i in sorted(reports) if tells(reports[i], readings.get(i))]
    if not ids:
        return ()
    named: dict[str, list[str]] = {}
    for entity in entities:
        for report, _ in entity.mentions:
            named.setdefault(report, []).append(entity.id)
    spoken = [spoken_of(reports[i], readings.get(i), named.get(i, ())) for i in ids]
    rare = rarity(spoken)
    return in_order(
        story
        for block in blocks(spoken, rare)
        for story in of_block([ids[n] for n in block], [spoken[n] for n in block], rare, reports, readings)
    )


def of_block(
    ids: Sequence[str],
    spoken: Sequence[Terms],
    rare: Mapping[str, float],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> list[Story]:
    """Give the stories of reports of which none is in a story with any other; `spoken` are their terms."""
    alike, told = likeness(spoken, rare)
    groups = following(linkage(alike, ONE_EVENT), alike, told, [t.days for t in spoken])
    return [_story(group, alike, ids, spoken, reports, readings) for group in groups]


def in_order(found: Iterable[Story]) -> tuple[Story, ...]:
    """Give stories in the order of their first days."""
    return tuple(sorted(found, key=lambda s: (s.start or "9999", s.reports)))


def tells(report: Report, reading: Reading | None) -> bool:
    """Tell whether a report is not all boilerplate: a page that only sends its reader away tells no story."""
    words = any(map(str.isalnum, report.text))
    return not words or bool(_headline(report, reading)) or any(map(str.isalnum, _body(report, reading)))


def spoken_of(report: Report, reading: Reading | None, named: Sequence[str]) -> Terms:
    """Give what a report speaks of; `named` are the signs of whom it names, one a mention."""
    title = (reading.title if reading else None) or report.title or ""
    return terms(title, _body(report, reading), named, _days(report, reading))


def _body(report: Report, reading: Reading | None) -> str:
    """The text without its regions; a headline stays."""
    parts, at = [], 0
    for region in sorted(reading.regions if reading else (), key=lambda r: (r.start, r.end)):
        if region.kind not in {"headline", "subheading"}:
            parts.append(report.text[at : max(at, region.start)])
            at = max(at, region.end)
    return "\n".join([*parts, report.text[at:]])


def _days(report: Report, reading: Reading | None) -> tuple[date, date] | None:
    """The days between which the report was published; None where nothing tells."""
    published = reading.published if reading else None
    told = published and published.basis in _TOLD
    best = (published.value if published and told else None) or report.published
    bounds = (best, best) if best else (published.earliest, published.latest) if published else (None, None)
    try:
        first, last = (date.fromisoformat((day or "")[:10]) for day in bounds)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _best_day(report: Report, reading: Reading | None) -> str:
    """The likeliest day of publication, "" where there is none."""
    return ((reading and reading.published.value) or report.published or "")[:10]


def _story(
    group: Sequence[int],
    alike: NDArray[np.float32],
    ids: Sequence[str],
    spoken: Sequence[Terms],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> Story:
    members = [ids[n] for n in group]
    central = {m: float(alike[n, group].sum()) for m, n in zip(members, group, strict=True)}
    titles = {m: _headline(reports[m], readings.get(m)) or _lead(reports[m], readings.get(m)) for m in members}
    best = min(
        members,
        key=lambda m: (
            not _headline(reports[m], readings.get(m)),
            len(titles[m]) > _LONG,
            -round(central[m], 6),
            m,
        ),
    )
    days = sorted(day for m in members if (day := _best_day(reports[m], readings.get(m))))
    shared = set.intersection(
        *({t for t in spoken[n].weights if len(t) > 2 and " " not in t and "#" not in t} for n in group)
    )
    weight = {t: min(spoken[n].weights[t] for n in group) for t in shared}
    words = sorted(shared, key=lambda t: (-weight[t], t))[:_SHOWN]
    return Story(
        story_name(min(members, key=Firsts({m: readings[m] for m in members if m in readings}).key)),
        titles[best],
        tuple(members),
        days[0] if days else None,
        days[-1] if days else None,
        Reason("average-linkage", f"{len(members)} reports, all of {', '.join(words)}")
        if len(members) > 1
        else Reason("alone"),
    )


def _headline(report: Report, reading: Reading | None) -> str:
    return " ".join(((reading.title if reading else None) or report.title or "").split())


def _lead(report: Report, reading: Reading | None) -> str:
    """The first sentence of the body; of a report without any, its id."""
    match = _SENTENCE.search(_body(report, reading))
    return " ".join(match.group().split()) if match else report.id


FEW = 3000  # reports whose likenesses fit into memory together
_HEAVIEST = (48, 16)  # words and names of a report, and pairs of words, that weigh most: by these its like are found
_NEXT = 120  # holders of a term, the next in time, that are compared with each holder
_ROWS = 512  # reports whose pairs are held in memory together
_RISE = 1.25  # how much more alike two must be where a block holds too many

Numbers = NDArray[np.int64]


def blocks(reports: Sequence[Terms], rarity: Mapping[str, float]) -> list[list[int]]:
    """Give the numbers of `reports` in blocks of at most `FEW`, each in order; `rarity` is that of all their terms."""
    if len(reports) <= FEW:
        return [list(range(len(reports)))]
    order = np.array(sorted(range(len(reports)), key=lambda i: (_middle(reports[i]), i)), np.int64)
    return parted(order, _pairs(reports, rarity, order))


def parted(order: Numbers, pairs: Pairs) -> list[list[int]]:
    """Give the numbers of reports that chains of `pairs` connect, at most `FEW` together; `order` is theirs in time."""
    found: list[list[int]] = []
    waiting = [(np.arange(len(order), dtype=np.int64), ENOUGH)]
    while waiting:
        among, enough = waiting.pop()
        for group in connected(len(order), among, pairs.among(len(order), among, enough)):
            if len(group) <= FEW:
                found.append([int(i) for i in np.sort(group)])
            elif enough < 1:
                waiting.append((group, enough * _RISE))
            else:
                in_order = order[np.isin(order, group)]
                found += [sorted(map(int, in_order[at : at + FEW])) for at in range(0, len(in_order), FEW)]
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of reports, and about how alike they are."""

    one: Numbers
    other: Numbers
    alike: NDArray[np.float32]

    def among(self, n: int, reports: Numbers, enough: float) -> Pairs:
        """Give the pairs of these of `n` reports that are alike enough."""
        here = np.zeros(n, np.bool_)
        here[reports] = True
        kept = (self.alike >= enough) & here[self.one] & here[self.other]
        return Pairs(self.one[kept], self.other[kept], self.alike[kept])


def _middle(t: Terms) -> float:
    """The middle of the days that a report may be of; one without days comes last."""
    return (t.days[0].toordinal() + t.days[1].toordinal()) / 2 if t.days else float("inf")


def _pairs(reports: Sequence[Terms], rarity: Mapping[str, float], order: Numbers) -> Pairs:
    """The pairs that are likely alike: each report with the next in time that hold one of its heaviest terms.

    How alike they are by these terms alone is told: what else they hold in common is about as much alike.
    """
    number: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for row, i in enumerate(order):
        by_weight = sorted(weighed(reports[i], rarity).items(), key=lambda at: (-at[1], at[0]))
        single = [at for at in by_weight if " " not in at[0]]
        heaviest = single[: _HEAVIEST[0]] + [at for at in by_weight if " " in at[0]][: _HEAVIEST[1]]
        rows += [row] * len(heaviest)
        columns += [number.setdefault(term, len(number)) for term, _ in heaviest]
        length = sqrt(sum(weight**2 for _, weight in heaviest)) or 1.0
        weights += [weight / length for _, weight in heaviest]
    by_term = np.lexsort((rows, columns))
    held, weight = np.array(rows, np.int64)[by_term], np.array(weights, np.float32)[by_term]
    term = np.array(columns, np.int64)[by_term]
    follow = np.minimum(np.searchsorted(term, term, "right") - np.arange(len(term)) - 1, _NEXT)
    of_row = np.argsort(held, kind="stable")
    starts = np.searchsorted(held[of_row], np.arange(0, len(order) + _ROWS, _ROWS))
    long, when = lengths(reports)[order], times(reports)[:, order]
    found: list[Pairs] = []
    for first, end in pairwise(starts):
        entries = of_row[first:end]
        again = follow[entries]
        ones = np.repeat(entries, again)
        others = ones + 1 + np.arange(len(ones)) - np.repeat(np.cumsum(again) - again, again)
        key, at = np.unique(held[ones] * len(order) + held[others], return_inverse=True)
        one, other = key // len(order), key % len(order)
        alike = np.bincount(at, weight[ones] * weight[others], len(key)) / shortness(long[one], long[other])
        told = np.minimum(alike, 1.0)
        alike = told * in_time(when[:, one], when[:, other])
        soon = days_apart(when[:, one], when[:, other]) <= LATER_DAYS
        alike = np.where(soon, np.maximum(alike, told * (ENOUGH / ENOUGH_LATER)), alike)
        kept = alike >= ENOUGH
        found.append(Pairs(order[one[kept]], order[other[kept]], alike[kept].astype(np.float32)))
    return Pairs(
        np.concatenate([p.one for p in found]),
        np.concatenate([p.other for p in found]),
        np.concatenate([p.alike for p in found]),
    )


def connected(n: int, among: Numbers, pairs: Pairs) -> list[Numbers]:
    """Give the groups of these of `n` reports that chains of `pairs` connect."""
    top = np.arange(n, dtype=np.int64)
    while len(pairs.one) and not np.array_equal(top[pairs.one], top[pairs.other]):
        one, other = top[pairs.one], top[pairs.other]
        np.minimum.at(top, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(top, top[top]):
            top = top[top]
    by_top = among[np.argsort(top[among], kind="stable")]
    return np.split(by_top, np.flatnonzero(np.diff(top[by_top])) + 1)
