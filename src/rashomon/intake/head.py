"""What a page's markup says about the page itself: meta elements, links, headings, times. Looked at, never judged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from anyascii import anyascii

from rashomon.intake.markup import closing, fragment, of_a_heading, unescaped
from rashomon.intake.names import by_whom, persons, signs, with_by_apart
from rashomon.language import word_set

# What one of these holds is no second one: what is never closed would be looked through again at each that opens.
_META = re.compile(r"<meta\b((?:[^<>]|<(?!meta\b)){0,4000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\b((?:[^<>]|<(?!link\b)){0,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HEADING = re.compile(r"<h1\b(?:[^<>]|<(?!h1\b)){0,1000}>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{0,1000})", re.IGNORECASE)
_TIME = re.compile(r"<time\b((?:[^<>]|<(?!time\b)){0,1000})>([^<]{0,100})", re.IGNORECASE)
_BODY = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_HTML = re.compile(r"<html\b((?:[^<>]|<(?!html\b)){0,1000})>", re.IGNORECASE)
_MARKED = re.compile(
    r"<(?!meta\b)[a-z]\w{0,20}\b([^<>]{0,600}?\b(?:itemprop|property)\s{0,3}=\s{0,3}[\"']?(?:schema:)?datePublished\b"
    r"[^<>]{0,600})>",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"<(span|div|p|li|ul|time|small|abbr|address|a|h[2-6]|strong|b|em|i|dd|cite|td|section|footer)(?=\s)((?:[^<>]|<(?!/?\w)){0,800})>",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"""\b(?:class|id|itemprop|property|rel|data-(?:testid|hook|component|qa|test|name|role))\s{0,3}=\s{0,3}(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_BLOCKS = re.compile(r"<(?:p|div|h\d|article|section|ul|table)\b", re.IGNORECASE)
_INNER = 1_500  # characters of the markup of an element that is marked
_LOOKED_AT = 400_000  # characters of a page in which such an element stands
_DATED = re.compile(
    r"\b(?:pub(?:lish(?:ed)?|lication)?[-_]?(?:date|time|on)?|date(?:line|published|time)?|post(?:ed)?[-_]?(?:on|date|time)?"
    r"|(?:created|submitted)(?:[-_]?(?:at|on|date|time))?"
    r"|timestamp|time[-_]?ago|(?:entry|article|story|post|byline|meta)[-_]*(?:date|time|published))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modif|updat|(?<!cr)edit|event|comment|copyright|footer|weather|today|current", re.IGNORECASE)
_PUBLISHES = re.compile(r"\bpubdate\b|\bdatePublished\b|\b(?:entry-)?published\b")
"""A time is the publication's, though its class says "updated" too: what was never changed has both."""
_LED_IN = re.compile(
    r"\b(?:updat(?:e|ed|ing)|modif\w+|edited|revised|changed|amended)(?:\s+(?:on|at))?\s*[:\-–—|]?\s*\Z", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:written|posted|published) by|authors?|by", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,400}>")
