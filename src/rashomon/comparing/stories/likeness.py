"""How alike reports are in what they speak of: a symmetric matrix, the same for the same reports in any order.

Terms are stems other than of dates, pairs of neighbouring stems and entities, weighed by TF-IDF; names and the lead
count twice. Two headlines share far fewer words than two reports of one matter, so likeness is divided by how short the
two are. Reports far apart in time are less alike, but for what develops.

A matter develops: what a later report tells of the same people and places follows what was told before. Two groups of
reports that are less alike than reports of one event are one story where they stand within a few days of each other and
are still clearly alike; within some weeks (a ruling after the arrest, an army that admits) where they are more alike
than that by what they tell, whatever their days. Groups without days are left as they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.days import Days
from rashomon.comparing.term import function_words, head, stem
from rashomon.language import calendar_words, lexicon

_WORD = re.compile(r"[^\W_]+")
_NAME = 2.0
_LEAD, _LEAD_WORDS = 2.0, 60
_ELSEWHERE = (
    50  # reports of other matters that a case is imagined among: else what all of a small case share is nothing
)
_SMALL = 400  # reports that the smallest case is imagined among: fewer tear its one matter into several
_FEWER = 4 / 3  # of these for each of its own, which tell better which words are common
_WORDS = 500  # of a report of another matter
_RAREST = 3.6  # logarithm of the share of a thousand million words, a little below the rarest term of the table
_NEXT_TO = 0.1  # reports with both of two words that have them side by side
_SHORT = 50  # words of content below which a text is short
_PLAIN = 8  # words that are no names, from which a report tells something in them
_DAYS_APART = (3, 45, 365)  # between these, likeness falls evenly
_LIKENESS_LEFT = (1.0, 0.3, 0.05)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a report speaks of: terms with their weights, how many words of content, its first and last possible day.

    `plain` are the terms that are no names.
    """

    weights: Mapping[str, float]
    length: int
    days: tuple[date, date] | None
    plain: frozenset[str] = frozenset()


def terms(title: str, body: str, entities: Sequence[str], days: tuple[date, date] | None) -> Terms:
    """Weigh the terms of a report; `entities` are ids, one a mention. A title that opens the body counts once."""
    weights: dict[str, float] = defaultdict(float)
    plain: set[str] = set()
    length = 0
    texts = (body,) if not title or body.lstrip().startswith(title) else (title, body)
    for text in texts:
        run: list[tuple[str, float]] = []
        for n, word in enumerate(_WORD.findall(text)):
            told = _of_content(word)
            if told is None:
                _pairs(run, weights)
                run = []
                continue
            stemmed, weight, is_plain = told
            weight *= _LEAD if n < 2 * _LEAD_WORDS else 1.0
            run.append((stemmed, weight))
            if is_plain:
                plain.add(stemmed)
            weights[stemmed] += weight
            length += 1
        _pairs(run, weights)
    for entity in entities:
        weights[f"#{entity}"] += _NAME
    return Terms(dict(weights), length, days, frozenset(plain))


@lru_cache(maxsize=1 << 16)
def _of_content(word: str) -> tuple[str, float, bool] | None:
    """Give the stem of a word, what it weighs, and whether it is no name; nothing for one that is of no matter."""
    lower = word.lower()
    if lower in function_words() or _tells_a_date(word, lower) or len(word) < 2 or (word.isdigit() and len(word) < 3):
        return None
    plain = word[0].islower() and lower not in _times_and_numbers()
    return stem(lower), _NAME if word[0].isupper() else 1.0, plain


def _tells_a_date(word: str, lower: str) -> bool:
    """Tell whether a word is a weekday or a month: that reports name one day says nothing of what they are about."""
    return word[0].isupper() and lower in calendar_words()


@cache
def _times_and_numbers() -> frozenset[str]:
    return frozenset(row[0] for name in ("number_words", "time_words") for row in lexicon(name))


def among(reports: int) -> int:
    """Give how many reports a case of so many `reports` is imagined among: its own, and those of other matters."""
    return max(reports + _ELSEWHERE + 1, _SMALL - round(_FEWER * reports))


