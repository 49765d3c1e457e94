"""Where sentences must start and cannot start, said before the parser decides the rest.

A sentence starts wherever a block or a region does, so a region never shares a sentence with body, but for one that
the parser's view blanks: the sentence around it goes on. None starts inside a torn line, at closing punctuation, at a
word that nothing before it closes, in lower case behind a quote, or at a name behind a shortened title: "Capt. Holm".
 Single marks close where they stand right behind a
stop; doubled ones, which the parser takes for closing marks wherever they stand, start a sentence where they open one.
What closes a headline behind a dash ("… - army") is apart from what the headline tells.

No sentence is longer than people write them: what the parser takes for one beyond that is parted, into pieces that are
as long as most sentences.

Readers look from a word over its sentence. A text made of one sentence without end would take the square of its length
in time; real sentences, lists of names among them, end long before, and stay as the parser made them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy
from spacy.tokens import Doc

from rashomon.language import listed, word_set
from rashomon.reading.grammar import label
from rashomon.reading.grammar import relations as rel
from rashomon.reading.regions.blocks import blocks
from rashomon.records import Region

LONGEST = 160
"""Tokens of a sentence; the longest of 1,700 sentences of news had about 130."""
PIECE = 40
"""Tokens of a piece of one that is longer: readers look from each word of a clause over what hangs on it."""


def long_sentences(doc: Doc) -> Doc:
    """Part every sentence of `doc` that is too long into pieces of `PIECE`; a word's ties end with its piece."""
    pieces = list(range(len(doc)))
    parted = False
    for sentence in doc.sents if len(doc) > LONGEST else ():
        if len(sentence) > LONGEST:
            parted = True
            pieces[sentence.start : sentence.end] = [
                sentence.start + PIECE * (n // PIECE) for n in range(len(sentence))
            ]
        else:
            pieces[sentence.start : sentence.end] = [sentence.start] * len(sentence)
    if not parted:
        return doc
    piece = numpy.asarray(pieces)
    ties: Any = doc.to_array(["HEAD", "DEP"]).astype("int64")
    heads = numpy.arange(len(doc)) + ties[:, 0]
    ties[piece[heads] != piece] = (0, doc.vocab.strings[label(rel.ROOT)])
    return doc.from_array(["HEAD", "DEP"], ties.astype("uint64"))


_YES, _OPEN, _NO = 1, 0, -1  # as spaCy's SENT_START has them; an open one is the parser's to settle
_CLOSES = frozenset(".,;:!?…)]}”’»%")
_SINGLES = frozenset({"'", "''", "’", "’’"})
_ENDS = frozenset(".,!?…")
_TAG = re.compile(r"(?<=\s)(?=[-–—]\s+[^:;,.“”\"\n–—-]{3,40}$)")  # what a headline says, "- " and who says it
_MEASURED = re.compile(r"\d\s?(?:bn|c|cm|ft|g|ha|in|kg|km|kph|kW|lb|m|mm|mph|MW|oz|p|pc|tn|trn)\.\s+$")
"""A sum or a measure, and the stop behind it: "was worth £2m. The mayor …"."""
_CAMEL = re.compile(r"\b[A-Z]+[a-z]+[A-Z]\.\s+$")
"""A short name that ends with a capital, and is no abbreviation with a stop of its own: "audited by PwC. Police …"."""
_MEASURE = 12
_QUOTES_OPEN = frozenset("“«„‘")
_PARTICLES = word_set("words_of_pages", "name_particle")


def sentences(doc: Doc, text: str, regions: Iterable[Region]) -> Doc:
    """Say where sentences start in `doc`, as far as the layout of `text` (same offsets) settles it; give `doc`."""
    parts = [(block.start, block.end) for block in blocks(text)]
    seen = doc.text  # made anew at each call
    apart = [r for r in regions if not seen[r.start : r.end].isspace()]  # else the parser does not see it
    heads = parts[:1] + [(r.start, r.end) for r in apart if r.kind == "headline"]
    tags = (start + m.start() for start, end in heads for m in _TAG.finditer(text[start:end]))
    starts_block = {start for start, _ in parts}
    edges = sorted({*starts_block, *(r.start for r in apart), *(r.end for r in apart), *tags})
    following, pending = 0, False
    quoted = closed = stopped = False  # inside straight quotes; a quote just closed; a stop came before it
    before = ""
    settled: list[int] = []
    for at, length in doc.to_array(["IDX", "LENGTH"]).astype("int64").tolist():
        word = text[at : at + length]
        first = word[0]
        if first.isspace():
            settled.append(_NO)
            continue
        while following < len(edges) and edges[following] <= at:
            quoted = quoted and edges[following] not in starts_block
            following, pending = following + 1, True
        closing = _closes(word, quoted) or (length == 1 and first in _QUOTES_OPEN and _missided(text, at + 1))
        closing = closing or (word in _SINGLES and text[at - 1 : at] in _ENDS)
        if closing and not (pending and at in starts_block):
            settled.append(_NO)
        elif pending:
            settled.append(_YES)
            pending = False
        elif stopped and word == "''" and _begins(text, at):
            settled.append(_YES)
        elif not stopped or (word.islower() and (closed or word not in _PARTICLES)) or _titled(before, word):
            settled.append(_NO)
        elif first.isupper() and (
            _MEASURED.search(text, max(0, at - _MEASURE), at) or _CAMEL.search(text, max(0, at - _MEASURE), at)
        ):
            settled.append(_YES)
        else:
            settled.append(_OPEN)
        if word == '"':
            quoted = not quoted
        before = word
        closed = (closing and word[-1] in "\"'”»’“") or (closed and closing)
        stopped = word[-1] in ".!?…:;" or (stopped and closing)
    if settled:
        settled[0] = _YES  # the first token of a doc always starts one
        starts: Any = numpy.asarray(settled, dtype="int64").astype("uint64")
        doc.from_array(["SENT_START"], starts)
    return doc


def _titled(title: str, word: str) -> bool:
    """Whether a word opens a name behind the title that a stop shortens."""
    return (
        title[-1:] == "."
        and title in listed("titles")
        and word[0].isupper()
        and word.lower() not in listed("function_words")
    )


def _closes(word: str, quoted: bool) -> bool:
    """Whether the token is only punctuation that closes; a straight quote closes where one stands open."""
    return (word == '"' and quoted) or (word[0] in _CLOSES and _CLOSES.issuperset(word))


def _begins(text: str, at: int) -> bool:
    """Whether the doubled single marks at `at` open a sentence; the parser knows them as closing marks alone."""
    before = text[max(0, at - 2) : at]
    return before[-1:].isspace() and before[:1] not in (":", ";") and text[at + 2 : at + 3].isupper()


def _missided(text: str, after: int) -> bool:
    """Whether an opening quote stands where only a closing one can: before a stop, or at the end of its line."""
    rest = text[after : after + 3].lstrip(" \xa0")
    return not rest or rest[0] in ".,;:!?\r\n"
