"""A list of feeds (OPML) to their addresses, each once, in its order; folders within it are read through.

This reader forgives what an XML parser would stop at, and expands nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.markup import markup, unescaped
from rashomon.intake.source import Found, Source
from rashomon.language import many
from rashomon.records import Refusal, Taken

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

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


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal | Taken]:
    data = taking.whole(source)
    try:
        addresses = opml(data, source.charset)
    except ValueError as error:
        yield Refusal(source.given, str(error), "give a list of feeds as feed readers export it")
        return
    if not source.url:
        reason = f"lists {many(len(addresses), 'feed')}, and nothing is fetched for a file"
        yield Refusal(source.given, reason, f"run `rashomon watch CASE {source.given}`")
        return
    for address in addresses:
        inner = taking.beneath(source.url, "feed")
        yield from inner.address(address)


FORM = InputForm(read=_read, suffixes=(".opml",), kinds=("text/x-opml",), root=re.compile(r"<opml[\s>]", re.IGNORECASE))
