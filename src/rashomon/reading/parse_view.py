"""The text that the parser sees has the length of the stored text and the words that its writer wrote there.

A line break inside a sentence becomes a space, so that a sentence torn over many lines is parsed as one; breaks
between blocks stay as they are. A very long run without white space, on which a tokenizer that peels one mark at a
time takes quadratic time, becomes spaces: no sentence is made of it. So does a box of links that a page put into the
middle of a sentence: the sentence goes on behind it.
"""

from __future__ import annotations

import re

from rashomon.reading.regions.blocks import blocks
from rashomon.reading.regions.inserted import boxes

_RUN = re.compile(r"[^\w\s]{64,}|\S{1000,}")  # no sentence has so many marks, no word so many letters
_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]")


def parse_view(text: str) -> str:
    """Give `text` with line breaks inside a block, boxes and long runs as spaces; offsets into both are the same."""
    parts, at = [], 0
    for block in blocks(text):
        shown = _BREAK.sub(" ", block.text) if len(block.lines) > 1 else block.text
        for box in boxes(block):
            start, end = box.start - block.start, box.end - block.start
            shown = shown[:start] + " " * (end - start) + shown[end:]
        if shown != block.text:
            parts += [text[at : block.start], shown]
            at = block.end
    view = "".join((*parts, text[at:])) if parts else text
    return _RUN.sub(lambda run: " " * len(run.group()), view)
