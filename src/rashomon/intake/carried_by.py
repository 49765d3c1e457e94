"""Which outlet carries a page, and whose words it says that it carries: one ladder, each rung told.

The outlet is who carries the page: what the site calls itself, where that agrees with its host, goes before what an
article names as its publisher, which may be the agency whose copy it is. Such an agency is kept as the credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from unicodedata import combining, normalize
from unicodedata import name as called

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from rashomon.intake.head import Head
from rashomon.intake.markup import fragment, unescaped
from rashomon.intake.names import by_whom, given_names
from rashomon.language import lexicon, listed, word_set
from rashomon.records.domain import domain, host

_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "on",
        "in",
        "news",
        "online",
        "com",
        "net",
        "org",
        "www",
        "media",
        "press",
        "daily",
        "times",
        "post",
        "today",
        "live",
        "group",
        "network",
        "digital",
        "website",
        "web",
        "official",
        "site",
        "home",
        "page",
        "homepage",
        "inc",
        "ltd",
        "llc",
        "corp",
        "company",
        "co",
        "newspaper",
        "newspapers",
        "epaper",
        "e-paper",
    ]
)
_AGENCY = re.compile(
    r"\b(?:agency|agencies|news ?wire|wire|press association|press trust|news service|associated press"
    r"|presse|afp|reuters)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+(?:[-–—|«»·•:]|::|--)\s+|\s*\|\s*")
_JOINED_ON = re.compile(r"[-_–—](?=[A-Z])([^-_–—|]{3,40})\Z")
_BRACKETED = re.compile(r"\s\(([^()]{3,80})\)\Z")
_OWNERS = (
    "publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publication",
    "copyright",
    "dc.rights",
    "owner",
    "twitter:site",
)
_FRONT_DOOR = re.compile(
    r"<a\b[^<>]{0,200}?\bhref\s{0,3}=\s{0,3}[\"']?(?:https?://[^/\"'<>\s]{3,100})?/?[\"'\s>][^<>]{0,300}>?(.{1,600}?)</a",
    re.IGNORECASE | re.DOTALL,
)
_ALT = re.compile(r"<img\b[^<>]{0,300}?\balt\s{0,3}=\s{0,3}[\"']([^\"'<>]{3,60})", re.IGNORECASE)
_LOGO = re.compile(r"\s+(?:logo|home|homepage|home page)\Z", re.IGNORECASE)
_MARKED = re.compile(
    r"<\w{1,12}\b[^<>]{0,200}?\b(?:class|id)\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,100}?\bsite[_-]?(?:name|title)\b[^<>]{0,200}>(?:<[^<>]{1,200}>){0,3}[^<>]{0,20}?([A-Z][^<>]{2,60})<"
)
_OWNED = re.compile(r"(?:©|&copy;|&#169;|\bCopyright\b)\s*([^<>]{3,100})", re.IGNORECASE)
_OWNED_BY = re.compile(r"\A(?:[\s©,-]|copyright\b|\(c\)|by\b|(?:19|20)\d\d|present\b|[-–])+", re.IGNORECASE)
_RIGHTS = re.compile(
    r"[.,;|]?\s*(?:all rights\b|alle rechte\b|inc\b|ltd\b|llc\b|limited\b|(?:19|20)\d\d\b).*\Z|\.\s.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"})
_TWO_FOR_ONE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"})
"""Letters that no mark can be taken from, as hosts write them."""
_LIKE = 70.0
"""How alike a name of other letters than Latin and its host are, of a hundred: each house writes its own in its way."""
_SHORT = 3  # letters of a word that joins others
_MORE = 8  # characters of a name that its host leaves out
_MOST = 20
_WORDS = 4  # of a name that only a title tells
_LONGEST = 60  # characters of an outlet's name


@dataclass(frozen=True, slots=True)
class Carried:
    """The outlet and the rung that gave it; `credit` is another house whose words the page says it carries."""

    outlet: str = ""
    rung: str = ""
    credit: str = ""


def carried_by(
    url: str,
    *,
    site: Iterable[tuple[str, str]],
    publisher: str,
    supplier: str = "",
    authors: Iterable[str] = (),
    titles: Iterable[str] = (),
    shown: Iterable[tuple[str, str]] = (),
    headings: Iterable[str] = (),
) -> Carried:
    """Give the outlet of the page at `url`.

    `site` are what the site calls itself, best rungs first; `publisher` is the article's own word, `supplier` who it
    says that its copy is from; `titles` may end in the site's name, which is no part of the article's `headings`;
    what is `shown` counts where it is the host's name and no more.
    """
    told = [
        (rung, name) for rung, one in site if (name := _name(of_its_slogan(one, url))) and not _of_a_copy(name, url)
    ]
    own = _name(publisher)
    named = [*told, *([("json-ld publisher", own)] if own else [])]
    headings, titles = tuple(headings), tuple(titles)
    own_words = [_joined(one) for one in headings]
    named += [
        ("title", name)
        for name in _suffixes(titles, headings, url)
        if not any(one.startswith(_joined(name)) and one != _joined(name) for one in own_words)
    ]
    named += [
        (rung, name) for rung, one in shown if (name := _name(_without_its_firm(one, url))) and _is_hosts(name, url)
    ]
    agreed = [one for one in named if host_agrees(one[1], url)]
    chosen = next((one for one in agreed if " " in one[1] or "." not in one[1]), agreed[0] if agreed else None)
    if chosen and " " not in chosen[1]:  # the same name, written in words
        chosen = next((one for one in agreed if " " in one[1] and _joined(one[1]) == _joined(chosen[1])), chosen)
    if chosen and chosen[0] == "json-ld publisher" and not _is_wholly_hosts(chosen[1], url):
        # a house of many papers may share a word with this one
        chosen = next((one for one in agreed if _is_wholly_hosts(one[1], url)), chosen)
    by = {name.casefold() for name in authors}
    if chosen is None:
        chosen = next((one for one in told if not one[0].startswith("json-ld")), None)
    if chosen is None and own and not (host(url) and (_is_agency(own) or own.casefold() in by)):
        chosen = ("json-ld publisher", own)
    if chosen is None and told:
        chosen = told[0]
    if chosen is None and host(url):
        chosen = ("host", host(url))
    if chosen is None:
        chosen = next((("title", name) for name in _behind_its_heading(titles, headings)), None)
    if chosen is None:
        return Carried()
    rung, name = chosen
    other = own and not one_name(own, name) and not host_agrees(own, url)
    credit = own if other and (_is_agency(own) or own.casefold() in by) else ""
    given = _name(supplier)
    if not credit and _is_agency(given) and not one_name(given, name):
        credit = given
    return Carried(name, rung, credit)


def house_at(url: str) -> str:
    """Give the host of an address whose domain is one house's; "" where anybody publishes there, and of a number.

    >>> house_at("https://www.elmecho.example/a/1"), house_at("https://x.com/annholm/1"), house_at("http://10.0.0.1/a")
    ('elmecho.example', '', '')
    """
    own = domain(url)
    told = "." in own and not own.rpartition(".")[2].isdigit() and own not in listed("shared_domains")
    return host(url) if told else ""


def _joined(name: str) -> str:
    return "".join(word.casefold() for word in _WORD.findall(name))


def _plain(name: str) -> str:
    """Give a name in the letters that hosts are written in."""
    plain = "".join(c for c in normalize("NFKD", name.translate(_LETTERS)) if not combining(c))
    return plain if plain.isascii() else anyascii(plain)


def host_agrees(name: str, url: str) -> bool:
    """Tell whether a name is that of a host: "Coast Post" of coastpost.example, "AP News" of apnews.com."""
    first, *rest = name.casefold().split() or [""]
    own = _labels(url)
    if len(own) > 1 and rest and first in given_names():  # a person's place at a house of many is no outlet's name
        own = own[:1]
    return any(_is_named_so(name, label) for label in own)


def _labels(url: str) -> list[str]:
    """Give the names in a host that tell whose it is: of its domain, and of a place of its own at a house of many."""
    own = domain(url)
    label = own.split(".")[0]
    before = host(url).removesuffix(own).rstrip(".")
    found = [label, before] if label in _houses_of_many() and "." not in before else [label]
    return [flat for one in found if (flat := re.sub(r"[\W_]+", "", one))]


@cache
def _houses_of_many() -> frozenset[str]:
    return frozenset(row[0].split(".")[0] for row in lexicon("shared_domains"))


def _is_named_so(name: str, label: str) -> bool:
    if any(_is_spelled_so(spelled, label) for spelled in {_plain(name), _plain(name.translate(_TWO_FOR_ONE))}):
        return True
    foreign = not any(called(letter, "").startswith("LATIN") for letter in name if letter.isalpha())
    return foreign and ratio(_joined(_plain(name)), label) >= _LIKE


def _is_spelled_so(name: str, label: str) -> bool:
    words = [w.casefold() for w in _WORD.findall(name)]
    bare = [w for w in words if w not in ("the", "a", "an", "www", "com", "net", "org", "co", "uk")]
    joined = "".join(bare)
    initials = "".join(w[0] for w in bare)
    every = "".join(w[0] for w in words)
    return bool(joined) and (
        joined in label
        or (len(label) >= 3 and label in joined)
        or (len(bare) > 1 and label in (initials, every))
        or (len(initials) >= 2 and label.startswith(initials) and label[len(initials) :] in _COMMON)
        or any(len(w) >= 4 and w not in _COMMON and w in label for w in bare)
    )


def _is_named(name: str) -> bool:
    """Tell whether the words of a name are in capitals, as no headline's are that begins with it."""
    words = [word for word in name.split() if len(word) > _SHORT and word.casefold() not in _COMMON]
    return len(words) < 2 or all(not word[0].islower() for word in words)


