"""What of a report is no body of it, for whom a pronoun may mean: who signs a report is nobody in it."""

from __future__ import annotations

from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.page import Page
from rashomon.reading.regions.within import opens_an_entry
from rashomon.records import Region

_APART = frozenset({"boilerplate", "credit", "date", "related_link", "site", "syndication_credit"})
_SIGNED = frozenset({"and", "at", "by", "in", ",", "-", "&"})


def unread(page: Page) -> frozenset[int]:
    """Give the tokens of what is no body: who signs a report is nobody in it."""
    apart = [(r.start, r.end) for r in page.doc._.rashomon_regions if r.kind in _APART or _signs(page, r)]
    return frozenset(i for i, at in enumerate(page.starts) if any(a <= at < b for a, b in apart))


def entry_starts(page: Page) -> list[int]:
    """Give the characters at which the entries of a live page begin: each is told for itself."""
    return [r.start for r in page.doc._.rashomon_regions if opens_an_entry(r)]


def _signs(page: Page, region: Region) -> bool:
    """Whether what looks like a headline only names who writes, and where: "Ada Holm in Karm" under a title."""
    title = page.doc._.rashomon_title or ""
    line = page.raw[region.start : region.end].strip()
    if region.kind != "headline" or line.casefold() in title.casefold() or not title:
        return False
    here = [i for i, at in enumerate(page.starts) if region.start <= at < region.end and not page.blank(i)]
    plain = all(page.tags[i] in tags.PROPER or page.lower[i] in _SIGNED for i in here)
    return bool(here) and plain and page.labels[here[0]] in ner.PERSON
