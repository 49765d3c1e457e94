"""What lasts as long as one comparison: what is worked out of a clause once, and the rest of the collector.

Comparing and reading make many objects and hardly a circle of them: looking for circles there only costs time. Between
two steps that hold much, what the first let go is given back: the second finds no room in the gaps that it left.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cache, wraps
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")
T = TypeVar("T")
_forget: list[Callable[[], None]] = []


def once(of: Callable[[A], T]) -> Callable[[A], T]:
    """Work out `of` once for each argument, until the run ends: many clauses are held against each other."""
    found = cache(of)
    _forget.append(found.cache_clear)
    return found


def once_of_all(of: Callable[[Sequence[A], Mapping[str, B]], T]) -> Callable[[Sequence[A], Mapping[str, B]], T]:
    """Work out `of` once for the same things in the same order with one mapping, until the run ends: several ask."""
    found: dict[tuple[tuple[A, ...], int], tuple[Mapping[str, B], T]] = {}
    _forget.append(found.clear)

    @wraps(of)
    def asked(things: Sequence[A], beside: Mapping[str, B]) -> T:
        key = tuple(things), id(beside)
        if key not in found:
            found[key] = beside, of(things, beside)  # which is held, so that no other gets its number
        return found[key][1]

    return asked


def sharing(record: A, held: dict[frozenset[Any], frozenset[Any]]) -> A:
    """Let a record that nobody has seen yet have the sets of those before it that are equal: most stand in many.

    `held` are the sets of those before it, and gets those that are new.
    """
    kind: Any = type(record)
    for name in _sets(kind):
        some = getattr(record, name)
        if (other := held.setdefault(some, some)) is not some:
            object.__setattr__(record, name, other)  # an equal one: to whoever asks nothing changes
    return record


@cache
def _sets(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if str(field.type).startswith("frozenset"))


def give_back() -> None:
    """Give the system back the memory that nobody holds any more, where the system takes it piece by piece."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def let_go() -> None:
    """Forget in the midst of a run what was worked out `once`, and give it back: whoever asks works it out again."""
    for forget in _forget:
        forget()
    give_back()


@contextmanager
def one_run() -> Iterator[None]:
    """Let the collector rest; at the end forget what was `once`."""
    with at_rest():
        try:
            yield
        finally:
            for forget in _forget:
                forget()


@contextmanager
def at_rest() -> Iterator[None]:
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
