"""A feed (RSS, Atom) to its entries: what each tells of an article, and the article itself where the feed holds it.

The bytes are parsed, never an address or a path: feedparser opens whatever a string names. A document type is refused.
"""

from __future__ import annotations

import io
import json
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from rashomon.intake.carried_by import of_its_slogan
from rashomon.intake.day import day, is_nothing, understood
from rashomon.intake.markup import fragment, markup
from rashomon.intake.names import authors
from rashomon.intake.partial import partial_by_words

_WHOLE = 600  # characters: what is shorter may be the article's beginning only
_SHORTEST = 200  # of an article in paragraphs that come to an end
_ENDED = re.compile(r"[.!?][\"'”’)\]]{0,3}\Z")
_MOST = {"<": 50_000, "&": 400_000}
"""Of tags and references; a feed of 100 articles has 2,000 and, where their markup is escaped, 20,000."""
_ATTRIBUTES = 300
"""Of one tag: the parser's time grows with their square."""
_ATTRIBUTE = re.compile(r"""\s+[^\s=<>"']+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]*))?""")
_TAG = re.compile(rf"<[^\s<>/!?]++(?:{_ATTRIBUTE.pattern})*+")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
_OF_FEEDS = re.compile(
    r"\s*[-–—|:»]\s*"
    r"(?:rss|rss feeds?|feeds?|atom|latest(?: \w+){0,2}|top stories|home|all (?:news|stories|articles))\Z",
    re.IGNORECASE,
)
_FEED = re.compile(r"\s+(?:rss(?: feeds?)?|atom feed|news feed)\Z", re.IGNORECASE)
_LONGEST_NAME = 1_000
"""Characters of who wrote an item: the parser looks for an address from each on, to the end of its word."""
_ELSEWHERE = re.compile(r"\n\nThe (?:post|article) [^\n]{1,300} (?:appeared first|first appeared) on [^\n]{1,120}\Z")
"""What a blog's program sets under each post of its feed."""
_PARAGRAPHS = 3  # of a description that is the article, as feeds without content give it
_CONTENT_TOO = 1.5  # a content that is not this much longer than the summary says nothing more


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: `key` tells it from the others of its feed, `link` leads to its page, `fields` hold what it tells.

    `fields` holds a text only where the feed gives the article, or as much of it as anybody gets without the page.
    """

    key: str
    link: str
    whole: bool
    fields: dict[str, str] = field(default_factory=dict)

    def data(self) -> bytes:
        """Give what the feed told of this entry as bytes that stay the same when other entries come and go."""
        return json.dumps(
            {"key": self.key, "link": self.link, **self.fields}, ensure_ascii=False, sort_keys=True
        ).encode()


def feeds(data: bytes, url: str = "", charset: str = "") -> Iterator[Entry]:
    """Give the entries of a feed in its order. Raises ValueError, with a reason to show, where it is none."""
    xml = markup(data, charset, xml=True)
    for sign, most in _MOST.items():
        if (count := xml.count(sign)) > most:
            raise ValueError(f"holds {count:,} times {sign!r}, more than {most:,}: it is no feed of articles")
    for tag in _TAG.finditer(xml):
        if (count := len(_ATTRIBUTE.findall(tag.group()))) > _ATTRIBUTES:
            raise ValueError(
                f"holds a tag of {count:,} attributes, more than {_ATTRIBUTES:,}: it is no feed of articles"
            )
    safe = _REFERENCE.sub(_sound, xml).encode("utf-8", "ignore")
    try:
        told = _feedparser().parse(
            io.BytesIO(safe),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # whatever a parser stumbles over in a stranger's feed, the others are read
        raise ValueError(f"cannot be parsed as a feed ({type(error).__name__})") from None
    if not told.get("version") and not told.entries:
        raise ValueError("is no feed: it holds neither RSS nor Atom")
    outlet = _site(_words(told.feed.get("title")), str(told.feed.get("link") or url))
    language = _words(told.feed.get("language"))
    for item in told.entries:
        yield _entry(item, url, outlet, language)


@cache
def _feedparser() -> ModuleType:
    """Give feedparser, bound where its time grows with the square of what one item holds: long authors, many labels."""
    import feedparser
    from feedparser.mixin import _FeedParserMixin as Mixin
    from feedparser.util import FeedParserDict

    parted = Mixin._sync_author_detail

    def sync(self: Any, key: str = "author") -> None:
        context = self._get_context()
        if isinstance(told := context.get(key), str):
            context[key] = told[:_LONGEST_NAME]
        parted(self, key)

    def label(self: Any, term: object, scheme: object, label: object) -> None:
        self._get_context()["tags"] = [FeedParserDict(term=term, scheme=scheme, label=label)]  # the last; none is asked

    Mixin._sync_author_detail, Mixin._add_tag = sync, label
    return feedparser  # type: ignore[no-any-return]


def _site(title: str, url: str) -> str:
    """Give the site's name in a feed's title, which may say too what the feed is of."""
    return _FEED.sub("", _OF_FEEDS.sub("", of_its_slogan(title, url))) or title


def _sound(reference: re.Match[str]) -> str:
    """A reference to a character that no text can hold stands for one that cannot be shown."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else reference.group()


