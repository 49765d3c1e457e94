"""Whose domain an address lies at: the name that somebody registered, by the list of public suffixes."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

_HOSTS = 1 << 16  # that are remembered: very many addresses lie at few


def host(url: str) -> str:
    """Give the host of an address without the prefixes that tell no other place; "" where there is none."""
    begins = url.find("//")
    ends = url.find("/", begins + 2 if begins >= 0 else 0)
    return _host(url if ends < 0 else url[:ends])


@lru_cache(_HOSTS)
def _host(url: str) -> str:
    try:
        told = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "amp.", "mobile."):
        told = told.removeprefix(prefix) if told.count(".") > 1 else told
    return told


def domain(url: str) -> str:
    """Give the domain that somebody registered: "paper.co.uk" of "https://news.paper.co.uk/a"; "" for none."""
    return _registered(host(url))


@lru_cache(_HOSTS)
def _registered(name: str) -> str:
    from tld import get_fld

    if not name:
        return ""
    known = get_fld(name, fix_protocol=True, fail_silently=True, search_private=True)
    return known or ".".join(name.split(".")[-2:])
