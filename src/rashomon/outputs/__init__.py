"""The one way to write a file for a person: whole or not at all, and nobody else's file with it.

A file, or a folder of files, is made beside its place under a name of its own and moved there when whole. A draft's
name is random and the file is made exclusively: nobody's file is opened, no link is followed. What stood at the place
is replaced only where the new file holds most of what the old one did (an earlier export), where the caller knows it
for one of ours, or where a person said so (`force`). When writing fails, or the process is told to end, everything is
as it was before.

A folder that was there changes places with the new one. Every folder keeps a list of its files with their SHA-256
(`.rashomon`, as `sha256sum -c` reads it). Only a folder in which that list still holds is replaced: what a person added
to it or changed in it is never lost.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import IO

from rashomon.outputs.guarded import OutputError, append_line, beside, is_beside_a_database, really, refuse_kept, sides

__all__ = [
    "OutputError",
    "append_line",
    "beside",
    "drafted",
    "drafted_folder",
    "is_beside_a_database",
    "is_stream",
    "really",
    "refuse_kept",
    "sides",
    "stream",
    "whole",
]


_NAME = 60
_LINE = 12
"""Characters that a line has at least to tell one text from another."""


def draft_name(target: Path) -> Path:
    """Give a path beside `target` that nobody has, hidden from listings."""
    return target.with_name(f".{target.name[:_NAME]}.{token_hex(8)}")


@contextmanager
def drafted(
    target: Path,
    *,
    kept: Iterable[Path] = (),
    force: bool = False,
    ours: Callable[[bytes], bool] = lambda held: False,
) -> Iterator[Path]:
    """Give the path of an empty file that becomes `target` when the block ends without an error.

    `kept` are files that may never be replaced, not by force either; `ours` tells from its bytes whether a file that
    is there already was written by us. Raises OutputError where `target` may not be replaced, OSError where it cannot
    be written.
    """
    refuse_kept(target, kept)
    if target.is_dir():
        raise OutputError(target, "is a folder; give the name of a file")
    if target.exists() and not target.is_file():
        raise OutputError(target, "is no plain file; give another name")
    draft = draft_name(target)
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666))
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    try:
        with naming(target):
            yield draft
        if not force and not _replaceable(target, draft, ours):
            raise OutputError(target, "is there already and holds something else; --force replaces it")
        refuse_kept(target, kept)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def whole(
    target: Path,
    encoding: str = "utf-8",
    *,
    kept: Iterable[Path] = (),
    force: bool = False,
    ours: Callable[[bytes], bool] = lambda held: False,
) -> Iterator[IO[str]]:
    """Open a text file that appears at `target` when the block ends without an error; lines end as they are given.

    What no encoding can hold, a lone surrogate, is written as its escape, which JSON reads back as what it was. A
    device or a pipe takes the text as it comes. The rest is as in `drafted`.
    """
    if is_stream(target):
        with (
            naming(target),
            os.fdopen(_opened(target), "w", encoding=encoding, newline="", errors="backslashreplace") as file,
        ):
            yield file
        return
    with (
        drafted(target, kept=kept, force=force, ours=ours) as draft,
        draft.open("w", encoding=encoding, newline="", errors="backslashreplace") as file,
    ):
        yield file
        file.flush()
        os.fsync(file.fileno())


def is_stream(target: Path) -> bool:
    """Tell whether `target` is a device or a named pipe, which is written to and never replaced."""
    try:
        mode = target.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


@contextmanager
def stream(target: Path) -> Iterator[IO[bytes]]:
    """Open a device or pipe for bytes."""
    with naming(target), os.fdopen(_opened(target), "wb") as file:
        yield file


@contextmanager
def naming(target: Path, draft: Path | None = None) -> Iterator[None]:
    """Let an error of writing name what was to be written: a full disk names none, nobody knows a folder's `draft`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        unknown = draft is not None and str(error.filename).startswith(f"{draft}{os.sep}")
        if error.errno is None or not (error.filename is None or unknown):
            raise
        raise OSError(error.errno, error.strerror, str(target)) from error


