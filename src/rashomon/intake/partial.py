"""Whether a text is an article, and the whole of it: the reason why not, or "".

Of a part, what its page, its container or its own end says of it; of a page that is no article, what it is: a
challenge, a consent wall, an error, an index. No silence rests on a part: who reads only the beginning of a report
cannot know what the report leaves out.
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from rashomon.intake.addresses import whole
from rashomon.intake.markup import unescaped
from rashomon.intake.own_zone import leads
from rashomon.language import lexicon, word_set
from rashomon.records.domain import host

_SHORT = 1_500  # characters: a page that says no more than that may be one of these by its title
_SHORTER = 800  # and by a phrase of its text
_LONG = 150  # words that an article may say it has, so that a part of it is told from the whole
_FAR_FEWER = 2  # what is counted in one way and another differs by less
_LINES = 8  # an index has so many lines and more
_LINK = re.compile(r"<a\b[^<>]{0,400}>\s*(?:<[^<>]{1,200}>\s*){0,4}([^<>]{25,300})<", re.IGNORECASE)
_MOSTLY = 0.75  # of a text stands in links, where it is a list of them
_LEADS = 4  # an index has so many headings that lead elsewhere, each with words behind it
_BEGUN = 30  # characters by which a line is found again
_PROSE = 140  # characters of a line that is prose
_SENTENCE_OF, _RUNNING = 50, 3  # characters of a line that is a sentence, and so many of them run on


def no_article(title: str, headings: tuple[str, ...], text: str, *, article: bool) -> str:
    """Give what the page is, by its title, headings and the little text that it has; `article` where it names one.

    Where it names one, a window before it ("Sign in") is not what the page is.
    """
    shown = [" ".join(words.casefold().replace("’", "'").split()) for words in (title, *headings)]
    if article and not all(any(_stands(phrase, one) for _, _, phrase in _phrases()) for one in shown):
        shown = shown[:1]
    said = " ".join(text.casefold().replace("’", "'").split())
    for kind, where, phrase in _phrases():
        if where == "title" and any(_stands(phrase, words) for words in shown) and len(said) <= _SHORT:
            return f"is {_KINDS[kind]} (“{phrase}”)"
        if where == "name" and not article and any(_stands(phrase, words) for words in shown):
            return f"is {_KINDS[kind]} (“{phrase}”)"
        if where == "text" and not article and len(said) <= _SHORTER and phrase in said:
            return f"is {_KINDS[kind]} (“{phrase}”)"
    return ""


def is_a_notice(line: str) -> bool:
    """Tell whether a line within a text says no more than that something to buy stands there, in the tongues of pages.

    >>> is_a_notice("- Advertisement -"), is_a_notice("Anzeige:"), is_a_notice("Advertisement rules were changed.")
    (True, True, False)
    """
    return line.casefold().strip(" -–—:.[]()*") in word_set("words_of_pages", "notice")


def index(text: str, page: str, *, listing: bool, article: bool, kind: str) -> str:
    """Give why a page that holds `text` lists articles; `kind` is its og:type, `article` whether it names one."""
    if article or kind.casefold().startswith(("article", "news")):
        return ""
    lines = [line for line in text.splitlines() if line.strip()]
    if _between_leads(lines, page):
        return "is an index of articles (its text stands between headings that lead elsewhere)"
    if _is_links(" ".join(lines), page):
        return "is an index of articles (its lines are links)"
    prose = [line for line in lines if len(line) >= _PROSE and len(re.findall(r"[.!?](?:\s|\Z)", line)) >= 1]
    teasers = len(re.findall(r"<(?:article|h2|h3)\b", page, re.IGNORECASE))
    if listing and (len(prose) * 3 < len(lines) or teasers >= 5):
        return "is an index of articles (its page says that it is a list)"
    told = sum(len(line) >= _SENTENCE_OF and re.search(r"[.!?][\"'”’)]*\Z", line) is not None for line in lines)
    if len(lines) >= _LINES and not prose and teasers >= 5 and told < _RUNNING:
        return "is an index of articles (headings and links, no running text)"
    return ""


def _is_links(text: str, page: str) -> bool:
    """Tell whether nearly all of a text stands in links, each as long as a headline."""
    linked = [words for told in _LINK.findall(page) if (words := " ".join(unescaped(told).split())) in text]
    return len(linked) >= _LINES and sum(map(len, linked)) >= _MOSTLY * len(text)


def _between_leads(lines: list[str], page: str) -> bool:
    """Tell whether a text is the beginnings of articles, one or two lines behind each heading that leads to one."""
    places = sorted(leads(page))
    body = [line.strip() for line in lines if len(line.strip()) > _BEGUN]
    behind = {bisect(places, at) for line in body if (at := page.find(line[:_BEGUN])) >= 0} - {0}
    return len(behind) >= _LEADS and len(body) <= 2 * len(behind) + 2


def _stands(phrase: str, words: str) -> bool:
    """Whether the title is the phrase, or the phrase and a site's name."""
    return (
        words == phrase
        or re.match(rf"{re.escape(phrase)}[.!?…]*(?:\s+[-–—|·]|\s*\||\Z)", words) is not None
        or (re.search(rf"[-–—|·]\s*{re.escape(phrase)}\Z", words) is not None)
    )


