"""Words of a report stand as themselves wherever they are shown: in Markdown, XML, cells, pages and names of files.

In Markdown they make no mark-up, link or HTML. In a cell only text can be a formula: one that begins as such (`=`,
`+`, `-`, `@`, their full-width forms, tab, line feed or return) gets an apostrophe before it, and so does one that
begins with an apostrophe, so that taking one leading apostrophe off gives every text back; numbers stay numbers.
Characters that steer a terminal or reorder a line, and what XML forbids, are shown by their numbers. On a page every
mark that hides, joins or parts characters is seen, but for those that a script needs between its own letters (the
joiners of Persian, Hindi and emoji). Rows' ids are names of files that any file system takes, no two alike; words that
are too long for a line end at a word, and say so.
"""

from __future__ import annotations

import re
from typing import Any


def cut_short(text: str, most: int = 180) -> str:
    """Give `text` on one line, of at most `most` characters and then an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


_LONGEST = 100


class FileNames:
    """Gives a name for each id in one folder: ASCII letters, digits, "-" and "_", differing in more than case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wanted: str) -> str:
        """Give a name that none had yet."""
        first = name = re.sub(r"[^A-Za-z0-9_-]+", "-", wanted).strip("-")[:_LONGEST] or "report"
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{first}-{number}"
        self._taken.add(name.casefold())
        return name


_XML_TEXT_MARKS = {
    **{ord(c): e for c, e in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))},
    **{ord(c): f"&#{ord(c)};" for c in "\t\n\r"},
    0xFFFE: "\\ufffe",
    0xFFFF: "\\uffff",
}


def xml_text(value: str | int | float | bool) -> str:
    """Give a value as it stands in an element or a quoted attribute of XML 1.0."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return printable(str(value)).translate(_XML_TEXT_MARKS)


_STEERING = (
    *(c for c in range(0x20) if chr(c) not in "\t\n\r"),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),  # embeddings and overrides of direction
    *range(0x2066, 0x206A),  # isolates
    *range(0xD800, 0xE000),  # lone surrogates
)
_SHOWN = {c: f"\\x{c:02x}" if c < 0x100 else f"\\u{c:04x}" for c in _STEERING}


def printable(text: str) -> str:
    """Give `text` so that it can only be seen, never obeyed: no escape sequence, no reversed line, no NUL."""
    return text.translate(_SHOWN)


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def harmless(cell: Any) -> Any:
    """Give a cell's value so that no spreadsheet runs it; only text can be a formula."""
    return f"{_MARK}{cell}" if isinstance(cell, str) and cell.startswith((*_FORMULA, _MARK)) else cell


def as_it_was(cell: str) -> str:
    """Give the text that `harmless` made a cell from."""
    return cell.removeprefix(_MARK)


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


def fitted(text: str, most: int) -> str:
    """Give at most `most` characters, the last an ellipsis where something is left out."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
