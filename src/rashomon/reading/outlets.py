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
from urllib.parse import urlsplit

from rashomon.language import lexicon, word_set

_WORD = re.compile(r"[^\W_]+(?:['’.&+!/][^\W_]+)*")
_PARTICLES = word_set("words_of_pages", "outlet_particle")


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


_Entry = tuple[tuple[str, ...], bool, str, str, str]
"""Words, whether it needs an article, name, family, kind."""


@cache
def _names() -> dict[str, dict[str, list[_Entry]]]:
    """By first word and second, which is empty for names of one word: the entries, longest first."""
    table: dict[tuple[str, ...], _Entry] = {}
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
    names: dict[str, dict[str, list[_Entry]]] = {}
    for entry in sorted(table.values(), key=lambda e: (-len(e[0]), e[0])):
        first, second = (*entry[0], "")[:2]
        names.setdefault(first, {}).setdefault(second, []).append(entry)
    return names


@cache
def _hosts() -> dict[str, tuple[str, str]]:
    return {host: (row[0], row[1]) for row in lexicon("outlets") if len(row) > 4 for host in row[4].split(",") if host}


@cache
def _first_word() -> re.Pattern[str]:
    """Words that a name may begin with: in capitals, in digits, or in the few that the lexicon writes small."""
    own = (name.split()[0] for name, *_ in lexicon("outlets"))
    small = sorted({word for word in own if word[0].islower()} | _PARTICLES)
    return re.compile(rf"(?<![^\W_])(?:(?=[A-Z\d]|[^\W\d_a-z])[^\W_]+(?:['’.&+!/][^\W_]+)*|(?:{'|'.join(small)})\b)")


def outlets(text: str, start: int = 0, end: int | None = None) -> Iterator[Outlet]:
    """Give the outlets named in `text[start:end]`, in order, the longest name of each, articles left out."""
    names, stop = _names(), len(text) if end is None else end
    at = start
    while match := _first_word().search(text, at, stop):
        at = match.end()
        if (known := names.get(_key(match.group()))) is None:
            continue
        after = _WORD.search(text, at, stop) if len(known) > 1 or "" not in known else None
        longer = known.get(_key(after.group()), ()) if after else ()
        for words, article, name, family, kind in (*longer, *known.get("", ())):
            parts = _spelled(text, match, words, stop)
            if not parts or not _written_as_a_name(parts, name):
                continue
            if article and not (_behind_article(text, match.start()) and _whole(text, parts[-1].end())):
                continue
            at = parts[-1].end()
            yield Outlet(match.start(), at, name, family, kind)
            break


def _spelled(text: str, first: re.Match[str], words: tuple[str, ...], stop: int) -> list[re.Match[str]]:
    """Match the words one behind the other, with nothing but a space, a hyphen or the like between; else nothing."""
    parts = [first]
    for word in words[1:]:
        after = _WORD.search(text, parts[-1].end(), stop)
        if not after or _key(after.group()) != word or text[parts[-1].end() : after.start()].strip(" -–’'.&\xa0"):
            return []
        parts.append(after)
    return parts


def _written_as_a_name(parts: list[re.Match[str]], name: str) -> bool:
    """Whether it is capitalised; a name that the lexicon writes in capitals alone must be so written."""
    if not name[0].isupper() and parts[0].group() in name.split():
        return True
    if not any(p.group()[0].isupper() or p.group()[0].isdigit() for p in parts):
        return False
    if len(parts) == 1 and name.isupper():
        return parts[0].group().isupper()
    last = parts[-1].group()
    return last[0].isupper() or not last[0].isalpha() or last.casefold() in name.split()


def _behind_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].casefold().replace("\n", " ") == "the "


def _whole(text: str, end: int) -> bool:
    """Whether the name ends here: "the National" is an outlet, "the National Guard" is not; "the Times Sunday" is."""
    after = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    return not after or not after.group()[0].isupper() or after.group().endswith("day")


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
