"""Of the quotations on one side of a conflict, the one that holds most of the words that the conflict rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.exports.lookup import Quote

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


def telling_quote(quotes: Sequence[Quote], because: str) -> Quote | None:
    """Give the first of `quotes` with most words of `because`, the conflict's rule and evidence; None of none."""
    words = {m.group().casefold() for m in _WORD.finditer(because.partition(":")[2])}
    return max(quotes, key=lambda quote: sum(word in quote.text.casefold() for word in words), default=None)
