"""No sentence is longer than people write them: what the parser takes for one beyond that is parted.

Readers look from a word over its sentence. A text made of one sentence without end would take the square of its length
in time; real sentences, lists of names among them, end long before, and stay as the parser made them.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.tokens import Doc

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.labels import label

LONGEST = 160
"""Tokens of a sentence; the longest of 1,700 sentences of news had about 130."""


def long_sentences(doc: Doc) -> Doc:
    """Part every sentence of `doc` that is too long into pieces of equal length; a word's ties end with its piece."""
    pieces = list(range(len(doc)))
    parted = False
    for sentence in doc.sents if len(doc) > LONGEST else ():
        if len(sentence) > LONGEST:
            parted = True
            pieces[sentence.start : sentence.end] = [
                sentence.start + LONGEST * (n // LONGEST) for n in range(len(sentence))
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
