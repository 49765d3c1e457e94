"""Words of a report stand in Markdown as themselves: no mark-up, no link, no HTML, no steering character."""

from __future__ import annotations

import re

from rashomon.exports.printable import printable

_MARKS = re.compile(r"[\\`*\[\]<>&~|$#!{}]|(?<![^\W_])_|_(?![^\W_])")
"""What can be mark-up; an underscore inside a word is none."""
_OPENING = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """Give `text` on one line, white space made single, so that a renderer of CommonMark shows its characters.

    What GitHub's dialect would make a link of (an address, a mailbox) is parted by an escape too.
    """
    words = _MARKS.sub(r"\\\g<0>", " ".join(printable(text).split()))
    words = words.replace("://", ":\\//").replace("@", "\\@").replace("www.", "www\\.")
    first = _OPENING.match(words)
    if first is None:
        return words
    if first[2].isdigit() or len(first[2]) > 1:
        at = first.end()
        return f"{words[:at]}\\{words[at:]}"
    return f"\\{words}"
