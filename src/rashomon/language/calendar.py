"""Words that name a day of the week or a month: with such a name nothing is told of who, or of what."""

from __future__ import annotations

from functools import cache

from rashomon.language.lexicon import lexicon

_KINDS = frozenset({"month", "monthverb", "weekday", "weekdays"})


@cache
def calendar_words() -> frozenset[str]:
    """Give them in lower case, whole and cut short, with and without the dot."""
    found = {word for word, kind, *_ in lexicon("time_words") if kind in _KINDS}
    return frozenset(found | {word.rstrip(".") for word in found})
