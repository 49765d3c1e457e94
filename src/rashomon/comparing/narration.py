"""What a report tells in its own voice: its sentences less what sources put forward, each stretch in one place.

Text that is not the article is left out, but a headline is the outlet's word.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.records import Attribution, Reading, Span

_TOLD = frozenset({"headline", "subheading"})
_SHORTEST = 20


def narration(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Give for each sentence that the outlet tells, whole or in part, its row and the spans that are its own.

    The row of the first sentence of `reading.sentences` is `s1`.
    """
    others = [(r.start, r.end) for r in reading.regions if r.kind not in _TOLD]
    for a in reading.attributions:
        others += _said(a)
    others.sort()
    first = 0
    for number, (start, end) in enumerate(reading.sentences, 1):
        while first < len(others) and others[first][1] <= start:
            first += 1
        own: list[Span] = []
        low = start
        for s, e in others[first:]:
            if s >= end:
                break
            if s > low:
                own.append((low, s))
            low = max(low, e)
        own.append((low, end))
        kept = tuple(span for span in own if span[1] - span[0] >= _SHORTEST)
        if kept:
            yield f"s{number}", kept


def _said(a: Attribution) -> list[Span]:
    """What of a sentence is somebody's statement: content and cue, and a source that stands beside them."""
    rest = [*a.cue, *a.content]
    beside = [s for s in a.source if any(x[0] - s[1] <= _SHORTEST and s[0] - x[1] <= _SHORTEST for x in rest)]
    return [*beside, *rest] if a.content else []
