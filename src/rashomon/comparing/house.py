"""The publishing house behind an outlet's name; an outlet that is not known is its own house."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from rashomon.lexicons import lexicon

_APART = re.compile(r"[\W_]+")


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
