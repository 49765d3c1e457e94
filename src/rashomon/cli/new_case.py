"""A case that is made at once stands whole under its name, or nothing does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.case import Case


@contextmanager
def new_case(path: Path, kept: Iterable[Path] = ()) -> Iterator[Case]:
    """Open an empty case that is at `path`, where nothing is yet, when the block ends without an error.

    Raises OutputError where something is there, or one of `kept` would be written over.
    """
    from rashomon.case import Case
    from rashomon.outputs import OutputError, beside, drafted

    if path.exists():
        raise OutputError(path, "is there already; give another name")
    with drafted(path, kept=kept) as draft:
        of_sqlite = beside(draft)[1:]
        try:
            with Case(draft) as held:
                yield held
            if any(file.exists() for file in of_sqlite):  # not all of it came into the one file
                raise OutputError(path, "cannot be written whole; see to its disk")
        finally:
            for file in of_sqlite:
                file.unlink(missing_ok=True)
