"""What begins in a stretch of a text, found without going through all that its report holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

_Row = TypeVar("_Row")


class Beginnings(Generic[_Row]):
    """Rows of one report, each with the places where it begins: a clause has one, a cue in two parts two."""

    def __init__(self, rows: Iterable[tuple[Iterable[int], _Row]]) -> None:
        placed = sorted(
            ((start, at, row) for at, (starts, row) in enumerate(rows) for start in starts), key=lambda p: p[:2]
        )
        self._starts = [start for start, _, _ in placed]
        self._rows = [(at, row) for _, at, row in placed]

    def within(self, *spans: tuple[int, int]) -> list[_Row]:
        """Give the rows that begin in one of `spans`, once each, in the order in which they were given.

        >>> Beginnings([([9], "b"), ([4, 5], "a"), ([12], "c")]).within((4, 12))
        ['b', 'a']
        """
        found: dict[int, _Row] = {}
        for start, end in spans:
            found.update(self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
        return [found[at] for at in sorted(found)]
