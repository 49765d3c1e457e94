"""How alike reports are in what they speak of: a symmetric matrix, the same for the same reports in any order.

Terms are stems other than of dates, pairs of neighbouring stems and entities, weighed by TF-IDF; names and the lead
count twice. Two headlines share far fewer words than two reports of one matter, so likeness is divided by how short
the two are. Reports far apart in time are less alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.function_words import function_words
from rashomon.comparing.stem import stem
from rashomon.lexicons import lexicon

_WORD = re.compile(r"[^\W_]+")
_NAME = 2.0
_LEAD, _LEAD_WORDS = 2.0, 60
_ELSEWHERE = (
    50  # reports of other matters that a case is imagined among: else what all of a small case share is nothing
)
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
    light = function_words()
    texts = (body,) if not title or body.lstrip().startswith(title) else (title, body)
    for text in texts:
        run: list[tuple[str, float]] = []
        for n, match in enumerate(_WORD.finditer(text)):
            word = match.group()
            lower = word.lower()
            if lower in light or _tells_a_date(word, lower) or len(word) < 2 or (word.isdigit() and len(word) < 3):
                _pairs(run, weights)
                run = []
                continue
            weight = (_NAME if word[0].isupper() else 1.0) * (_LEAD if n < 2 * _LEAD_WORDS else 1.0)
            run.append((stem(lower), weight))
            if word[0].islower() and lower not in _times_and_numbers():
                plain.add(run[-1][0])
            weights[run[-1][0]] += weight
            length += 1
        _pairs(run, weights)
    for entity in entities:
        weights[f"#{entity}"] += _NAME
    return Terms(dict(weights), length, days, frozenset(plain))


def _tells_a_date(word: str, lower: str) -> bool:
    """Tell whether a word is a weekday or a month: that reports name one day says nothing of what they are about."""
    return word[0].isupper() and lower in _calendar()


@cache
def _calendar() -> frozenset[str]:
    kinds = {"weekday", "weekdays", "month", "monthverb"}
    return frozenset(word.rstrip(".") for word, kind, *_ in lexicon("time_words") if kind in kinds)


@cache
def _times_and_numbers() -> frozenset[str]:
    return frozenset(row[0] for name in ("number_words", "time_words") for row in lexicon(name))


def likeness(reports: Sequence[Terms]) -> NDArray[np.float32]:
    """Give the likeness of every two `reports`; the diagonal is 1."""
    n = len(reports)
    found = np.zeros((n, n), np.float32)
    for at, weights in _postings(reports):
        found[np.ix_(at, at)] += np.outer(weights, weights)
    length = np.array([max(1, t.length) for t in reports], np.float64)
    short = np.minimum(1.0, np.sqrt(np.outer(length, length)) / _SHORT)
    found = np.minimum(found / short, 1.0).astype(np.float32) * _in_time(reports)
    found[_share_a_name_alone(reports)] = 0.0
    np.fill_diagonal(found, 1.0)
    return found


def _postings(reports: Sequence[Terms]) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Each term that at least two reports hold: which, and its TF-IDF weights in them, each report's of length 1."""
    holds: dict[str, list[int]] = {}
    for i, t in enumerate(reports):
        for term in t.weights:
            holds.setdefault(term, []).append(i)
    idf = {
        term: log((len(reports) + _ELSEWHERE + 1) / len(at))
        for term, at in holds.items()
        if len(at) > 1 or " " not in term
    }
    norms = [
        sqrt(sum((_damped(w) * idf[term]) ** 2 for term, w in sorted(t.weights.items()) if term in idf)) or 1.0
        for t in reports
    ]
    return [
        (
            np.array(holds[term], np.int64),
            np.array([_damped(reports[i].weights[term]) * idf[term] / norms[i] for i in holds[term]], np.float32),
        )
        for term in sorted(idf)
        if len(holds[term]) > 1
    ]


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


def _in_time(reports: Sequence[Terms]) -> NDArray[np.float32]:
    """The factor for days apart. Of a report that may be of any day between two, any of them is as likely."""
    known = np.array([t.days is not None for t in reports])
    first = np.array([t.days[0].toordinal() if t.days else 0 for t in reports], np.float64)
    last = np.array([t.days[1].toordinal() if t.days else 0 for t in reports], np.float64)
    middle, doubt = (first + last) / 2, (last - first) / 4
    apart = np.maximum(np.abs(middle[:, None] - middle[None, :]), np.maximum(doubt[:, None], doubt[None, :]))
    factor = np.interp(apart, _DAYS_APART, _LIKENESS_LEFT)
    return np.where(known[:, None] & known[None, :], factor, 1.0).astype(np.float32)


def _pairs(run: Sequence[tuple[str, float]], weights: dict[str, float]) -> None:
    for (one, weight), (two, _) in pairwise(run):
        weights[f"{one} {two}"] += weight


def _damped(weight: float) -> float:
    return 1 + log(weight) if weight >= 1 else weight
