"""The entries of a live page: each opens with its hour, which is no part of its words, and often with a heading.

A text is a live page where two blocks or more open so. The heading of an entry tells nothing that the entry does not;
an hour alone on its line stands before the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, Region

_HEAD, _HOUR = "entry-head", "entry-hour"

_FEWEST = 2
_HEADING_AT_MOST = 14  # words
_STAMP = re.compile(
    r"[\s*_#•·▪●\[(–—-]*(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?!\d)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?\(?(?:GMT|UTC|BST|IST|[CEMPW][ES]{0,2}[SD]?T|local time)\b\)?)?[\])]?[*_]*\s*"
    r"(?:[-–—|:]+\s*)?[*_]*\s*(?=[A-ZÀ-ÞΑ-ΩА-Я\d\"“‘'«]|\Z)"
)
_STOPS = frozenset(".!…,;:")
_MARKUP = re.compile(r"[*_]+\s*\Z")


def hours(blocks: Sequence[Block]) -> dict[int, int]:
    """Give how many characters the hour takes at the head of each block that opens with one; {} of no live page."""
    found = {i: m.end() for i, b in enumerate(blocks) if (m := _STAMP.match(b.text)) is not None}
    return found if len(found) >= _FEWEST else {}


def entries(blocks: Sequence[Block]) -> Iterator[Region]:
    """Give the hours of the entries of a live page, and their headings: short, with the entry's words below them."""
    found = hours(blocks)
    for i, block in enumerate(blocks):
        size = found.get(i, 0)
        if size:
            yield Region(block.start, block.start + len(block.text[:size].rstrip()), "date", Reason(_HOUR))
        alone = size == len(block.text)
        opens = size or (i - 1 in found and found[i - 1] == len(blocks[i - 1].text))
        below = i + 1 < len(blocks) and i + 1 not in found
        if opens and not alone and below and block.words <= _HEADING_AT_MOST and block.final not in _STOPS:
            yield Region(block.start + size, block.end, "subheading", Reason(_HEAD))


def opens_an_entry(region: Region) -> bool:
    """Whether a region is the hour of an entry."""
    return region.because.rule == _HOUR


def heads_an_entry(region: Region) -> bool:
    """Whether a region is the heading of an entry, which tells nothing itself."""
    return region.because.rule == _HEAD


def without_hour(block: Block, size: int) -> str:
    """Give the text of a block with its hour, and the marks around its heading, as blanks."""
    shown = " " * size + block.text[size:]
    mark = _MARKUP.search(shown)
    return shown if mark is None else shown[: mark.start()] + " " * (len(shown) - mark.start())
