"""What a page's markup says about the page itself: meta elements, links, headings, times. Looked at, never judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.intake.markup import fragment, unescaped

# What one of these holds is no second one: what is never closed would be looked through again at each that opens.
_META = re.compile(r"<meta\b((?:[^<>]|<(?!meta\b)){0,4000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\b((?:[^<>]|<(?!link\b)){0,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HEADING = re.compile(r"<h1\b(?:[^<>]|<(?!h1\b)){0,1000}>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{0,1000})", re.IGNORECASE)
_TIME = re.compile(r"<time\b((?:[^<>]|<(?!time\b)){0,1000})>([^<]{0,100})", re.IGNORECASE)
_HTML = re.compile(r"<html\b((?:[^<>]|<(?!html\b)){0,1000})>", re.IGNORECASE)
_MARKED = re.compile(
    r"<(?!meta\b)[a-z]\w{0,20}\b([^<>]{0,600}?\b(?:itemprop|property)\s{0,3}=\s{0,3}[\"']?(?:schema:)?datePublished\b"
    r"[^<>]{0,600})>",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"<(?:span|div|p|li|time|small|abbr)\b"
    r"[^>]{0,300}?\b(?:class|id|itemprop|data-testid)\s{0,3}=\s{0,3}[\"']?([^\"'>]{0,200})[^>]{0,300}>"
    r"((?:[^<]|<(?!/?(?:p|div|h\d|article|section|ul)\b)[^>]{0,200}>){0,200}?)</",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:pub(?:lish(?:ed)?)?[-_]?(?:date|time|on)?|date(?:line|published|time)?|post(?:ed)?[-_]?(?:on|date|time)?"
    r"|timestamp|(?:entry|article|story|post|byline|meta)[-_]*(?:date|time|published))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modif|updat|edit|event|comment|copyright|footer|weather|today|current", re.IGNORECASE)
_LED_IN = re.compile(
    r"\b(?:updat\w+|modif\w+|edited|revised|changed|amended)(?:\s+(?:on|at))?\s*[:\-–—|]?\s*\Z", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[^<>]{0,400}>")
_LEAD = 200  # characters of markup in front of a time that may say whose it is
_WRITTEN = re.compile(r"\b(?:byline|author|writer)s?\b", re.IGNORECASE)
_BY = re.compile(r"By\s+(?=[^\W\d_])", re.IGNORECASE)
_MOST = 40


@dataclass(frozen=True, slots=True)
class Time:
    """One <time>: its machine's day, its words, whether it is marked as the publication's, or as another's."""

    told: str
    words: str
    marked: bool
    other: bool
    at: int


@dataclass(frozen=True, slots=True)
class Head:
    """`named` by name in small letters, first come; `links` by rel; `headings` the words of every h1."""

    named: dict[str, str]
    links: dict[str, str]
    headings: tuple[str, ...]
    title: str
    times: tuple[Time, ...]
    dated: tuple[tuple[int, str], ...]
    bylines: tuple[tuple[int, str], ...]
    heading_at: int


def head(page: str) -> Head:
    """Look at `page`."""
    named: dict[str, str] = {}
    for meta in _META.finditer(page):
        told = attributes(meta.group(1))
        name = told.get("property") or told.get("name") or told.get("itemprop") or told.get("http-equiv")
        if name and told.get("content", "").strip():
            named.setdefault(name.casefold().strip(), " ".join(unescaped(told["content"]).split()))
    for marked in islice(_MARKED.finditer(page), _MOST):  # as RDFa and microdata mark what is shown
        told = attributes(marked.group(1))
        if day := (told.get("content") or told.get("datetime") or "").strip():
            named.setdefault("datepublished", day)
    links: dict[str, str] = {}
    for link in _LINK.finditer(page):
        told = attributes(link.group(1))
        for rel in told.get("rel", "").lower().split():
            if told.get("href", "").strip():
                links.setdefault(rel, told["href"].strip())
    if language := _HTML.search(page):
        named.setdefault("html lang", attributes(language.group(1)).get("lang", ""))
    title = _TITLE.search(page)
    headings = list(_headings(page))
    return Head(
        named,
        links,
        tuple(words for words, _ in headings),
        " ".join(unescaped(title.group(1)).split()) if title else "",
        tuple(islice(_times(page), _MOST)),
        tuple(islice(_dated(page), _MOST)),
        tuple(islice(_bylines(page), _MOST)),
        headings[0][1] if headings else -1,
    )


def attributes(markup_: str) -> dict[str, str]:
    """Give the attributes of a tag by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(markup_):
        found.setdefault(m[1].casefold(), unescaped(m[2] or m[3] or m[4] or ""))
    return found


def _headings(page: str) -> Iterator[tuple[str, int]]:
    for opening in islice(_HEADING.finditer(page), 20):
        end = page.find("</h1", opening.end(), opening.end() + 5_000)
        words = " ".join(fragment(page[opening.end() : end]).split()) if end >= 0 else ""
        if words:
            yield words, opening.start()


def _times(page: str) -> Iterator[Time]:
    for time in _TIME.finditer(page):
        told = attributes(time.group(1))
        marks = f"{told.get('itemprop', '')} {told.get('class', '')}"
        marked = bool(re.search(r"\bpubdate\b", time.group(1))) or "datePublished" in marks
        yield Time(
            told.get("datetime", "").strip(),
            " ".join(unescaped(time.group(2)).split()),
            marked,
            bool(
                _CHANGED.search(marks) or _CHANGED.search(time.group(2)) or _LED_IN.search(_before(page, time.start()))
            ),
            time.start(),
        )


def _before(page: str, at: int) -> str:
    """Give the words that lead in what stands at a place of the page."""
    return " ".join(_ANY_TAG.sub(" ", page[max(0, at - _LEAD) : at]).rpartition(">")[2].split())


def _bylines(page: str) -> Iterator[tuple[int, str]]:
    """Give place and names of elements that are marked as a byline and say "By"."""
    for held in _BYLINE.finditer(page, 0, 400_000):
        marks, words = held.groups()
        told = " ".join(fragment(words).split())
        if _WRITTEN.search(marks) and _BY.match(told) and len(told) <= 120:
            yield held.start(), _BY.sub("", told, count=1)


def _dated(page: str) -> Iterator[tuple[int, str]]:
    """Give place and words of elements that are marked as the day of publication."""
    for held in _BYLINE.finditer(page, 0, 400_000):
        marks, words = held.groups()
        if _DATED.search(marks) and not _CHANGED.search(marks):
            told = " ".join(fragment(words).split())
            if any(c.isdigit() for c in told) and len(told) <= 100:
                yield held.start(), told
