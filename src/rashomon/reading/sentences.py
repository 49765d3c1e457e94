"""Where sentences must start and cannot start, said before the parser decides the rest.

A sentence starts wherever a block or a region does, so a region never shares a sentence with body. None starts
inside a torn line, at closing punctuation, at a word that nothing before it closes, or in lower case behind a quote.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.reading.regions.blocks import blocks
from rashomon.records import Region

_CLOSES = frozenset(".,;:!?…)]}”’»%")
_QUOTES_OPEN = frozenset("“«„‘")
_PARTICLES = frozenset(
    {"al", "an", "as", "ash", "bin", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von"}
)


def sentences(doc: Doc, text: str, regions: Iterable[Region]) -> Doc:
    """Set `is_sent_start` on the tokens of `doc` where the layout of `text` (same offsets) settles it."""
    parts = [block.start for block in blocks(text)]
    edges = sorted({*parts, *(r.start for r in regions), *(r.end for r in regions)})
    starts_block = set(parts)
    following, pending = 0, False
    quoted = closed = stopped = False  # inside straight quotes; a quote just closed; a stop came before it
    for token in doc:
        word, at = token.text, token.idx
        first = word[0]
        if first.isspace():
            if token.i:
                token.is_sent_start = False
            continue
        while following < len(edges) and edges[following] <= at:
            quoted = quoted and edges[following] not in starts_block
            following, pending = following + 1, True
        closing = _closes(word, quoted) or (first in _QUOTES_OPEN and len(word) == 1 and _missided(text, at + 1))
        if token.i:
            if closing and not (pending and at in starts_block):
                token.is_sent_start = False
            elif pending:
                token.is_sent_start = True
                pending = False
            elif not stopped or (word.islower() and (closed or word not in _PARTICLES)):
                token.is_sent_start = False
        else:
            pending = False
        if word == '"':
            quoted = not quoted
        closed = (closing and word[-1] in '"”»’“') or (closed and closing)
        stopped = word[-1] in ".!?…:;" or (stopped and closing)
    return doc


def _closes(word: str, quoted: bool) -> bool:
    """Whether the token is only punctuation that closes; a straight quote closes where one stands open."""
    return (word == '"' and quoted) or all(c in _CLOSES for c in word)


def _missided(text: str, after: int) -> bool:
    """Whether an opening quote stands where only a closing one can: before a stop, or at the end of its line."""
    rest = text[after : after + 3].lstrip(" \xa0")
    return not rest or rest[0] in ".,;:!?\r\n"
