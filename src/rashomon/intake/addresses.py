"""Where a page came from: addresses as reports bear them, and what a browser or an archive that saved it says.

Addresses are taken out of the archive or cache that wraps them, compared, and told by whose domain. A page is given as
a browser, an add-on or an archive saved it, without what they put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from rashomon.records.domain import host

_WRAPPERS = (
    re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<url>.+)"),
    re.compile(
        r"https?://(?:www\.)?archive\.(?:ph|today|is|li|md|vn|fo)/(?:[\d.-]{4,20}|newest|o/\w+)/(?P<url>https?://.+)"
    ),
    re.compile(r"https?://[^/?#]+/(?:[\w-]+/){0,4}\d{4,14}(?:[a-z]{2}_)?/(?P<url>https?:/.+)"),
    re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<s>s/)?(?P<url>.+)"),
    re.compile(r"https?://[\w-]+\.cdn\.ampproject\.org/[acv]/(?P<s>s/)?(?P<url>.+)"),
    re.compile(
        r"https?://webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{6,20}:)?(?P<url>[^+&]+)(?:[+&].*)?"
    ),
)

_ODD = re.compile(r"[^\w.~-]+")


def unwrapped(url: str) -> str:
    """Give the address inside that of a web archive or a cache; any other as it is."""
    for wrapper in _WRAPPERS:
        if match := wrapper.fullmatch(url.strip()):
            inner = match["url"]
            if "%3A" in inner[:12] or "%3a" in inner[:12]:
                inner = unquote(inner)
            inner = re.sub(r"\A(https?):/+(?=[^/])", r"\1://", inner)
            return inner if inner.startswith(("http://", "https://")) else f"https://{inner}"
    return url.strip()


def whole(url: str, base: str) -> str:
    """Give `url` as it stands, or led from `base` where it is a part; "" where that gives no address of the web."""
    try:
        told = unwrapped(urljoin(base, url.strip()))
    except ValueError:
        return ""
    return told.split("#")[0] if told.startswith(("http://", "https://")) else ""


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page: scheme, www, a slash at the end and what follows "?" aside."""
    return bool(host(one)) and host(one) == host(other) and _path(one) == _path(other)


def says_a_page(url: str) -> bool:
    """Tell whether an address leads deeper than the front door of its site."""
    return bool(_path(url))


def stem_of(url: str) -> str:
    """Give a short id for what lies at `url`: its host, and the last part of its path that says something."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "page"
    last = next((p for p in reversed(unquote(parts.path).split("/")) if p.strip()), "")
    last = re.sub(r"\.(?:html?|php|aspx?)$", "", last)
    return _ODD.sub("-", f"{host}~{last}" if host and last else host or last or "page").strip("-")[:100] or "page"


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return unquote(parts.path).rstrip("/").removesuffix("/amp").removesuffix(".amp")


_WEB_MARK = re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S{1,4000})\s*-->")
_SINGLE_FILE = re.compile(r"Page saved with SingleFile[^\n]{0,20}\s*\n\s*url:\s*(\S{1,4000})")
_MONOLITH = re.compile(r"<!--\s*Saved from (https?://\S{1,4000}) at \S{1,40} using monolith")
_SCRAPBOOK = re.compile(r"\bdata-scrapbook-source=[\"']([^\"']{1,4000})[\"']")
_REPLAYED = re.compile(r"""\b__wm\.wombat\(\s{0,3}["'](https?://[^"'\s]{1,4000})["']""")
_PRINTED = re.compile(
    r"\b(?:source url|printed from|original (?:url|article)|article url|retrieved from)"
    r"\s{0,3}:?\s{0,3}(?:</?[a-z][^<>]{0,300}>\s{0,9}){0,6}:?\s{0,3}(https?://[^\s<>\"']{4,2000})",
    re.IGNORECASE,
)
"""What a page made for the printer says of the one that it was made from."""
_TOOLBAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT", "<!-- END WAYBACK TOOLBAR INSERT -->")
_DATA = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,80}(?:;[\w=-]{1,40}){0,4},[A-Za-z0-9+/=%\s]{40,}", re.ASCII)
_DATA_BYTES = re.compile(_DATA.pattern.encode(), re.ASCII)
_EMPTY = re.compile(
    r"<(i|b|s|u|em|li|td|th|tr|div|span|small|svg|path|option|strong)\b(?![^<>]{0,400}\b(?:aria-label|datetime|data-(?:date|time|publish)))[^<>]{0,400}>\s{0,200}</\1\s{0,3}>",
    re.I,
)
_ASIDE = ('"', "'", "./", "=")
_GONE = "<!---->"
"""A comment in the place of a picture, so that the words on its two sides stay apart."""
_WITHIN = 5_000  # characters in which the mark of a saved page stands


@dataclass(frozen=True, slots=True)
class Saved:
    """The page, and the address that it was saved from ("" where nothing tells)."""

    page: str
    url: str = ""


def saved(page: str) -> Saved:
    """Undo what saved `page`: pictures written into it, a toolbar, elements that hold nothing."""
    beginning = page[:_WITHIN]
    url = ""
    for mark in (_WEB_MARK, _SINGLE_FILE, _MONOLITH, _SCRAPBOOK):
        if (found := mark.search(beginning)) and found.group(1).startswith(("http://", "https://")):
            url = found.group(1)
            break
    if not url:
        printed = [found[1] for found in _PRINTED.finditer(page[-_WITHIN:])]
        replayed = _REPLAYED.search(beginning)
        url = replayed[1] if replayed else printed[-1] if printed else ""
    page = _DATA.sub("data:,", page) if "data:" in page else page
    page = without(page, *_TOOLBAR)
    for tag in ("svg", "style"):
        page = without(page, f"<{tag}", f"</{tag}>", _GONE if tag == "svg" else "")
    for _ in range(3):  # what holds only what is empty is empty
        emptier = _EMPTY.sub("", page)
        if emptier == page:
            break
        page = emptier
    return Saved(page, url)


def without(page: str, opening: str, closing: str, instead: str = "") -> str:
    """Give `page` without what stands from each `opening` to the next `closing`; one that nothing closes stays.

    What stood around it is kept apart by what is put there `instead`.
    """
    if opening not in page:
        return page
    parts, at = [], 0
    while (start := page.find(opening, at)) >= 0:
        end = page.find(closing, start)
        if end < 0:
            break
        if opening[1:].isalpha() and page[start + len(opening) : start + len(opening) + 1] not in " \t\r\n>/":
            parts.append(page[at : start + len(opening)])
            at = start + len(opening)
            continue
        parts += (page[at:start], instead)
        at = end + len(closing)
    parts.append(page[at:])
    return "".join(parts)


def belongs_to(folder: str, names: Iterable[str], read: Callable[[str], bytes]) -> str:
    """Give the saved page of `names` whose pictures and frames lie in `folder` beside it, "" where there is none.

    Its folder begins as it does ("a.html", "a_files"), and the page names files in it.
    """
    for name in names:
        stem, _, suffix = name.rpartition(".")
        if suffix.lower() in ("html", "htm", "xhtml") and stem and folder.startswith(stem) and folder != stem:
            page = read(name)
            if any(f"{before}{told}/".encode() in page for told in (folder, quote(folder)) for before in _ASIDE):
                return name
    return ""


PARTS = "nothing is to be done unless one of them is a report"


def light(data: bytes) -> bytes:
    """Give the bytes of a page without the pictures that are written into it."""
    return _DATA_BYTES.sub(b"data:,", data) if b"data:" in data else data
