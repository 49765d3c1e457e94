"""Addresses as reports bear them: taken out of the archive or cache that wraps them, compared, and by whose domain."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

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
