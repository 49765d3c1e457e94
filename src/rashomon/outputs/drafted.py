"""A file is written beside its place under a name of its own and moved there when whole.

A draft's name is random and the file is made exclusively: nobody's file is opened, no link is followed. What stood at
the place is replaced only where the new file holds most of what the old one did (an earlier export), where the caller
knows it for one of ours, or where a person said so (`force`). When writing fails, or the process is told to end,
everything is as it was before.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO

from rashomon.outputs.guarded import OutputError, refuse_kept

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
def naming(target: Path) -> Iterator[None]:
    """Let an error of writing name the file that was to be written; a full disk names none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None or error.errno is None:
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
