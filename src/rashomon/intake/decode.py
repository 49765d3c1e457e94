"""Original bytes to the stored text: every character kept, line ends too; only a byte-order mark is left out.

UTF-8, UTF-16 with its mark, else Windows-1252 where the bytes are plausibly that; nothing is ever replaced.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite file"),
)
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_AS_TEXT = "save it as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, with a note where it is not plain UTF-8; or what is wrong with the bytes and what to do."""

    text: str = ""
    note: str = ""
    problem: str = ""
    advice: str = ""


def decode(data: bytes) -> Decoded:
    """Give the text of `data`, or the problem that keeps it from being a text. Raises nothing."""
    if not data.strip():
        return Decoded(problem="is empty", advice="give a file that holds a report")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Decoded(problem=f"is {name}, not a text", advice=_AS_TEXT)
    decoded = _decoded(data)
    if decoded.problem:
        return decoded
    if "\x00" in decoded.text:
        at = decoded.text.index("\x00")
        return Decoded(problem=f"holds a NUL character (at {at}): it is binary or damaged", advice=_AS_TEXT)
    if len(_CONTROL.findall(decoded.text[:100_000])) * 100 > min(len(decoded.text), 100_000):
        return Decoded(problem="is full of control characters: it is not a text", advice=_AS_TEXT)
    if not decoded.text.strip():
        return Decoded(problem="holds nothing but white space", advice="give a file that holds a report")
    return decoded


def _decoded(data: bytes) -> Decoded:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _strictly(data, "utf-32", "read as UTF-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16", "read as UTF-16")
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _strictly(data: bytes, encoding: str, note: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), note)
    except UnicodeDecodeError as error:
        return Decoded(problem=f"is broken {encoding.upper()} at byte {error.start}", advice=_AS_TEXT)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if b"\x00" in data:
        return Decoded(problem=f"holds a NUL byte (at {data.index(0)}): it is binary or damaged", advice=_AS_TEXT)
    lone = _SURROGATE_BYTES.search(data)
    if lone:
        return Decoded(
            problem=f"holds half a character (a lone surrogate, at byte {lone.start()})",
            advice="copy the text from its source again, or remove that character",
        )
    high = sum(byte >= 0x80 for byte in data)
    in_sequences = sum(len(m) for m in _MULTIBYTE.findall(data))
    if in_sequences * 2 > high:
        return Decoded(problem=f"is broken UTF-8 at byte {error.start}", advice="copy the text from its source again")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return Decoded(problem=f"is in an unknown encoding (byte {error.start})", advice=_AS_TEXT)
    if high * 5 > len(data):
        return Decoded(problem="is in an unknown encoding, not in UTF-8", advice=_AS_TEXT)
    return Decoded(text, "not UTF-8: read as Windows-1252")
