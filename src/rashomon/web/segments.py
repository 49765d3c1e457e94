"""Spans that overlap in any way are laid side by side: segments part the text, and each knows every span over it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Segment(NamedTuple, Generic[T]):
    """`[start, end)` of the text and what lies over it, in the order given."""

    start: int
    end: int
    over: tuple[T, ...]


def segments(spans: Iterable[tuple[int, int, T]], start: int, end: int) -> list[Segment[T]]:
    """Part `[start, end)` at every border of `spans` (start, end, what); n spans cost n log n and what they cover.

    Spans that reach outside are cut there; empty ones are passed over.
    """
    cut = [(max(a, start), min(b, end), i, what) for i, (a, b, what) in enumerate(spans)]
    cut = [c for c in cut if c[0] < c[1]]
    opening: dict[int, list[tuple[int, T]]] = {}
    closing: dict[int, list[int]] = {}
    for a, b, i, what in cut:
        opening.setdefault(a, []).append((i, what))
        closing.setdefault(b, []).append(i)
    borders = sorted({start, end, *opening, *closing}) if start < end else []
    over: dict[int, T] = {}
    found = []
    for a, b in pairwise(borders):
        for i in closing.get(a, ()):
            over.pop(i)
        over.update(opening.get(a, ()))
        found.append(Segment(a, b, tuple(over[i] for i in sorted(over))))
    return found
