"""Weapons that reports speak of as if they acted, as terms of nameless parties."""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon


@cache
def instruments() -> frozenset[str]:
    """Give the parties that are but instruments, marked as those without a name are."""
    return frozenset(f"~{row[0]}" for row in lexicon("instruments"))
