"""Something opened to be parsed: its bytes, once, all that is known of where they come from, and how large it may be.

What a parser found of one report: its fields as words, the bytes that they came from, and where those lie. The limits
are settings with their defaults, and why each has its value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO, Literal

from rashomon.intake.forms import suffixes


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


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken as a report; anything beyond is refused with a line that names the limit."""

    max_bytes: int = 5_000_000
    """Of one text file, one page or one JSONL line."""
    max_file: int = 200_000_000
    """Of a table, a feed, a JSON or PDF file as a whole, and of a packed file once unpacked."""
    max_entries: int = 200
    """Entries of one feed that are taken at once; feeds hold 10 to 100."""
    max_characters: int = 250_000
    """Of one report's text: a parser needs about 1 GB for each 100,000 characters; long reads have 60,000."""
    max_line: int = 100_000
    """Characters of one line: beyond it is data, not prose."""
    language: Literal["en"] | None = "en"
    """Reports in another language are refused, because no reader here knows it; None takes all."""
    suffixes: tuple[str, ...] = field(default_factory=suffixes)
    """What is read in a folder, also with .gz, .zst or .br behind it; a file named by itself may have any suffix."""
