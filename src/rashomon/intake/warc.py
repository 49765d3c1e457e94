"""A web archive (WARC, packed by record or not) to the pages in it; no record is unpacked beyond what a page may have.

A record that is damaged or a bomb is told and passed over: the next one is found by its own beginning. Records that are
no pages (images, scripts, answers that were errors) are counted.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

_PIECE = 1 << 16
_MEMBER = b"\x1f\x8b\x08"
_PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
_CONTENT = re.compile(rb"^content-type:\s*([\w./+-]+)", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_OF_PAGES = ("http://", "https://", "ftp://", "file:")
"""How the addresses of pages begin; crawlers keep logs and notes of their own under others (metadata:, urn:, dns:)."""
_HEAD = 100_000  # bytes in which the two heads of a record stand


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was archived, or the `problem` that keeps a record from being one; `record` is its WARC id."""

    number: int
    url: str = ""
    kind: str = ""
    charset: str = ""
    record: str = ""
    date: str = ""
    data: bytes = b""
    problem: str = ""


def warc(file: BinaryIO, most: int) -> Iterator[Page | int]:
    """Give each page of the archive, of at most `most` bytes; in the end the number of records that are no pages."""
    head = file.read(3)
    stream = cast(BinaryIO, io.BufferedReader(_Again(head, file), _PIECE))
    number = other = told = 0
    for part, problem in _members(stream, most + _HEAD) if head == _MEMBER else [(stream, "")]:
        if part is None:
            number, told = number + 1, told + 1
            yield Page(number, problem=problem)
            continue
        for page in _records(part, most, number):
            number += 1
            if isinstance(page, Page):
                told += 1
                yield page
            else:
                other += page
    if not told + other:
        yield Page(max(1, number), problem="holds no page: no record of it is one")
    yield other


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _members(file: BinaryIO, most: int) -> Iterator[tuple[BinaryIO | None, str]]:
    """Unpack gzip members one by one; of one that is damaged or too large, say so and go on with the next."""
    held = file.read(_PIECE)
    while held:
        packer = zlib.decompressobj(31)
        member, fresh, out, problem = bytearray(held), held, bytearray(), ""
        while not packer.eof and not problem:
            try:
                out += packer.decompress(fresh, most + 1 - len(out))
            except zlib.error:
                problem = "is damaged: it cannot be unpacked"
                break
            if len(out) > most:
                problem = f"unpacks to more than {most - _HEAD:,} bytes"
            elif not packer.eof:
                fresh = file.read(_PIECE)
                member += fresh
                problem = problem or ("" if fresh else "is damaged: it is cut off")
        if not problem:
            yield io.BytesIO(bytes(out)), ""
            held = packer.unused_data or file.read(_PIECE)
            continue
        found = _CONTENT.findall(bytes(out[:_HEAD]))
        media = len(out) > most and found and found[-1].decode("ascii", "replace").lower() not in _PAGES
        yield (io.BytesIO(), "") if media else (None, problem)
        held = _next_member(bytes(member), file)


def _next_member(held: bytes, file: BinaryIO) -> bytes:
    """Give the packed bytes from the next member on that begins a record, b"" where none does."""
    at = 1
    while True:
        at = held.find(_MEMBER, at)
        if 0 <= at <= len(held) - 64:
            if _begins_record(held[at : at + 1024]):
                return held[at:]
            at += 1
            continue
        more = file.read(_PIECE)
        if not more:
            return held[at:] if at >= 0 and _begins_record(held[at:]) else b""
        kept = at if at >= 0 else max(0, len(held) - 2)
        held, at = held[kept:] + more, 0


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _records(file: BinaryIO, most: int, before: int) -> Iterator[Page | bool]:
    """Give the page of each record; for one that is none, whether it holds something that was asked for."""
    from warcio.archiveiterator import ArchiveIterator

    number = before
    try:
        for record in ArchiveIterator(file):
            number += 1
            held = record.rec_type in {"response", "resource", "conversion"}
            yield (held and _page(record, number, most)) or held
    except Exception as error:  # whatever a parser stumbles over in a stranger's archive, the rest is read
        yield Page(number + 1, problem=f"is damaged: no record can be read there ({type(error).__name__})")


def _page(record: Any, number: int, most: int) -> Page | None:
    kind, charset, packing = "", "", ""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        told = record.http_headers.get_header("Content-Type") or ""
        packing = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    elif record.rec_type in {"resource", "conversion"}:
        told = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    kind = told.split(";")[0].strip().lower()
    if kind not in _PAGES:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if url and not url.lower().startswith(_OF_PAGES):
        return None
    charset = found.group(1) if (found := _CHARSET.search(told)) else ""
    name = record.rec_headers.get_header("WARC-Record-ID") or ""
    date = record.rec_headers.get_header("WARC-Date") or ""
    if packing not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        return Page(number, url, problem=f"is packed as {packing[:20]!r}, which is not read")
    data, problem = _body(record.content_stream(), most)
    return Page(number, url, kind, charset, name, date, data, problem)


def _body(stream: Any, most: int) -> tuple[bytes, str]:
    data = bytearray()
    while len(data) <= most and (piece := stream.read(_PIECE)):
        data += piece
    if len(data) > most:
        return b"", f"unpacks to more than {most:,} bytes"
    if data.startswith(_MEMBER):
        return b"", "is gzip in gzip, which hides what is in it"
    return bytes(data), ""
