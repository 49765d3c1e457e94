"""Characters of a text as they were meant: mojibake found and read by ftfy; nothing stored is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUSPECT = re.compile(
    r"[\u00c2-\u00f4\u0402-\u045f][\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u0400-\u045f\u2013-\u203a\u20ac\u2122]{1,3}"
)


def misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Give (start, end, what was meant) of each run that is UTF-8 read in another encoding."""
    if not _SUSPECT.search(text):
        return
    from ftfy import fix_encoding

    for run in _SUSPECT.finditer(text):
        meant = fix_encoding(run.group())
        if meant != run.group() and len(meant) < len(run.group()):
            yield run.start(), run.end(), meant


def mojibake(text: str) -> int:
    """Give in how many places a text holds characters that were read in a wrong encoding."""
    return sum(1 for _ in misread(text))
