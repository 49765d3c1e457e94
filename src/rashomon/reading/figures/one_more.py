"""One more of those who were counted: "an eleventh patient died", "a twelfth body was found" tell at least so many.

Only of people whom something befell, and only behind "a" or "an": "the second patient" is one of a row, no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.figures.counted import is_people, name
from rashomon.reading.figures.fates import befell
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Figure

_WRITTEN = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_NEW = frozenset({"a", "an"})


def one_more(parse: Parse) -> Iterator[Figure]:
    """Give the figures that an ordinal tells, in the order of the text."""
    for word, lower in enumerate(parse.lower):
        value = _value(lower)
        noun = parse.head[word]
        if value is None or value < 2 or noun <= word or not is_people(parse, noun):
            continue
        if not any(parse.dep[c] in rel.DETERMINER and parse.lower[c] in _NEW for c in parse.children[noun]):
            continue
        fate = befell(parse, noun, True)
        if fate:
            yield Figure(parse.start[word], parse.end[word], value, value, None, name(parse, noun), fate)


def _value(word: str) -> float | None:
    written = _WRITTEN.fullmatch(word)
    return float(written[1]) if written is not None else _ordinals().get(word)


@cache
def _ordinals() -> dict[str, float]:
    return {row[0]: float(row[2]) for row in lexicon("time_words") if row[1] == "ordword"}
