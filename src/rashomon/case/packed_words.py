"""The words of a report in little room: one JSON text a reading, a quarter of what a row a word would take.

It holds three lists: gap to the word before and length of each word; their lemmas; which of them stand in a name.
`unpacked(packed(words)) == words`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from rashomon.records import Word

_NONE = "[]"


def packed(words: Sequence[Word]) -> str:
    """Give the words of a reading as one JSON text."""
    if not words:
        return _NONE
    spans: list[int] = []
    before = 0
    for word in words:
        spans += (word.start - before, word.end - word.start)
        before = word.end
    named = [at for at, word in enumerate(words) if word.name]
    return json.dumps([spans, [w.lemma for w in words], named], ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> tuple[Word, ...]:
    """Give the words that `text` was packed from."""
    if text == _NONE:
        return ()
    spans, lemmas, named = json.loads(text)
    in_names = frozenset(named)
    words: list[Word] = []
    end = 0
    for at, lemma in enumerate(lemmas):
        start = end + spans[2 * at]
        end = start + spans[2 * at + 1]
        words.append(Word(start, end, lemma, at in in_names))
    return tuple(words)
