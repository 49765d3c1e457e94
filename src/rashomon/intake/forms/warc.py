"""A web archive (WARC, packed by record or not) to the pages in it; no record is unpacked beyond what a page may have.

A record that is damaged or a bomb is told and passed over: the next one is found by its own beginning. Records that are
no pages (images, scripts, answers that were errors) are counted.
"""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from rashomon.intake.addresses import stem_of, unwrapped
from rashomon.intake.decode import decode
from rashomon.intake.forms import InputForm, unpacked
from rashomon.intake.rows import rows
from rashomon.intake.source import Found, Source, unbrotli, unzstandard
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_PIECE = 1 << 16
_MEMBER = b"\x1f\x8b\x08"
_PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
_CONTENT = re.compile(rb"^content-type:\s*([\w./+-]+)", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_OF_PAGES = ("http://", "https://", "ftp://", "file:")
"""How the addresses of pages begin; crawlers keep logs and notes of their own under others (metadata:, urn:, dns:)."""
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,6}[ \t]*(?:;[^\r\n]{0,200})?\r\n(?=.)", re.DOTALL)
_TEXT = re.compile(rb"\s{0,100}(?:\xef\xbb\xbf)?\s{0,100}<(?:!doctype|!--|html|head|body|\?xml)", re.IGNORECASE)
_NEXT = b"\r\n\r\nWARC/1."
_HEADED = re.compile(rb"WARC/1\.\d\r\nWARC-", re.IGNORECASE)
_HEAD = 100_000  # bytes in which the two heads of a record stand
_MOST_OF_HEADS = 1 << 20  # bytes of lines of one record, after which it is none


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was archived, or the `problem` that keeps a record from being one; `record` is its WARC id.

    `cut` says why only its beginning is there, "" where all of it is.
    """

    number: int
    url: str = ""
    kind: str = ""
    charset: str = ""
    record: str = ""
    date: str = ""
    data: bytes = b""
    problem: str = ""
    cut: str = ""


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
    archive = ArchiveIterator(file)
    archive.INC_RECORD = ""  # it would print a stranger's bytes; what is wrong is told by us
    heads = _Heads(archive.reader)
    try:
        for record in archive:
            number, heads.told = number + 1, 0
            held = record.rec_type in {"response", "resource", "conversion"}
            pages = list(_page(record, number, most)) if held else []
            yield from pages
            if not pages:
                yield held
    except Exception as error:  # whatever a parser stumbles over in a stranger's archive, the rest is read
        yield Page(number + 1, problem=f"is damaged: no record can be read there ({type(error).__name__})")


class _Heads:
    """The lines that an archive's reader gives, which by itself holds one that never ends, or lines without end."""

    def __init__(self, reader: Any) -> None:
        self._line = reader.readline
        self.told = 0
        reader.readline = self.line

    def line(self, length: int | None = None) -> bytes:
        """Give the next line, or its first bytes. Raises ValueError where they are more than heads have."""
        line: bytes = self._line(min(length or _MOST_OF_HEADS, _MOST_OF_HEADS))
        self.told += len(line)
        if self.told >= _MOST_OF_HEADS:
            raise ValueError("heads without end")
        return line


def _page(record: Any, number: int, most: int) -> Iterator[Page]:
    """Give the page of a record, and those of records that it swallowed because its length is wrong."""
    kind, packing, length = "", "", ""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return
        told = record.http_headers.get_header("Content-Type") or ""
        packing = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        length = (record.http_headers.get_header("Content-Length") or "").strip()
    elif record.rec_type in {"resource", "conversion"}:
        told = record.rec_headers.get_header("Content-Type") or ""
    else:
        return
    kind = told.split(";")[0].strip().lower()
    if kind not in _PAGES:
        return
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if url and not url.lower().startswith(_OF_PAGES):
        return
    charset = found.group(1) if (found := _CHARSET.search(told)) else ""
    name = record.rec_headers.get_header("WARC-Record-ID") or ""
    date = record.rec_headers.get_header("WARC-Date") or ""
    raw, swallowed = _raw(record, most)
    cut = "the archive says that it cut the page off" if record.rec_headers.get_header("WARC-Truncated") else ""
    if len(raw) > most:
        yield Page(number, url, kind, charset, name, date, problem=f"unpacks to more than {most:,} bytes")
        return
    if not packing and length.isdigit() and len(raw) < int(length) and not swallowed:
        cut = cut or f"it holds {len(raw):,} of {int(length):,} bytes"
    data, cut_in_packing, problem = unpacked_body(raw, packing, most)
    cut = cut or cut_in_packing
    yield Page(number, url, kind, charset, name, date, b"" if problem else data, problem, cut)
    if swallowed:
        told = "tells a length that reaches over the records behind it; they were read all the same"
        yield Page(number, url, problem=told)
        yield from (page for page in _records(io.BytesIO(swallowed), most, number) if isinstance(page, Page))


