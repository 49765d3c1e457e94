"""A page of the web to one report, each field by a ladder whose rung is told in `rungs`.

Whose article it is tells its JSON-LD, known by the page's address or heading (`news_article`). The title is the heading
that a second source bears out; the outlet who carries the page (`carried_by`); the day what was published, never what
was changed, of what can be. The text is trafilatura's, its lines parted as paragraphs, except where the markup holds
less than half of the body that the page's own JSON-LD tells: then it is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from rashomon.intake.addresses import saved, says_a_page, unwrapped, whole
from rashomon.intake.bylines import Told, is_about_the_writer, is_ago, is_reading_time, presents_one_of, written_by
from rashomon.intake.carried_by import carried_by, host_agrees, names_shown
from rashomon.intake.day import Order, day, first_day, order_of_place, understood
from rashomon.intake.head import Head, Time, head
from rashomon.intake.markup import fragment, markup
from rashomon.intake.metas import MODIFIED, SITES, days_of_publication, kept_writers, told_by_scripts
from rashomon.intake.names import before_more, by_whom, persons, signs
from rashomon.intake.news_article import Article, Linked, agree, linked, own_article, unlinked
from rashomon.intake.own_zone import Zone, of_its_own, presented, title_shown, under_the_words, zone
from rashomon.intake.page_text import live, without_others, without_posts
from rashomon.intake.partial import (
    index,
    is_a_notice,
    is_a_wall,
    no_article,
    partial_by_leading_on,
    partial_by_length,
    partial_by_pages,
    partial_by_wall,
    partial_by_words,
)
from rashomon.intake.shown_days import (
    day_of_line,
    days_of_others,
    days_shown,
    is_but_a_day,
    is_day_line,
    is_of_an_event,
)
from rashomon.intake.signatures import names_of, signed
from rashomon.language import word_set
from rashomon.records.domain import host


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_TAKEN = ("text", "title", "author", "sitename", "hostname", "date", "language")
_ELEMENT = re.compile(r"<[a-zA-Z]")
_MOST_ELEMENTS = 15_000
_ATTRIBUTES = 1_000
"""Of one element: the parser holds each against all before it."""
_ATTRIBUTE = re.compile(r"""[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_TAG = re.compile(rf"<[a-zA-Z](?:[\s/=]++|{_ATTRIBUTE.pattern})*+")
_CHANGED = re.compile(
    r"<meta\b[^>]{0,400}?(?:modified|updated|lastmod|revised)[^>]{0,400}>"
    r"|<time\b[^>]{0,400}(?:modif|updat)[^>]{0,400}>",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+(?:[-–—|«»·•]|::|--)\s+|\s*\|\s*")
_HEADER = re.compile(r"<header\b[^<>]{0,400}>|</header", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]{0,400}>(.{0,2000}?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_PICTURED = re.compile(r"<(figure|nav|form|script|style)\b.{0,4000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_SENTENCES = re.compile(r"(?=.{40})(?:\S+ ){6}.*[.!?…][\"'”’)]?", re.DOTALL)
"""What is worth telling of a lead: words enough, and an end; a byline and a short line under the heading have none."""
_MOST_HEADERS, _LONGEST_HEADER = 20, 20_000
_LONGEST_TIME = 2_000
_MOST_HEAD, _LONGEST_HEAD = 8, 120
_MOST_TAIL, _FEW = 3, 4  # lines under the text, words of a site's name
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FEW_WORDS = 9  # of a picture's credit in brackets
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-])")
_ENOUGH = 0.5
"""Of the page's own body that the markup has to hold."""


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the ladders look at."""

    markup: str
    url: str
    head: Head
    linked: Linked
    article: Article
    taken: dict[str, Any]
    got: date
    own: Zone


def pages(data: bytes, url: str = "", charset: str = "", got: date | None = None) -> dict[str, str]:
    """Give the fields of the report that a page holds, its text among them; `got` is the day on which it was had.

    Raises ValueError, with a reason to show, where the page holds no article or may not be parsed.
    """
    kept = saved(markup(data, charset))
    count = len(_ELEMENT.findall(kept.page))
    if count > _MOST_ELEMENTS:
        raise ValueError(f"has {count:,} elements, more than {_MOST_ELEMENTS:,}: it is no article")
    for tag in _TAG.finditer(kept.page):
        if tag.end() - tag.start() > _ATTRIBUTES and (count := len(_ATTRIBUTE.findall(tag.group()))) > _ATTRIBUTES:
            raise ValueError(f"has an element of {count:,} attributes, more than {_ATTRIBUTES:,}: it is no article")
    served = unwrapped(url or kept.url)
    seen = head(kept.page)
    told = linked(kept.page)
    own = _own_address(seen, served)
    article = own_article(told, (own, served), (*seen.headings, seen.named.get("og:title", ""), *_titles(seen.title)))
    if not own and article.url:
        own = article.url
    titles = [t for t in (article.title, seen.named.get("og:title", ""), *_titles(seen.title)) if t]

    sites = {seen.named[name].casefold() for name in SITES if name in seen.named}

    def shows(words: str) -> bool:
        mine = words.casefold() in sites or (len(words.split()) <= _FEW and host_agrees(words, own or served))
        return not mine and any(agree(words, told) for told in titles)

    bare: Any = _CHANGED.sub("", unlinked(_without_changes(kept.page, seen.times)))
    if not article.live:  # whose parts are its own, each with its day
        bare, updates = without_posts(bare)
        if updates:
            article = replace(article, live=True, updates=updates)
        else:
            bare = without_others(bare, shows)
    extracted = _extracted(bare, own)
    ours = zone(kept.page, str(extracted.get("text") or ""), shows)
    page = _Page(kept.page, own, seen, told, article, extracted, got or datetime.now(UTC).date(), ours)
    text, partial, basis = _text(page)
    _refuse(page, text)
    if not text:
        raise ValueError("holds no article: no text was found in its markup")
    carried = carried_by(
        own,
        site=[*((n, seen.named.get(n, "")) for n in SITES), *(("json-ld WebSite", name) for name in told.sites)],
        publisher=article.publisher,
        supplier=article.supplier,
        authors=article.authors,
        titles=(seen.title, seen.named.get("og:title", "")),
        shown=names_shown(kept.page, seen),
        headings=seen.headings,
    )
    by_title, title = _title(page, carried.outlet)
    order = order_of_place(seen.named.get("html lang", ""), host(own))
    days_kept, writers_kept = told_by_scripts(kept.page, titles)
    by_writer, written = written_by(
        Told(article.authors, (*writers_kept, *kept_writers(of_its_own(kept.page, ours))), (seen.title,)),
        seen,
        (kept.page, ours),
        text,
        str(extracted.get("author") or ""),
        carried.outlet,
    )
    by_day, published = first_day(
        _days(page, order, days_kept, written.split("; ") if written else (), carried.outlet), page.got, order
    )
    by_change, modified = first_day(_changes(page), page.got, order)
    text = _with_lead(_without_its_head(text, title, written, carried.outlet), kept.page, title)
    rungs = {"article": article.because, "title": by_title, "outlet": carried.rung, "published": by_day}
    rungs |= {"modified": by_change, "author": by_writer, "text": basis}
    fields = {
        "title": title,
        "author": written,
        "outlet": carried.outlet or page.taken.get("sitename"),
        "credit": carried.credit,
        "published": published,
        "modified": modified,
        "language": article.language or seen.named.get("html lang") or page.taken.get("language"),
        "url": own,
        "text": text,
        "partial": partial,
        "rungs": "; ".join(f"{field}: {rung}" for field, rung in rungs.items() if rung),
    }
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}


def _refuse(page: _Page, text: str) -> None:
    names = (
        bool(page.article.because)
        or page.article.live
        or page.head.named.get("og:type", "").casefold().startswith("article")
    )
    reason = no_article(page.head.title, page.head.headings, text, article=names) or (
        index(text, page.markup, listing=page.linked.listing, article=names, kind=page.head.named.get("og:type", ""))
        if text
        else ""
    )
    if reason:
        raise ValueError(reason)


def _text(page: _Page) -> tuple[str, str, str]:
    """Give the text, why it is a part ("" where it is whole), and the rung that gave it."""
    lines = (line.strip() for line in (page.taken.get("text") or "").splitlines())
    text = "\n\n".join(line for line in lines if line and not is_a_notice(line))
    basis = ""
    body = page.article.text
    if len(text) < len(body) * _ENOUGH:
        text, basis = body, "json-ld articleBody"
    partial = partial_by_words(text)
    tier = page.head.named.get("article:content_tier", "").casefold()
    if not page.article.free or tier == "locked":
        partial = partial or "wall: the page says that it is not free"
    partial = partial or partial_by_leading_on(under_the_words(page.markup, page.own))
    partial = partial or partial_by_length(text, page.article.length) or partial_by_wall(text, page.markup)
    links = page.head.links
    following, before = (whole(links[rel], page.url) or links[rel] if rel in links else "" for rel in ("next", "prev"))
    partial = partial or partial_by_pages(following, before, page.url, page.markup)
    if page.article.live:
        text, partial = live(text, page.article.updates), partial or "live page: as it stood when it was saved"
    return text, partial, basis


def _with_lead(text: str, page: str, title: str) -> str:
    """Give `text` with what the head of the article tells in whole sentences under its heading, where it lacks that."""
    for header in islice(_headers(page), _MOST_HEADERS):
        heading = _HEADING.search(header)
        if heading is None or not agree(fragment(heading[1]), title):
            continue
        held = _plain(text)
        told = fragment(_PICTURED.sub("", header[heading.end() :])).split("\n\n")
        lead = [one for one in told if _SENTENCES.fullmatch(one) and _plain(one) not in held]
        first, _, rest = text.partition("\n\n")
        head, body = ([first], rest) if agree(first, title) else ([], text)
        return "\n\n".join(part for part in (*head, *lead, body) if part)
    return text


def _without_its_head(text: str, title: str, by: str, outlet: str) -> str:
    """Give `text` without lines above its first sentence, and under its last, that tell who made it and when."""
    lines = text.split("\n\n")
    at = 1 if agree(lines[0], title) else 0
    decks = 0
    for _ in range(_MOST_HEAD):
        if at >= len(lines) - 1:
            break
        if presented(line := lines[at])[0] in by.split("; ") and by:
            del lines[at]
            continue
        if len(line) > _LONGEST_HEAD or _SENTENCES.fullmatch(line):
            if decks or at + 2 >= len(lines) or not _signs(lines[at + 1], by):
                break
            decks, at = 1, at + 1  # what stands above who wrote the text, and when
            continue
        if agree(line, title) or _tells_no_more(line.removeprefix("- "), by, outlet) or _stands_by_a_day(lines, at):
            del lines[at]
        else:
            at += 1
    for _ in range(_MOST_TAIL):
        if len(lines) - 1 <= at or not _ends_no_text(lines[-1], by, outlet):
            break
        del lines[-1]
    return "\n\n".join(lines)


def _stands_by_a_day(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line of a few words over a text stands before the day: a section, a place, a house."""
    return len(lines[at].split()) <= _FEW and (is_day_line(lines[at + 1]) or is_but_a_day(lines[at + 1]))


def _signs(line: str, by: str) -> bool:
    """Tell whether a line says no more than when a text was published, or who wrote it."""
    names = persons(line) or by_whom(line) or persons(before_more(line))
    return len(line) <= _LONGEST_HEAD and (
        is_day_line(line) or is_but_a_day(line) or (bool(names) and set(names.split("; ")) <= set(by.split("; ")))
    )


def _ends_no_text(line: str, by: str, outlet: str) -> bool:
    """Tell whether a line under a text says who did other work, or wrote another, whose it is, how to reach who did."""
    read = signed(line, outlet)
    if (
        is_day_line(line)
        or is_but_a_day(line)
        or is_a_wall(line)
        or _MAIL.fullmatch(line)
        or not any(map(str.isalnum, line))
    ):
        return True
    whose = line.startswith("©") or ("@" in line and any(name in line for name in by.split("; ") if name))
    another = line.split()[0].casefold() in word_set("words_of_pages", "by_word") and set(read.led).isdisjoint(
        by.split("; ")
    )
    if read.led and another and len(line) <= _LONGEST_HEAD:
        return True
    bracketed = line[0] == "(" and line[-1] == ")"
    if (read.led or read.others) and (bracketed or not _SENTENCES.fullmatch(line)):
        return True
    names = by.split("; ") if by else []
    if line.lstrip("—– ") in names or presents_one_of(line, names) or is_about_the_writer(line):
        return True
    return (whose and len(line) <= _LONGEST_HEAD) or bool(read.others and not (read.led or read.bare))


def _tells_no_more(line: str, by: str, outlet: str) -> bool:
    """Tell whether a line says no more than who wrote a text, who did other work for it, and when."""
    names = persons(line) or persons(before_more(line))
    if (
        not any(map(str.isalpha, line))
        or by_whom(line)
        or is_day_line(line)
        or signs(line)
        or (names and set(names.split("; ")) <= set(by.split("; ")))
    ):
        return True
    bracketed = line[:1] == "(" and line[-1:] == ")" and len(line.split()) <= _FEW_WORDS
    if line.casefold() == outlet.casefold() or bracketed or is_reading_time(line) or is_ago(line) or is_but_a_day(line):
        return True
    words = line.split()
    if signs(words[0]) and words[1:2] == ["by"] and len(words) <= _FEW_WORDS and day_of_line(line)[0]:
        return True  # an account that is nobody's name
    rest = line
    for name in filter(None, by.split("; ")):
        rest = rest.replace(name, " ")
    if rest != line and len(rest.split()) <= 1:  # where an element ends at the next: "Ada BrandtVelm"
        return True
    read = signed(line, outlet)
    told = set(names_of(read))
    return bool(read.led or (read.others and not told) or (told and told <= set(by.split("; "))))


def _headers(page: str) -> Iterator[str]:
    """What stands in the heads of a page and its parts, each looked at once."""
    start = -1
    for mark in _HEADER.finditer(page):
        if not mark.group().startswith("</"):
            start = mark.end()
        elif start >= 0:
            yield page[start : min(mark.start(), start + _LONGEST_HEADER)]
            start = -1


def _title(page: _Page, outlet: str) -> tuple[str, str]:
    """Give the heading that another source bears out, else what JSON-LD, Open Graph, the heading, the title tell.

    The name of the site is no title, where a page makes it a heading.
    """
    named = page.head.named
    sites = {outlet.casefold(), named.get("og:site_name", "").casefold(), host(page.url)} - {""}
    headings = [one for one in page.head.headings if one.casefold() not in sites]
    others = [("json-ld headline", page.article.title), ("og:title", named.get("og:title", ""))]
    others += [("twitter:title", named.get("twitter:title", ""))]
    titles = _titles(page.head.title)
    for heading in headings:
        if any(agree(heading, told) for _, told in others if told) or any(agree(heading, told) for told in titles):
            return "h1", heading
    shown = title_shown(page.markup, page.own)
    if shown.casefold() not in {*sites, ""} and any(agree(shown, told) for told in titles):
        return "heading", shown
    told = [(rung, _without_site(one, sites)) for rung, one in others if one]
    told += [("h1", heading) for heading in headings[:1]]
    taken = str(page.taken.get("title") or "")
    if page.url or taken not in titles or 2 * len(taken.split()) >= len(titles[0].split()):  # else a site's name
        told += [("extractor", _without_site(taken, sites))]
    told += [("title", _without_site(one, sites)) for one in titles]
    return next(((rung, one) for rung, one in told if one and one.casefold() not in sites), ("", ""))


def _titles(title: str) -> list[str]:
    """Give a page's title without the site's name behind it or in front of it, longest first, and as it stands."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    found = []
    if len(parts) > 1:
        seams = [m.span() for m in _SEPARATOR.finditer(title)]
        found = [title[: seams[-1][0]].strip(), title[seams[0][1] :].strip()]
    return sorted(filter(None, [*found, title]), key=lambda t: (t == title, -len(t)))


def _without_site(title: str, sites: set[str]) -> str:
    seams = list(_SEPARATOR.finditer(title))
    if seams and title[seams[-1].end() :].strip().casefold() in sites:
        return title[: seams[-1].start()].strip()
    if seams and title[: seams[0].start()].strip().casefold() in sites:
        return title[seams[0].end() :].strip()
    front, colon, rest = title.partition(": ")
    return rest.strip() if colon and front.casefold() in sites else title


def _days(
    page: _Page, order: Order, kept: Sequence[str], writers: Sequence[str], outlet: str
) -> Iterator[tuple[str, str]]:
    yield "json-ld datePublished", page.article.published
    for name, told in days_of_publication(page.head):
        yield f"meta {name}", told
        if name == "datepublished":
            for at, marked in page.head.marked.get(name, ()):
                if at in page.own:
                    yield "microdata datePublished", marked
    for time in sorted(page.head.times, key=lambda t: (not t.marked, t.at < page.own.heading)):
        if time.at in page.own and not time.other and not is_of_an_event(page.markup, time.at):
            yield "time", time.told
            yield "time", time.words
    dated = [(at, told) for at, told in page.head.dated if at in page.own]
    yield from (
        ("dated element", one) for at, told in dated if at >= page.own.heading for one in _of_dated(told, order)
    )
    yield from days_shown(page.markup, page.own, order, writers, outlet)
    yield from (("dated element", one) for at, told in dated if at < page.own.heading for one in _of_dated(told, order))
    if len({iso[:10] for one in kept if understood(iso := day(one))}) == 1:
        yield from (("script", one) for one in kept)
    yield "json-ld dateCreated", page.article.created
    if in_address := _IN_ADDRESS.search(page.url):
        yield "address", "-".join(in_address.groups())
    told = str(page.taken.get("date") or "")
    ours = of_its_own(page.markup, page.own)
    if told in ours and told not in fragment(ours) and told not in days_of_others(page.markup, page.own):
        yield "extractor", told


def _of_dated(told: str, order: Order) -> Iterator[str]:
    """Give what an element says that is marked as the day: as it stands, and the one day of its line."""
    yield told
    if line := day_of_line(told, order)[0]:
        yield line


def _changes(page: _Page) -> Iterator[tuple[str, str]]:
    yield "json-ld dateModified", page.article.modified
    for name in MODIFIED:
        yield f"meta {name}", page.head.named.get(name, "")
    for time in page.head.times:
        if time.other and time.at in page.own:
            yield "time", time.told


def _without_changes(page: str, times: Iterable[Time]) -> str:
    """Give `page` without the times of changes and of what is to come, which an extractor may take for its day."""
    for time in sorted(times, key=lambda t: -t.at):
        end = page.find("</time", time.at, time.at + _LONGEST_TIME)
        if (time.other or is_of_an_event(page, time.at)) and end >= 0:
            page = page[: time.at] + page[page.find(">", end) + 1 :]
    return page


def _extracted(page: Any, url: str) -> dict[str, Any]:
    """Let trafilatura take what the markup holds; JSON-LD and days of change are read here, never half by guess."""
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


def _own_address(seen: Head, served: str) -> str:
    """Give the page's own address; one that it tells counts where it lies at the host that served the page."""
    base = served or unwrapped(seen.named.get("og:url", "")) or unwrapped(seen.links.get("canonical", ""))
    told = [seen.links.get("canonical", ""), seen.named.get("og:url", "")]
    found = [own for one in told if one and (own := whole(one, base)) and (not served or host(own) == host(served))]
    found += [served.split("#")[0]] if served else []
    return next(filter(says_a_page, found), next(iter(found), ""))  # a front door is no article's address