def names_shown(page: str, head: Head) -> Iterator[tuple[str, str]]:
    """Give rung and words of what a page shows as its site's name: its marks of ownership, links to its front door."""
    for name in _OWNERS:
        if told := head.named.get(name, ""):
            yield f"meta {name}", _unowned(told)
    for link in islice(_FRONT_DOOR.finditer(page), _MOST):
        for told in (fragment(link[1]), *_ALT.findall(link[1])):
            yield "link to the front page", _LOGO.sub("", " ".join(told.split()))
    for told in islice(_MARKED.findall(page), _MOST):
        yield "element marked as the site's name", " ".join(unescaped(told).split())
    for told in islice(_OWNED.findall(page), _MOST):
        yield "copyright", _unowned(" ".join(unescaped(told).split()))


def _unowned(told: str) -> str:
    """Give whose rights a line tells of."""
    return _RIGHTS.sub("", _OWNED_BY.sub("", told)).strip(" .,|-–—©")


def _without_its_firm(name: str, url: str) -> str:
    """Give a name without the kind of firm behind it, but where the host has that too: "The Walk Company"."""
    words = name.split()
    while len(words) > 1 and (kind := words[-1].casefold().strip(".,")) in word_set("words_of_pages", "firm"):
        if any(label.endswith(kind) for label in _labels(url)):
            break
        words.pop()
    return " ".join(words).strip(" .,")


