"""Imported where processes are forked from: the tables of words that comparing makes once are there by then.

Else every process would make them anew: each correction, preview and addition over the pages has one of its own.
"""

from __future__ import annotations

import sys
from inspect import signature

import numpy.ma  # noqa: F401  (numpy imports it when it first looks for what is unique)

import rashomon.comparing  # noqa: F401  (its modules are looked through)
from rashomon.records.domain import domain

_OURS = f"{__name__.partition('.')[0]}."


def make() -> int:
    """Make every table: what is kept once it is worked out, and hangs on nothing. Say how many."""
    tables = [
        table
        for name, module in sorted(sys.modules.items())
        if name.startswith(_OURS) and module is not None
        for table in vars(module).values()
        if hasattr(table, "cache_info") and table.__module__ == name and not signature(table).parameters
    ]
    for table in tables:
        table()
    domain("https://example.org")  # which reads the list of public suffixes
    return len(tables)


make()
