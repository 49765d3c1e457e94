"""What a page is where it is no article: a challenge, a consent wall, an error, an index. A reason, or ""."""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicons import lexicon

_SHORT = 1_500  # characters: a page that says no more than that may be one of these by its title
_SHORTER = 800  # and by a phrase of its text
_LINES = 8  # an index has so many lines and more
_PROSE = 140  # characters of a line that is prose


def no_article(title: str, headings: tuple[str, ...], text: str, *, article: bool) -> str:
    """Give what the page is, by its title, headings and the little text that it has; `article` where it names one."""
    shown = [" ".join(words.casefold().replace("’", "'").split()) for words in (title, *headings)]
    said = " ".join(text.casefold().replace("’", "'").split())
    for kind, where, phrase in _phrases():
        if where == "title" and any(_stands(phrase, words) for words in shown) and len(said) <= _SHORT:
            return f"is {_KINDS[kind]} (“{phrase}”)"
        if where == "text" and not article and len(said) <= _SHORTER and phrase in said:
            return f"is {_KINDS[kind]} (“{phrase}”)"
    return ""


def index(text: str, page: str, *, listing: bool, article: bool, kind: str) -> str:
    """Give why a page that holds `text` lists articles; `kind` is its og:type, `article` whether it names one."""
    if article or kind.casefold().startswith(("article", "news")):
        return ""
    lines = [line for line in text.splitlines() if line.strip()]
    prose = [line for line in lines if len(line) >= _PROSE and len(re.findall(r"[.!?](?:\s|\Z)", line)) >= 1]
    teasers = len(re.findall(r"<(?:article|h2|h3)\b", page, re.IGNORECASE))
    if listing and (len(prose) * 3 < len(lines) or teasers >= 5):
        return "is an index of articles (its page says that it is a list)"
    if len(lines) >= _LINES and not prose and teasers >= 5:
        return "is an index of articles (headings and links, no running text)"
    return ""


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
    "login": "a login, not an article",
}


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    return tuple((kind, where, phrase) for phrase, kind, where in lexicon("pages_without_article"))
