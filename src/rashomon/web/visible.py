"""What cannot be seen is shown by its number: marks that reorder, join, part or hide characters, and controls.

A mark that a script needs between its own letters (the joiners of Persian, Hindi and emoji) stays.
"""

from __future__ import annotations

import re

from rashomon.exports.safe_text import printable

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """Give `text` so that every character of it is seen; white space stands as it is."""
    return _HIDDEN.sub(_shown, printable(text))


def _shown(found: re.Match[str]) -> str:
    mark, text = found.group(), found.string
    if mark in _JOINERS:
        before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        if before > "\u02ff" and after > "\u02ff":
            return mark
    return f"\\u{ord(mark):04x}" if ord(mark) < 0x10000 else f"\\U{ord(mark):08x}"
