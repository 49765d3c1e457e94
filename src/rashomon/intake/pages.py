"""A page of the web to one report: what its JSON-LD says first, then what trafilatura takes from its markup.

The text is trafilatura's, its lines parted as paragraphs, except where the markup holds less than half of the body
that the page's own JSON-LD tells: then it is that one.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from rashomon.intake.day import day
from rashomon.intake.fragment import fragment
from rashomon.intake.markup import markup
from rashomon.intake.news_article import news_article
from rashomon.intake.unescaped import unescaped

_TAKEN = ("text", "title", "author", "sitename", "hostname", "date", "language")
_ELEMENT = re.compile(r"<[a-zA-Z]")
_MOST_ELEMENTS = 15_000
_META = re.compile(r"<meta\b([^>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_CANONICAL = re.compile(r"<link\b([^>]{0,300}\bcanonical\b[^>]{0,2000})>", re.IGNORECASE)
_TIME = re.compile(r"<time\b([^>]{0,1000})>", re.IGNORECASE)
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date"),
    *("article.published", "publication_date", "originalpublicationdate", "cxenseparse:recs:publishtime"),
)


def pages(data: bytes, url: str = "", charset: str = "") -> dict[str, str]:
    """Give the fields of the report that a page holds, its text among them.

    Raises ValueError, with a reason to show, where the page holds no article or may not be parsed.
    """
    page = markup(data, charset)
    count = len(_ELEMENT.findall(page))
    if count > _MOST_ELEMENTS:
        raise ValueError(f"has {count:,} elements, more than {_MOST_ELEMENTS:,}: it is no article")
    told = news_article(page)
    taken = _extracted(page, url)
    named = _named(page)
    text = "\n\n".join(line.strip() for line in (taken.get("text") or "").splitlines() if line.strip())
    body = fragment(told.pop("text", ""))
    if len(text) < len(body) / 2:
        text = body
    if not text:
        raise ValueError("holds no article: no text was found in its markup")
    own = told.pop("url", "")
    day_named = next((named[name] for name in _DATES if named.get(name)), "") or _time(page)
    fields = {
        "title": taken.get("title"),
        "author": taken.get("author"),
        "outlet": named.get("og:site_name") or taken.get("sitename") or taken.get("hostname"),
        "published": day(day_named) if day_named else taken.get("date"),
        "language": named.get("lang") or taken.get("language"),
        **told,
        "url": _own_address(page, url, own),
        "text": text,
    }
    if not fields["outlet"]:
        fields["outlet"] = urlsplit(fields["url"] or "").hostname
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}


def _extracted(page: str, url: str) -> dict[str, Any]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},  # never a day read in the text
        )
    except Exception as error:  # whatever an extractor stumbles over in a stranger's markup, the others are read
        raise ValueError(f"holds markup that cannot be parsed ({type(error).__name__})") from None
    return {name: getattr(found, name, None) for name in _TAKEN} if found else {}


def _named(page: str) -> dict[str, str]:
    """Give what the page's meta elements say, by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in _META.finditer(page):
        told = _attributes(meta.group(1))
        name = told.get("property") or told.get("name") or told.get("itemprop")
        if name and told.get("content", "").strip():
            found.setdefault(name.casefold(), told["content"].strip())
    return found


def _time(page: str) -> str:
    for time in _TIME.finditer(page):
        told = _attributes(time.group(1))
        if told.get("datetime") and ("pubdate" in time.group(1) or told.get("itemprop") == "datePublished"):
            return told["datetime"].strip()
    return ""


def _attributes(markup_: str) -> dict[str, str]:
    return {m[1].casefold(): unescaped(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(markup_)}


def _own_address(page: str, url: str, told: str) -> str:
    """Give the page's own address; one that it tells counts where it lies at the host that served the page."""
    link = _CANONICAL.search(page)
    for own in (_attributes(link.group(1)).get("href", "") if link else "", told):
        if own.startswith(("http://", "https://")) and (not url or _host(own) == _host(url)):
            return own.split("#")[0]
    return url


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