def _opened(target: Path) -> int:
    """Open a device or pipe; one that nobody reads is an error at once, not a wait without end."""
    try:
        opened = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OutputError(target, "is a pipe that nobody reads; give the name of a file") from error
        raise
    os.set_blocking(opened, True)
    return opened


def _replaceable(target: Path, draft: Path, ours: Callable[[bytes], bool]) -> bool:
    """Say whether what stands at `target` is nothing, or an earlier form of `draft`."""
    if not target.exists():
        return not target.is_symlink()  # a link that leads nowhere is somebody's
    if not target.is_file():
        return False
    held = target.read_bytes()
    return not held.strip() or ours(held) or _mostly_in(held, draft.read_bytes())


def _mostly_in(old: bytes, new: bytes) -> bool:
    """Say whether half of the old lines, or more, stand in the new file."""
    if old == new:
        return True
    lines = {line.strip().rstrip(b",") for line in old.splitlines()}
    telling = {line for line in lines if len(line) >= _LINE}
    there = {line.strip().rstrip(b",") for line in new.splitlines()}
    return bool(telling) and 2 * len(telling & there) >= len(telling)


LISTED = ".rashomon"
"""The file that tells what a folder held when it was written."""


@contextmanager
def drafted_folder(target: Path, *, kept: Iterable[Path] = (), force: bool = False) -> Iterator[Path]:
    """Give an empty folder that becomes `target` when the block ends without an error.

    Files in it are plain files, none of them in a folder below. `force` replaces files that were changed, never a
    folder that holds files of other names. Raises OutputError where `target` may not be replaced.
    """
    kept = tuple(kept)
    _refuse(target, kept, force, None)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_name(target)
    draft.mkdir()
    try:
        with naming(target, draft):
            yield draft
            _list(draft)
        _refuse(target, kept, force, {p.name for p in draft.iterdir()})
        _swap(draft, target)
    finally:
        _taken_away(draft)


def _taken_away(folder: Path) -> None:
    """Remove a folder, also where the process is told to end meanwhile."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _swap(draft: Path, target: Path) -> None:
    """Put `draft` at `target`, in one step where the system can, so that there is a whole folder at every moment.

    Elsewhere what was there stays, under another name, until the new folder is in its place.
    """
    if not target.exists():
        draft.rename(target)
        return
    target = really(target)  # a link to a folder stays a link
    if _exchanged(draft, target):
        return  # what was there is the draft now, and goes as one
    aside = draft_name(target)
    target.rename(aside)
    try:
        draft.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    _taken_away(aside)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places; False where this system, or the disk, cannot."""
    if sys.platform != "linux":
        return False
    change = getattr(ctypes.CDLL(None), "renameat2", None)
    return bool(change and change(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE


def _list(folder: Path) -> None:
    lines = [f"{_digest(file)}  {file.name}\n" for file in sorted(folder.iterdir())]
    (folder / LISTED).write_text("".join(lines), "utf-8", newline="\n")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        digest = sha256()
        while part := opened.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _refuse(target: Path, kept: Iterable[Path], force: bool, new: set[str] | None) -> None:
    refuse_kept(target, kept)
    if not target.exists():
        if target.is_symlink():
            raise OutputError(target, "is a link that leads nowhere; give another name")
        return
    if not target.is_dir():
        raise OutputError(target, "is there already and is no folder; give another name")
    known = _known(target)
    entries = sorted(target.iterdir())
    for entry in (e for e in entries if e.name != LISTED):
        named = entry.name in known or (force and (new is None or entry.name in new))
        if not named or entry.is_symlink() or not entry.is_file():
            raise OutputError(
                target, f"is there already and holds {entry.name!r:.80}, which is not ours; give another name"
            )
        if not force and known[entry.name] != _digest(entry):
            raise OutputError(target, f"holds {entry.name!r:.80}, changed since it was written; --force replaces it")


def _known(folder: Path) -> dict[str, str]:
    """Give name and digest of the files that were written into a folder by us."""
    try:
        lines = (folder / LISTED).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, gap, name in (line.partition("  ") for line in lines) if gap}
