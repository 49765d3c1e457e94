"""Which reports are about one developing matter; the same reports in any order give the same stories.

Every report that is not all boilerplate is in one. By average linkage: the two groups most alike on average are joined
while they are alike enough; between exactly equal pairs the smaller numbers go first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.days import Firsts
from rashomon.comparing.stories.blocks import blocks
from rashomon.comparing.stories.likeness import Terms, following, likeness, rarity, terms
from rashomon.records import Entity, Reading, Reason, Report, Story
from rashomon.records.row_name import story_name

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


ENOUGH = 0.185
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
    groups = following(linkage(alike, ENOUGH), alike, told, [t.days for t in spoken])
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
