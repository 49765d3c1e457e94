"""Times that count from a now of their own: that of somebody quoted, or of another deed.

Of a quotation "today" is the report's only where somebody is told to say it as the news: not in "'It ended an hour
ago,' he wrote" or "'No one was harmed last night,' she said hours after the raid". "The same evening as the vote" is
the vote's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from rashomon.reading.attributions.quotes import Quotation
from rashomon.reading.eventualities.untold_days import is_news
from rashomon.reading.grammar import relations as rel
from rashomon.records import Attribution, Timex

_NEXT = 4  # characters of " as "
_SAME = re.compile(r"the same .* (?:as|of) ?", re.IGNORECASE)
_FROM_NOW = frozenset(
    {
        "ago",
        "ago-bare",
        "ago-day",
        "ago-half",
        "ago-long",
        "daypart",
        "daypart-after",
        "daypart-of",
        "overnight",
        "today",
    }
    | {"tonight"}
)


def from_another_day(doc: Doc, around: list[Quotation]) -> frozenset[int]:
    """Give the starts of times that count from the now of somebody quoted, or from another deed."""
    text = doc.text
    return frozenset(
        t.start
        for t in doc._.rashomon_times
        if _SAME.fullmatch(text, t.start, min(len(text), t.end + _NEXT))
        or (t.because.rule in _FROM_NOW and _inside(t, around) and not _told_as_news(doc, t))
    )


def _inside(timex: Timex, around: list[Quotation]) -> bool:
    at = bisect_right(around, timex.start, key=lambda q: q.start) - 1
    return at >= 0 and timex.start < around[at].end


def _told_as_news(doc: Doc, timex: Timex) -> bool:
    sayings: tuple[Attribution, ...] = doc._.rashomon_attributions
    mine = [a for a in sayings if any(start <= timex.start < end for start, end in a.content)]
    cues = [doc.char_span(*a.cue[0], alignment_mode="expand") for a in mine if a.cue]
    tellings = [cue.sent.root if cue.root.dep_ in rel.PREPOSITION else cue.root for cue in cues if cue is not None]
    return any(is_news(telling) for telling in tellings)
