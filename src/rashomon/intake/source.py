"""Something opened to be parsed: its bytes, once, and all that is known of where they come from.

What a parser found of one report: its fields as words, the bytes that they came from, and where those lie.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


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


@dataclass(frozen=True, slots=True)
class Source:
    """`given` names it in messages, `stem` its reports; `url`, `kind` and `charset` are those of a web answer."""

    file: BinaryIO
    given: str
    stem: str
    name: str = ""
    url: str = ""
    kind: str = ""
    charset: str = ""


class TooLargeError(Exception):
    """What is opened has more bytes than the limits let in."""
