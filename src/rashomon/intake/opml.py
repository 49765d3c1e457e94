"""A list of feeds (OPML) to their addresses, each once, in its order; folders within it are read through.

This reader forgives what an XML parser would stop at, and expands nothing.
"""

from __future__ import annotations

import re

from rashomon.intake.markup import markup, unescaped

_OUTLINE = re.compile(r"<outline\b", re.IGNORECASE)
_ADDRESS = re.compile(r"""\bxmlurl\s{0,9}=\s{0,9}(?:"([^"<]{1,4000})"|'([^'<]{1,4000})')""", re.IGNORECASE)
_LONGEST = 10_000


def opml(data: bytes, charset: str = "") -> list[str]:
    """Give the addresses of the feeds. Raises ValueError, with a reason to show, where it lists none."""
    text = markup(data, charset, xml=True)
    addresses = []
    for outline in _OUTLINE.finditer(text):
        end = text.find("<", outline.end(), outline.end() + _LONGEST)
        told = _ADDRESS.search(text, outline.end(), end if end >= 0 else outline.end() + _LONGEST)
        if told and (address := unescaped(told[1] or told[2]).strip()):
            addresses.append(address)
    if not addresses:
        raise ValueError("lists no feeds: no outline of it has an xmlUrl")
    return list(dict.fromkeys(addresses))
