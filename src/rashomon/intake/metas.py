"""What a page tells programs of its own article, in meta elements and scripts: its days, who wrote it, its site's name.

Of meta elements those that many sites share come first, in an order of trust; then any whose name ends in one of such
words, however it is joined and whatever house leads it in ("cXenseParse:author", "article.published").

Of scripts what they keep where they tell one only: objects of measuring, of frames that draw the page, of its state:
names and values, wherever they stand. Where they tell several, those count that stand in one object with the page's own
title, but for objects within.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

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
    r"(?:article|story|news|first|original|page|post|content)*"
    r"(?:publish(?:ed)?(?:date|time|datetime|at|on)?|pub(?:lication)?(?:date|time|datetime)|date(?:time)?(?:published|issued|created)"
    r"|issued?(?:date)?|created?(?:date|at|on|time)?|creationdate|posted?(?:date|at|on|time)|displaydate|releasedate|(?<=[a-z])date)"
)
_WRITER = re.compile(
    r"(?:article|story|news|page|post|primary|content)*(?:authors?|byl|bylines?|writers?|contributors?)(?:full)?(?:names?)?"
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


_SCRIPT = re.compile(r"<script\b(?![^<>]{0,300}ld\+json)[^<>]{0,600}>", re.IGNORECASE)
_KEY = re.compile(r"""(?<![\w.$-])([A-Za-z_][\w.-]{2,60})["']?\s{0,4}[:=]\s{0,4}(?=["'\[{\d])""")
_PLAIN = re.compile(r"""(?:"((?:[^"\\]|\\.){1,200})"|'((?:[^'\\]|\\.){1,200})'|(\d{10,13})(?!\d))""")
_PARTS = (
    r"""\{\s{0,4}(?:"?[@\w]{1,20}"?\s{0,4}:\s{0,4}(?:"[^"\\]{0,120}"|\d{1,12}|null)\s{0,4},\s{0,4}){0,4}"""
    r""""?(?:name|displayName|full_?[nN]ame)"?\s{0,4}:\s{0,4}"""
)
_NAMED = re.compile(rf"""(?:\[\s{{0,4}})?(?:{_PARTS})?"((?:[^"\\]|\\.){{1,200}})"(?!\s{{0,4}}:)""")
"""The first of a list, an object with its name, or a name."""
_MORE = re.compile(
    r"""\s{0,4}(?:,\s{0,4}"?[@\w]{1,20}"?\s{0,4}:\s{0,4}(?:"[^"\\]{0,120}"|\d{1,12}|null)\s{0,4}){0,4}\}?\s{0,4},\s{0,4}"""
    rf"""(?:{_PARTS})?"((?:[^"\\]|\\.){{1,200}})"(?!\s{{0,4}}:)"""
)
_ESCAPED = re.compile(r"""\\"[A-Za-z_]{2,30}\\"\s{0,4}:\s{0,4}\\?["\[{\d]""")
"""A key of an object that a script holds as words."""
_BRACE = re.compile(r"[{}]")
_MOST, _LONGEST = 40, 400_000
_MOST_PAIRS = 4_000
_SEVERAL = 6  # names in one list
_DATA = re.compile(
    r"""\bdata-(?:(?:article|page|content|post|story|entry|gtm|analytics|track(?:ing)?)-)?(?:authors?|byline|writer)(?:-?names?)?\s{0,3}=\s{0,3}(?:"([^"<>]{3,120})"|'([^'<>]{3,120})')""",
    re.IGNORECASE,
)


def told_by_scripts(page: str, titles: Iterable[str]) -> tuple[list[str], list[str]]:
    """Give the days of publication and the writers that the scripts of a page tell of its own article."""
    days: list[str] = []
    writers: list[str] = []
    titles = [title for title in titles if len(title) > _SEVERAL]
    for script in _scripts(page):
        held = list(islice(_pairs(script), _MOST_PAIRS))
        own = _own_object(script, titles)
        if own and len({value for _, kind, value in held if kind == "day"}) > 1:
            held = [one for one in held if one[1] != "day" or one[0] in own]
        if own and len({value for _, kind, value in held if kind == "by"}) > 1:
            held = [one for one in held if one[1] != "by" or one[0] in own]
        days += [value for _, kind, value in held if kind == "day"]
        writers += [value for _, kind, value in held if kind == "by"]
    return list(dict.fromkeys(days)), list(dict.fromkeys(writers))


def kept_writers(markup: str) -> list[str]:
    """Give the writers that elements keep for a program."""
    return list(dict.fromkeys(" ".join((one or other).split()) for one, other in islice(_DATA.findall(markup), _MOST)))


def _scripts(page: str) -> Iterator[str]:
    for opening in islice(_SCRIPT.finditer(page), _MOST):
        end = page.find("</script", opening.end(), opening.end() + _LONGEST)
        if end >= 0:
            script = page[opening.end() : end]
            yield script.replace('\\"', '"') if _ESCAPED.search(script) else script


def _pairs(script: str) -> Iterator[tuple[int, str, str]]:
    """Give place, kind and value of what is named as a day of publication or as who wrote the article."""
    for key in _KEY.finditer(script):
        name = key[1].rpartition(".")[2]
        if is_publication(name):
            if plain := _PLAIN.match(script, key.end()):
                yield key.start(), "day", _value(plain[1] or plain[2] or plain[3])
        elif is_writer(name):
            named = _NAMED.match(script, key.end())
            if named is None:
                plain = _PLAIN.match(script, key.end())
                if plain and not plain[3]:
                    yield key.start(), "by", _value(plain[1] or plain[2])
                continue
            names, at = [_value(named[1])], named.end()
            while script[key.end()] == "[" and len(names) < _SEVERAL and (more := _MORE.match(script, at)):
                names.append(_value(more[1]))
                at = more.end()
            yield key.start(), "by", "; ".join(names)


def _value(told: str) -> str:
    if "\\" in told:
        try:
            told = str(json.loads(f'"{told}"'))
        except ValueError:
            told = told.replace("\\", "")
    return " ".join(told.encode("utf-8", "ignore").decode().split())


def _own_object(script: str, titles: Iterable[str]) -> range | None:
    """Give where the object lies that holds one of the titles; None where none does."""
    for title in titles:
        for form in (title, json.dumps(title)[1:-1]):
            if (at := script.find(form)) >= 0:
                start = _outward(script, at)
                return None if start is None else range(start, _inward(script, start))
    return None


def _outward(script: str, at: int) -> int | None:
    depth = 0
    for brace in reversed(list(_BRACE.finditer(script, max(0, at - 20_000), at))):
        depth += 1 if brace.group() == "}" else -1
        if depth < 0:
            return brace.start()
    return None


def _inward(script: str, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(script, start, start + 200_000):
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            return brace.end()
    return len(script)
