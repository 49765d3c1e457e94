"""A sitemap to the addresses that it lists: pages, with what a news sitemap says of them, or more sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.day import day
from rashomon.intake.feeds import Entry
from rashomon.intake.forms import InputForm
from rashomon.intake.markup import markup, unescaped, words
from rashomon.intake.source import Found, Source
from rashomon.language import many
from rashomon.records import Refusal, Taken

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_OPENINGS = {name: re.compile(rf"<{name}\b[^<>]{{0,500}}>", re.IGNORECASE) for name in ("url", "sitemap")}
_LONGEST = 8_000  # characters of one entry
_MOST = 50_000
"""Addresses that one sitemap may hold, by its own standard."""
_FIELDS = {
    "title": "news:title",
    "outlet": "news:name",
    "language": "news:language",
    "published": "news:publication_date",
    "modified": "lastmod",
}


def sitemap(data: bytes, charset: str = "") -> Iterator[Entry]:
    """Give an entry for each page. Raises ValueError, with a reason to show, where the map lists none."""
    xml = markup(data, charset, xml=True)
    found = 0
    for held in _blocks(xml, "url"):
        link = _told(held, "loc")
        if not link.startswith(("http://", "https://")):
            continue
        found += 1
        if found > _MOST:
            raise ValueError(f"lists more than {_MOST:,} pages")
        fields = {name: told for name, tag in _FIELDS.items() if (told := _told(held, tag))}
        for name in ("published", "modified"):
            if name in fields:
                fields[name] = day(fields[name])
        yield Entry(link[:2000], link, False, {**fields, "url": link})
    if not found:
        inner = sum(1 for _ in sitemaps_in(xml))
        raise ValueError(f"lists {inner} sitemaps, and no page" if inner else "is a sitemap that lists no page")


def sitemaps_in(xml: str) -> Iterator[str]:
    """Give the addresses of the sitemaps that an index of sitemaps lists."""
    for held in _blocks(xml, "sitemap"):
        if (link := _told(held, "loc")).startswith(("http://", "https://")):
            yield link


def _blocks(xml: str, name: str) -> Iterator[str]:
    at = 0
    while opening := _OPENINGS[name].search(xml, at):
        end = xml.find(f"</{name}", opening.end())
        if end < 0:
            return
        yield xml[opening.end() : min(end, opening.end() + _LONGEST)]
        at = end


def _told(xml: str, tag: str) -> str:
    match = re.search(
        rf"<{tag}\b[^>]{{0,300}}>\s*(?:<!\[CDATA\[)?(.{{0,3000}}?)(?:\]\]>)?\s*</{tag}\s*>", xml, re.I | re.S
    )
    return words(unescaped(match[1])) if match else ""


_MAPS = 50
"""Sitemaps of one index that are asked for."""


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal | Taken]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        maps = list(sitemaps_in(markup(data, source.charset, xml=True)))
        held = [] if maps else list(sitemap(data, source.charset))
    except ValueError as error:
        yield Refusal(source.given, str(error), "give a sitemap of pages, or the pages")
        return
    if not source.url:
        what = many(len(maps), "sitemap") if maps else many(len(held), "page")
        reason = f"lists {what}, and nothing is fetched for a file"
        yield Refusal(source.given, reason, "give the sitemap's address, or the addresses of the pages")
        return
    for address in maps[:_MAPS]:
        inner = taking.beneath(source.url)
        yield from inner.address(address)
    if held:
        yield from taking.entries(sorted(held, key=lambda e: e.fields.get("published", ""), reverse=True), source)


FORM = InputForm(read=_read, root=re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]"))
