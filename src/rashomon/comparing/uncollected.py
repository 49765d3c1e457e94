"""A stretch of work that makes many objects and no circles of them: looking for circles there only costs time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of circular references rest, unless it does so already."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what was made is old by now: it is not looked through at once
                gc.freeze()
                gc.unfreeze()
            gc.enable()
