"""Something opened to be parsed: its bytes, once, all that is known of where they come from, and how large it may be.

What a parser found of one report: its fields as words, the bytes that they came from, and where those lie. The limits
are settings with their defaults, and why each has its value.

What is packed by Brotli or Zstandard is opened where their optional libraries are installed, and never to more than was
agreed.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, Literal, cast

from rashomon.fetching import TooMuchError
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


ZSTANDARD = b"\x28\xb5\x2f\xfd"
_SKIPPED = b"\x2a\x4d\x18"
_WINDOW = 1 << 27
_PIECE = 1 << 16
_SIP = 1 << 10  # packed bytes at a time: four of them can be 128 kB
_NEEDS = "which needs `pip install rashomon[archives]`"


def is_zstandard(head: bytes) -> bool:
    """Tell whether some first bytes are packed with Zstandard, also behind a dictionary."""
    return head.startswith(ZSTANDARD) or (head[1:4] == _SKIPPED and head[:1] in {bytes([b]) for b in range(0x50, 0x60)})


def unzstandard(file: BinaryIO, most: int) -> BinaryIO:
    """Give what is packed in `file` as a stream. Raises TooMuchError here or in reading, with a reason to show."""
    return cast(BinaryIO, io.BufferedReader(Unzstandard(file, most), _PIECE))


def unbrotli(data: bytes, most: int) -> tuple[bytes, bool]:
    """Give what is packed in `data`, and whether it was cut off. Raises ValueError, with a reason to show."""
    if find_spec("brotli") is None:
        raise ValueError(f"is packed with Brotli, {_NEEDS}")
    brotli = import_module("brotli")
    unpacker = brotli.Decompressor()
    out = bytearray()
    try:
        waiting = data
        while True:
            piece = unpacker.process(waiting, output_buffer_limit=_PIECE)
            waiting = b""
            out += piece
            if len(out) > most:
                raise ValueError(f"unpacks to more than {most:,} bytes")
            if unpacker.is_finished():
                return bytes(out), False
            if not piece and unpacker.can_accept_more_data():
                return bytes(out), True
    except brotli.error as error:
        raise ValueError("is damaged: it is said to be packed with Brotli and is not") from error


class Unzstandard(io.RawIOBase):
    """A stream of what is packed in another, frame after frame, and no more than was agreed.

    Where the packed bytes end within a frame, what came before is given and `cut` is set.
    """

    def __init__(self, packed: BinaryIO, most: int) -> None:
        if find_spec("zstandard") is None:
            raise TooMuchError(f"is packed with Zstandard, {_NEEDS}")
        self.cut = False
        self._packed, self._most, self._out = packed, most, 0
        self._unpacker = import_module("zstandard").ZstdDecompressor(max_window_size=_WINDOW)
        self._frame: Any = None
        self._waiting = self._ready = b""

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer`; 0 at the end. Raises TooMuchError."""
        while not self._ready:
            self._waiting = self._waiting or self._packed.read(_SIP)
            if not self._waiting:
                self.cut = self._frame is not None
                return 0
            try:
                self._frame = self._frame or self._unpacker.decompressobj()
                self._ready = self._frame.decompress(self._waiting)
            except Exception as error:  # whatever a library stumbles over in a stranger's bytes
                raise TooMuchError("is packed with Zstandard and damaged: it cannot be unpacked") from error
            self._waiting = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
            self._out += len(self._ready)
            if self._out > self._most:
                raise TooMuchError(f"unpacks to more than {self._most:,} bytes")
        piece, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