_LEAD = 200  # characters of markup in front of a time that may say whose it is
_NOT_WRITERS = re.compile(
    r"comment|photo|image|caption|figure|avatar|related|teaser|location|[-_](?:place|city|country)\b", re.IGNORECASE
)
_NAMED = re.compile(r"<meta\b([^<>]{0,300}\bitemprop\s{0,3}=\s{0,3}[\"']?name\b[^<>]{0,300})>", re.IGNORECASE)
_CLOSED = re.compile(r"(</(?!sup\b)\w+\s*>)")
_JOINTS = re.compile(r"[_:-]+|(?<=[a-z])(?=[A-Z])")
PROFILE = re.compile(
    r"""\bhref\s{0,3}=\s{0,3}["']?[^"'>]{0,200}?/(?:(?:authors?|staff|team|our-team|autoren|avtor|redaktion|redactie|profiles?|journalists?|reporters?|contributors?|columnists?|experts?|scholars?"""
    r"""|writers?|byline|by|autor(?:es)?|auteurs?)/[^"'>]{1,100}|@[^"'>/]{1,60}/?)["'\s>]""",
    re.IGNORECASE,
)
"""An address of whoever signs, as sites keep a page for each."""
_BETWEEN = re.compile(
    r"(</(?:span|a|b|strong|em|i|label|small)\s*>)\s*(?=<(?:span|a|b|strong|em|i|label|small)\b)", re.IGNORECASE
)
"""Where one element of a line ends and the next begins."""
_ASIDE = re.compile(r"<(button|svg|time|style|script|figure)\b.{0,1500}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"(?:By|Von|Por|Par|Di|Av|Door)\s+(?=[^\W\d_])", re.IGNORECASE)
_ANOTHER = re.compile(r"\s(?:and|&)\s+(.+)\Z")
_PLACED = re.compile(
    r"<(span|div|p|a|em|i)\b[^<>]{0,200}?\bclass\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,100}location[^<>]{0,100}>[^<>]{0,80}</\1\s*>",
    re.I,
)
"""Where who signs was, in an element of its own."""
_POSTED_BY = re.compile(r"([^\W\d_]{3,12})\s(?:by|von|por|par|di|av|door)\s+(?=[^\W\d_]{2,20}\Z)", re.IGNORECASE)
_EDGES = re.compile(
    r"</?(?:p|div|h\d|article|section|ul|li|table|td|header|address|main|body)\b[^<>]{0,600}>", re.IGNORECASE
)
_PROSE, _MOST_WORDS = 1_500, 5
_MOST = 200
_MOST_LINES = 4  # of a block in which who signs stands
_JOINING = ("", "and", "&", ",")
_LONGEST = 120  # characters of a byline or a day


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
    """`named` by name in small letters, first come, `metas` all in their order; `links` by rel; `headings` of every h1.

    What stands somewhere in the body has its place: `times`, `dated`, `bylines` that say "By", `signed` (marked as a
    byline, without a word more), and microdata by name as `marked`.
    """

    named: dict[str, str]
    metas: tuple[tuple[str, str], ...]
    links: dict[str, str]
    headings: tuple[str, ...]
    title: str
    times: tuple[Time, ...]
    dated: tuple[tuple[int, str], ...]
    bylines: tuple[tuple[int, str], ...]
    signed: tuple[tuple[int, str], ...]
    marked: dict[str, list[tuple[int, str]]]


def head(page: str) -> Head:
    """Look at `page`."""
    named: dict[str, str] = {}
    metas: list[tuple[str, str]] = []
    marked: dict[str, list[tuple[int, str]]] = {}
    body = _BODY.search(page)
    for meta in _META.finditer(page):
        told = attributes(meta.group(1))
        plain = told.get("property") or told.get("name")
        name = (plain or told.get("itemprop") or told.get("http-equiv") or "").casefold().strip()
        if not name or not (words := " ".join(unescaped(told.get("content", "")).split())):
            continue
        if plain or body is None or meta.start() < body.start():
            named.setdefault(name, words)
            metas += [(name, words), *_held_in(name, words)]
        else:
            marked.setdefault(name, []).append((meta.start(), words))
    for one in islice(_MARKED.finditer(page), _MOST):  # as RDFa and microdata mark what is shown
        told = attributes(one.group(1))
        if day := (told.get("content") or told.get("datetime") or "").strip():
            marked.setdefault("datepublished", []).append((one.start(), day))
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
    written = list(islice(_bylines(page), _MOST))
    return Head(
        named,
        (*metas, *_labelled(named)),
        links,
        tuple(headings),
        " ".join(unescaped(title.group(1)).split()) if title else "",
        tuple(islice(_times(page), _MOST)),
        tuple(islice(_dated(page), _MOST)),
        tuple((at, words) for at, words, led in written if led),
        tuple((at, words) for at, words, led in written if not led),
        marked,
    )


def _held_in(name: str, told: str) -> Iterator[tuple[str, str]]:
    """Give what a meta element holds as an object of JSON, each under a name of its own."""
    if not (told.startswith("{") and told.endswith("}")):
        return
    try:
        held = json.loads(told)
    except (ValueError, RecursionError):
        return
    for key, value in held.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.strip():
                yield f"{name}:{_storable(key).casefold()}", _storable(one)


def _storable(told: str) -> str:
    """Give words of JSON on one line, without the halves of characters that it can hold and no file can."""
    return " ".join(told.encode("utf-8", "ignore").decode().split())


def _labelled(named: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give what cards of social networks tell as a label and its words ("Written by")."""
    for number in range(1, 5):
        label, told = (named.get(f"twitter:{kind}{number}", "") for kind in ("label", "data"))
        if told and _BYLINE.fullmatch(label):
            yield f"label{number}:author", told


def attributes(markup_: str) -> dict[str, str]:
    """Give the attributes of a tag by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(markup_):
        found.setdefault(m[1].casefold(), unescaped(m[2] or m[3] or m[4] or ""))
    return found


def _headings(page: str) -> Iterator[str]:
    for opening in islice(_HEADING.finditer(page), 20):
        end = page.find("</h1", opening.end(), opening.end() + 5_000)
        if end >= 0 and (told := of_a_heading(page[opening.end() : end])):
            yield told


def _times(page: str) -> Iterator[Time]:
    for time in _TIME.finditer(page):
        told = attributes(time.group(1))
        marks = f"{told.get('itemprop', '')} {told.get('class', '')}"
        marked = _PUBLISHES.search(f"{marks} {time.group(1)}") is not None
        yield Time(
            told.get("datetime", "").strip(),
            " ".join(unescaped(time.group(2)).split()),
            marked,
            bool(
                (_CHANGED.search(marks) and not marked)
                or _CHANGED.search(time.group(2))
                or tells_a_change(page, time.start())
            ),
            time.start(),
        )


def tells_a_change(page: str, at: int) -> bool:
    """Tell whether the words that lead in what stands at a place of the page say that something was changed then."""
    led = " ".join(_ANY_TAG.sub(" ", page[max(0, at - _LEAD) : at]).rpartition(">")[2].split())
    return _LED_IN.search(led) is not None


def _marked_elements(page: str) -> Iterator[tuple[int, str, str]]:
    """Give place, marks and markup of the elements that are marked by a class or property.

    A link to the page of whoever signs is marked as theirs.
    """
    for opening in _OPENED.finditer(page, 0, _LOOKED_AT):
        tag, told = opening.groups()
        marks = " ".join("".join(found) for found in _MARKS.findall(told))
        if not (_is_writers(marks) or _DATED.search(marks)):
            if tag.lower() != "a" or not PROFILE.search(told + ">") or _stands_in_prose(page, opening.start()):
                continue
            marks = "author"
        yield opening.start(), marks, page[opening.end() : _end_of(page, tag, opening.end())]


def _stands_in_prose(page: str, at: int) -> bool:
    """Tell whether a link stands in a sentence, and not alone or among names."""
    start = max((m.end() for m in _EDGES.finditer(page, max(0, at - _PROSE), at)), default=max(0, at - _PROSE))
    end = _EDGES.search(page, at, at + _PROSE)
    line = fragment(page[start : end.start() if end else at + _PROSE])
    if line.rstrip().endswith((".", "!", "?")) or sum(word.islower() for word in line.split()) > _MOST_WORDS:
        return True
    before = " ".join(fragment(page[start:at]).split()).rstrip(" ,&").removesuffix(" and")
    return bool(before) and not (before.casefold() == "by" or signs(before) or by_whom(before) or persons(before))


def _is_writers(marks: str) -> bool:
    if _NOT_WRITERS.search(marks):
        return False
    told = _JOINTS.sub(" ", marks).casefold().split()
    pairs = ["".join(pair) for pair in pairwise(told)]
    if told[-1:] == ["by"] and not any(pair.endswith("edby") for pair in pairs):
        return True
    return not _byline_marks().isdisjoint((*told, *pairs))


@cache
def _byline_marks() -> frozenset[str]:
    """Give the words that mark a byline, also as they are written without their marks ("tekija")."""
    marks = word_set("words_of_pages", "byline_mark")
    return marks | {anyascii(mark) for mark in marks if mark[0].isascii() or mark[0].lower() != mark[0].upper()}


def _end_of(page: str, tag: str, at: int) -> int:
    """Give where the element of that tag closes, else where the next one of any does."""
    if (mark := closing(page, tag, at, _INNER)) is not None:
        return mark.start()
    found = page.find("</", at, at + _INNER)
    return found if found >= 0 else at


def _bylines(page: str) -> Iterator[tuple[int, str, bool]]:
    """Give place and names of elements that are marked as a byline, and whether they say "By".

    Where each of its elements is a name or more, they stand apart; where it holds blocks, each line does.
    """
    for at, marks, inner in _marked_elements(page):
        if not _is_writers(marks):
            continue
        inner = _PLACED.sub(" ", with_by_apart(inner))
        apart = " | ".join(fragment(_BETWEEN.sub(r"\1 | ", _ASIDE.sub(" ", inner))).split("\n\n"))
        name, *told_of_him = apart.split(" | ")
        if told_of_him and persons(name) and all(map(is_other_work, told_of_him)):
            continue
        if _BLOCKS.search(inner):
            lines = fragment(_CLOSED.sub(r"\1 ", _ASIDE.sub(" ", inner))).split("\n\n")[:_MOST_LINES]
            yield from ((at, line, False) for line in lines if line and len(line) <= _LONGEST and persons(line))
            continue
        told = " ".join(fragment(_CLOSED.sub(r"\1 ", _ASIDE.sub(" ", inner))).split()).replace(" ,", ",")
        if not told and (named := _NAMED.search(inner)):
            told = " ".join(unescaped(attributes(named[1]).get("content", "")).split())
        if told and len(told) <= _LONGEST:
            led = _BY.match(told) or _led_to_one_word(told)
            yield at, _first_names(apart) or (told[led.end() :] if led else told), led is not None
            if apart != told:
                yield at, apart, False


def _led_to_one_word(told: str) -> re.Match[str] | None:
    """Find what leads in a name of one word, as those who write for themselves sign: "Posted by Jitka"."""
    found = _POSTED_BY.match(told)
    return found if found and signs(found[1]) else None


def _first_names(apart: str) -> str:
    """Give the names that the first elements of a byline are, "" where the first is no whole name."""
    found: list[str] = []
    behind_mail = False
    for part in (one.strip(" ,") for one in apart.split(" | ")):
        behind_mail = behind_mail or (bool(found) and "@" in part)
        if behind_mail:  # then a house may follow, and who signs beside them
            found += filter(None, [persons(other[1])] if (other := _ANOTHER.search(part)) else [])
            continue
        led = _BY.match(part)
        if not any(map(str.isdigit, part)) and (named := persons(part[led.end() :] if led else part)):
            found.append(named)
        elif not signs(part) and part.casefold() not in _JOINING:
            break
    return "; ".join(found) if " | " in apart else ""


def is_other_work(role: str) -> bool:
    """Tell whether all that somebody is told to be makes other things than texts: "Photographer"."""
    last = role.casefold().rpartition(" ")[2]
    return last in word_set("words_of_pages", "other_work") - word_set("words_of_pages", "writer")


def _dated(page: str) -> Iterator[tuple[int, str]]:
    """Give place and words of elements that are marked as the day of publication."""
    for at, marks, inner in _marked_elements(page):
        if not _DATED.search(marks) or _BLOCKS.search(inner):
            continue
        told = " ".join(fragment(_CLOSED.sub(r"\1 ", inner)).split())
        if not _CHANGED.search(marks) and len(told) <= _LONGEST and any(map(str.isdigit, told)):
            yield at, told
