"""A WACZ (a ZIP of web archives) to the archives in it; nothing is written to disk, and no member is taken on trust.

Members are bounded in number, size and ratio; a name that leads out of the archive, a link or a locked member is told.
"""

from __future__ import annotations

import io
import json
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from rashomon.fetching import TooMuchError
from rashomon.intake.forms import InputForm
from rashomon.intake.forms.warc import archived_pages, written_beside
from rashomon.intake.source import Found, Source, unzstandard
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_MOST_MEMBERS = 10_000
_MOST_BYTES = 20_000_000_000
_RATIO = 100
_FREE = 1_000_000


def wacz(file: BinaryIO) -> Iterator[tuple[str, BinaryIO | str]]:
    """Give the name of each archive and the stream of it, or what is wrong with it ("" as a name: with the whole).

    Reading a stream raises zipfile.BadZipFile, zlib.error or EOFError where the member is damaged.
    """
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # whatever a parser stumbles over in a stranger's archive, the others are read
        yield "", f"is no WACZ: it cannot be opened as a ZIP archive ({type(error).__name__})"
        return
    with archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS:
            yield "", f"holds {len(members):,} members, more than {_MOST_MEMBERS:,}"
            return
        if sum(member.file_size for member in members) > _MOST_BYTES:
            yield "", f"unpacks to more than {_MOST_BYTES:,} bytes"
            return
        found = False
        for member in members:
            problem = problem_of(member)
            if problem:
                yield member.filename, problem
            elif member.filename.lower().endswith((".warc", ".warc.gz", ".warc.zst")):
                found = True
                try:
                    stream = archive.open(member)
                except Exception as error:  # as above
                    yield member.filename, f"cannot be opened ({type(error).__name__})"
                    continue
                with stream:
                    yield member.filename, cast(BinaryIO, stream)
        if not found:
            yield "", "holds no web archive (no member of it ends in .warc or .warc.gz)"


def page_texts(file: BinaryIO, most: int) -> dict[str, dict[str, str]]:
    """Give by address the title and text that a crawler wrote beside its archives (pages/*.jsonl). Raises nothing."""
    told: dict[str, dict[str, str]] = {}
    try:
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist()[:_MOST_MEMBERS]:
                name = member.filename.lower()
                if name.startswith("pages/") and name.endswith(".jsonl") and not problem_of(member):
                    with archive.open(member) as held:
                        _texts(held.read(most), told)
    except Exception:
        return told
    return told


def _texts(lines: bytes, told: dict[str, dict[str, str]]) -> None:
    for line in lines.splitlines():
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(url := page.get("url"), str) and isinstance(page.get("text"), str):
            told.setdefault(url, {n: v for n in ("title", "text", "url") if isinstance(v := page.get(n), str) and v})


def problem_of(member: zipfile.ZipInfo) -> str:
    """Give what keeps a member of a stranger's ZIP from being read, "" where nothing does."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0:1] or member.filename[1:2] == ":":
        return "has a name that leads out of the archive"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link, not a file"
    if member.flag_bits & 1:
        return "is locked with a password"
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "is packed in a way that is not read"
    if member.file_size > _FREE and member.file_size > _RATIO * max(1, member.compress_size):
        return f"unpacks to more than {_RATIO} times its size"
    return ""


ZIP = b"PK\x03\x04"
"""How every ZIP begins."""


def is_wacz(head: bytes, suffix: str) -> bool:
    """Tell a ZIP that says at its beginning, or by its name, that it holds web archives."""
    return head.startswith(ZIP) and (suffix == ".wacz" or b"datapackage.json" in head or b"archive/" in head)


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    file: BinaryIO = source.file
    if not file.seekable():
        data = taking.whole(source, taking.limits.max_file)
        file = io.BytesIO(data)
    told = page_texts(file, taking.limits.max_file)
    file.seek(0)
    met: set[str] = set()
    for name, held in wacz(file):
        given = f"{source.given}:{name}" if name else source.given
        if isinstance(held, str):
            yield Refusal(given, held, "get the archive again, or give the pages themselves")
            continue
        try:
            if name.lower().endswith(".zst"):
                held = unzstandard(held, taking.limits.max_file)
            yield from archived_pages(taking, Source(held, given, source.stem), told, met)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            yield Refusal(given, "is damaged: it cannot be unpacked to its end", "get the archive again")
        except TooMuchError as error:
            yield Refusal(given, str(error), "unpack it yourself, or install what reads it")
    for number, (url, beside) in enumerate(told.items(), 1):
        if url not in met and beside.get("text", "").strip():  # a page whose record is in none of the archives
            yield written_beside(beside, url, f"{source.given}:pages:{number}")


FORM = InputForm(read=_read, suffixes=(".wacz",), kinds=("application/wacz",), opens=is_wacz)
