"""Of the quotations on one side of a conflict, the one that holds most of the words that the conflict rests on.

Of several that hold as many it is one that is read at once, so that the words are not cut off.

Quotations that stand beside each other, each character of a report once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.exports.lookup import Quote
from rashomon.records import Reason


def once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Keep the first of several quotations of the same characters, and none that lies inside one before it."""
    kept: list[Quote] = []
    for quote in quotes:
        if quote.text and not any(
            q.report == quote.report and q.start <= quote.start and quote.end <= q.end for q in kept
        ):
            kept.append(quote)
    return tuple(kept)


def widest(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Keep of several quotations none that lies inside another."""
    return tuple(
        q
        for q in quotes
        if not any(q.report == o.report and o.start <= q.start and q.end <= o.end for o in quotes if o is not q)
    )


_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_AT_ONCE = 180  # code points


def telling_quote(quotes: Sequence[Quote], because: Reason) -> Quote | None:
    """Give the first of `quotes` with most of the words that the conflict's rule used; None of none."""
    words = {m.group().casefold() for m in _WORD.finditer(because.used)}
    held = [(sum(word in quote.text.casefold() for word in words), len(quote.text) <= _AT_ONCE) for quote in quotes]
    return quotes[held.index(max(held))] if held else None
