"""Original bytes to the stored text: every character kept, line ends too; only a byte-order mark is left out.

UTF-8, UTF-16, else Windows-1252 where the bytes are plausibly that, also in a text that is UTF-8 elsewhere; nothing is
ever replaced.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_DATABASE = "an SQLite file"
_OF_A_CASE = "where it is a case, give what `rashomon export CASE --to reports` writes"
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", _DATABASE),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_AS_TEXT = "save it as plain text in UTF-8"
_LONE = frozenset((0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA3, *range(0xE0, 0xFD)))
"""Bytes of Windows-1252 that stand alone in English: quotation marks, dashes, the hard space, the pound, letters."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as the mark of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = 200  # bytes looked at for the zeros of UTF-16


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
            return Decoded(problem=f"is {name}, not a text", advice=_OF_A_CASE if name == _DATABASE else _AS_TEXT)
    if data[257:262] == b"ustar":
        return Decoded(problem="is a tar archive, not a text", advice="unpack it and give the folder")
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


def wide(head: bytes) -> str:
    """Give which UTF-16 or UTF-32 some first bytes are in, by their mark or the zeros of English; "" for neither."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return _zeros(head)


def _decoded(data: bytes) -> Decoded:
    if told := wide(data):
        marked = any(data.startswith(mark) for mark, _ in _MARKS)
        return _strictly(data, told, f"read as {told.upper()}{'' if marked else ', which nothing marked'}")
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _zeros(data: bytes) -> str:
    """Give the UTF-16 or UTF-32 whose mark is missing: every other byte of English in it is a zero, or three."""
    head = data[:_WIDE]
    if len(head) < 20 or len(data) % 2:
        return ""
    for name, first in (("utf-32-le", 0), ("utf-32-be", 3)):
        if head.count(0) * 4 >= len(head) * 3 - 8 and head[first::4].count(0) == 0:
            return name
    for name, zeros, letters in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) * 10 >= len(zeros) * 9 and letters.count(0) == 0:
            return name
    return ""


def _mixed(data: bytes) -> Decoded | None:
    """Read a text that two programs wrote: UTF-8, but for single bytes that are Windows-1252 and nothing else."""
    parts: list[str] = []
    view = memoryview(data)
    at = lone = first = 0
    while at < len(data):
        try:
            parts.append(codecs.utf_8_decode(view[at:], "strict", True)[0])
            break
        except UnicodeDecodeError as error:
            start = at + error.start
        beside = data[max(0, start - 1) : start] + data[start + 1 : start + 2]
        if data[start] not in _LONE or any(byte >= 0x80 for byte in beside) or lone * 50 > len(data) + 500:
            return None
        parts += [codecs.utf_8_decode(view[at:start], "strict", True)[0], data[start : start + 1].decode("cp1252")]
        first = first if lone else start
        at, lone = start + 1, lone + 1
    marks = "1 byte" if lone == 1 else f"{lone} bytes"
    return Decoded("".join(parts), f"not UTF-8 throughout: {marks}, the first at {first}, read as Windows-1252")


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
    if in_sequences and (mixed := _mixed(data)):
        return mixed
    if in_sequences * 2 > high:
        return Decoded(problem=f"is broken UTF-8 at byte {error.start}", advice="copy the text from its source again")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return Decoded(problem=f"is in an unknown encoding (byte {error.start})", advice=_AS_TEXT)
    if high * 5 > len(data):
        return Decoded(problem="is in an unknown encoding, not in UTF-8", advice=_AS_TEXT)
    return Decoded(text, "not UTF-8: read as Windows-1252")
