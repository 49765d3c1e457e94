"""A ZIP to what lies in it: an office document, or a folder; nothing is written to disk, nothing taken on trust."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Literal

from rashomon.intake.addresses import belongs_to
from rashomon.intake.forms import AS_TEXT, InputForm, declared, form
from rashomon.intake.forms.wacz import ZIP, is_wacz, problem_of
from rashomon.intake.source import Found, Source
from rashomon.language import many
from rashomon.records import Refusal, Taken

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

Inside = Literal["docx", "odt", "xlsx", "ods", "wacz", "epub", "folder"]
_MOST = 20_000
"""Members."""
_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/epub+zip": "epub",
}


def inside(file: BinaryIO) -> Inside:
    """Tell what a ZIP is. Raises ValueError, with a reason to show, where it cannot be opened or is too much."""
    with _opened(file) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if "mimetype" in names and (told := _told(archive)) in _MIMETYPES:
            return _MIMETYPES[told]  # type: ignore[return-value]
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "datapackage.json" in names or any(name.startswith("archive/") for name in names):
            return "wacz"
    return "folder"


def _told(archive: zipfile.ZipFile) -> str:
    if problem_of(archive.getinfo("mimetype")):
        return ""
    try:
        return archive.read("mimetype")[:100].decode("ascii", "replace").strip()
    except Exception:  # whatever a parser stumbles over in a stranger's archive, what else is in it tells its kind
        return ""


def sound(file: BinaryIO, most: int) -> str:
    """Give what keeps the members of an office document from being parsed, "" where nothing does."""
    with _opened(file) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > most:
            return f"unpacks to more than {most:,} bytes"
        return next((f"is damaged: a part of it {told}" for m in members if (told := problem_of(m))), "")


def members(file: BinaryIO, suffixes: tuple[str, ...], most: int) -> Iterator[tuple[str, bytes | str]]:
    """Give the name and the bytes of each file of a kind that is read, in the order of names, or what is wrong with it.

    Hidden files and what a system adds are passed over, other kinds counted in the end under the name "".
    """
    other = 0
    with _opened(file) as archive:
        aside = _parts(archive, most)
        for folder, page in aside.items():
            yield folder, f"holds the parts of {page}"
        for member in sorted(archive.infolist(), key=lambda m: m.filename):
            if any(member.filename.startswith(f"{folder}/") for folder in aside):
                continue
            path = PurePosixPath(member.filename.replace("\\", "/"))
            if member.filename[-1:] in ("", "/") or any(
                part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts
            ):
                continue
            if PurePosixPath(path.name.lower().removesuffix(".gz")).suffix not in suffixes:
                other += 1
                continue
            if told := problem_of(member):
                yield member.filename, told
            elif member.file_size > most:
                yield member.filename, f"is larger than {most:,} bytes"
            else:
                try:
                    yield member.filename, archive.read(member)
                except Exception as error:  # whatever a parser stumbles over in a stranger's archive, the rest is read
                    yield member.filename, f"is damaged: it cannot be unpacked ({type(error).__name__})"
    if other:
        yield "", f"{many(other, 'file')} of another kind left out"


def _parts(archive: zipfile.ZipFile, most: int) -> dict[str, str]:
    """Give the folders in which the parts of a saved page lie, with the page."""
    files: dict[str, list[str]] = defaultdict(list)
    folders: set[PurePosixPath] = set()
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if member.filename[-1:] not in ("", "/") and not problem_of(member) and member.file_size <= most:
            files[str(path.parent)].append(path.name)
            folders |= {parent for parent in path.parents if parent.name}
    found = {}
    for folder in sorted(folders):
        beside = str(folder.parent)
        page = belongs_to(folder.name, files.get(beside, ()), partial(_held, archive, beside))
        if page:
            found[str(folder)] = page
    return found


def _held(archive: zipfile.ZipFile, folder: str, name: str) -> bytes:
    try:
        return archive.read(name if folder == "." else f"{folder}/{name}")
    except Exception:  # whatever a parser stumbles over in a stranger's archive, the rest is read
        return b""


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # as above
        raise ValueError(f"is a ZIP archive that cannot be opened ({type(error).__name__})") from None
    if len(archive.infolist()) > _MOST:
        raise ValueError(f"holds {len(archive.infolist()):,} members, more than {_MOST:,}")
    return archive


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal | Taken]:
    data = io.BytesIO(taking.whole(source, taking.limits.max_file))
    try:
        kind = inside(data)
        data.seek(0)
        if kind == "wacz":
            yield from declared("wacz").read(taking, Source(data, source.given, source.stem))
            return
        if kind in ("docx", "odt", "ods", "xlsx"):
            yield from declared(kind).read(taking, Source(data, source.given, source.stem))
            return
        if kind != "folder":
            yield Refusal(source.given, f"is a document of the kind {kind}, which is not read", AS_TEXT)
            return
        yield from _folder(taking, data, source)
    except ValueError as error:
        yield Refusal(source.given, str(error), "unpack it yourself and look at what is in it")


def _folder(taking: Taking, data: BinaryIO, source: Source) -> Iterator[Found | Refusal | Taken]:
    """Give the reports of the files in a ZIP; a ZIP in a ZIP is not opened, so that none unpacks without end."""
    seen = unpacked = 0
    for name, held in members(data, taking.limits.suffixes, taking.limits.max_file):
        given = f"{source.given}:{name}" if name else source.given
        if isinstance(held, str):
            yield Refusal(given, held, "unpack it yourself and look at what is in it")
            continue
        seen, unpacked = seen + 1, unpacked + len(held)
        if unpacked > taking.limits.max_file:
            yield Refusal(source.given, f"unpacks to more than {taking.limits.max_file:,} bytes", "unpack it yourself")
            return
        path = PurePosixPath(name)
        inner = Source(io.BytesIO(held), given, PurePosixPath(path.name.removesuffix(".gz")).stem, path.name)
        if form(held[:8192], path.name) in ("zip", "wacz") and inside(inner.file) == "folder":
            yield Refusal(given, "is a ZIP archive in a ZIP archive", "unpack it yourself and look at what is in it")
            continue
        inner.file.seek(0)
        yield from taking.opened(inner)
    if not seen:
        yield Refusal(source.given, "holds no report", "give a folder of texts, pages, feeds or archives")


FORM = InputForm(
    read=_read,
    suffixes=(".zip",),
    kinds=("application/zip",),
    opens=lambda head, suffix: head.startswith(ZIP) and not is_wacz(head, suffix),
)