def _is_wholly_hosts(name: str, url: str) -> bool:
    return _joined(_plain(name)).removeprefix("the") in _labels(url)


def _is_hosts(name: str, url: str) -> bool:
    """Tell whether a name is the host's, and little more."""
    joined = _joined(_plain(name)).removeprefix("the")
    return bool(joined) and any(
        (joined in label and len(joined) * 2 >= len(label))
        or (len(label) > 3 and label in joined and len(joined) <= len(label) + _MORE)
        for label in _labels(url)
    )


def one_name(one: str, other: str) -> bool:
    """Tell whether two names can be one outlet's: a word of their own is in both, or one stands for the other."""
    a, b = (_own_words(name) for name in (one, other))
    if a & b:
        return True
    flat = ["".join(w.casefold() for w in _WORD.findall(name)).removeprefix("the") for name in (one, other)]
    return flat[0] == flat[1]


def _own_words(name: str) -> set[str]:
    return {w for word in _WORD.findall(name) if (w := word.casefold()) not in _COMMON}


def _is_agency(name: str) -> bool:
    return bool(_AGENCY.search(name)) or name.casefold() in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in lexicon("outlets") if len(row) > 2 and row[2] == "agency")


@cache
def _makers() -> frozenset[str]:
    return frozenset(name for (name,) in lexicon("site_makers"))