def rarity(reports: Sequence[Terms]) -> dict[str, float]:
    """Give the inverse document frequency of every term of `reports`; of pairs of stems, of those of several alone.

    Of the reports of other matters, as many hold a word as its share of English has it.
    """
    holds = Counter(term for t in reports for term in t.weights)
    several = among(len(reports))
    others = several - len(reports)
    return {
        term: log(several / (n + others * _elsewhere(term)))
        for term, n in sorted(holds.items())
        if n > 1 or " " not in term
    }


@lru_cache(maxsize=1 << 16)
def _elsewhere(term: str) -> float:
    """Give the share of reports of other matters that hold a term: a stem, two stems, or an entity, which none does."""
    if term.startswith("#"):
        return 0.0
    one, _, two = term.partition(" ")
    return min(_elsewhere(one), _elsewhere(two)) * _NEXT_TO if two else 1 - exp(-_WORDS * _share_of_english(one))


def _share_of_english(stemmed: str) -> float:
    return 10 ** (_shares().get(head(stemmed), _RAREST) - 9)


@cache
def _shares() -> dict[str, float]:
    return {term: float(share) for term, share in lexicon("term_frequencies")}


def weighed(report: Terms, rare: Mapping[str, float]) -> dict[str, float]:
    """Give the TF-IDF weights of a report's terms, of length 1 together, in the order of the terms."""
    weights = {term: _damped(w) * rare[term] for term, w in sorted(report.weights.items()) if term in rare}
    norm = sqrt(sum(w**2 for w in weights.values())) or 1.0
    return {term: w / norm for term, w in weights.items()}