_KINDS = {
    "challenge": "a challenge that asks whether a person reads it, not an article",
    "consent": "a question for consent, not an article",
    "error": "an error page, not an article",
    "script": "a page that a script would fill, not an article",
    "parked": "a domain for sale, not an article",
    "login": "a login, not an article",
    "notice": "a notice of the site about itself, not an article",
}


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    return tuple((kind, where, phrase) for phrase, kind, where in lexicon("pages_without_article"))


_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])?\s*\[\+?\s?[\d,]{1,9}\s(?:chars|characters)\]\s*\Z")
_MORE = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read (?:more|the (?:rest|full (?:story|article)))|keep reading"
    r"|full story(?: here)?|click here to read)\b[^.!?\n]{0,60}?(?:…|\.\.\.|→|»|>)?|…|(?<!\.)\.\.\.)\s*\Z",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\W{0,3}(?:continue reading|keep reading|read (?:on|the (?:rest|(?:full|whole) (?:story|article|report)))"
    r"|full story)\b",
    re.IGNORECASE,
)
_LONGEST_LINK = 60  # characters of a line that leads to the rest
_WALL = re.compile(
    r"\b(?:to (?:read|continue|keep) (?:reading|on|the (?:rest|full|whole|remaining))[^.!?\n]{0,80}"
    r"(?:subscri|sign (?:in|up)|log ?in|register|account)"
    r"|(?:subscribe|sign (?:in|up)|log ?in|register)[^.!?\n]{0,40} to (?:read|continue|keep|get full|unlock|access)"
    r"|already an? (?:paid |paying )?(?:subscriber|member)\?"
    r"|(?:read|keep reading|continue reading|unlock)\b[^.!?\n]{0,40} with an?\b[^.!?\n]{0,30} "
    r"(?:subscription|membership|account)\b"
    r"|to (?:unlock|access|view) (?:this|the (?:full|whole|rest))\b[^.!?\n]{0,60}"
    r"(?:trial|subscri|sign|register|log ?in|account|member)"
    r"|(?:this|the rest of this) (?:post|newsletter|letter) is (?:for|available to|reserved for|only for) "
    r"[^.!?\n]{0,30}(?:subscribers|members)"
    r"|\b(?:this|it) is an? (?:premium|members?|subscribers?)[- ](?:only )?(?:article|content|story)"
    r"|you have (?:no|0) (?:more )?free (?:articles|stories)[^.!?\n]{0,20}(?:left|remaining)"
    r"|(?:this|the rest of this) (?:article|story|content) is (?:for|available to|reserved for|only for)"
    r"[^.!?\n]{0,30}(?:subscribers|members)|(?:you have|you've) (?:reached|used)[^.!?\n]{0,40}(?:free|limit)"
    r"|(?:rest|remainder|full (?:text|version)|whole) of (?:the|this) (?:story|article|report) (?:can be|is|are) "
    r"(?:read|available|found|published)"
    r"|(?:subscriber|member)s?[- ]only (?:article|content|story))",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"\bpage\s+(\d{1,2})\s*(?:of|/)\s*(\d{1,2})\b(?!\s*/)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"<a\b[^>]{0,300}?\bhref\s{0,3}=\s{0,3}[\"']([^\"'>]{1,500})[\"'][^>]{0,300}>\s*(?:<[^<>]{1,80}>\s*)?([2-9])\s*<",
    re.IGNORECASE,
)
_PAGE_QUERY = {"page", "p", "pg", "pagenum", "paged", "pageno"}
_TO_YOU = re.compile(r"\byou(?:r|['’]ve|['’]re)?\b|\bplease\b", re.IGNORECASE)
_NEAR = 25  # characters from the beginning of a sentence in which it asks somebody
_WALL_LINE = 160  # characters of a line that asks for no more
_AT_THE_END = 700  # characters in which a wall stands


def partial_by_words(text: str) -> str:
    """Give why the words of `text` tell that it is a part."""
    end = text.rstrip()
    if match := _CUT.search(end, max(0, len(end) - _AT_THE_END)):
        return f"cut: {match.group().strip()}"
    if match := _asks(end, max(0, len(end) - _AT_THE_END)):
        return f"wall: {' '.join(match.group().split())[:80]}"
    if match := _MORE.search(end[-120:]):
        return f"teaser: {' '.join(match.group().split())[:80]}"
    return ""


def partial_by_leading_on(line: str) -> str:
    """Give why a text is a part under whose words a line leads to the rest of it."""
    return f"teaser: {line}" if len(line) <= _LONGEST_LINK and _LEADS_ON.match(line) else ""


def _asks(text: str, start: int = 0) -> re.Match[str] | None:
    """Find where a text asks its reader to pay or to sign in; what it tells of others' readers is no wall."""
    for match in _WALL.finditer(text, start):
        begun = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n>:…|") + 1
        if match.start() - begun <= _NEAR or _TO_YOU.search(text, begun, match.end()):
            return match
    return None


def is_a_wall(line: str) -> bool:
    """Tell whether a line under a text only asks its reader to pay or to sign in.

    >>> is_a_wall("This article is for subscribers. Subscribe to read on."), is_a_wall("Subscribers sued the paper.")
    (True, False)
    """
    return len(line) <= _WALL_LINE and _asks(line) is not None


def partial_by_length(text: str, words: int) -> str:
    """Give why a text is a part whose page says that it has so many `words`: far more than there are."""
    held = len(text.split())
    return f"cut: it holds {held} of {words} words" if words >= _LONG and held * _FAR_FEWER < words else ""


def partial_by_wall(text: str, page: str) -> str:
    """Give why a short text is a part: its page asks, outside the article, to pay for the rest."""
    if len(text) > _SHORT or not (asked := _asks(page)):
        return ""
    return f"wall: {' '.join(asked.group().split())[:80]}"


def partial_by_pages(following: str, before: str, url: str, page: str) -> str:
    """Give why the page is one of several: the addresses of the next and the last (rel=next, rel=prev) tell it."""
    if following and ((not url and "//" in following) or _second_page(following, url)):
        return f"one page of several: next is {following[:200]}"
    if before and url and _second_page(url, before):
        return f"one page of several: before it is {before[:200]}"
    for href, _ in _NUMBERED.findall(page) if url else ():
        if "comment" not in href and _second_page(whole(unescaped(href), url), url):
            return f"one page of several: another is {whole(unescaped(href), url)[:200]}"
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
