"""Names of news outlets in a text, with the house each belongs to; an outlet's other names and editions are one house.

A name is found as it is written in the lexicon but for case of its small words, hyphens and accents: "al-Hurra",
"Al Hurra" and "Alhurra" are one. A name that starts with "The" in the lexicon is found only behind an article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from rashomon.lexicons import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.&+!/][^\W_]+)*")
_PARTICLES = {"al", "el", "an", "as", "ash", "de", "der", "le", "la", "die"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet named at `[start, end)`: its name in the lexicon and its house."""

    start: int
    end: int
    name: str
    family: str
    kind: str


def _key(word: str) -> str:
    if word.isascii():
        return word.casefold().replace("’", "'")
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], bool, str, str, str]]]:
    """By first word: (words, needs an article, name, family, kind), longest first."""
    table: dict[tuple[str, ...], tuple[tuple[str, ...], bool, str, str, str]] = {}
    for name, family, kind, why, *_ in lexicon("outlets"):
        words = tuple(_key(m.group()) for m in _WORD.finditer(name))
        article = words[0] == "the" and len(words) > 1
        words = words[1:] if article else words
        spellings = [words]
        if words[0] == "al" and len(words) > 1:
            spellings.append(("al" + words[1], *words[2:]))
        for spelling in spellings:
            held = table.get(spelling)  # "Arab Weekly" beside "The Arab Weekly": the article is not needed
            shown = name if held is None or why == "own name" else held[2]
            table[spelling] = (spelling, article and (held is None or held[1]), shown, family, kind)
    names: dict[str, list[tuple[tuple[str, ...], bool, str, str, str]]] = {}
    for entry in table.values():
        names.setdefault(entry[0][0], []).append(entry)
    for entries in names.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return names


@cache
def _hosts() -> dict[str, tuple[str, str]]:
    return {host: (row[0], row[1]) for row in lexicon("outlets") if len(row) > 4 for host in row[4].split(",") if host}


@cache
def _written_low() -> frozenset[str]:
    """First words that a name may have in lower case: its particle, or its own spelling ("dpa")."""
    own = (name.split()[0] for name, *_ in lexicon("outlets"))
    return frozenset({word for word in own if word[0].islower()} | _PARTICLES)


def outlets(text: str, start: int = 0, end: int | None = None) -> Iterator[Outlet]:
    """Give the outlets named in `text[start:end]`, in order, the longest name of each, articles left out."""
    names, low = _names(), _written_low()
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    i = 0
    while i < len(found):
        first = found[i].group()
        entries = names.get(_key(first)) if first in low or not first[0].islower() else None
        for words, article, name, family, kind in entries or ():
            parts = found[i : i + len(words)]
            if len(parts) < len(words) or any(_key(p.group()) != w for p, w in zip(parts, words, strict=True)):
                continue
            if not _written_as_a_name(text, parts, name):
                continue
            if article and not (_behind_article(found, i) and _whole(text, found, i + len(words))):
                continue
            yield Outlet(parts[0].start(), parts[-1].end(), name, family, kind)
            i += len(words) - 1
            break
        i += 1


def _written_as_a_name(text: str, parts: list[re.Match[str]], name: str) -> bool:
    """Words next to each other, capitalised; one that the lexicon writes in capitals alone must be so written."""
    if any(text[a.end() : b.start()].strip(" -–’'.&\xa0") for a, b in pairwise(parts)):
        return False
    if parts[0].group() in name.split() and not name[0].isupper():
        return True
    if not any(p.group()[0].isupper() or p.group()[0].isdigit() for p in parts):
        return False
    if len(parts) == 1 and name.isupper():
        return parts[0].group().isupper()
    last = parts[-1].group()
    return last[0].isupper() or not last[0].isalpha() or last.casefold() in name.split()


def _behind_article(found: list[re.Match[str]], i: int) -> bool:
    return i > 0 and found[i - 1].group().casefold() == "the"


def _whole(text: str, found: list[re.Match[str]], i: int) -> bool:
    """Whether the name ends here: "the National" is an outlet, "the National Guard" is not."""
    if i >= len(found) or text[found[i - 1].end() : found[i].start()] != " ":
        return True
    after = found[i].group()
    return not after[0].isupper() or after.endswith("day")


def host_outlet(url: str) -> str | None:
    """Give the name of the outlet that a URL or host belongs to, by its longest known host."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    labels = host.split(".")
    for i in range(len(labels) - 1):
        known = _hosts().get(".".join(labels[i:]))
        if known:
            return known[0]
    return None
