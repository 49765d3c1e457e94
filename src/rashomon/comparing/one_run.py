"""What lasts as long as one comparison: what is worked out of a clause once, and the rest of the collector.

Comparing makes many objects and no circles of them: looking for circles there only costs time.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

A = TypeVar("A")
T = TypeVar("T")
_remembered: list[Any] = []


def once(of: Callable[[A], T]) -> Callable[[A], T]:
    """Work out `of` once for each argument, until the run ends: many clauses are held against each other."""
    found = cache(of)
    _remembered.append(found)
    return found


@contextmanager
def one_run() -> Iterator[None]:
    """Let the collector of circular references rest, unless it does so already; at the end forget what was `once`."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        for found in _remembered:
            found.cache_clear()
        if was_on:
            if not gc.get_freeze_count():  # what was made is old by now: it is not looked through at once
                gc.freeze()
                gc.unfreeze()
            gc.enable()
