"""Any text as XML can hold it: marks of XML escaped, what XML forbids shown by its number."""

from __future__ import annotations

from rashomon.exports.printable import printable

_MARKS = {
    **{ord(c): e for c, e in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))},
    **{ord(c): f"&#{ord(c)};" for c in "\t\n\r"},
    0xFFFE: "\\ufffe",
    0xFFFF: "\\uffff",
}


def xml_text(value: str | int | float | bool) -> str:
    """Give a value as it stands in an element or a quoted attribute of XML 1.0."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return printable(str(value)).translate(_MARKS)
