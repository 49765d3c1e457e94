"""Two names that the text says are one person's are one thread: "Karim Selim, better known as Abu Hafs".

Only the words of `alias_phrases.txt` may stand between them, or a bracket round the initials of the first. What is
said to be a person's other name is a person's name, whatever the model took it for.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from rashomon.language import lexicon
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.thread import Thread
from rashomon.records import NO_REASON, Reason

_SKIP = frozenset({"the", "his", "her", "their", "by", "is", "was", "of", ",", '"', "“", "”", "'", "‘", "’", "(", ")"})
_REACH = 9
_SHORTEST = 3
Stated = tuple[Draft, Draft, Reason]


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for (phrase,) in lexicon("alias_phrases"))


def aliases(page: Page, named: list[Draft]) -> list[Stated]:
    """Give the pairs of names that are said to be one person's, and make the second of each a person's."""
    out: list[Stated] = []
    for a, b in pairwise(named):
        if a.kind != "person" or not 0 < b.i - a.j <= _REACH or b.kind in {"place", "publication"}:
            continue
        gap = [w for w in page.lower[a.j : b.i] if not w.isspace()]
        said = " ".join(w for w in gap if w not in _SKIP)
        bracketed = (
            gap == ["("] and page.words[b.j : b.j + 1] == [")"] and _initials(a) == b.text.replace(".", "").lower()
        )
        if bracketed or (said in _phrases() and (len(a.key) > 1 or len(b.key) > 1)):
            out.append((a, b, Reason(said or "initials", a.text)))
    other = {b.key: why for _, b, why in out}
    for d in named:
        if d.key in other and d.kind not in {"person", "place"}:
            d.kind, d.because = "person", Reason("alias").then(other[d.key], ":")
    return out


def _initials(d: Draft) -> str:
    letters = "".join(w[0] for w in d.text.replace("-", " ").split()).lower()
    return letters if len(letters) >= _SHORTEST else ""


def united(threads: list[Thread], stated: list[Stated]) -> list[Thread]:
    """Give the persons' threads with those made one that bear two names of one person."""
    for a, b, why in stated:
        first = next(t for t in threads if any(d is a for d in t.drafts))
        second = next((t for t in threads if any(d is b for d in t.drafts)), first)
        if first is second:
            continue
        for d in second.drafts:
            first.add(d, Reason("known-as").then(why, ":") if d is b else NO_REASON)
        first.drafts.sort(key=lambda d: (d.start, -d.end))
        threads = [t for t in threads if t is not second]
    return threads
