"""What an output must never replace: the case that it is made from, and whatever was read to make it.

A path is told by the file behind it, so that links, hard links and other spellings are all seen through. Where only a
line is added to the end of a file, nothing that stands in it is ever cut or changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from errno import EEXIST
from pathlib import Path


class OutputError(OSError):
    """Nothing was written to `filename`, for the reason in `strerror`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(EEXIST, reason, str(path))


_SIDES = ("-wal", "-shm", "-journal")
_LAKE = ".lake"
"""Where a large case keeps what its file need not hold: a folder beside it."""
_DATABASE = b"SQLite format 3\0"


def really(path: Path) -> Path:
    """Give the path of what `path` leads to; links in a circle lead to themselves, and raise nothing."""
    return Path(os.path.realpath(path))


def beside(case: Path) -> tuple[Path, ...]:
    """Give what makes up a case: itself, the files that SQLite keeps beside it, and the folder of its lake."""
    real = really(case)
    if not real.name:  # the root of all folders, which no case is
        return (real,)
    return (real, *sides(real), really(real.with_name(real.name + _LAKE)))


def sides(database: Path) -> tuple[Path, ...]:
    """Give the files that SQLite keeps beside a database."""
    return tuple(database.with_name(database.name + end) for end in _SIDES)


def refuse_kept(target: Path, kept: Iterable[Path]) -> None:
    """Raise OutputError where `target` is one of the files `kept`, is a folder around one, or lies in one as a folder.

    Any database is kept, too: somebody's corrections may be in it, and no output of ours is one.
    A new file in a folder that was read is no harm; one that is there already was read.
    """
    real = really(target)
    if is_beside_a_database(target) or is_beside_a_database(real):
        raise OutputError(target, "is where SQLite keeps what belongs to the case beside it; give another name")
    if _is_database(real):
        raise OutputError(target, "is a case or another database, which no output replaces; give another name")
    if _is_in_a_lake(target) or _is_in_a_lake(real):
        raise OutputError(target, "is where a case keeps what its file does not hold; give another name")
    for one in kept:
        file = really(one)
        if file == real or real in file.parents or _same(target, one):
            raise OutputError(target, "is the case or an input, or holds it; give another name")
        if target.exists() and file in real.parents and file.is_dir():
            raise OutputError(
                target, "lies in a folder of the case, or one that was given as an input; give another name"
            )


def is_beside_a_database(path: Path) -> bool:
    """Tell whether SQLite would keep its log or its index of a database that is there under this name."""
    for end in _SIDES:
        if path.name.endswith(end) and path.name != end:
            return _is_database(path.with_name(path.name.removesuffix(end)))
    return False


def _is_in_a_lake(path: Path) -> bool:
    """Tell whether a path is, or lies in, the folder beside a database that is there in which a case keeps its lake."""
    whole = Path.cwd() / path
    return any(
        one.name.endswith(_LAKE) and one.name != _LAKE and _is_database(one.with_name(one.name.removesuffix(_LAKE)))
        for one in (whole, *whole.parents)
    )


def _is_database(path: Path) -> bool:
    try:
        if not path.is_file():  # what reads a pipe takes from it
            return False
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


_TAIL = 1 << 22


def append_line(
    path: Path, line: str, *, there: Callable[[bytes], bool] = lambda last: False, kept: Iterable[Path] = ()
) -> bool:
    """Add `line` to the file at `path`, made where it is not yet; says whether it was added.

    It is not where `there` says so of the last whole line. A last line without an end, a killed writer's or somebody's
    own, is left as it stands, with an end put to it. Raises OutputError where the file is one of `kept` or not plain.
    """
    refuse_kept(path, kept)
    if path.exists() and not path.is_file():
        raise OutputError(path, "is no plain file; give another name")
    with path.open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        held = file.read()
        whole, _, torn = held.rpartition(b"\n")
        if there(torn or whole.rpartition(b"\n")[2]):
            if torn:
                file.write(b"\n")
            return False
        file.write((b"\n" if torn else b"") + line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return True
