"""What the words beside a time make of it: a bound ("more than an hour", "by noon"), or an offset ("an hour after").

What is written with a hyphen is told of the noun behind it: "a four-hour truce".
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.times.context import Context
from rashomon.reading.times.grammar import Found
from rashomon.records import NO_REASON, Reason

_RUNS = {"after": "after", "before": "before", "into": "after"}
_CLOCKS = {
    **dict.fromkeys(("before", "by", "till", "until"), "most"),
    **dict.fromkeys(("after", "from", "since"), "least"),
}


def measured(found: Found, context: Context, *, length: bool) -> Reason:
    """Give the bound of a time, and of a length to which side of what follows it runs; empty where it has neither."""
    if not length:
        bounded = _CLOCKS.get(context.at(found.start - 1).form)
        return Reason("bound", bounded) if bounded is not None else NO_REASON
    phrase = context.said(found, "a")
    bound = Reason("bound", _bounds().get(phrase, "about")) if phrase else NO_REASON
    side = _RUNS.get(context.at(found.end).form)
    if side is not None:
        return bound.then(Reason("runs", side))
    hyphened = any(w.kind == "hyphen" for w in context.words[found.start : found.end])
    return bound.then(Reason("before a noun")) if hyphened and "n" in found.parts else bound


@cache
def _bounds() -> dict[str, str]:
    return {phrase: bound for phrase, bound, *_ in lexicon("number_bounds")}
