"""A text that counts how often it is looked at, and ends whoever looks more often than was agreed.

For parsers of others that go back over a text again and again: what they do is bounded by its length, the same on
every machine, whatever a stranger wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, SupportsIndex

_PIECE = 64  # characters that are copied in the time of one look


class TooManyLooksError(Exception):
    """A text was looked at more often than was agreed."""


class CountedText(str):
    """`text`, which raises TooManyLooksError at the look after the last of `looks`; its parts share the count."""

    __slots__ = ("_left",)
    _left: list[int]

    @classmethod
    def of(cls, text: str, looks: int) -> Self:
        """Give `text`, counted."""
        return cls._with(text, [looks])

    @classmethod
    def _with(cls, text: str, left: list[int]) -> Self:
        made = cls(text)
        made._left = left
        return made

    def _looked(self, times: int) -> None:
        self._left[0] -= times
        if self._left[0] < 0:
            raise TooManyLooksError

    def __getitem__(self, key: SupportsIndex | slice[Any, Any, Any]) -> str:
        """Give a character, or a part that is counted on."""
        part = str.__getitem__(self, key)
        if len(part) < 2:
            self._looked(1)
            return part
        self._looked(1 + len(part) // _PIECE)
        return self._with(part, self._left)

    def __iter__(self) -> Iterator[str]:
        """Give the characters one by one; all are counted at once."""
        self._looked(len(self))
        return str.__iter__(self)

    def __add__(self, other: str) -> str:
        """Give what is counted on."""
        self._looked(1 + len(self) // _PIECE)
        return self._with(str.__add__(self, other), self._left)

    def __radd__(self, other: str) -> str:
        """Give what is counted on."""
        self._looked(1 + len(self) // _PIECE)
        return self._with(str.__add__(other, self), self._left)