def likeness(reports: Sequence[Terms], rare: Mapping[str, float]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give the likeness of every two `reports` by the `rarity` of their terms, and the same whatever their days.

    The diagonals are 1.
    """
    n = len(reports)
    told = np.zeros((n, n), np.float32)
    holds: dict[str, tuple[list[int], list[float]]] = {}
    for i, report in enumerate(reports):
        for term, weight in weighed(report, rare).items():
            at, weights = holds.setdefault(term, ([], []))
            at.append(i)
            weights.append(weight)
    for term in sorted(holds):
        at, weights = holds[term]
        if len(at) > 1:
            here = np.array(weights, np.float32)
            told[np.ix_(at, at)] += np.outer(here, here)
    length, time = lengths(reports), times(reports)
    told = np.minimum(told / shortness(length[:, None], length), 1.0).astype(np.float32)
    told[_share_a_name_alone(reports)] = 0.0
    found = told * in_time(time[:, :, None], time[:, None, :])
    np.fill_diagonal(told, 1.0)
    np.fill_diagonal(found, 1.0)
    return found, told


def lengths(reports: Sequence[Terms]) -> NDArray[np.float64]:
    """Give the words of content of each report, at least 1."""
    return np.array([max(1, t.length) for t in reports], np.float64)


def shortness(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give what the likeness of reports of these `lengths` is divided by: below 1 where both are short."""
    return np.minimum(1.0, np.sqrt(one * other) / _SHORT)


def _share_a_name_alone(reports: Sequence[Terms]) -> NDArray[np.bool_]:
    """Tell which two reports have no word in common but names of at most one thing: that is no common matter.

    Reports with hardly a word but names, headlines in capitals, are left as they are.
    """
    n = len(reports)
    told = np.array([len(t.plain) >= _PLAIN for t in reports])
    holds: dict[str, list[int]] = {}
    for i, t in enumerate(reports):
        for term in (*t.plain, *(w for w in t.weights if w.startswith("#"))):
            holds.setdefault(term, []).append(i)
    count = np.zeros((n, n), np.int32)
    for term, at in holds.items():
        if len(at) > 1:
            count[np.ix_(at, at)] += 1 if term.startswith("#") else 2
    return np.asarray(told[:, None] & told[None, :] & (count < 2))


def times(reports: Sequence[Terms]) -> NDArray[np.float64]:
    """Give of each report whether its days are known (1 or 0), the middle of them, and how far they are in doubt."""
    first = [t.days[0].toordinal() if t.days else 0 for t in reports]
    last = [t.days[1].toordinal() if t.days else 0 for t in reports]
    known = [float(t.days is not None) for t in reports]
    middle = [(a + b) / 2 for a, b in zip(first, last, strict=True)]
    return np.array([known, middle, [(b - a) / 4 for a, b in zip(first, last, strict=True)]], np.float64)


def in_time(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float32]:
    """Give the factor for days apart, of columns of `times`.

    Of a report that may be of any day between two, any of them is as likely.
    """
    factor = np.interp(days_apart(one, other), _DAYS_APART, _LIKENESS_LEFT)
    return np.where((one[0] > 0) & (other[0] > 0), factor, 1.0).astype(np.float32)


def days_apart(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give how many days lie between reports, of columns of `times`."""
    return np.asarray(np.maximum(np.abs(one[1] - other[1]), np.maximum(one[2], other[2])), np.float64)


def _pairs(run: Sequence[tuple[str, float]], weights: dict[str, float]) -> None:
    for (one, weight), (two, _) in pairwise(run):
        weights[f"{one} {two}"] += weight


def _damped(weight: float) -> float:
    return 1 + log(weight) if weight >= 1 else weight


ENOUGH = 0.09
NEXT_DAYS = 3
ENOUGH_LATER = 0.12
LATER_DAYS = 75


def following(
    groups: Sequence[Sequence[int]],
    likeness: NDArray[np.float32],
    told: NDArray[np.float32],
    days: Sequence[Days | None],
) -> list[list[int]]:
    """Join the `groups` of row numbers that follow on one another; groups and their members stay in order.

    `likeness` and `told`, with the factor of days and without it, are square over all rows. What has joined is compared
    anew, as one: the ruling is like all that was told of the trial, and few of its reports.
    """
    while len(joined := _once(groups, likeness, told, days)) < len(groups):
        groups = joined
    return joined


def _once(
    groups: Sequence[Sequence[int]],
    likeness: NDArray[np.float32],
    told: NDArray[np.float32],
    days: Sequence[Days | None],
) -> list[list[int]]:
    apart = _apart([_span([d for i in group if (d := days[i])]) for group in groups])
    follows = (apart <= NEXT_DAYS) & (_means(groups, likeness) >= ENOUGH)
    follows |= (apart <= LATER_DAYS) & (_means(groups, told) >= ENOUGH_LATER)
    head = list(range(len(groups)))

    def top(g: int) -> int:
        while head[g] != g:
            g = head[g]
        return g

    for a, b in zip(*(at.tolist() for at in np.nonzero(np.triu(follows, 1))), strict=True):
        first, second = sorted((top(a), top(b)))
        head[second] = first
    joined: dict[int, list[int]] = {}
    for g, group in enumerate(groups):
        joined.setdefault(top(g), []).extend(group)
    return [sorted(group) for group in joined.values()]


def _means(groups: Sequence[Sequence[int]], alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """How alike every two groups are on average."""
    order = [i for group in groups for i in group]
    starts = np.cumsum([0, *(len(group) for group in groups)])[:-1]
    sums = np.add.reduceat(np.add.reduceat(alike[np.ix_(order, order)], starts, axis=0), starts, axis=1)
    size = np.array([len(group) for group in groups], np.float32)
    return np.asarray(sums / np.outer(size, size), np.float32)


def _apart(spans: Sequence[Days | None]) -> NDArray[np.float64]:
    """The days between every two spans; endless where one is not known."""
    first = np.array([s[0].toordinal() if s else np.nan for s in spans])
    last = np.array([s[1].toordinal() if s else np.nan for s in spans])
    between = np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None])
    return np.where(np.isnan(between), np.inf, np.maximum(between, 0))


def _span(days: Sequence[Days]) -> Days | None:
    """From the first to the last day of those that are known to within a few days."""
    known = [d for d in days if (d[1] - d[0]).days <= NEXT_DAYS]
    return (min(d[0] for d in known), max(d[1] for d in known)) if known else None
