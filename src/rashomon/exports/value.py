"""A figure's value in words: what is told is an interval, open ends are said to be open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from rashomon.records import Value

Q = TypeVar("Q")


def value(told: Value) -> str:
    """Give "43" for [43, 43], "at least 20", "at most 5", "90–110"; "" where both ends are open."""
    low, high = told
    if low is None:
        return "" if high is None else f"at most {_number(high)}"
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def once_a_voice(points: Iterable[tuple[str, str | None, str, Q]]) -> tuple[tuple[str, str | None, str, Q], ...]:
    """Give the points of a figure (value, day, voice, quotation) less those where a voice repeats itself."""
    kept: list[tuple[str, str | None, str, Q]] = []
    said: dict[str, str] = {}
    for point in points:
        if said.get(point[2]) != point[0]:
            kept.append(point)
        said[point[2]] = point[0]
    return tuple(kept)
