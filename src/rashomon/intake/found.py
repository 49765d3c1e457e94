"""What a parser found of one report: its fields as words, the bytes that they came from, and where those lie."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """`fields` bear the names of a Report's; `stem` is the id where `fields` has none; `given` names the place.

    `at` is when the bytes were got, where that is not now.
    """

    fields: dict[str, str]
    data: bytes
    stem: str
    given: str
    note: str = ""
    at: str = ""
