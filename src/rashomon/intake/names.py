"""The names of who wrote a text, out of a container's byline: whole, once each, without what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.language import word_set

_BY = re.compile(r"\A(?:(?:story|words|text|report|reported|written|posted|published)\s+)?by[:\s]+", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:(?:story|words|text|report|written|posted|submitted|published)\s+)?(?:by|von|por|par|door):?\s+(?P<names>[^\W\d_].{2,150})",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|staff|bureau)s?\Z", re.IGNORECASE)
"""What somebody is who stands beside their name; alone it is all that is told."""
_OF_PICTURES = re.compile(
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|video)\s+by\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s*[|·•(\[/–—\d]|\s-\s|\s+(?:on|at|for|in|from|updated|published|posted)\b|,\s*(?!and\b)(?=\w+\s*(?:,|\Z))"
)
"""What ends the names of a byline: a mark, a number, where and when, a paper's one word."""
_ADDRESS = re.compile(r"\A(?:https?:)?//|\A/|\A@?[\w.]+@[\w.]+\Z|\A@\w+\Z")
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "staff",
        "editor",
        "editors",
        "author",
        "authors",
        "unknown",
        "none",
        "null",
        "guest",
        "user",
        "webmaster",
        "python-docx",
        "openpyxl",
        "unknown author",
        "microsoft office user",
        "office user",
    ]
)
_PARTS = re.compile(r"\s*(?:;|\||\n)\s*")
_TOGETHER = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_PERSON = re.compile(
    r"(?:(?-i:[A-Z\u00c0-\u00de])[^\W\d_]*[\w.'’-]*|d[aeiou]s?|de[lnr]?|v[ao]n|bin|al|y)", re.IGNORECASE
)
_WITH_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\s*\((?P<behind>[^()]+)\)|(?P<before>[^<>]+?)\s*<[^<>\s]+@[^<>\s]+>")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_SENT = re.compile(r"(?P<who>[^\d]+?)\s+in\s+(?-i:[A-Z\u00c0-\u00de]).*", re.IGNORECASE)
_LONGEST = 120


def authors(told: Iterable[str], outlet: str = "") -> str:
    """Give the names parted by "; "; an address, an account's default or the outlet itself is nobody."""
    found: list[str] = []
    for one in told:
        for name in (
            name for part in _PARTS.split(one) if not _OF_PICTURES.match(part) for name in _apart(part, outlet)
        ):
            low = name.casefold()
            low = _IN_BRACKETS.sub("", low)
            if not name or len(name) > _LONGEST or _ADDRESS.search(name) or low in _NOBODY:
                continue
            if low != outlet.casefold() and low not in (kept.casefold() for kept in found):
                found.append(name)
    people = [name for name in found if not _ROLE.search(name)]
    return "; ".join(people or found)


def by_whom(line: str, outlet: str = "") -> str:
    """Give who wrote a text as a line beside it says, "" where it names no whole persons: "By Ada Brandt | 7 March"."""
    led = _SIGNED.match(" ".join(line.split()))
    return persons(_BEHIND.split(led["names"], maxsplit=1)[0], outlet) if led else ""


def persons(told: str, outlet: str = "") -> str:
    """Give the names that are all of what is told, "" where anything else stands with them."""
    found = authors([told], outlet)
    return found if found and all(_is_whole(name) for name in found.split("; ")) else ""


def _apart(told: str, outlet: str) -> list[str]:
    """Part names that stand in one line, without an address of mail and the outlet behind them.

    "Moe, Karin" and "Health and Safety Office" are one: each part has to be a person's whole name. What he does for the
    outlet, and where he was sent, is no part of it.
    """
    name = _BY.sub("", " ".join(told.split())).strip(" ,.|")
    if match := _WITH_ADDRESS.fullmatch(name):
        name = (match["behind"] or match["before"]).strip()
    parts = [part for part in _TOGETHER.split(name) if part and not _is_role(part)]
    parts = [m["who"] if (m := _SENT.fullmatch(part)) and _is_whole(m["who"]) else part for part in parts]
    if outlet and len(parts) > 1 and parts[-1].casefold() == outlet.casefold():
        parts = parts[:-1]
        name = name[: name.casefold().rindex(outlet.casefold())].rstrip(" ,&")
    return parts if all(_is_whole(part) for part in parts) else [name]


def _is_role(name: str) -> bool:
    """Whether this is what somebody does for the outlet ("Staff Writer", "political editor") and not a name."""
    return name.casefold().rpartition(" ")[2] in word_set("words_of_pages", "writer")


def _is_whole(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(_PERSON.fullmatch(word) for word in words) and words[0][0].isupper()
