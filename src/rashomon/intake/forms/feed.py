"""A feed (RSS, Atom, JSON) to the articles that it leads to or holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.feeds import feeds
from rashomon.intake.forms import InputForm
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal, Taken

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal | Taken]:
    data = taking.whole(source)
    try:
        held = list(feeds(data, source.url, source.charset))
    except ValueError as error:
        yield Refusal(source.given, str(error), "give a feed, a page or a text; say which with --from")
        return
    yield from taking.entries(held, source)


FORM = InputForm(
    read=_read,
    suffixes=(".xml", ".rss", ".atom", ".rdf"),
    kinds=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
    root=re.compile(r"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]"),
)
