"""The text that the parser sees has the length and the words of the stored text: only white space is exchanged.

A line break inside a sentence becomes a space, so that a sentence torn over many lines is parsed as one; breaks
between blocks stay as they are. A very long run without white space, on which a tokenizer that peels one mark at a
time takes quadratic time, becomes spaces: no sentence is made of it.
"""

from __future__ import annotations

import re

from rashomon.reading.regions.blocks import blocks

_RUN = re.compile(r"[^\w\s]{64,}|\S{1000,}")  # no sentence has so many marks, no word so many letters
_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]")


def parse_view(text: str) -> str:
    """Give `text` with line breaks inside a block and long runs of marks as spaces; offsets into both are the same."""
    parts, at = [], 0
    for block in blocks(text):
        if len(block.lines) > 1:
            parts += [text[at : block.start], _BREAK.sub(" ", block.text)]
            at = block.end
    view = "".join((*parts, text[at:])) if parts else text
    return _RUN.sub(lambda run: " " * len(run.group()), view)