def _entry(item: Any, url: str, outlet: str, language: str) -> Entry:
    link = _link(item, url)
    summary = _ELSEWHERE.sub("", fragment(str(item.get("summary") or "")))
    content = max((fragment(str(c.get("value") or "")) for c in item.get("content") or ()), key=len, default="")
    content = _ELSEWHERE.sub("", content)
    text, whole = summary, False
    if len(content) >= _WHOLE or len(content) > _CONTENT_TOO * len(summary):
        text, whole = content, len(content) >= _WHOLE or _comes_to_an_end(content, 2)
    else:
        whole = _comes_to_an_end(summary, _PARAGRAPHS)
    carrier = _words((item.get("source") or {}).get("title"))
    title = _words(item.get("title"))
    if carrier and title.casefold().endswith(f" - {carrier}".casefold()):  # as feeds that gather from many set it
        title = title[: -len(carrier) - 3].rstrip()
    fields = {
        "title": title,
        "outlet": carrier or outlet,
        "author": authors(_writers(item), outlet),
        "published": _moment(item),
        "language": _words((item.get("content") or [{}])[0].get("language")) or language,
        "url": link,
        "text": text,
    }
    key = _words(item.get("id")) or link or _words(item.get("title"))
    return Entry(key[:2000], link, whole, {name: value for name, value in fields.items() if value})


def _comes_to_an_end(text: str, least: int) -> bool:
    """Tell whether a short text is an article: so many paragraphs, each a sentence to its end, and no word of more."""
    parts = text.split("\n\n")
    ended = sum(_ENDED.search(part) is not None for part in parts)
    return len(text) >= _SHORTEST and ended >= max(least, len(parts) - 1) and not partial_by_words(text)


def _writers(item: Any) -> list[str]:
    told = [_words(one.get("name")) for one in item.get("authors") or () if isinstance(one, dict)]
    return told if len(told) > 1 else [_words(item.get("author"))]


def _link(item: Any, url: str) -> str:
    told = item.get("feedburner_origlink") or item.get("link") or ""
    try:
        link = urljoin(url, str(told).strip())
    except ValueError:
        return ""
    return link if link.startswith(("http://", "https://")) else ""


def _moment(item: Any) -> str:
    for name in ("published", "updated"):
        told = str(item.get(name) or "").strip()
        if not told:
            continue
        iso = day(told)
        parsed = item.get(f"{name}_parsed")
        if understood(iso) and is_nothing(iso):
            continue
        if iso != told or iso[:4].isdigit() or not parsed:
            return iso
        try:
            return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            continue
    return ""


def _words(value: Any) -> str:
    told = fragment(value) if isinstance(value, str) else ""
    return " ".join(told.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").split())
