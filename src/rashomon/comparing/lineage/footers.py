"""The paragraphs that reports of different matters end with alike are their house's, and no part of what they tell.

Two reports share a footer where their last paragraphs are the same words while next to nothing else is. Reports of
one matter that end alike share a text, and keep it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.comparing.function_words import function_words
from rashomon.comparing.stem import stem
from rashomon.records import Reading, Reason, Region, Report, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_BODY = frozenset({"headline", "subheading", "caption"})
_LOOKED_AT = 12  # reports of one ending that are compared, each with the next
_LITTLE = 0.1  # of the words of the shorter: what two reports of different matters share by chance
_FEW = 3
_WORDS = 4  # less is no paragraph: a name, a date


def without_footers(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Give the readings, in their order, with a region of boilerplate over each footer."""
    paragraphs = {i: _paragraphs(reports[i].text, readings[i].regions) for i in readings}
    ending: dict[str, list[str]] = defaultdict(list)
    for i, found in paragraphs.items():
        if len(found) > 1 and len(_WORD.findall(found[-1][1])) >= _WORDS:
            ending[found[-1][1]].append(i)
    first: dict[str, int] = {}
    for same in ending.values():
        for a, b in pairwise(sorted(same)[:_LOOKED_AT]):
            count = _alike(paragraphs[a], paragraphs[b])
            if count and _unrelated(paragraphs[a][:-count], paragraphs[b][:-count]):
                for i in same if count == 1 else (a, b):
                    first[i] = min(first.get(i, len(reports[i].text)), paragraphs[i][-count][0][0])
    return {i: _marked(r, first[i], len(reports[i].text)) if i in first else r for i, r in readings.items()}


def _paragraphs(text: str, regions: Sequence[Region]) -> list[tuple[Span, str]]:
    out = [(r.start, r.end) for r in regions if r.kind not in _BODY]
    return [
        (m.span(), " ".join(m.group().split()).casefold())
        for m in _PARAGRAPH.finditer(text)
        if m.group().strip() and not any(s <= m.start() and m.end() <= e for s, e in out)
    ]


def _alike(one: Sequence[tuple[Span, str]], other: Sequence[tuple[Span, str]]) -> int:
    """How many of the last paragraphs of two reports are the same; none where one report is nothing else."""
    ends = zip(reversed(one), reversed(other), strict=False)
    return next((n for n, ((_, a), (_, b)) in enumerate(ends) if a != b), 0)


def _unrelated(one: Sequence[tuple[Span, str]], other: Sequence[tuple[Span, str]]) -> bool:
    a, b = _stems(one), _stems(other)
    least = min(len(a), len(b))
    return least > 0 and len(a & b) < max(_FEW, _LITTLE * least)


def _stems(of: Sequence[tuple[Span, str]]) -> frozenset[str]:
    light = function_words()
    return frozenset(stem(w) for _, text in of for w in _WORD.findall(text) if w not in light)


def _marked(reading: Reading, start: int, end: int) -> Reading:
    region = Region(start, end, "boilerplate", Reason("footer", "other matters end so too"))
    kept = [r for r in reading.regions if r.end <= start or r.start >= end]
    return replace(reading, regions=tuple(sorted([*kept, region], key=lambda r: (r.start, r.end))))
