"""What meta elements are called that tell of a page's own article: its days, who wrote it, and what its site is called.

Those that many sites share come first, in an order of trust; then any whose name ends in one of such words, however it
is joined and whatever house leads it in ("cXenseParse:author", "article.published").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.intake.head import Head

PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "article.published", "publication_date", "pubdate"),
    *(
        "publishdate",
        "publish-date",
        "publish_date",
        "published_at",
        "originalpublicationdate",
        "article_date_original",
    ),
    *("cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date", "bt:pubdate", "dc.date"),
    *("dcterms.date", "article:published", "og:published_time", "rnews:datepublished", "date"),
)
MODIFIED = (
    *("article:modified_time", "og:updated_time", "article:updated_time", "datemodified", "dcterms.modified"),
    *("last-modified", "lastmod", "og:article:modified_time", "dc.date.modified", "revised"),
)
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "cre:site", "site_name")
_WRITERS = (
    *("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
    *("citation_author", "article:author_name", "og:article:author"),
)
_PUBLICATION = re.compile(
    r"(?:article|story|news|first|original|page|post)*"
    r"(?:publish(?:ed)?(?:date|time|datetime|at|on)?|pub(?:lication)?(?:date|time|datetime)|date(?:time)?(?:published|issued|created)"
    r"|issued?(?:date)?|created?(?:date|at|on|time)?|creationdate|posted?(?:date|at|on|time)|displaydate|releasedate|(?<=[a-z])date)"
)
_WRITER = re.compile(
    r"(?:article|story|news|page|post|primary)*(?:authors?|byl|bylines?|writers?|contributors?)(?:full)?(?:names?)?"
)
_OF_OTHERS = re.compile(r"\b(?:video|book|music|event|product|image|comment|modif\w*|updat\w*|expir\w*|twitter)\b")


def is_publication(name: str) -> bool:
    """Tell whether a name of any program is one of the day on which an article was published."""
    return _named_so(name, _PUBLICATION)


def is_writer(name: str) -> bool:
    """Tell whether a name of any program is one of who wrote an article."""
    return _named_so(name, _WRITER)


def _named_so(name: str, kind: re.Pattern[str]) -> bool:
    last = re.sub(r"[^a-z]", "", re.split(r"[:.]", name)[-1].casefold())
    return kind.fullmatch(last) is not None and not _OF_OTHERS.search(re.sub(r"[_-]", " ", name))


def days_of_publication(head: Head) -> Iterator[tuple[str, str]]:
    """Give name and words of what tells when the article was published, best first."""
    yield from ((name, head.named.get(name, "")) for name in PUBLISHED)
    yield from _akin(head, _PUBLICATION, PUBLISHED)


def writers(head: Head) -> Iterator[tuple[str, list[str]]]:
    """Give name and words of what tells who wrote the article, best first: all elements of a name together."""
    names = [*_WRITERS, *(name for name, _ in _akin(head, _WRITER, _WRITERS))]
    yield from ((name, [told for one, told in head.metas if one == name]) for name in dict.fromkeys(names))


def _akin(head: Head, kind: re.Pattern[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name, told in head.metas:
        if name not in known and _named_so(name, kind):
            yield name, told
