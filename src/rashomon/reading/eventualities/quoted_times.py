"""Whose "today" a time inside a quotation is: the report's only where somebody is told to say it as the news.

"'It ended an hour ago,' he wrote" and "'No one was harmed last night,' she said hours after the raid" count from a day
that the report does not give.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from rashomon.reading.attributions.quotes import Quotation, quotes
from rashomon.reading.events.is_news import is_news
from rashomon.records import Attribution, Timex

_FROM_NOW = ("ago", "daypart", "overnight", "today", "tonight")


def from_another_day(doc: Doc) -> frozenset[int]:
    """Give the starts of times that count from the now of somebody quoted, where nothing says it is the report's."""
    around = quotes(doc.text)
    return frozenset(
        t.start
        for t in doc._.rashomon_times
        if t.because.startswith(_FROM_NOW) and _inside(t, around) and not _told_as_news(doc, t)
    )


def _inside(timex: Timex, around: list[Quotation]) -> bool:
    at = bisect_right(around, timex.start, key=lambda q: q.start) - 1
    return at >= 0 and timex.start < around[at].end


def _told_as_news(doc: Doc, timex: Timex) -> bool:
    sayings: tuple[Attribution, ...] = doc._.rashomon_attributions
    mine = [a for a in sayings if any(start <= timex.start < end for start, end in a.content)]
    cues = [doc.char_span(*a.cue[0], alignment_mode="expand") for a in mine if a.cue]
    tellings = [cue.sent.root if cue.root.dep_ == "prep" else cue.root for cue in cues if cue is not None]
    return any(is_news(telling) for telling in tellings)
