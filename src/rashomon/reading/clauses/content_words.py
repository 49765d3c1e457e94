"""The content words of a report: what its clauses are compared by, each with whether it stands in a name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Mention, Word

_SHORTEST = 3


def content_words(parse: Parse, mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Give the words of three letters and more that are no function words, in the order of the text.

    "later" and its like are kept: they say that what a clause tells has overtaken what stands before.
    """
    names = sorted((m.start, m.end) for m in mentions if m.form == "name")
    starts = [start for start, _ in names]
    reach: list[int] = []  # the furthest end of the names that begin up to here
    for _, end in names:
        reach.append(max(end, reach[-1] if reach else 0))
    found = []
    for i, lemma in enumerate(parse.lemma):
        word = parse.lower[i] if parse.lower[i] in _overtaking() else lemma.replace("’", "'")
        if len(word) < _SHORTEST or not word[0].isalpha() or word in _function() or parse.lower[i] in _function():
            continue
        before = bisect_right(starts, parse.start[i])
        found.append(Word(parse.start[i], parse.end[i], word, bool(before) and reach[before - 1] > parse.start[i]))
    return tuple(found)


@cache
def _function() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("function_words")) - _overtaking()


@cache
def _overtaking() -> frozenset[str]:
    return frozenset(lemma for lemma, where in lexicon("superseding_words") if where == "said")
