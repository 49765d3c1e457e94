"""What a page put into the middle of a paragraph: a box of links behind a name, the signature of an embedded post.

Every span is inside the block that it was found in, and stripped; the words on both sides of it are the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.reading.months import MONTH
from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, Region

_BOX_AT_MOST = 700  # characters of a box of links
_PART = r"(?:[A-Z][\w.’'-]*|\([A-Z][\w.’' -]*\)|[a-z]{2,3})"
_BOX = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+)(?:,? (?:Jr|Sr)\.)? "
    rf"(?P<box>(?:{_PART} ){{0,6}}(?P=name)(?=[A-Z“‘\"'])[^\n]{{20,{_BOX_AT_MOST}}}?\bMORE)(?!\w)"
)
_POST = re.compile(
    r"(?:(?:pic\.twitter\.com/\w+|https?://\S+)[\s\xa0]+)*[—–-]{1,2}\s*[^\n—–()]{1,50}\s?\(@\w{1,20}\)"
    rf"(?:\s*{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\s*\d{{1,2}}\s+{MONTH},?\s+\d{{4}})?"
)


def boxes(block: Block) -> Iterator[Region]:
    """Give the boxes of links in `block`.

    A box repeats the surname that it stands behind, with the bearer's full name before it, glued to the first of its
    headlines; it ends in "MORE".
    """
    if "MORE" in block.text:
        for match in _BOX.finditer(block.text):
            start, end = match.span("box")
            yield Region(block.start + start, block.start + end, "related_link", Reason("box-of-links", match["name"]))


def inserted(block: Block) -> Iterator[Region]:
    """Give the spans of `block` that were put into it."""
    yield from boxes(block)
    if "(@" in block.text:
        for match in _POST.finditer(block.text):
            shown = match.group().strip()
            start = block.start + match.start()
            yield Region(start, start + len(shown), "credit", Reason("post-signature", shown[:60]))
