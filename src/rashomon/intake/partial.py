"""Whether a text is the whole article: what its page, its container or its own end says of a part. A reason, or "".

No silence rests on a part: who reads only the beginning of a report cannot know what the report leaves out.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from rashomon.records.domain import host

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])?\s*\[\+\s?[\d,]{1,9}\s(?:chars|characters)\]\s*\Z")
_MORE = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read (?:more|the (?:rest|full (?:story|article)))|keep reading"
    r"|full story(?: here)?|click here to read)\b[^.!?\n]{0,60}?(?:…|\.\.\.|→|»|>)?|…|(?<!\.)\.\.\.)\s*\Z",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\b(?:to (?:read|continue|keep) (?:reading|on|the (?:rest|full|whole|remaining))[^.!?\n]{0,80}"
    r"(?:subscri|sign (?:in|up)|log ?in|register|account)"
    r"|(?:subscribe|sign (?:in|up)|log ?in|register)[^.!?\n]{0,40} to (?:read|continue|keep|get full|unlock|access)"
    r"|already a subscriber\?"
    r"|(?:this|the rest of this) (?:article|story|content) is (?:for|available to|reserved for|only for)"
    r"[^.!?\n]{0,30}(?:subscribers|members)|(?:you have|you've) (?:reached|used)[^.!?\n]{0,40}(?:free|limit)"
    r"|(?:subscriber|member)s?[- ]only (?:article|content|story))",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"\bpage\s+(\d{1,2})\s+of\s+(\d{1,2})\b", re.IGNORECASE)
_PAGE_QUERY = {"page", "p", "pg", "pagenum", "paged", "pageno"}
_AT_THE_END = 700  # characters in which a wall stands


def partial_by_words(text: str) -> str:
    """Give why the words of `text` tell that it is a part."""
    end = text.rstrip()
    if match := _CUT.search(end):
        return f"cut: {match.group().strip()}"
    if match := _WALL.search(end, max(0, len(end) - _AT_THE_END)):
        return f"wall: {' '.join(match.group().split())[:80]}"
    if match := _MORE.search(end[-120:]):
        return f"teaser: {' '.join(match.group().split())[:80]}"
    return ""


def partial_by_pages(following: str, url: str, page: str) -> str:
    """Give why the page is one of several: an address of the next (`following`, rel=next) that is this one's second."""
    if following and (not url or _second_page(following, url)):
        return f"one page of several: next is {following[:200]}"
    if (told := _OF_PAGES.search(page)) and 1 <= int(told[1]) <= int(told[2]) and int(told[2]) > 1:
        return f"one page of several: {' '.join(told.group().split())}"
    return ""


def _second_page(following: str, url: str) -> bool:
    """Whether `following` is the same article's next page, and no newer article."""
    if host(following) and host(following) != host(url):
        return False
    try:
        one, other = urlsplit(url), urlsplit(following)
    except ValueError:
        return False
    a, b = one.path.rstrip("/"), other.path.rstrip("/")
    asked = {name.casefold() for name, _ in parse_qsl(other.query)}
    if a == b or not b:
        return bool(asked & _PAGE_QUERY) or (a == b and bool(other.query))
    stem = re.sub(r"(?:[/_-](?:page[/_-]?)?\d{1,2})?(\.\w{2,5})?\Z", "", a)
    return re.fullmatch(re.escape(stem) + r"[/_,-]?(?:page)?[/_,-]?\d{1,2}(?:\.\w{2,5})?", b) is not None