def _name(told: str) -> str:
    """Give a name that can be an outlet's; what made the site, what any front page is called, or a sentence is none."""
    name = " ".join(told.split()).strip(" |-–—·•»")
    name = re.sub(r"\A(?:https?://)?(?:www\.)?(?=[\w-]+\.\w{2,})", "", name) if " " not in name else name
    if not name or len(name) > _LONGEST or name.casefold() in _makers() or not any(c.isalpha() for c in name):
        return ""
    return name.rstrip("/") if "." in name and " " not in name else name


def of_its_slogan(told: str, url: str) -> str:
    """Give the name without the slogan behind it: the part that is the host's, else the first of a long one."""
    parts = [part.strip() for part in _SUFFIX.split(told) if part.strip()]
    if len(parts) < 2:
        return told
    mine = next((part for part in parts if host_agrees(part, url)), parts[0])
    return mine if host_agrees(mine, url) or len(told) > _LONGEST else told


def _of_a_copy(name: str, url: str) -> bool:
    """Tell whether a site calls itself by another host than the page's: an archive or a cache that holds a copy."""
    return bool(host(url)) and " " not in name and "." in name.strip(".") and not host_agrees(name, url)


def _suffixes(titles: Iterable[str], headings: Iterable[str], url: str) -> list[str]:
    """Give what stands behind the last dash or bar of a title, or in front, where it is the host's name.

    What stands between, before a section, has to be no more than that name, and what a dash without spaces joins to the
    page's own heading too.
    """
    found = []
    own = {_joined(one) for one in headings}
    for title in titles:
        parts = [part.strip() for part in _SUFFIX.split(title) if part.strip()]
        front, colon, _ = title.partition(": ")
        parts = parts if len(parts) > 1 or not colon else [title, front]
        if bracketed := _BRACKETED.search(title):
            parts = [title, bracketed[1]]
        if len(parts) > 1:
            for part in (parts[-1], parts[0]):
                front, colon, _ = part.partition(": ")
                part = front if colon and _is_hosts(front, url) else part
                whole, first = _name(part), _name(part.split(", ")[0])
                wholly = set(_labels(url))
                named = (
                    name
                    for name in (first, whole)
                    if name and host_agrees(name, url) and (_is_named(name) or _joined(_plain(name)) in wholly)
                )
                found += list(named)[:1]
        between = parts[-2:0:-1]
        if (last := _JOINED_ON.search(title)) and _joined(title[: last.start(1)]) in own:
            between.append(last[1])
        named = (name for part in between if not by_whom(part) and (name := _name(part)) and _is_named(name))
        found += [name for name in named if _is_hosts(name, url) and name.casefold().split()[0] not in given_names()]
    return found


def _behind_its_heading(titles: Iterable[str], headings: Iterable[str]) -> Iterator[str]:
    """Give what titles have beside the heading of the page, where that is a name and no section, nor a person."""
    shown = {_joined(one) for one in headings}
    for title in titles:
        parts = [part.strip() for part in _SUFFIX.split(title) if part.strip()]
        for name, rest in ((parts[-1], parts[:-1]), (parts[0], parts[1:])) if len(parts) > 1 else ():
            words = [word.casefold() for word in _WORD.findall(name)]
            if not rest or not any(_joined("".join(rest[:n])) in shown for n in range(1, len(rest) + 1)):
                continue
            plain = 0 < len(words) <= _WORDS and not any(map(str.isdigit, name)) and _is_named(name) and _name(name)
            if plain and name[0].isupper() and words[0] not in given_names() and not set(words) <= _sections():
                yield name


@cache
def _sections() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("site_sections"))
