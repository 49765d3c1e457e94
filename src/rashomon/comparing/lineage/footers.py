"""The paragraphs that reports of different matters end with alike are their house's, and no part of what they tell.

Two reports share a footer where their last paragraphs are the same words while next to nothing else is. Reports of
one matter that end alike share a text, and keep it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    endings = {i: Ending.of(reports[i], readings[i]) for i in readings}
    ending: dict[str, list[str]] = defaultdict(list)
    for i, found in endings.items():
        if found.last:
            ending[found.last].append(i)
    first: dict[str, int] = {}
    for same in ending.values():
        for a, b, count in _shared([endings[i] for i in same]):
            for i in same if count == 1 else (a, b):
                first[i] = min(first.get(i, len(reports[i].text)), endings[i].paragraphs[-count][0][0])
    return {i: _marked(r, first[i], len(reports[i].text)) if i in first else r for i, r in readings.items()}


@dataclass(frozen=True, slots=True)
class Ending:
    """The paragraphs of a report with their places, and the last of them where it can be a footer, else ""."""

    report: str
    paragraphs: Sequence[tuple[Span, str]]
    last: str

    @classmethod
    def of(cls, report: Report, reading: Reading) -> Ending:
        """Give how a report ends."""
        found = _paragraphs(report.text, reading.regions)
        telling = len(found) > 1 and len(_WORD.findall(found[-1][1])) >= _WORDS
        return cls(report.id, found, found[-1][1] if telling else "")


def footers(same: Sequence[Ending]) -> set[str]:
    """Give the paragraphs that are footers among reports whose last paragraphs are the same."""
    by_report = {one.report: one for one in same}
    return {text for a, _, count in _shared(same) for _, text in by_report[a].paragraphs[-count:]}


def without_known_footers(
    report: Report, reading: Reading, is_footer: Callable[[Sequence[str]], list[bool]]
) -> Reading:
    """Give a reading with a region of boilerplate over the known footers that it ends with."""
    ending = Ending.of(report, reading)
    if not ending.last:
        return reading
    known = is_footer([text for _, text in ending.paragraphs])
    count = next((n for n, is_one in enumerate(reversed(known)) if not is_one), 0)
    return _marked(reading, ending.paragraphs[-count][0][0], len(report.text)) if count else reading


def _shared(same: Sequence[Ending]) -> Iterator[tuple[str, str, int]]:
    """Two reports each that end alike and tell of different matters, and how many of their last paragraphs are so."""
    for a, b in pairwise(sorted(same, key=lambda e: e.report)[:_LOOKED_AT]):
        count = _alike(a.paragraphs, b.paragraphs)
        if count and _unrelated(a.paragraphs[:-count], b.paragraphs[:-count]):
            yield a.report, b.report, count


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