def _raw(record: Any, most: int) -> tuple[bytes, bytes]:
    """Give a record's body as it was sent, its transfer undone, and what it holds beyond its own end."""
    from warcio.bufferedreaders import ChunkedDataReader

    stream = record.raw_stream
    data = _all_of(stream, most)
    swallowed = b""
    if (at := data.find(_NEXT)) >= 0 and _HEADED.match(data, at + 4):
        data, swallowed = data[:at], data[at + 4 :]
    chunked = record.http_headers and "chunked" in (record.http_headers.get_header("Transfer-Encoding") or "").lower()
    if chunked or _CHUNK.match(data):
        try:
            data = _all_of(ChunkedDataReader(io.BytesIO(data)), most)
        except Exception:
            return data, swallowed
    return data, swallowed


def _all_of(stream: Any, most: int) -> bytes:
    data = bytearray()
    while len(data) <= most and (piece := stream.read(_PIECE)):
        data += piece
    return bytes(data)


def unpacked_body(raw: bytes, packing: str, most: int) -> tuple[bytes, str, str]:
    """Give a body unpacked, why it is cut off, and what is wrong with it; one that is not packed stays as it is."""
    if packing in {"", "identity", "none"} or _TEXT.match(raw):
        twice = raw.startswith(_MEMBER)
        return (b"", "", "is gzip in gzip, which hides what is in it") if twice else (raw, "", "")
    cut = False
    try:
        if packing in {"gzip", "x-gzip", "deflate"}:
            data, cut = _inflated(raw, packing, most)
        elif packing == "br":
            data, cut = unbrotli(raw, most)
        elif packing == "zstd":
            data = unzstandard(cast(BinaryIO, io.BytesIO(raw)), most).read()
        else:
            return b"", "", f"is packed as {packing[:20]!r}, which is not read"
    except ValueError as error:
        return b"", "", str(error)
    if data.startswith(_MEMBER):
        return b"", "", "is gzip in gzip, which hides what is in it"
    return data, "its packed bytes are cut off" if cut else "", ""


def _inflated(raw: bytes, packing: str, most: int) -> tuple[bytes, bool]:
    for bits in (31, 15, -15) if packing != "deflate" else (15, -15, 31):
        packer = zlib.decompressobj(bits)
        out = bytearray()
        try:
            waiting = raw
            while waiting and not packer.eof:
                out += packer.decompress(waiting, most + 1 - len(out))
                waiting = packer.unconsumed_tail
                if len(out) > most:
                    raise ValueError(f"unpacks to more than {most:,} bytes")
        except zlib.error:
            if out:
                return bytes(out), True
            continue
        if out or packer.eof:
            return bytes(out), not packer.eof
    raise ValueError("is damaged: it cannot be unpacked")


def archived_pages(
    taking: Taking,
    source: Source,
    told: Mapping[str, Mapping[str, str]] | None = None,
    met: set[str] | None = None,
) -> Iterator[Found | Refusal]:
    """Give the pages of a web archive; where a page has no text, `told` gives what the crawler wrote of its address.

    The addresses of the pages that could be read go into `met`.
    """
    for page in warc(source.file, taking.limits.max_bytes):
        if isinstance(page, Page):
            one = _archived(taking, page, source)
            beside = (told or {}).get(page.url)
            if isinstance(one, Refusal) and beside and not page.problem and "text" in beside:
                one = written_beside(beside, page.url, one.input, page.date)
            if met is not None and not page.problem:
                met.add(page.url)
            yield one
        elif page:
            records = "1 record that is no page" if page == 1 else f"{page:,} records that are no pages"
            reason = f"holds {records} (images, errors and the like)"
            yield Refusal(source.given, reason, "nothing is to be done unless one of them is a report")


def written_beside(told: Mapping[str, str], url: str, given: str, date: str = "") -> Found:
    """Give the page at an address as a crawler wrote its text beside its archives."""
    data = json.dumps(dict(told), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    note = "text that the crawler wrote beside its archive"
    return Found(rows({**told, "url": url}), data, stem_of(url), given, note, date)


def _archived(taking: Taking, page: Page, source: Source) -> Found | Refusal:
    given = f"{source.given}:{page.number}"
    if page.problem:
        return Refusal(given, page.problem, "get the archive again, or give the page itself")
    note = f"from the web archive's record {page.record}".rstrip()
    inner = Source(io.BytesIO(), given, stem_of(page.url), "", page.url, page.kind, page.charset)
    if page.kind != "text/plain":
        found = taking.page(page.data, inner, note, page.date)
        if page.cut and isinstance(found, Found):
            found.fields["partial"] = found.fields.get("partial") or f"cut: {page.cut}"
        return found
    decoded = decode(page.data)
    if decoded.problem:
        return Refusal(given, decoded.problem, decoded.advice)
    fields = {"text": decoded.text, "url": unwrapped(page.url), "partial": f"cut: {page.cut}" if page.cut else ""}
    return Found(fields, page.data, inner.stem, given, note, page.date)


FORM = InputForm(
    read=archived_pages,
    suffixes=(".warc",),
    kinds=("application/warc",),
    opens=lambda head, _: unpacked(head).startswith(b"WARC/"),
)
