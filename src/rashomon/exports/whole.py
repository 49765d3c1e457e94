"""A file is written beside its place and moved there when whole: an export that fails leaves what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole(target: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Open a text file that appears at `target` when the block ends without an error; lines end as they are given.

    What no encoding can hold, a lone surrogate, is written as its escape, which JSON reads back as what it was.
    """
    draft = target.with_name(target.name + ".part")
    try:
        with draft.open("w", encoding=encoding, newline="", errors="backslashreplace") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
