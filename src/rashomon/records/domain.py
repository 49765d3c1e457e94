"""Whose domain an address lies at: the name that somebody registered, by the list of public suffixes."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit


def host(url: str) -> str:
    """Give the host of an address without the prefixes that tell no other place; "" where there is none."""
    try:
        told = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "amp.", "mobile."):
        told = told.removeprefix(prefix) if told.count(".") > 1 else told
    return told


@cache
def domain(url: str) -> str:
    """Give the domain that somebody registered: "paper.co.uk" of "https://news.paper.co.uk/a"; "" for none."""
    from tld import get_fld

    name = host(url)
    if not name:
        return ""
    known = get_fld(name, fix_protocol=True, fail_silently=True, search_private=True)
    return known or ".".join(name.split(".")[-2:])
