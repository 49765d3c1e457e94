"""Packed bytes are unpacked a piece at a time, and never to more than was agreed: no bomb fills memory or time."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

GZIP = b"\x1f\x8b"
_PIECE = 1 << 16
_FREE = 1_000_000
"""Unpacked bytes before the ratio counts: a small page of one repeated tag packs a thousandfold."""


class TooMuchError(ValueError):
    """What is packed is a bomb, damaged, or packed twice; the message goes on from its name."""


class Inflated(io.RawIOBase):
    """A gzip stream (of any number of members) as the bytes in it; wrap it in io.BufferedReader to read lines.

    Reading raises TooMuchError beyond `most` bytes, beyond `ratio` times the packed bytes, where the stream is damaged
    or cut off, and where what comes out is gzip again. `to_its_cut` gives all that comes before a cut, and sets `cut`.
    """

    def __init__(
        self, packed: BinaryIO, *, most: int, ratio: int = 100, wbits: int = 31, to_its_cut: bool = False
    ) -> None:
        """`wbits` as for zlib: 31 for gzip, 15 for zlib, -15 for bare deflate."""
        self.cut = False
        self._to_its_cut = to_its_cut
        self._packed, self._most, self._ratio, self._wbits = packed, most, ratio, wbits
        self._zlib = zlib.decompressobj(wbits)
        self._in = self._out = 0
        self._waiting = b""
        self._head = b""
        self._over = False

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with the next bytes; 0 at the end. Raises TooMuchError."""
        while not self._over:
            if not self._waiting:
                self._waiting = self._packed.read(_PIECE)
                self._in += len(self._waiting)
            piece = self._next(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
        return 0

    def _next(self, room: int) -> bytes:
        at_end = not self._waiting
        try:
            piece = self._zlib.decompress(self._waiting, max(1, room))
        except zlib.error as error:
            raise TooMuchError("is damaged: it cannot be unpacked") from error
        self._waiting = self._zlib.unconsumed_tail or self._zlib.unused_data
        if self._zlib.eof:
            self._waiting = self._waiting.lstrip(b"\x00")
            if self._waiting or (self._wbits == 31 and self._more()):
                self._zlib = zlib.decompressobj(self._wbits)
            else:
                self._over = True
        elif at_end and not piece:
            if not (self._to_its_cut and self._out):
                raise TooMuchError("is damaged: it is cut off")
            self.cut = self._over = True
        self._check(piece)
        return piece

    def _more(self) -> bool:
        self._waiting = self._packed.read(_PIECE).lstrip(b"\x00")
        self._in += len(self._waiting)
        return bool(self._waiting)

    def _check(self, piece: bytes) -> None:
        if len(self._head) < len(GZIP):
            self._head += piece[: len(GZIP)]
            if self._head.startswith(GZIP):
                raise TooMuchError("is gzip in gzip, which hides what is in it")
        self._out += len(piece)
        if self._out > self._most:
            raise TooMuchError(f"unpacks to more than {self._most:,} bytes")
        if self._out > _FREE and self._out > self._ratio * self._in:
            raise TooMuchError(f"unpacks to more than {self._ratio} times its size")


def inflate(packed: bytes, *, most: int, ratio: int = 100, wbits: int = 31) -> bytes:
    """Give what is packed in `packed`. Raises TooMuchError, see Inflated."""
    return io.BufferedReader(Inflated(io.BytesIO(packed), most=most, ratio=ratio, wbits=wbits), _PIECE).read()
