"""The publishing house behind an outlet's name; an outlet that is not known is its own house.

Pages of one registered domain are one outlet's, whatever they call it: one paper under three names tells once.

Two names of one domain stay two outlets only where the pages say so: where they lie at different hosts of it and have
no word in common (initials are names too), or where both are known as different houses. A domain under which
anybody publishes tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from urllib.parse import urlsplit

from rashomon.language import lexicon, listed, word_set
from rashomon.records import Reading, Report
from rashomon.records.domain import domain, host

_WORD = re.compile(r"[^\W_]+")
_FLAT = re.compile(r"[\W_]+")
_FOR_A_DEVICE = re.compile(r"\A(?:amp|m|mobile|touch|wap|www\d|beta|preview)\.")


def one_outlet(
    reports: Mapping[str, Report], readings: Mapping[str, Reading]
) -> tuple[dict[str, Report], dict[str, Reading]]:
    """Give reports and readings in which the pages of one domain bear one outlet's name."""
    named = outlet_names(
        {one: (r.url, name) for one, r in reports.items() if r.url and (name := readings[one].outlet or r.outlet)}
    )
    return (
        {one: replace(r, outlet=named[one]) if one in named else r for one, r in reports.items()},
        {one: replace(r, outlet=named[one]) if one in named else r for one, r in readings.items()},
    )


def outlet_names(told: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Give the outlet of each report whose domain has several names, by what is `told` of reports: address and name."""
    at: dict[str, list[tuple[str, _Page]]] = defaultdict(list)
    for one in sorted(told):
        url, name = told[one]
        if (place := domain(url)) and place not in listed("shared_domains"):
            at[place].append((one, (_site(host(url)), name)))
    named: dict[str, str] = {}
    for of in at.values():
        if len({name for _, (_, name) in of}) < 2:
            continue
        groups: list[tuple[set[_Page], list[tuple[str, str]]]] = []  # pages, each once, and reports with names
        for one, page in of:
            pages, reports = {page}, [(one, page[1])]
            apart = []
            for group in groups:
                if _one_paper(pages, group[0]):
                    pages |= group[0]
                    reports, fewer = (group[1], reports) if len(reports) < len(group[1]) else (reports, group[1])
                    reports += fewer
                else:
                    apart.append(group)
            groups = [*apart, (pages, reports)]
        for _, reports in groups:
            names = Counter(name.strip() for _, name in reports)
            if len(names) > 1:
                named |= dict.fromkeys((one for one, _ in reports), _best(names))
    return named


_Page = tuple[str, str]
"""Where a report lies, and what its outlet is called there."""


def _one_paper(mine: Iterable[_Page], group: Iterable[_Page]) -> bool:
    """Whether pages of one domain are one outlet's by what they say themselves: at one host, or under kindred names."""
    pairs = [(one, other) for one in mine for other in group]
    if any(_two_houses(one[1], other[1]) for one, other in pairs):
        return False
    if any(one[0] == other[0] or house(one[1]) == house(other[1]) for one, other in pairs):
        return True
    names = [[name for _, name in told] for told in (mine, group)]
    if any(_shortens(one, other) or _shortens(other, one) for one in names[0] for other in names[1]):
        return True
    return all(_words(one) & _words(other) for one in _full(names[0]) for other in _full(names[1]))


def _full(names: list[str]) -> list[str]:
    """Give the names that are no short form of another among them."""
    return [name for name in names if not any(other != name and _shortens(name, other) for other in names)]


def _two_houses(one: str, other: str) -> bool:
    """Whether both names are known, as those of different houses."""
    return is_known(one) and is_known(other) and house(one) != house(other)


@lru_cache(maxsize=1 << 14)
def _site(of: str) -> str:
    """Give a host without what only tells for which device its pages are made."""
    return _FOR_A_DEVICE.sub("", of)


def _shortens(short: str, long: str) -> bool:
    """Whether a name is another's initials, or its words in one: NT and norrviktidende.com of Norrvik Tidende."""
    words = [word.casefold() for word in _WORD.findall(long)]
    flat = _FLAT.sub("", short.casefold().removeprefix("www.").partition(".")[0])
    return len(words) > 1 and len(flat) > 1 and flat in ("".join(word[0] for word in words), "".join(words))


def _words(name: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(name)} - word_set("words_of_names", "outlet")


def _best(names: Counter[str]) -> str:
    """The name that is known, no mere host, told most often, written as a name; in doubt the first by the alphabet."""

    def rank(name: str) -> tuple[bool, bool, int, bool, str]:
        return not is_known(name), "." in name and " " not in name, -names[name], not name[:1].isupper(), name

    return min(names, key=rank)


_APART = re.compile(r"[\W_]+")


def bare(name: str) -> str:
    """Give a name without its article and in small letters: of two that are equal so, one is the other."""
    return name.casefold().removeprefix("the ")


@lru_cache(maxsize=1 << 14)
def house(name: str) -> str:
    """Give the head name of the house that the outlet `name` belongs to, else `name` itself, stripped.

    Case, hyphens and a leading article do not matter: "the Al-Hurra" and "al Hurra" are one outlet.
    """
    written = name.strip()
    return _written().get(written) or _houses().get(_flat(written), written)


def is_known(name: str) -> bool:
    """Tell whether the outlet `name` stands in the table of outlets."""
    return _flat(name) in _houses()


def is_agency(name: str) -> bool:
    """Tell whether the outlet `name` is a news agency: one whose words stand in other outlets' reports every day."""
    return _kinds().get(_flat(name)) == "agency"


def has_newsroom(name: str) -> bool:
    """Tell whether the outlet `name` is known to print, air or wire what its own reporters write, unlike a portal."""
    return _kinds().get(_flat(name), "website") not in ("website", "monitor")


def house_of_address(url: str) -> str | None:
    """Give the house that publishes at `url`, by its longest known host; None where it is not known."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    labels = host.split(".")
    return next((h for i in range(len(labels) - 1) if (h := _hosts().get(".".join(labels[i:])))), None)


@lru_cache(maxsize=1 << 14)
def _flat(name: str) -> str:
    words = _APART.sub(" ", name.casefold()).split()
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def _written() -> dict[str, str]:
    """Two outlets may differ by a capital alone."""
    return {row[0]: row[1] for row in lexicon("outlets")}


@cache
def _houses() -> dict[str, str]:
    return {_flat(row[0]): row[1] for row in lexicon("outlets")}


@cache
def _hosts() -> dict[str, str]:
    return {host: row[1] for row in lexicon("outlets") if len(row) > 4 for host in row[4].split(",") if host}


@cache
def _kinds() -> dict[str, str]:
    return {_flat(row[0]): row[2] for row in lexicon("outlets")}
