"""Which outlet published a report: what its container says, else its address, else what its page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.outlets import host_outlet, outlets
from rashomon.records import Region, Report

_ABOUT = re.compile(r"About (?:the )?([A-Z][\w&’'.-]*(?: (?:[A-Z][\w&’'.-]*|of|the|and|for)){0,5})")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?([A-Z][\w.’'& -]{2,40})"
)
_CRUMB = re.compile(r"\s+(?:[-–—|»›>/:•·]|::)\s+|\s*[»›|]\s*")
_NOT_A_NAME = {"us", "author", "authors", "me", "our team"}


@cache
def _sections() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("site_sections"))


def publisher(report: Report, text: str, regions: Iterable[Region]) -> str | None:
    """Give the outlet's name, or None where nothing tells. A known outlet's name is given as it is in the lexicon."""
    if report.outlet:
        host = "." in report.outlet and " " not in report.outlet
        return (host_outlet(report.outlet) if host else None) or report.outlet
    if report.url and (known := host_outlet(report.url)):
        return known
    kept = list(regions)
    for region in kept:
        if region.kind == "site" and (name := _of_breadcrumb(text[region.start : region.end])):
            return name
    for region in kept:
        if region.kind == "boilerplate" and region.because.rule == "about":
            match = _ABOUT.match(text, region.start, region.end)
            if match and match.group(1).casefold() not in _NOT_A_NAME:
                return match.group(1)
    for region in kept:
        if region.kind == "boilerplate" and (match := _COPYRIGHT.match(text, region.start, region.end)):
            return match.group(1).split(". ")[0].strip(" .")
    return None


def _of_breadcrumb(line: str) -> str | None:
    """Give the part of a breadcrumb that is no section: a known outlet, else the last one with a word of its own."""
    named = next(outlets(line), None)
    if named:
        return named.name
    crumbs = [c.strip() for c in _CRUMB.split(line) if c.strip()]
    own = [c for c in crumbs if any(w not in _sections() for w in re.findall(r"[^\W\d_]+", c.casefold()))]
    return own[-1] if own else None
