"""The paragraphs that reports of different matters end with alike are their house's, and no part of what they tell.

Two reports share a footer where their last paragraphs are the same words while next to nothing else is. Reports of
one matter that end alike share a text, and keep it.

The sentences that a site, or a press office, puts into reports that have little else in common.

A sentence that three reports or more have, most of which share next to no words in a row beside such sentences, tells
nothing about which of them derives from which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.comparing.lineage.kinship import LIFTED, Gram, Kinship, Passages
from rashomon.comparing.term import function_words, stem
from rashomon.records import NO_REASON, Reading, Region, Report, Span

_Key = tuple[Gram, ...]
_SEVERAL = 3
_FRAMES_LITTLE = 0.06  # of the 3-grams of the shorter, beside those of sentences that both have
_UNRELATED = 0.1  # of the content words of the shorter: what two reports of different matters share by chance


def frames(reports: Iterable[Passages]) -> frozenset[_Key]:
    """Give the 3-grams, in order, of every such sentence of `reports`."""
    listed = list(reports)
    held = [frozenset(s.grams for s in p.sentences) for p in listed]
    where: dict[_Key, list[int]] = {}
    for i, p in enumerate(listed):
        for sentence in p.sentences:
            at = where.setdefault(sentence.grams, [])
            if not at or at[-1] != i:
                at.append(i)
    known: dict[tuple[int, int], float] = {}

    def share(pair: tuple[int, int]) -> float:
        if pair not in known:  # two reports that have one sentence in common mostly have several
            a, b = pair
            known[pair] = _else(listed[a], listed[b], held[a] & held[b])
        return known[pair]

    def little_else(at: Sequence[int]) -> bool:
        shares = sorted(map(share, pairwise(at[:_LOOKED_AT])))
        return shares[len(shares) // 2] < _FRAMES_LITTLE

    return frozenset(key for key, at in where.items() if len(at) >= _SEVERAL and little_else(at))


def closes_alike(kin: Kinship, first: Passages, second: Passages) -> bool:
    """Whether all that two reports of unrelated matters have in common are the lines that both end with: a footer."""
    mine = {m.at for m in kin.forth if m.same}
    theirs = {m.at for m in kin.back if m.same}
    if not mine or not theirs or not (_is_end(mine, first) and _is_end(theirs, second)):
        return False
    if not any(m.lift >= LIFTED for m in kin.forth):
        return False
    rests = [_content(p, at) for p, at in ((first, mine), (second, theirs))]
    least = min(map(len, rests))
    return least > 0 and len(rests[0] & rests[1]) < _UNRELATED * least


def _content(passages: Passages, without: set[int]) -> frozenset[str]:
    """The stems of content words of all sentences but some."""
    kept = (s for i, s in enumerate(passages.sentences) if i not in without)
    return frozenset(stem for s in kept for stem, weight in s.weights.items() if weight >= 1)


def _is_end(at: set[int], passages: Passages) -> bool:
    last = len(passages.sentences)
    return len(at) < last and at == set(range(last - len(at), last))


def _else(a: Passages, b: Passages, common: Iterable[_Key]) -> float:
    """What two reports have in common beside the sentences that both have; all, where they are made of these."""
    same = {gram for key in common for gram in key}
    if 2 * len(same) >= min(len(a.grams), len(b.grams)):
        return 1.0
    one, other = a.grams - same, b.grams - same
    return len(one & other) / max(1, min(len(one), len(other)))


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
    region = Region(start, end, "boilerplate", NO_REASON)
    kept = [r for r in reading.regions if r.end <= start or r.start >= end]
    return replace(reading, regions=tuple(sorted([*kept, region], key=lambda r: (r.start, r.end))))
