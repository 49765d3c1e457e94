"""The names of who wrote a text, out of a container's byline: whole, once each, without what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BY = re.compile(r"\A(?:(?:story|words|text|report|reported|written|posted|published)\s+)?by[:\s]+", re.IGNORECASE)
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
    ]
)
_PARTS = re.compile(r"\s*(?:;|\||\n)\s*")
_LONGEST = 120


def authors(told: Iterable[str], outlet: str = "") -> str:
    """Give the names parted by "; "; an address, an account's default or the outlet itself is nobody."""
    found: list[str] = []
    for one in told:
        for part in _PARTS.split(one):
            name = _BY.sub("", " ".join(part.split())).strip(" ,.|")
            low = name.casefold()
            if not name or len(name) > _LONGEST or _ADDRESS.search(name) or low in _NOBODY:
                continue
            if low != outlet.casefold() and low not in (kept.casefold() for kept in found):
                found.append(name)
    return "; ".join(found)
