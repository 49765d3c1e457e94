"""Bytes in, Reports out; what cannot be read gives one clear Refusal and never stops the rest.

What reports come in, to Reports, in the order given: files, folders, standard input, addresses. Every input gives its
Reports or one Refusal each: nothing is dropped in silence. Folders are read in the order of their names. Nothing is
fetched unless an input is an address.
"""

from __future__ import annotations

import functools
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.fetching import Allowed
from rashomon.intake.addresses import PARTS, belongs_to
from rashomon.intake.forms import FORMS
from rashomon.intake.settling import Said, Settling
from rashomon.intake.source import Limits, Source
from rashomon.intake.taking import Taking
from rashomon.language import many
from rashomon.records import Refusal, Taken
from rashomon.records.made_when_read import is_made_when_read

__all__ = ["FORMS", "Limits", "Said", "intake"]


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def intake(
    inputs: Iterable[str | Path],
    *,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
    form: str | None = None,
    columns: Mapping[str, str] | None = None,
    allowed: Allowed | None = None,
    said: Said | None = None,
) -> Iterator[Taken | Refusal]:
    """Give what each input holds: a file, a folder, an http or https address, or "-" for standard input.

    The format is told by content and name unless `form` says it; `columns` says in which column of a table a field of a
    report stands; `allowed` what may be fetched; `said` what a user says of reports that do not say it themselves.
    """
    bounds = limits or Limits()
    taking = Taking(bounds, form, columns or {}, allowed or Allowed(), Settling(bounds, said or Said()))
    for given in inputs:
        if str(given) == "-":
            stream = stdin or sys.stdin.buffer
            yield from taking.opened(Source(stream, "-", "stdin"))
        elif isinstance(given, str) and _ADDRESS.match(given):
            yield from taking.address(given)
        else:
            yield from _path(taking, Path(given))


def _path(taking: Taking, path: Path, *, in_folder: bool = False) -> Iterator[Taken | Refusal]:
    try:
        if path.is_dir():
            yield from _folder(taking, path)
        elif path.is_file() and is_made_when_read(path):
            yield Refusal(str(path), "is no file on a disk but made by the system as it is read", "write it to a file")
        elif path.is_file():
            with path.open("rb") as file:
                source = Source(cast(BinaryIO, io.BufferedReader(file.raw, 1 << 16)), str(path), _stem(path), path.name)
                yield from taking.opened(source)
        elif path.exists():
            yield Refusal(str(path), "is neither a file nor a folder", 'give one of them, or "-" for standard input')
        elif path.is_symlink():
            yield Refusal(str(path), "is a link that leads nowhere", "give the file itself")
        else:
            yield Refusal(str(path), "is not there", "check the path")
    except (OSError, ValueError) as error:
        yield Refusal(str(path), f"cannot be read: {_plain(error)}", "check the path and its permissions")


def _stem(path: Path) -> str:
    return Path(path.stem).stem if path.suffix.lower() in (".gz", ".zst", ".br") else path.stem


def _folder(taking: Taking, folder: Path) -> Iterator[Taken | Refusal]:
    closed: list[OSError] = []
    other: list[str] = []
    seen = 0
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for aside in list(folders):
            if page := belongs_to(aside, names, functools.partial(_begun, Path(where), taking.limits.max_file)):
                folders.remove(aside)
                yield Refusal(str(Path(where, aside)), f"holds the parts of {page}", PARTS)
        for name in sorted(n for n in names if not n.startswith(".")):
            path = Path(where, name)
            if (
                Path(name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".br")).suffix
                in taking.limits.suffixes
            ):
                seen += 1
                yield from _path(taking, path)
            else:
                other.append(str(path))
    for error in closed:
        yield Refusal(str(error.filename), f"cannot be opened: {_plain(error)}", "check the folder's permissions")
    if other:
        yield Refusal(
            str(folder),
            f"{many(len(other), 'file')} of another kind left out, the first is {other[0]}",
            "rename what is text to .txt",
        )
    elif not seen and not closed:
        yield Refusal(str(folder), "holds no report", "give a folder of texts, pages, feeds or archives")


def _begun(folder: Path, most: int, name: str) -> bytes:
    try:
        with (folder / name).open("rb") as file:
            return file.read(most)
    except OSError:
        return b""


def _plain(error: Exception) -> str:
    """Say what went wrong, without the path that the refusal names already."""
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error).split("\n")[0]
