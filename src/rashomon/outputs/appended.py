"""A line is added to the end of a file; nothing that stands in the file is ever cut or changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from rashomon.outputs.guarded import OutputError, refuse_kept

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
