"""Imported where processes are forked from: the tables of words that comparing makes once are there by then.

Else every process would make them anew: each correction, preview and addition over the pages has one of its own.
"""

from __future__ import annotations

import sys
from inspect import signature

import rashomon.comparing  # noqa: F401  (its modules are looked through)

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
    return len(tables)


make()
